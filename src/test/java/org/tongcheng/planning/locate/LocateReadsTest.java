package org.tongcheng.planning.locate;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.Text;
import org.tongcheng.catalog.Write;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.PlanningFeatures;
import org.tongcheng.planning.QuestionReader;
import org.tongcheng.planning.TestRecords;
import org.tongcheng.store.StoreSettings;
import org.tongcheng.store.Stores;

/** A hundred cells of a user's own, 0.1° wide, from 118°E, 24°N on; how often the store is asked for them is counted. */
class LocateReadsTest {

    private final Locate locate = new Locate();
    private final Map<String, Integer> reads = new HashMap<>();
    private FeatureStore store;
    private PlanningFeatures features;

    @BeforeEach
    void fill() {
        store = Stores.open(StoreSettings.of("jdbc:h2:mem:" + UUID.randomUUID()));
        store.create(new CollectionDeclaration("cells", Text.of("cells"), null, GeometryKind.POLYGON, List.of(), false));
        List<Write> cells = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            double west = 118 + i % 10 / 10.0;
            double south = 24 + i / 10 / 10.0;
            cells.add(new Write.Put("cells", new Feature("c" + i, TestRecords.geometry(
                    TestRecords.box(west, south, west + 0.1, south + 0.1)), Map.of())));
        }
        store.write(cells);
        features = new PlanningFeatures(counted());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void manyPlacesAreLookedUpAtOnceAndAsOneByOne() {
        List<String> points = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            points.add(118.013 + 0.0247 * i + "," + (24.987 - 0.0243 * i));
        }
        LocateAnswer together = ask(points, null);
        assertThat(reads).containsEntry("read", 1);
        assertThat(together.places()).allMatch(place -> !place.heldBy().isEmpty());
        for (int i = 0; i < points.size(); i++) {
            assertThat(ask(List.of(points.get(i)), null).places().get(0)).isEqualTo(together.places().get(i));
        }
    }

    @Test
    void thePastIsReadOutOfTheLogOnce() {
        Instant before = store.lastRecorded();
        store.write(List.of(new Write.Delete("cells", "c0", 1L)));
        assertThat(ask(List.of("118.05,24.05"), null).places().get(0).heldBy()).isEmpty();
        for (int i = 0; i < 3; i++) {
            assertThat(ask(List.of("118.05,24.05", "118.55,24.55"), before).places())
                    .extracting(place -> place.heldBy().get(0).feature()).containsExactly("cells/c0", "cells/c55");
        }
        assertThat(reads).containsEntry("readRecorded", 1);
    }

    private LocateAnswer ask(List<String> points, Instant recorded) {
        Asked asked = new QuestionReader(() -> List.of("drive"), Clock.systemUTC())
                .read(locate, Map.of("point", points, "collections", List.of("cells")), List.of()).get(0);
        return (LocateAnswer) locate.answer(asked, features.at(recorded));
    }

    /** The store, its calls counted by name. */
    private FeatureStore counted() {
        return (FeatureStore) Proxy.newProxyInstance(FeatureStore.class.getClassLoader(), new Class<?>[] {FeatureStore.class}, (proxy, method, given) -> {
            reads.merge(method.getName(), 1, Integer::sum);
            try {
                return method.invoke(store, given);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }
}
