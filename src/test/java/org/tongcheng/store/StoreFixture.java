package org.tongcheng.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.Page;
import org.tongcheng.catalog.PropertyDeclaration;
import org.tongcheng.catalog.PropertyType;
import org.tongcheng.catalog.Query;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.catalog.Text;
import org.tongcheng.catalog.Write;

/** A fresh store for each test, and short ways to declare, write and read. */
abstract class StoreFixture {

    static final GeometryFactory FACTORY = new GeometryFactory();

    private final List<FeatureStore> opened = new ArrayList<>();
    StoreSettings settings;
    FeatureStore store;

    /** A database of this test's own, empty. */
    abstract StoreSettings fresh() throws Exception;

    /** Takes the database away, all stores on it being closed. */
    abstract void discard(StoreSettings settings) throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        settings = fresh();
        store = another();
    }

    @AfterEach
    void closeStores() throws Exception {
        opened.forEach(FeatureStore::close);
        discard(settings);
    }

    /** One more store on the same database. */
    FeatureStore another() {
        FeatureStore more = Stores.open(settings);
        opened.add(more);
        return more;
    }

    static PropertyDeclaration property(String name, PropertyType type) {
        return new PropertyDeclaration(name, type, Text.of(name), null, null, List.of(), true, false, null, null);
    }

    static CollectionDeclaration declaration(String id, GeometryKind kind, PropertyDeclaration... properties) {
        return new CollectionDeclaration(id, Text.of(id), null, kind, List.of(properties), false);
    }

    static final CollectionDeclaration PARCELS = declaration("parcels", GeometryKind.ANY,
            property("name", PropertyType.STRING),
            property("floors", PropertyType.INTEGER),
            property("height", PropertyType.NUMBER),
            property("listed", PropertyType.BOOLEAN),
            property("surveyed", PropertyType.DATE),
            property("built", PropertyType.PERIOD),
            property("uses", PropertyType.ARRAY),
            property("owner", PropertyType.OBJECT));

    static Geometry wkt(String text) {
        try {
            return new WKTReader(FACTORY).read(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    static Geometry point(double lon, double lat) {
        return FACTORY.createPoint(new Coordinate(lon, lat));
    }

    static Geometry box(double west, double south, double east, double north) {
        return FACTORY.toGeometry(new Envelope(west, east, south, north));
    }

    static Map<String, Object> values(Object... namesAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return values;
    }

    static Feature feature(String id, Geometry geometry, Object... namesAndValues) {
        return new Feature(id, geometry, values(namesAndValues));
    }

    long create(String collection, Feature feature) {
        return store.write(List.of(new Write.Create(collection, feature))).get(0);
    }

    long put(String collection, Feature feature) {
        return store.write(List.of(new Write.Put(collection, feature))).get(0);
    }

    List<String> ids(String collection, Query query) {
        return ids(collection, query, Page.first(Page.EVERYTHING));
    }

    List<String> ids(String collection, Query query, Page page) {
        List<String> ids = new ArrayList<>();
        store.read(collection, query, page, feature -> ids.add(feature.feature().id()));
        return ids;
    }

    static List<StoredFeature> all(FeatureStore store, String collection) {
        List<StoredFeature> features = new ArrayList<>();
        store.read(collection, Query.ALL, Page.first(Page.EVERYTHING), features::add);
        return features;
    }
}
