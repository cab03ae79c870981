package org.tongcheng.web.map;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.Page;
import org.tongcheng.catalog.Query;
import org.tongcheng.geometry.Datum;
import org.tongcheng.planning.Values;

/**
 * Every name that stands somewhere, once: of stops that share a name within about two kilometres only the first. A collection of
 * more than {@value #MOST} features (parcels, grid cells) is none that people search by name. Threads: safe for many; the rows
 * are made anew when the records have changed.
 */
final class Places {

    static final List<String> COLUMNS = List.of("collection", "id", "zh", "en", "lon", "lat");

    private static final int MOST = 20_000;
    private static final double SAME_PLACE_DEGREES = 0.02;
    private static final double ROUNDING = 1e5;

    private final FeatureStore store;
    private final Datum datum;
    private volatile Rows known = new Rows(-1, List.of());

    private record Rows(long version, List<List<Object>> rows) {}

    /** @param datum in which the places are given: that of the base map */
    Places(FeatureStore store, Datum datum) {
        this.store = store;
        this.datum = datum;
    }

    List<List<Object>> rows() {
        long version = store.version(List.of());
        Rows now = known;
        if (now.version() != version) {
            now = new Rows(version, collect());
            known = now;
        }
        return now.rows();
    }

    private List<List<Object>> collect() {
        List<List<Object>> rows = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (CollectionDeclaration collection : store.collections()) {
            boolean named = collection.findProperty("name_zh").isPresent() || collection.findProperty("name").isPresent();
            if (named && collection.geometry() != GeometryKind.NONE && store.count(collection.id(), Query.ALL) <= MOST) {
                store.read(collection.id(), Query.ALL, Page.first(Page.EVERYTHING), stored -> add(collection.id(), stored.feature(), seen, rows));
            }
        }
        return rows;
    }

    private void add(String collection, Feature feature, Set<String> seen, List<List<Object>> rows) {
        Values values = new Values(feature);
        if (feature.geometry() == null || feature.geometry().isEmpty() || !values.isLocatable()) {
            return;
        }
        Coordinate at = datum.fromWgs84(place(feature));
        String zh = values.name().zh();
        String en = values.name().en().equals(zh) ? "" : values.name().en();
        String cell = Math.floor(at.x / SAME_PLACE_DEGREES) + "," + Math.floor(at.y / SAME_PLACE_DEGREES);
        if (seen.add(collection + " " + zh + " " + (collection.equals("stops") ? cell : feature.id()))) {
            rows.add(List.of(collection, feature.id(), zh, en, rounded(at.x), rounded(at.y)));
        }
    }

    /** Where the map goes to: a unit's seat, the middle of a line, a point inside a polygon. */
    private static Coordinate place(Feature feature) {
        if (feature.value("seat") instanceof List<?> seat && seat.size() == 2
                && seat.get(0) instanceof Number lon && seat.get(1) instanceof Number lat) {
            return new Coordinate(lon.doubleValue(), lat.doubleValue());
        }
        Geometry geometry = feature.geometry();
        if (geometry.getDimension() == 1) {
            return new LengthIndexedLine(geometry).extractPoint(geometry.getLength() / 2);
        }
        return geometry.getInteriorPoint().getCoordinate();
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * ROUNDING) / ROUNDING;
    }
}
