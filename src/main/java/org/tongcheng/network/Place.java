package org.tongcheng.network;

/**
 * Where a line is joined to the streets: the street side of a stop, or of a vertex of an arterial.
 *
 * @param node     its number in the network
 * @param stop     id of the stop, or of the corridor with the vertex's number (from 1) where no stop stands
 * @param name     of the stop, or null
 * @param corridor id of the corridor
 * @param foothold where it stands and how it joins the streets
 */
public record Place(int node, String stop, String name, String corridor, Foothold foothold) {}
