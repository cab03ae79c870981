package org.tongcheng.planning.extent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.planning.AnswerNumbers;
import org.tongcheng.planning.Area.DeclaredSize;
import org.tongcheng.planning.Area;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.Member;
import org.tongcheng.planning.Outline;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.Unit;
import org.tongcheng.planning.Values;

/**
 * Measures areas, units and other features of one {@link Records}, each but once. Threads: safe for many.
 */
final class Measuring {

    private static final String ON_ELLIPSOID = Geodesy.METHOD + " Error: outline length × stated accuracy. Measured: ";

    /** Ground shared by neighbours whose common border is drawn twice is no overlap: less than a hectare. */
    private static final double LEAST_OVERLAP_KM2 = 0.01;

    private final Records records;
    private final Map<String, Measured> areas = new ConcurrentHashMap<>();
    private final Map<String, Double> areaKm2 = new ConcurrentHashMap<>();
    private final Map<Pair, Double> shared = new ConcurrentHashMap<>();

    /** Two areas in alphabetical order. */
    private record Pair(String first, String second) {
        static Pair of(String a, String b) {
            return a.compareTo(b) < 0 ? new Pair(a, b) : new Pair(b, a);
        }
    }

    /** What is known beside its geometry of a feature that is no area. */
    private record Single(String ref, Text name, Double accuracyM, DeclaredSize declared, String method) {}

    Measuring(Records records) {
        this.records = records;
    }

    /** Empty where the area has no polygon. */
    Optional<Measured> area(Area area) {
        Geometry outline = records.outline(area).geometry();
        return hasPolygon(outline)
                ? Optional.of(areas.computeIfAbsent(area.id(), id -> measure(area)))
                : Optional.empty();
    }

    Measured unit(Unit unit) {
        DeclaredSize declared = unit.officialKm2() == null ? null
                : new DeclaredSize(unit.officialKm2(), 0.005, null, "area_official_km2");
        return single(new Single(Collections.UNITS + "/" + unit.adcode(), unit.name(), unit.accuracyM(), declared, unit.method()),
                unit.geometry());
    }

    Measured feature(String ref, StoredFeature stored) {
        Values values = new Values(stored.feature());
        Single single = new Single(ref, values.name(), values.accuracyM(), null, values.text("method"));
        return single(single, stored.feature().geometry());
    }

    static boolean hasPolygon(Geometry geometry) {
        return geometry != null && !Surface.polygons(geometry).isEmpty();
    }

    private Measured single(Single of, Geometry geometry) {
        Surface s = Surface.of(geometry);
        Double error = of.accuracyM() == null ? null : Double.valueOf(AnswerNumbers.rounded(s.perimeterKm() * of.accuracyM() / 1000, 3));
        Comparison comparison = Comparison.of(of.declared(), s.areaKm2(), error, List.of());
        Shape shape = Shape.of(Surface.polygons(geometry));
        List<Measured.Overlap> overlaps = overlaps(geometry, s.areaKm2(), null);
        String method = ON_ELLIPSOID + "the feature's own outline" + (of.method() == null ? "" : " (" + of.method() + ")");
        return new Measured(of.ref(), of.name(), s.areaKm2(), error, s.perimeterKm(), s.bbox(), s.centroid(), s.parts(), s.holes(),
                List.of(), of.declared(), comparison.differenceKm2(), comparison.consistent(), comparison.reasons(),
                List.of(), overlaps, List.of(), shape.islands(), shape.holesKm2(), shape.compactness(), shape.farthestPair(), List.of(),
                Neighbours.of(geometry, null, records, overlaps), List.of(), method);
    }

    private Measured measure(Area area) {
        Outline outline = records.outline(area);
        List<Polygon> polygons = Surface.polygons(outline.geometry());
        Surface s = Surface.of(outline.geometry());
        Border border = new Border(outline.units(), records);
        Double error = error(area, outline, border, polygons, s);
        List<Measured.UnresolvedMember> unresolved = Unresolved.of(area, outline);
        List<String> unknown = unresolved.stream().filter(Unresolved::extentUnknown)
                .map(Measured.UnresolvedMember::name).toList();
        Comparison comparison = Comparison.of(area.declared(), s.areaKm2(), error, unknown);
        Shape shape = Shape.of(polygons);
        List<Measured.Overlap> overlaps = overlaps(outline.geometry(), s.areaKm2(), area);
        return new Measured(Collections.AREAS + "/" + area.id(), area.name(), s.areaKm2(), error, s.perimeterKm(), s.bbox(),
                s.centroid(), s.parts(), s.holes(), members(area, outline), area.declared(), comparison.differenceKm2(),
                comparison.consistent(), comparison.reasons(), unresolved,
                overlaps, gaps(polygons, border), shape.islands(), shape.holesKm2(), shape.compactness(), shape.farthestPair(),
                memberOverlaps(outline.units()), Neighbours.of(outline.geometry(), area, records, overlaps),
                new Explaining(records, this::unitKm2).of(area, outline, s, error, unresolved), method(outline, area));
    }

    private static Double error(Area area, Outline outline, Border border, List<Polygon> polygons, Surface s) {
        if (!outline.united()) {
            return area.accuracyM() == null ? null : Double.valueOf(AnswerNumbers.rounded(s.perimeterKm() * area.accuracyM() / 1000, 3));
        }
        Double squareMetres = border.errorSquareMetres(polygons);
        return squareMetres == null ? null : Double.valueOf(AnswerNumbers.rounded(squareMetres / 1e6, 3));
    }

    private static String method(Outline outline, Area area) {
        if (!outline.united()) {
            return ON_ELLIPSOID + "the area's stored outline" + (area.method() == null ? "" : " (" + area.method() + ")");
        }
        long modelled = outline.units().stream().filter(u -> "modelled".equals(u.method())).count();
        return ON_ELLIPSOID + "the union of " + outline.units().size() + " members' units, each place once, "
                + modelled + " of them modelled";
    }

    private List<Measured.MemberExtent> members(Area area, Outline outline) {
        List<Measured.MemberExtent> members = new ArrayList<>();
        for (Member m : area.members()) {
            Optional<Unit> recorded = records.findUnit(m.adcode());
            Optional<Unit> unit = recorded.filter(u -> hasPolygon(u.geometry()));
            members.add(new Measured.MemberExtent(
                    m.adcode(), m.name(), recorded.map(u -> u.name().en()).orElse(null), m.part(), m.basis(), m.containedIn(),
                    unit.map(this::unitKm2).orElse(null),
                    unit.map(u -> Surface.polygons(u.geometry()).size()).orElse(null),
                    unit.isPresent() && outline.units().contains(unit.get()),
                    unit.map(Unit::method).orElse(null)));
        }
        return members;
    }

    private static List<Measured.MemberOverlap> memberOverlaps(List<Unit> units) {
        List<Measured.MemberOverlap> overlaps = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            for (int j = i + 1; j < units.size(); j++) {
                Geometry a = units.get(i).geometry();
                Geometry b = units.get(j).geometry();
                double km2 = a.getEnvelopeInternal().intersects(b.getEnvelopeInternal()) ? intersectionKm2(a, b) : 0;
                if (km2 >= LEAST_OVERLAP_KM2) {
                    overlaps.add(new Measured.MemberOverlap(units.get(i).adcode(), units.get(j).adcode(), km2));
                }
            }
        }
        return overlaps;
    }

    private double unitKm2(Unit unit) {
        return areaKm2.computeIfAbsent(Collections.UNITS + "/" + unit.adcode(), a -> km2(unit.geometry()));
    }

    /** @param self the area that the geometry is of, if it is an area's */
    private List<Measured.Overlap> overlaps(Geometry geometry, double ownKm2, Area self) {
        List<Measured.Overlap> overlaps = new ArrayList<>();
        for (Area other : records.areas()) {
            Geometry theirs = other.equals(self) ? null : records.outline(other).geometry();
            if (!hasPolygon(theirs) || !theirs.getEnvelopeInternal().intersects(geometry.getEnvelopeInternal())) {
                continue;
            }
            double km2 = self == null ? intersectionKm2(geometry, theirs)
                    : shared.computeIfAbsent(Pair.of(self.id(), other.id()), p -> intersectionKm2(geometry, theirs));
            if (km2 >= LEAST_OVERLAP_KM2) {
                double theirKm2 = areaKm2.computeIfAbsent(Collections.AREAS + "/" + other.id(), a -> km2(theirs));
                overlaps.add(new Measured.Overlap(Collections.AREAS + "/" + other.id(), other.name(), km2,
                        share(km2, ownKm2), share(km2, theirKm2)));
            }
        }
        return overlaps;
    }

    private static double share(double part, double whole) {
        return AnswerNumbers.rounded(Math.min(1, part / whole), 6);
    }

    private static double km2(Geometry geometry) {
        return AnswerNumbers.km2(Geodesy.areaSquareMetres(geometry));
    }

    private static double intersectionKm2(Geometry a, Geometry b) {
        Geometry common = OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION);
        return km2(common);
    }

    /** Holes that more than one member surrounds; a hole within one member is that member's own. */
    private List<Measured.Gap> gaps(List<Polygon> polygons, Border border) {
        List<Measured.Gap> gaps = new ArrayList<>();
        for (Polygon polygon : polygons) {
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                LinearRing ring = polygon.getInteriorRingN(i);
                List<String> around = border.along(ring).stream().map(Unit::adcode).sorted().toList();
                if (around.size() > 1) {
                    Polygon hole = polygon.getFactory().createPolygon(ring.getCoordinateSequence());
                    Surface s = Surface.of(hole);
                    gaps.add(new Measured.Gap(s.areaKm2(), s.bbox(), around, filling(hole)));
                }
            }
        }
        return gaps;
    }

    private List<String> filling(Polygon hole) {
        return records.finestTiling().stream()
                .filter(u -> u.geometry() != null && u.geometry().getEnvelopeInternal().intersects(hole.getEnvelopeInternal()))
                .filter(u -> intersectionKm2(hole, u.geometry()) >= LEAST_OVERLAP_KM2)
                .map(Unit::adcode)
                .sorted()
                .toList();
    }
}
