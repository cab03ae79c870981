package org.tongcheng.planning.claims;

import java.time.LocalDate;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.tongcheng.catalog.Text;

/**
 * A statement beside what is computed.
 *
 * @param claims       ids of the rows of {@code claims} that it stands in
 * @param statedSeconds the time stated; null where none is
 * @param evidence     the words of the document
 * @param asOf         the date tested at; null where it cannot be dated
 * @param scenario     which unbuilt plans took part; null likewise
 * @param horizon      what is due by the end of this year takes part; null for no limit
 * @param dateBasis    why this date and scenario
 * @param reading      how the statement was read
 * @param pairs        the places it was tested between
 * @param tests        one for each profile, three where the statement stands for several pairs
 * @param circles      of a statement without ends, how many members lie within the time, by profile; empty otherwise
 */
record Tested(List<String> claims, String claimType, String fromPlace, List<String> toPlaces, Long statedSeconds, String mode,
        String document, String evidence, String note, LocalDate asOf, String scenario, Integer horizon, Text dateBasis, Text reading,
        List<Ends> pairs, List<Test> tests, List<Circle> circles) {

    /** Two units and the points that stand for them. */
    record Ends(String from, Text fromName, Coordinate fromAt, String to, Text toName, Coordinate toAt) {}

    /**
     * One computed time beside the stated one.
     *
     * @param fitsMode     whether the profile travels as the statement says; null where it says nothing
     * @param statistic    only, least, median or most
     * @param from         adcodes of the pair whose time it is; null of a median between two, and of several pairs where there is no way
     * @param seconds      computed, rounded up; null where there is none
     * @param errorSeconds how far off it may be
     * @param corridors    those that the way uses, in the order of travel
     */
    record Test(String profile, Boolean fitsMode, String statistic, String from, String to, Integer seconds, Integer errorSeconds,
            String verdict, Text reason, List<String> corridors) {}

    /**
     * How much of a circle is reached.
     *
     * @param low  members surely within the time, {@code within} as computed, {@code high} possibly
     * @param populationShare of the people of members with a known number, of those within as computed; null where none is known
     */
    record Circle(String profile, int members, int low, int within, int high, Double populationShare) {}
}
