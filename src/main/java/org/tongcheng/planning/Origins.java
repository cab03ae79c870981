package org.tongcheng.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.Puntal;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.catalog.Text;

/**
 * Turns places into the points that stand for them in travel times: a unit into its seat, an area into its core cities' seats,
 * a line into its stops, another polygon into a point on it. Of one thread.
 */
public final class Origins {

    private final Records records;
    private final AsOf asOf;
    private final String parameter;
    private final Used.Gathering used;
    private final List<String> warnings;

    /**
     * @param asOf      date at which a line's stops are taken
     * @param parameter name of the parameter that a fault is laid to
     * @param used      takes the features looked at
     * @param warnings  takes what a reader must know
     */
    public Origins(Records records, AsOf asOf, String parameter, Used.Gathering used, List<String> warnings) {
        this.records = records;
        this.asOf = asOf;
        this.parameter = parameter;
        this.used = used;
        this.warnings = warnings;
    }

    /**
     * Throws {@link BadParameter} where the feature is not there or has no place.
     *
     * @param given the place as it was asked for, in the datum of the question; a point is called so
     */
    public Origin of(Place place, String given) {
        if (place instanceof Place.Point point) {
            return new Origin(given, Text.of(given),
                    List.of(new Origin.Point(new Coordinate(point.lon(), point.lat()), "point")));
        }
        FeatureRef ref = ((Place.Site) place).feature();
        return of(ref, records.get(ref, parameter, Form.PLACE));
    }

    /** The place of a feature that was read before; throws {@link BadParameter} where it has none. */
    public Origin of(FeatureRef ref, StoredFeature stored) {
        used.add(ref.collection(), ref.id(), stored.revision());
        Values values = new Values(stored.feature());
        if (!values.isLocatable()) {
            throw fault(ref, "'" + ref + "' only marks a wide or unknown region; nobody can set out from it");
        }
        return new Origin(ref.toString(), values.name(), points(ref, stored));
    }

    private List<Origin.Point> points(FeatureRef ref, StoredFeature stored) {
        if (ref.collection().equals(Collections.UNITS)) {
            return List.of(unit(records.findUnit(ref.id()).orElseThrow(), "seat", ref));
        }
        if (ref.collection().equals(Collections.AREAS)) {
            return cores(ref, records.findArea(ref.id()).orElseThrow());
        }
        Geometry geometry = stored.feature().geometry();
        if (geometry == null || geometry.isEmpty()) {
            throw fault(ref, "'" + ref + "' has no geometry");
        }
        if (geometry instanceof Polygonal) {
            return List.of(new Origin.Point(geometry.getInteriorPoint().getCoordinate(), "inside"));
        }
        if (ref.collection().equals(Collections.CORRIDORS)) {
            List<Origin.Point> stops = stops(ref);
            if (!stops.isEmpty()) {
                return stops;
            }
        }
        String rule = geometry instanceof Puntal ? "point" : geometry instanceof Lineal ? "vertex" : "inside";
        return Arrays.stream(geometry.getCoordinates()).distinct().map(c -> new Origin.Point(new Coordinate(c), rule)).toList();
    }

    private List<Origin.Point> cores(FeatureRef ref, Area area) {
        List<Origin.Point> points = new ArrayList<>();
        for (String adcode : area.cores()) {
            Optional<Unit> core = records.findUnit(adcode);
            if (core.isEmpty()) {
                warnings.add("core city " + adcode + " of " + ref + " is not in the records");
            } else {
                used.add(Collections.UNITS, adcode, core.get().revision());
                points.add(unit(core.get(), "core-city-seat", ref));
            }
        }
        if (points.isEmpty()) {
            throw fault(ref, "'" + ref + "' names no core city that is in the records");
        }
        return points;
    }

    private Origin.Point unit(Unit unit, String rule, FeatureRef asked) {
        if (unit.seat() != null) {
            return new Origin.Point(unit.seat(), rule, unit.geometry());
        }
        if (!(unit.geometry() instanceof Polygonal) || unit.geometry().isEmpty()) {
            throw fault(asked, "unit " + unit.adcode() + " has neither a seat nor an outline");
        }
        warnings.add(Collections.UNITS + "/" + unit.adcode()
                + " has no seat; the point farthest from its border stands for it");
        return new Origin.Point(farthestInside(unit.geometry()), "farthest-from-border", unit.geometry());
    }

    /** Centre of the largest circle within, in degrees stretched so that they are as long east as north at its latitude. */
    private static Coordinate farthestInside(Geometry polygons) {
        double stretch = Math.cos(Math.toRadians(polygons.getEnvelopeInternal().centre().y));
        Geometry flat = AffineTransformation.scaleInstance(stretch, 1).transform(polygons);
        Coordinate centre = MaximumInscribedCircle.getCenter(flat, 1e-4).getCoordinate();
        return new Coordinate(centre.x / stretch, centre.y);
    }

    private List<Origin.Point> stops(FeatureRef corridor) {
        List<Origin.Point> there = new ArrayList<>();
        List<Origin.Point> all = new ArrayList<>();
        for (StoredFeature stop : records.features(Collections.STOPS)) {
            if (corridor.id().equals(stop.feature().text("corridor_id")) && stop.feature().geometry() instanceof Puntal) {
                Origin.Point point = new Origin.Point(stop.feature().geometry().getCoordinate(), "stop");
                used.add(Collections.STOPS, stop.feature().id(), stop.revision());
                all.add(point);
                if (stop.existence().existsAt(asOf)) {
                    there.add(point);
                }
            }
        }
        if (there.isEmpty() && !all.isEmpty()) {
            warnings.add(corridor + " is not there at " + asOf.date() + "; its stops are taken nevertheless");
        }
        return there.isEmpty() ? all : there;
    }

    private BadParameter fault(FeatureRef ref, String reason) {
        return new BadParameter(parameter, ref.toString(), Form.PLACE.allowed(), reason);
    }
}
