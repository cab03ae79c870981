package org.tongcheng.network;

/**
 * A line's side of a stop: where one boards and leaves it, or only passes where it stands off the land.
 *
 * @param corridor  number of the line's corridor in the network
 * @param stop      where it stands
 * @param arriving  node of the network on which one comes in
 * @param departing node from which one goes on; on a road the same
 */
public record LineStop(int corridor, Corridor.Stop stop, int arriving, int departing) {}
