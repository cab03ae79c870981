package org.tongcheng.planning.extent;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Datum;
import org.tongcheng.planning.Area.DeclaredSize;
import org.tongcheng.planning.Table;

/** Extents as rows. */
final class ExtentTable {

    private static final List<String> COLUMNS = List.of(
            "feature", "name_zh", "name_en", "area_km2", "error_km2", "perimeter_km", "west", "south", "east", "north",
            "centroid_lon", "centroid_lat", "parts", "holes", "members", "declared_km2", "declared_rounding_km2",
            "declared_scope", "difference_km2", "consistent", "reasons", "unresolved_members", "overlaps", "gaps", "islands", "islands_km2",
            "holes_km2", "compactness_polsby_popper", "farthest_km", "member_overlaps", "neighbours", "explanations_zh", "explanations_en", "method");

    private ExtentTable() {}

    static Table of(List<Measured> extents, Datum datum) {
        return new Table(COLUMNS, extents.stream().map(e -> row(e, datum)).toList());
    }

    private static String told(Explaining.Explanation explanation, String wording) {
        return explanation.km2() == null ? wording : wording + " (" + AreaWording.km2(explanation.km2()) + " km²)";
    }

    /** The area with its error, and how it stands to what was declared. */
    static Text result(Measured e) {
        String error = e.errorKm2() == null ? null : AreaWording.km2(e.errorKm2());
        String zh = e.name().zh() + "面积" + AreaWording.km2(e.areaKm2()) + "平方公里"
                + (error == null ? "（轮廓精度不明，误差未知）" : "（误差±" + error + "）");
        String en = "the area of " + e.name().en() + " is " + AreaWording.km2(e.areaKm2()) + " km²"
                + (error == null ? " (accuracy of the outline unknown, so is the error)" : " ± " + error + " km²");
        return e.declared() == null ? new Text(zh, en) : AreaWording.declared(e, zh, en);
    }

    private static List<Object> row(Measured e, Datum datum) {
        Coordinate southWest = datum.fromWgs84(new Coordinate(e.bbox().getMinX(), e.bbox().getMinY()));
        Coordinate northEast = datum.fromWgs84(new Coordinate(e.bbox().getMaxX(), e.bbox().getMaxY()));
        Coordinate centroid = datum.fromWgs84(e.centroid());
        DeclaredSize declared = e.declared();
        return Arrays.asList(
                e.feature(), e.name().zh(), e.name().en(), e.areaKm2(), e.errorKm2(), e.perimeterKm(),
                southWest.x, southWest.y, northEast.x, northEast.y,
                centroid.x, centroid.y, e.parts(), e.holes(), e.members().size(),
                declared == null ? null : declared.km2(),
                declared == null ? null : declared.roundingKm2(),
                declared == null ? null : declared.scope(),
                e.differenceKm2(), e.consistent(), String.join("; ", e.reasons()),
                e.unresolvedMembers().stream().map(Measured.UnresolvedMember::name).collect(Collectors.joining(";")),
                e.overlaps().stream().map(Measured.Overlap::feature).collect(Collectors.joining(";")),
                e.gaps().size(), e.islands().count(), e.islands().areaKm2(), e.holesKm2(), e.compactness().value(), e.farthestPair().km(),
                e.memberOverlaps().size(),
                e.neighbours().stream().map(Neighbours.Neighbour::feature).collect(Collectors.joining(";")),
                e.explanations().stream().map(x -> told(x, x.wording().zh())).collect(Collectors.joining("; ")),
                e.explanations().stream().map(x -> told(x, x.wording().en())).collect(Collectors.joining("; ")),
                e.method());
    }
}
