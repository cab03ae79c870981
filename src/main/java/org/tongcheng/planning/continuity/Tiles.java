package org.tongcheng.planning.continuity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.planning.Area;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.Unit;

/** The units of the finest tiling in and around an area, by place. Of one thread. */
final class Tiles {

    static final GeometryFactory FACTORY = new GeometryFactory();

    private static final double METRES_PER_DEGREE = 110_500;

    /** What a distance in the plane of the area's middle latitude may be off by; what comes nearer is measured. */
    private static final double PLANE_ERROR = 0.1;

    private final Records records;
    private final Geometry outline;
    private final double shorten;
    private final STRtree tree = new STRtree();
    private final Map<String, PreparedGeometry> prepared = new HashMap<>();
    private final Map<String, IndexedFacetDistance> facets = new HashMap<>();
    private final Map<String, Boolean> inArea = new HashMap<>();
    private final List<PreparedGeometry> areas = new ArrayList<>();

    /** A unit and how far a place lies from it, metres. */
    record Near(Unit unit, double metres) {}

    /** @param metres how far beyond the area units are wanted */
    Tiles(Records records, Area area, double metres) {
        this.records = records;
        this.outline = records.outline(area).geometry();
        this.shorten = Math.cos(Math.toRadians(outline.getEnvelopeInternal().centre().y));
        Envelope box = box(metres);
        for (Unit unit : records.finestTiling()) {
            if (unit.geometry() instanceof Polygonal && unit.geometry().getEnvelopeInternal().intersects(box)) {
                tree.insert(unit.geometry().getEnvelopeInternal(), unit);
            }
        }
        tree.build();
        for (Area each : records.areas()) {
            Geometry land = records.outline(each).geometry();
            if (land != null && !land.isEmpty() && land.getEnvelopeInternal().intersects(box)) {
                areas.add(PreparedGeometryFactory.prepare(land));
            }
        }
    }

    /** The area's box and so many metres around it, more rather than less. */
    Envelope box(double metres) {
        return Geodesy.around(outline.getEnvelopeInternal(), metres);
    }

    /** The box of so many metres around a place, more rather than less. */
    static Envelope around(Coordinate at, double metres) {
        return Geodesy.around(new Envelope(at), metres);
    }

    /** The unit that a road ending at {@code at} ends in; on a border the one it comes from. Null where there is none. */
    Unit host(Coordinate at, Coordinate before) {
        Unit host = null;
        for (Unit unit : touching(new Envelope(at))) {
            if (prepared(unit).covers(point(at))) {
                boolean comesFrom = host == null || prepared(unit).covers(point(stepBack(at, before)));
                host = comesFrom ? unit : host;
            }
        }
        return host;
    }

    /** The units other than this one within so many metres of a place, nearest first. */
    List<Near> neighbours(Coordinate at, Unit host, double metres) {
        List<Near> near = new ArrayList<>();
        for (Unit unit : touching(around(at, metres))) {
            if (unit != host && planeMetres(at, unit) <= metres * (1 + PLANE_ERROR)) {
                double exact = Geodesy.distanceMetres(point(at), unit.geometry());
                if (exact <= metres) {
                    near.add(new Near(unit, exact));
                }
            }
        }
        near.sort(Comparator.comparingDouble(Near::metres).thenComparing(n -> n.unit().adcode()));
        return near;
    }

    /** Whether a place lies farther from a unit than so many metres. */
    boolean isBeyond(Coordinate at, Unit unit, double metres) {
        double plane = planeMetres(at, unit);
        return Math.abs(plane - metres) > PLANE_ERROR * metres ? plane > metres
                : Geodesy.distanceMetres(point(at), unit.geometry()) > metres;
    }

    boolean covers(Unit unit, Coordinate at) {
        return prepared(unit).covers(point(at));
    }

    boolean touch(Unit a, Unit b) {
        return a.geometry().getEnvelopeInternal().intersects(b.geometry().getEnvelopeInternal()) && prepared(a).intersects(b.geometry());
    }

    @SuppressWarnings("unchecked")
    List<Unit> touching(Envelope box) {
        List<Unit> units = tree.isEmpty() ? List.of() : tree.query(box);
        return units.stream().sorted(Comparator.comparing(Unit::adcode)).toList();
    }

    boolean inArea(Unit unit) {
        return inArea.computeIfAbsent(unit.adcode(), a -> outline.covers(unit.geometry().getInteriorPoint()));
    }

    /** Whether the place lies in any planning area. */
    boolean inSomeArea(Coordinate at) {
        return areas.stream().anyMatch(a -> a.covers(point(at)));
    }

    /** Whether the border of the two is one of the area: within it or around it. */
    boolean concerns(Unit a, Unit b) {
        return inArea(a) || inArea(b);
    }

    /** {@code units} where the border of the two lies within the area, {@code area} where one of them lies outside it. */
    String of(Unit a, Unit b) {
        return inArea(a) && inArea(b) ? "units" : "area";
    }

    /** {@code county} where both are of one prefecture, {@code prefecture} otherwise. */
    static String level(Unit a, Unit b) {
        return Unit.COUNTY.equals(a.level()) && a.parent() != null && a.parent().equals(b.parent()) ? Unit.COUNTY : Unit.PREFECTURE;
    }

    /**
     * How far off the border of two units may be drawn, metres; null where nobody stated it. Between prefectures the outline of the
     * prefecture counts, which may be better than those of its counties.
     */
    Double accuracyM(Unit a, Unit b) {
        Double first = level(a, b).equals(Unit.COUNTY) ? a.accuracyM() : best(a);
        Double second = level(a, b).equals(Unit.COUNTY) ? b.accuracyM() : best(b);
        return first == null || second == null ? null : Double.valueOf(Math.max(first, second));
    }

    private Double best(Unit unit) {
        Double parent = unit.parent() == null ? null : records.findUnit(unit.parent()).map(Unit::accuracyM).orElse(null);
        return parent == null || unit.accuracyM() != null && unit.accuracyM() < parent ? unit.accuracyM() : parent;
    }

    private double planeMetres(Coordinate at, Unit unit) {
        if (prepared(unit).covers(point(at))) {
            return 0;
        }
        Geometry flat = point(new Coordinate(at.x * shorten, at.y));
        return facets.computeIfAbsent(unit.adcode(), a -> new IndexedFacetDistance(
                AffineTransformation.scaleInstance(shorten, 1).transform(unit.geometry()))).distance(flat) * METRES_PER_DEGREE;
    }

    private PreparedGeometry prepared(Unit unit) {
        return prepared.computeIfAbsent(unit.adcode(), a -> PreparedGeometryFactory.prepare(unit.geometry()));
    }

    static Point point(Coordinate at) {
        return FACTORY.createPoint(new Coordinate(at));
    }

    /** A hundred thousandth of a degree, about a metre, back along the road. */
    private static Coordinate stepBack(Coordinate at, Coordinate before) {
        double length = at.distance(before);
        double step = length == 0 ? 0 : Math.min(1, 1e-5 / length);
        return new Coordinate(at.x + (before.x - at.x) * step, at.y + (before.y - at.y) * step);
    }
}
