package org.tongcheng.planning;

/**
 * The base network that an answer used.
 *
 * @param kind    sketch, osm, or none
 * @param source  what it was made of; null where none was used
 * @param vintage date or year it stands for; null where nothing says
 * @param nodes   its size
 */
public record StreetsUsed(String kind, String source, String vintage, int nodes) {

    /** Of an answer for which nobody travels. */
    public static final StreetsUsed NONE = new StreetsUsed("none", null, null, 0);
}
