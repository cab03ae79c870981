package org.tongcheng.web.planning;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.PropertyDeclaration;
import org.tongcheng.catalog.PropertyType;
import org.tongcheng.catalog.Text;
import org.tongcheng.catalog.Write;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.PlanningFeatures;
import org.tongcheng.planning.PlanningQuestion;
import org.tongcheng.planning.QuestionReader;
import org.tongcheng.planning.TestRecords;
import org.tongcheng.store.StoreSettings;
import org.tongcheng.store.Stores;

/** A desk over an embedded store in memory with a small world in it: two cells side by side and an area of both. */
public final class TestDesk implements AutoCloseable {

    private static final PropertyDeclaration PEOPLE = new PropertyDeclaration(
            "population_2020", PropertyType.INTEGER, Text.of("people"), null, "1", List.of(), false, false, null, "sum");

    final FeatureStore store = Stores.open(StoreSettings.of("jdbc:h2:mem:" + UUID.randomUUID()));
    final PlanningFeatures features = new PlanningFeatures(store);
    final Workers workers;
    final AnswerDesk desk;

    /** @param questions made once the world stands */
    public TestDesk(Function<TestDesk, List<PlanningQuestion>> questions) {
        this(questions, new Workers(2, 8));
    }

    TestDesk(Function<TestDesk, List<PlanningQuestion>> questions, Workers workers) {
        this.workers = workers;
        declare(Collections.UNITS, GeometryKind.MULTI_POLYGON, property("name_zh", PropertyType.STRING),
                property("accuracy_m", PropertyType.NUMBER), property("method", PropertyType.STRING),
                property("level", PropertyType.STRING), PEOPLE,
                property("seat", PropertyType.ARRAY));
        declare(Collections.AREAS, GeometryKind.MULTI_POLYGON, property("name_zh", PropertyType.STRING),
                property("members", PropertyType.ARRAY), property("declared_area_km2", PropertyType.NUMBER));
        declare(Collections.CORRIDORS, GeometryKind.LINE_STRING, property("mode", PropertyType.STRING));
        put(Collections.UNITS, "1", TestRecords.box(118, 24, 119, 25), Map.of("name_zh", "甲", "accuracy_m", 100.0,
                "level", "prefecture", "population_2020", 2_000_000L, "seat", List.of(118.5, 24.5)));
        put(Collections.UNITS, "2", TestRecords.box(119, 24, 120, 25), Map.of("name_zh", "乙", "accuracy_m", 100.0,
                "level", "prefecture", "population_2020", 1_000_000L, "seat", List.of(119.5, 24.5)));
        put(Collections.AREAS, "both", null, Map.of("name_zh", "甲乙",
                "members", List.of(TestRecords.member("1", "whole"), TestRecords.member("2", "whole"))));
        put(Collections.CORRIDORS, "G1", "LINESTRING (118.1 24.1, 118.9 24.9)", Map.of("mode", "expressway"));
        QuestionReader reader = new QuestionReader(() -> List.of("drive", "transit", "commute", "station-to-station", "in-vehicle", "transit-bicycle"), Clock.systemUTC());
        desk = new AnswerDesk(store, features, reader, questions.apply(this), workers, List::of);
    }

    public AnswerDesk desk() {
        return desk;
    }

    void put(String collection, String id, String wkt, Map<String, Object> properties) {
        Geometry geometry = wkt == null ? null : TestRecords.geometry(wkt);
        store.write(List.of(new Write.Put(collection, new Feature(id, geometry, new LinkedHashMap<>(properties)))));
    }

    void declare(String id, GeometryKind kind, PropertyDeclaration... properties) {
        store.create(new CollectionDeclaration(id, Text.of(id), null, kind, new ArrayList<>(List.of(properties)), true));
    }

    static PropertyDeclaration property(String name, PropertyType type) {
        return new PropertyDeclaration(name, type, Text.of(name), null, null, List.of(), false, false, null, null);
    }

    @Override
    public void close() {
        workers.close();
        store.close();
    }
}
