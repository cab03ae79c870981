package org.tongcheng.planning.extent;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.tongcheng.catalog.Text;
import org.tongcheng.planning.Area.DeclaredSize;

/**
 * The extent of one feature.
 *
 * @param feature           collection/id
 * @param name              what it is called
 * @param areaKm2           on the CGCS2000 ellipsoid, km²
 * @param errorKm2          outline length times accuracy, km² (package comment); null where the accuracy is unknown
 * @param perimeterKm       all rings, km
 * @param bbox              west, south, east, north
 * @param centroid          longitude, latitude
 * @param parts             polygons
 * @param holes             rings cut out of them
 * @param members           an area's members; empty for anything else
 * @param declared          what was stated; null where nothing was
 * @param differenceKm2     measured less declared
 * @param consistent        yes, no or undecidable; null where nothing was declared
 * @param reasons           why it is undecidable
 * @param unresolvedMembers members whose extent or membership is not known well enough
 * @param overlaps          other areas that share ground with it
 * @param gaps              holes between members
 * @param islands           polygons beside the largest
 * @param holesKm2          area of all holes, km²
 * @param compactness       how near it comes to a disc
 * @param farthestPair      the two places that lie farthest apart
 * @param memberOverlaps    members that share ground, which counts once
 * @param neighbours        other areas within 100 km that share no ground with it, with the gap between
 * @param explanations      what may explain a difference from what was declared
 * @param method            how it was measured
 */
public record Measured(
        String feature,
        Text name,
        double areaKm2,
        Double errorKm2,
        double perimeterKm,
        Envelope bbox,
        Coordinate centroid,
        int parts,
        int holes,
        List<MemberExtent> members,
        DeclaredSize declared,
        Double differenceKm2,
        String consistent,
        List<String> reasons,
        List<UnresolvedMember> unresolvedMembers,
        List<Overlap> overlaps,
        List<Gap> gaps,
        Shape.Islands islands,
        double holesKm2,
        Shape.Compactness compactness,
        Shape.FarthestPair farthestPair,
        List<MemberOverlap> memberOverlaps,
        List<Neighbours.Neighbour> neighbours,
        List<Explaining.Explanation> explanations,
        String method) {

    /** @param areaKm2 ground that two members both hold, neither being a part of the other, km² */
    public record MemberOverlap(String first, String second, double areaKm2) {}


    /**
     * @param name    what the area's document calls it
     * @param nameEn  the unit's English name; null where its record is missing
     * @param areaKm2 of the whole unit; null where its outline is missing
     * @param polygons how many the unit is of; null likewise
     * @param counted whether it is in the sum: not where another member already holds it
     * @param method  how the unit's outline came to be
     */
    public record MemberExtent(
            String adcode, String name, String nameEn, String part, String basis, String containedIn, Double areaKm2,
            Integer polygons, boolean counted, String method) {}

    /**
     * @param inGeometry whether its whole unit is in the geometry (then the area is an upper bound)
     * @param reason     extent-unknown, unit-missing or membership-doubtful
     */
    public record UnresolvedMember(
            String adcode, String name, String part, String basis, boolean inGeometry, String reason) {}

    /**
     * @param feature       the other area
     * @param areaKm2       ground shared, km²
     * @param share         of the feature's own area, 0 to 1
     * @param shareOfOther  of the other's area, 0 to 1
     */
    public record Overlap(String feature, Text name, double areaKm2, double share, double shareOfOther) {}

    /**
     * @param areaKm2  of the hole, km²
     * @param bbox     west, south, east, north
     * @param between  adcodes of the members around it
     * @param filledBy adcodes of the units of the finest tiling that lie in it
     */
    public record Gap(double areaKm2, Envelope bbox, List<String> between, List<String> filledBy) {}
}
