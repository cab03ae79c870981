package org.tongcheng.planning.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.planning.Area;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.Unit;
import org.tongcheng.planning.Used;
import org.tongcheng.planning.Values;

/** Gathers what may be served in an area: what its outline touches at the date. Of one thread. */
final class Things {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Records records;
    private final AsOf asOf;
    private final Used.Gathering used;
    private final List<String> warnings;

    Things(Records records, AsOf asOf, Used.Gathering used, List<String> warnings) {
        this.records = records;
        this.asOf = asOf;
        this.used = used;
        this.warnings = warnings;
    }

    /** By id. Units are those of the finest tiling whose seat lies in the area. */
    List<Thing> of(String collection, Area area, Geometry outline) {
        PreparedGeometry land = PreparedGeometryFactory.prepare(outline);
        List<Thing> things = new ArrayList<>();
        if (collection.equals(Collections.UNITS)) {
            records.finestTiling().forEach(unit -> addUnit(unit, land, things));
        } else {
            records.features(collection).forEach(feature -> addFeature(collection, feature, land, things));
        }
        if (things.isEmpty()) {
            warnings.add("nothing of " + collection + " lies in " + area.id() + ": a share of nothing is given as 0");
        }
        long discs = things.stream().filter(t -> "modelled".equals(t.method())).count();
        if (discs > 0 && !collection.equals(Collections.UNITS)) {
            warnings.add(discs + " of " + things.size() + " are modelled discs of a stated area; their distance is that of the disc");
        }
        things.sort(Comparator.comparing(Thing::ref));
        return things;
    }

    private void addUnit(Unit unit, PreparedGeometry land, List<Thing> things) {
        if (unit.seat() == null) {
            boolean touches = unit.geometry() != null && land.intersects(unit.geometry());
            if (touches) {
                warnings.add(Collections.UNITS + "/" + unit.adcode() + " has no seat and is left out");
            }
            return;
        }
        Geometry seat = FACTORY.createPoint(new Coordinate(unit.seat()));
        if (land.intersects(seat)) {
            used.add(Collections.UNITS, unit.adcode(), unit.revision());
            things.add(new Thing(Collections.UNITS + "/" + unit.adcode(), unit.name(), seat, unit.geometry(), unit.seatAccuracyM(), null));
        }
    }

    private void addFeature(String collection, StoredFeature stored, PreparedGeometry land, List<Thing> things) {
        Geometry geometry = stored.feature().geometry();
        if (geometry == null || geometry.isEmpty() || !land.intersects(geometry) || !stored.existence().existsAt(asOf)) {
            return;
        }
        String ref = collection + "/" + stored.feature().id();
        used.add(collection, stored.feature().id(), stored.revision());
        Values values = new Values(stored.feature());
        if (!values.isLocatable()) {
            warnings.add(ref + " only marks a wide or unknown region and is left out");
            return;
        }
        things.add(new Thing(ref, values.name(), geometry, null, values.accuracyM(), values.text("method")));
    }
}
