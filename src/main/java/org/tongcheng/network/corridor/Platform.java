package org.tongcheng.network.corridor;

import org.tongcheng.network.Corridor;

/**
 * Where a line is boarded and left: the line's side of a stop.
 *
 * @param line      whose it is
 * @param stop      where it stands
 * @param arriving  node on which vehicles come in
 * @param departing node from which they leave; on a road the same
 */
record Platform(Line line, Corridor.Stop stop, int arriving, int departing) {}
