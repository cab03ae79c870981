package org.tongcheng.planning.statistics;

import java.util.List;
import org.tongcheng.catalog.Text;

/**
 * What an area's members come to.
 *
 * @param area         {@code metropolitan-areas/id}
 * @param name         what it is called
 * @param value        the sum or the mean of what is known; null where nothing is
 * @param bound        how it stands to the area's true figure
 * @param completeness how much of the area it rests on
 * @param members      every member, in the area's order
 * @param missing      those that no value is known of
 * @param countedOnce  those that another member holds, so that they are in its value, or would be
 * @param countedWhole     names of members of unknown extent that count whole
 */
record Figure(String area, Text name, Number value, String bound, Completeness completeness, List<MemberFigure> members,
        List<Missing> missing, List<CountedOnce> countedOnce, List<String> countedWhole) {

    /** It is no bound but what the members come to. */
    static final String NONE = "none";
    /** The area's figure is at most this. */
    static final String UPPER = "upper";
    /** The area's figure is at least this. */
    static final String LOWER = "lower";
    /** It may be more or less than the area's figure. */
    static final String UNKNOWN = "unknown";

    /** A clause that goes on after the value; empty where it is no bound. */
    static Text wording(String bound) {
        return switch (bound) {
            case UPPER -> new Text("，为上限", ", an upper bound");
            case LOWER -> new Text("，为下限", ", a lower bound");
            case UNKNOWN -> new Text("，真值可高可低", ", the true figure may be more or less");
            default -> new Text("", "");
        };
    }

    /**
     * @param members   how many there are that no other member holds
     * @param withValue of how many of these a value is known
     * @param share     the second of the first; 0 where there are none
     * @param areaShare the share of the members' land that is counted, measured; null where the land of one is unknown
     */
    record Completeness(int members, int withValue, double share, Double areaShare) {}

    /**
     * @param adcode  of the unit
     * @param name    what the plan calls it
     * @param part    whole, urban districts only, or partial/unspecified
     * @param value   of the unit; null where unknown
     * @param counted whether it is in the area's value by itself
     * @param from    unit, or counties where the unit states nothing and all its counties do; null where there is no value
     * @param weight  what the value weighs in a mean: km² or persons; null in a sum
     */
    record MemberFigure(String adcode, String name, String part, Number value, boolean counted, String from, Double weight) {}

    /** @param reason why no value is known */
    record Missing(String adcode, String name, String reason) {}

    /** @param containedIn adcode of the member that holds it */
    record CountedOnce(String adcode, String name, String containedIn) {}
}
