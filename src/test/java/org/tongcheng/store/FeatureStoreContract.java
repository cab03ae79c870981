package org.tongcheng.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.CollectionExists;
import org.tongcheng.catalog.CollectionNotEmpty;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.FeatureExists;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.InvalidDeclaration;
import org.tongcheng.catalog.Job;
import org.tongcheng.catalog.JobLog;
import org.tongcheng.catalog.Page;
import org.tongcheng.catalog.PropertyDeclaration;
import org.tongcheng.catalog.PropertyType;
import org.tongcheng.catalog.Query;
import org.tongcheng.catalog.Revision;
import org.tongcheng.catalog.Revision.Operation;
import org.tongcheng.catalog.StaleRevision;
import org.tongcheng.catalog.UnknownCollection;
import org.tongcheng.catalog.UnknownFeature;
import org.tongcheng.catalog.Write;

/** What a store promises on every database. */
abstract class FeatureStoreContract extends ExistenceContract {

    @Test
    void aWriteMadeAgainstAnOlderRevisionIsRefused() {
        store.create(PARCELS);
        assertThat(create("parcels", feature("a", null, "floors", 1L))).isEqualTo(1);
        assertThat(store.write(List.of(new Write.Replace("parcels", feature("a", null, "floors", 2L), 1)))).containsExactly(2L);

        assertThatThrownBy(() -> store.write(List.of(new Write.Replace("parcels", feature("a", null, "floors", 3L), 1))))
                .isInstanceOfSatisfying(StaleRevision.class, e -> assertThat(e.current()).isEqualTo(2));
        assertThatThrownBy(() -> store.write(List.of(new Write.Delete("parcels", "a", 1)))).isInstanceOf(StaleRevision.class);
        assertThatThrownBy(() -> store.write(List.of(new Write.Delete("parcels", "b", 1)))).isInstanceOf(UnknownFeature.class);
        assertThatThrownBy(() -> create("parcels", feature("a", null))).isInstanceOf(FeatureExists.class);
        assertThatThrownBy(() -> create("parks", feature("a", null))).isInstanceOf(UnknownCollection.class);
        assertThat(store.get("parcels", "a").feature().value("floors")).isEqualTo(2L);
        assertThat(store.get("parcels", "a").revision()).isEqualTo(2);
    }

    @Test
    void theLogKeepsEveryStateAlsoOfWhatWasDeletedAndMadeAgain() {
        store.create(PARCELS);
        create("parcels", feature("a", point(1, 1), "floors", 1L));
        store.write(List.of(new Write.Replace("parcels", feature("a", null, "floors", 2L), 1)));
        assertThat(store.write(List.of(new Write.Delete("parcels", "a", 2)))).containsExactly(3L);
        assertThat(store.find("parcels", "a")).isEmpty();
        assertThat(create("parcels", feature("a", point(4, 4), "floors", 4L))).isEqualTo(4);

        List<Revision> revisions = store.revisions("parcels", "a");
        assertThat(revisions).extracting(Revision::n).containsExactly(1L, 2L, 3L, 4L);
        assertThat(revisions).extracting(Revision::operation)
                .containsExactly(Operation.CREATE, Operation.REPLACE, Operation.DELETE, Operation.CREATE);
        assertThat(store.lastRecorded()).isEqualTo(revisions.get(revisions.size() - 1).recorded());
        assertThat(revisions).extracting(Revision::recorded).isSorted().doesNotHaveDuplicates()
                .allSatisfy(at -> assertThat(at.getNano() % 1000).isZero());
        assertThat(store.findRevision("parcels", "a", 1).orElseThrow().feature().geometry()).isEqualTo(point(1, 1));
        assertThat(store.findRevision("parcels", "a", 2).orElseThrow().feature().value("floors")).isEqualTo(2L);
        assertThat(store.findRevision("parcels", "a", 3)).isEmpty();
        assertThat(store.findRevision("parcels", "a", 4).orElseThrow().feature()).isEqualTo(store.get("parcels", "a").feature());
        assertThat(store.findRevision("parcels", "a", 5)).isEmpty();
        assertThatThrownBy(() -> store.revisions("parcels", "never")).isInstanceOf(UnknownFeature.class);
    }

    @Test
    void everyPastStateOfACollectionCanBeReadBack() {
        store.create(PARCELS);
        List<Instant> moments = new ArrayList<>(List.of(Instant.now()));
        List<List<Feature>> states = new ArrayList<>(List.of(List.of()));
        List<Write> writes = List.of(
                new Write.Create("parcels", feature("a", point(1, 1), "floors", 1L)),
                new Write.Create("parcels", feature("b", null, "floors", 1L)),
                new Write.Replace("parcels", feature("a", point(2, 2), "floors", 2L), 1),
                new Write.Delete("parcels", "b", 1),
                new Write.Create("parcels", feature("c", null, "name", "c")),
                new Write.Create("parcels", feature("b", null, "floors", 7L)));
        for (Write write : writes) {
            store.write(List.of(write));
            moments.add(Instant.now());
            states.add(all(store, "parcels").stream().map(stored -> stored.feature()).toList());
        }
        for (int i = 0; i < moments.size(); i++) {
            assertThat(recorded("parcels", moments.get(i))).as("state %d", i).isEqualTo(states.get(i));
        }
        store.drop("parcels", true);
        assertThat(recorded("parcels", moments.get(3))).isEqualTo(states.get(3));
        assertThat(recorded("parcels", Instant.now())).isEmpty();
        assertThat(store.revisions("parcels", "a")).hasSize(3);
        assertThat(store.findCollection("parcels")).isEmpty();
    }

    private List<Feature> recorded(String collection, Instant moment) {
        List<Feature> features = new ArrayList<>();
        store.readRecorded(collection, moment, stored -> features.add(stored.feature()));
        return features;
    }

    @Test
    void aBatchIsWrittenWholeOrNotAtAll() {
        store.create(PARCELS);
        create("parcels", feature("taken", null));
        long version = store.version(List.of("parcels"));
        List<Write> batch = new ArrayList<>();
        IntStream.range(0, 1300).forEach(i -> batch.add(new Write.Create("parcels", feature("n" + i, point(1, 1)))));
        batch.add(new Write.Create("parcels", feature("taken", null)));

        assertThatThrownBy(() -> store.write(batch)).isInstanceOf(FeatureExists.class).hasMessageContaining("taken");
        assertThat(ids("parcels", Query.ALL)).containsExactly("taken");
        assertThat(store.count("parcels", Query.ALL)).isEqualTo(1);
        assertThat(store.version(List.of("parcels"))).isEqualTo(version);
        assertThatThrownBy(() -> store.revisions("parcels", "n0")).isInstanceOf(UnknownFeature.class);
    }

    @Test
    void oneBatchMayWriteAFeatureSeveralTimesAndSeveralCollections() {
        store.create(PARCELS);
        store.create(declaration("others", GeometryKind.POINT, property("name", PropertyType.STRING)));
        assertThat(store.write(List.of(
                new Write.Create("parcels", feature("a", null, "floors", 1L)),
                new Write.Replace("parcels", feature("a", null, "floors", 2L), 1),
                new Write.Create("others", feature("a", point(1, 1))),
                new Write.Delete("parcels", "a", 2),
                new Write.Create("parcels", feature("a", null, "floors", 9L))))).containsExactly(1L, 2L, 1L, 3L, 4L);
        assertThat(store.get("parcels", "a").feature().value("floors")).isEqualTo(9L);
        assertThat(store.count("others", Query.ALL)).isEqualTo(1);
        assertThat(store.count("parcels", Query.ALL)).isEqualTo(1);
    }

    @Test
    void aPutOfTheSameWritesNothing() {
        store.create(PARCELS);
        Object[] properties = {"name", "x", "height", 1.0, "uses", List.of("a", 1L), "owner", values("b", 1L, "a", 2.5)};
        assertThat(put("parcels", feature("a", point(1, 1), properties))).isEqualTo(1);
        long version = store.version(List.of());
        assertThat(put("parcels", feature("a", point(1, 1), properties))).isEqualTo(1);
        assertThat(store.version(List.of())).isEqualTo(version);
        assertThat(put("parcels", feature("a", point(1, 1.5), properties))).isEqualTo(2);
        assertThat(put("parcels", feature("a", point(1, 1.5)))).isEqualTo(3);
        assertThat(store.revisions("parcels", "a")).hasSize(3);
    }

    @Test
    void theVersionGrowsWithEveryWriteToTheCollectionsNamed() {
        store.create(PARCELS);
        store.create(declaration("others", GeometryKind.NONE));
        long parcels = store.version(List.of("parcels"));
        long any = store.version(List.of());
        create("others", feature("a", null));
        assertThat(store.version(List.of("parcels"))).isEqualTo(parcels);
        assertThat(store.version(List.of("parcels", "others"))).isGreaterThan(parcels);
        assertThat(store.version(List.of())).isGreaterThan(any);
        long before = store.version(List.of());
        store.drop("others", true);
        assertThat(store.version(List.of())).isGreaterThan(before);
        assertThatThrownBy(() -> store.version(List.of("others"))).isInstanceOf(UnknownCollection.class);
    }

    @Test
    void collectionsAreListedBuiltInFirstThenAsTheyCame() {
        store.create(PARCELS);
        CollectionDeclaration shipped =
                new CollectionDeclaration("zones", PARCELS.title(), PARCELS.title(), GeometryKind.MULTI_POLYGON, List.of(), true);
        store.create(shipped);
        store.create(declaration("another", GeometryKind.NONE));
        assertThat(store.collections()).extracting(CollectionDeclaration::id).containsExactly("zones", "parcels", "another");
        assertThat(store.getCollection("zones")).isEqualTo(shipped);
        assertThat(store.getCollection("parcels")).isEqualTo(PARCELS);
        assertThatThrownBy(() -> store.create(PARCELS)).isInstanceOf(CollectionExists.class);
        assertThatThrownBy(() -> store.drop("nothing", true)).isInstanceOf(UnknownCollection.class);
    }

    @Test
    void aDroppedCollectionCanBeMadeAgainWithAnotherShape() {
        store.create(PARCELS);
        create("parcels", feature("a", point(1, 1), "floors", 1L));
        assertThatThrownBy(() -> store.drop("parcels", false)).isInstanceOf(CollectionNotEmpty.class);
        store.drop("parcels", true);
        assertThatThrownBy(() -> store.find("parcels", "a")).isInstanceOf(UnknownCollection.class);
        store.create(declaration("parcels", GeometryKind.LINE_STRING, property("floors", PropertyType.STRING)));
        assertThat(store.count("parcels", Query.ALL)).isZero();
        assertThat(create("parcels", feature("a", wkt("LINESTRING (0 0, 1 1)"), "floors", "three"))).isEqualTo(3);
        assertThat(store.get("parcels", "a").feature().value("floors")).isEqualTo("three");
    }

    @Test
    void declaringAgainWidensTheTableAndKeepsWhatIsThere() {
        store.declare(PARCELS);
        create("parcels", feature("a", point(1, 1), "floors", 1L));
        long version = store.version(List.of("parcels"));
        store.declare(PARCELS);
        assertThat(store.version(List.of("parcels"))).isEqualTo(version);

        List<PropertyDeclaration> wider = new ArrayList<>(PARCELS.properties());
        wider.add(1, property("区", PropertyType.STRING));
        store.declare(new CollectionDeclaration("parcels", PARCELS.title(), null, GeometryKind.ANY, wider, false));
        assertThat(store.version(List.of("parcels"))).isGreaterThan(version);
        assertThat(store.get("parcels", "a").feature().properties()).containsEntry("floors", 1L).containsEntry("区", null);
        create("parcels", feature("b", null, "区", "思明"));
        assertThat(store.get("parcels", "b").feature().value("区")).isEqualTo("思明");
        assertThat(store.findRevision("parcels", "a", 1).orElseThrow().feature()).isEqualTo(store.get("parcels", "a").feature());
    }

    @Test
    void declaringRefusesToChangeTypesWhileFeaturesStand() {
        store.declare(declaration("c", GeometryKind.POINT, property("p", PropertyType.INTEGER), property("q", PropertyType.STRING)));
        CollectionDeclaration other = declaration("c", GeometryKind.POINT, property("p", PropertyType.STRING));
        create("c", feature("a", point(1, 1), "p", 1L));
        assertThatThrownBy(() -> store.declare(other)).isInstanceOf(InvalidDeclaration.class).hasMessageContaining("'p'");
        assertThatThrownBy(() -> store.declare(declaration("c", GeometryKind.ANY, property("p", PropertyType.INTEGER))))
                .isInstanceOf(InvalidDeclaration.class).hasMessageContaining("geometry");
        assertThatThrownBy(() -> store.declare(declaration("c", GeometryKind.POINT)))
                .isInstanceOf(InvalidDeclaration.class).hasMessageContaining("'p'");
        store.declare(declaration("c", GeometryKind.POINT, property("p", PropertyType.INTEGER)));
        assertThat(store.get("c", "a").feature().properties()).containsOnlyKeys("p");
        store.write(List.of(new Write.Delete("c", "a", 1)));
        store.declare(other);
        assertThat(store.getCollection("c")).isEqualTo(other);
    }

    @Test
    void aBigGeometryAndALongTextFit() {
        store.create(PARCELS);
        Coordinate[] many = IntStream.range(0, 200_000).mapToObj(i -> new Coordinate(i * 1e-4, 1)).toArray(Coordinate[]::new);
        Feature big = feature("big", FACTORY.createLineString(many), "name", "文".repeat(1_500_000));
        create("parcels", big);
        assertThat(store.get("parcels", "big").feature().geometry().equalsExact(big.geometry())).isTrue();
        assertThat(store.findRevision("parcels", "big", 1).orElseThrow().feature().text("name")).hasSize(1_500_000);
    }

    @Test
    void twoStoresOnOneDatabaseSeeEachOtherAtOnce() {
        FeatureStore second = another();
        store.create(PARCELS);
        create("parcels", feature("a", null, "floors", 1L));
        assertThat(second.get("parcels", "a").feature().value("floors")).isEqualTo(1L);
        second.write(List.of(new Write.Replace("parcels", feature("a", null, "floors", 2L), 1)));
        for (int i = 0; i < 10; i++) {
            // often enough for a driver to keep a plan, which the new table makes wrong
            assertThat(store.get("parcels", "a").feature().value("floors")).isEqualTo(2L);
        }
        second.drop("parcels", true);
        second.create(declaration("parcels", GeometryKind.NONE, property("floors", PropertyType.STRING)));
        create("parcels", feature("a", null, "floors", "many"));
        assertThat(second.get("parcels", "a").feature().value("floors")).isEqualTo("many");
        assertThat(store.get("parcels", "a").feature().value("floors")).isEqualTo("many");
    }

    /** More often than there are connections, so that one that did not come back would be missed. */
    @Test
    void aReaderThatBreaksOffLeavesNothingBehind() {
        store.create(PARCELS);
        store.write(IntStream.range(0, 3000).mapToObj(i -> (Write) new Write.Create("parcels", feature("p" + i, point(1, 1)))).toList());
        for (int i = 0; i < settings.poolSize() + 2; i++) {
            List<String> read = new ArrayList<>();
            assertThatThrownBy(() -> store.read("parcels", Query.ALL, Page.first(Page.EVERYTHING), stored -> {
                read.add(stored.feature().id());
                if (read.size() == 5) {
                    throw new IllegalStateException("the client went away");
                }
            })).isInstanceOf(IllegalStateException.class).hasMessage("the client went away");
            assertThat(read).containsExactly("p0", "p1", "p2", "p3", "p4");
        }
        assertThat(create("parcels", feature("after", null))).isEqualTo(1);
    }

    @Test
    void whatIsWrittenIsThereWhenOpenedAgain() {
        store.create(PARCELS);
        create("parcels", feature("a", point(1, 2)));
        store.keepQuestion("q1", "{\"minutes\": 60}");
        store.keepQuestion("q1", "{\"minutes\": 60}");
        store.close();
        FeatureStore again = another();
        assertThat(again.get("parcels", "a").feature().geometry()).isEqualTo(point(1, 2));
        assertThat(again.findQuestion("q1")).contains("{\"minutes\": 60}");
        assertThat(again.findQuestion("q2")).isEmpty();
    }

    @Test
    void theLogsTimesGrowWithItsNumbersUnderManyWriters() {
        store.create(PARCELS);
        IntStream.range(0, 40).parallel().forEach(i -> put("parcels", feature("same", null, "floors", (long) i)));
        List<Revision> revisions = store.revisions("parcels", "same");
        Map<Long, Instant> seen = new HashMap<>();
        revisions.forEach(revision -> seen.put(revision.n(), revision.recorded()));
        for (long n = 2; n <= revisions.size(); n++) {
            assertThat(seen.get(n)).isAfter(seen.get(n - 1));
        }
        assertThat(revisions).hasSize(40);
    }

    @Test
    void aJobRunsUntilItEndsOrFallsSilentAndThenStaysAsItIs() {
        JobLog jobs = store.jobs();
        Duration silence = Duration.ofMinutes(10);
        jobs.open("a", "gain");
        assertThat(jobs.find("a", silence)).hasValue(new Job("a", "gain", Job.Status.RUNNING, 0, null));
        assertThat(jobs.touch("a", 40)).isTrue();
        assertThat(jobs.touch("a", 30)).isTrue();
        assertThat(jobs.find("a", silence).orElseThrow().percent()).isEqualTo(40);
        assertThat(jobs.end("a", Job.Status.DONE, "0123")).isTrue();
        assertThat(jobs.end("a", Job.Status.CANCELLED, null)).isFalse();
        assertThat(jobs.touch("a", 50)).isFalse();
        assertThat(jobs.find("a", Duration.ofSeconds(-1))).hasValue(new Job("a", "gain", Job.Status.DONE, 100, "0123"));

        jobs.open("b", "gain");
        jobs.touch("b", 12);
        // longer silent than a second less than nothing
        Job silent = jobs.find("b", Duration.ofSeconds(-1)).orElseThrow();
        assertThat(silent.status()).isEqualTo(Job.Status.FAILED);
        assertThat(silent.percent()).isEqualTo(12);
        assertThat(silent.result()).contains("gone");
        assertThat(jobs.touch("b", 13)).isFalse();
        assertThat(jobs.find("b", silence)).hasValue(silent);
        assertThat(jobs.find("c", silence)).isEmpty();
        assertThat(jobs.find("\0", silence)).isEmpty();
    }
}
