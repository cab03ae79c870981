package org.tongcheng.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tongcheng.Seeds;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.Existence;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.PropertyType;
import org.tongcheng.catalog.Query;
import org.tongcheng.catalog.Scenario;
import org.tongcheng.catalog.Status;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.catalog.Write;

/** What is promised about dates on every database. */
abstract class ExistenceContract extends QueryContract {

    private static final CollectionDeclaration DOCUMENTS =
            declaration("documents", GeometryKind.NONE, property("date", PropertyType.DATE));
    private static final CollectionDeclaration CORRIDORS = declaration("corridors", GeometryKind.LINE_STRING,
            property("opened", PropertyType.PERIOD), property("closed", PropertyType.PERIOD),
            property("planned_opening", PropertyType.PERIOD), property("status_at_doc", PropertyType.STRING),
            property("document", PropertyType.STRING));
    private static final CollectionDeclaration STOPS = declaration("stops", GeometryKind.POINT,
            property("corridor_id", PropertyType.STRING), property("opened", PropertyType.PERIOD), property("document", PropertyType.STRING));
    private static final CollectionDeclaration PROJECTS = declaration("projects", GeometryKind.NONE,
            property("corridor_id", PropertyType.STRING), property("status_at_doc", PropertyType.STRING),
            property("target_year", PropertyType.INTEGER), property("document", PropertyType.STRING));

    private static Query asOf(String date, Scenario scenario, Integer horizon) {
        return Query.ALL.withAsOf(new AsOf(LocalDate.parse(date), scenario, horizon));
    }

    private void declareAll() {
        List.of(DOCUMENTS, CORRIDORS, STOPS, PROJECTS).forEach(store::create);
    }

    @Test
    void asOfSelectsByPeriodAndScenario() {
        declareAll();
        create("documents", feature("plan", null, "date", "2011-08-19"));
        create("documents", feature("base", null, "date", "2026-11-01"));
        create("corridors", feature("old", null, "opened", "1957", "closed", "2000-06", "document", "base", "status_at_doc", "open"));
        create("corridors", feature("building", null, "opened", "2014", "document", "plan", "status_at_doc", "under-construction"));
        create("corridors", feature("open-once", null, "document", "plan", "status_at_doc", "open"));
        create("corridors", feature("late", null, "planned_opening", "2020", "document", "plan", "status_at_doc", "planned"));
        create("corridors", feature("dream", null, "document", "plan", "status_at_doc", "proposed"));

        assertThat(ids("corridors", asOf("1957-12-30", Scenario.VISION, null))).isEmpty();
        assertThat(ids("corridors", asOf("1957-12-31", Scenario.BUILT, null))).containsExactly("old");
        assertThat(ids("corridors", asOf("2000-06-29", Scenario.BUILT, null))).containsExactly("old");
        assertThat(ids("corridors", asOf("2000-06-30", Scenario.BUILT, null))).isEmpty();
        assertThat(ids("corridors", asOf("2011-08-18", Scenario.VISION, null))).isEmpty();
        assertThat(ids("corridors", asOf("2011-08-19", Scenario.BUILT, null))).containsExactly("open-once");
        assertThat(ids("corridors", asOf("2011-08-19", Scenario.COMMITTED, null))).containsExactly("building", "open-once");
        assertThat(ids("corridors", asOf("2011-08-19", Scenario.PLANNED, null))).containsExactly("building", "open-once", "late");
        assertThat(ids("corridors", asOf("2011-08-19", Scenario.PLANNED, 2019))).containsExactly("building", "open-once");
        assertThat(ids("corridors", asOf("2011-08-19", Scenario.PLANNED, 2020))).contains("late");
        assertThat(ids("corridors", asOf("2011-08-19", Scenario.VISION, null))).hasSize(4).contains("dream");
        assertThat(ids("corridors", asOf("2014-12-31", Scenario.BUILT, null))).containsExactly("building", "open-once");
        assertThat(store.get("corridors", "open-once").existence().assumed()).isTrue();
        assertThat(store.get("corridors", "building").existence()).isEqualTo(new Existence(
                false, LocalDate.of(2014, 12, 31), null, LocalDate.of(2014, 12, 31), false, LocalDate.of(2011, 8, 19), Status.UNDER_CONSTRUCTION, null));
        assertThat(store.periodExtent("corridors")).contains(new Query.Days(LocalDate.of(1957, 12, 31), null));
    }

    @Test
    void duringKeepsWhatMeetsTheIntervalAndWhatHasNoYear() {
        declareAll();
        create("corridors", feature("a", null, "opened", "2000-01-10", "closed", "2000-01-20"));
        create("corridors", feature("timeless", null));
        create("documents", feature("d", null, "date", "1900-01-01"));

        assertThat(ids("corridors", during("2000-01-01", "2000-01-09"))).containsExactly("timeless");
        assertThat(ids("corridors", during("2000-01-01", "2000-01-10"))).containsExactly("a", "timeless");
        assertThat(ids("corridors", during("2000-01-19", null))).containsExactly("a", "timeless");
        assertThat(ids("corridors", during("2000-01-20", null))).containsExactly("timeless");
        assertThat(ids("corridors", during(null, "1999-12-31"))).containsExactly("timeless");
        assertThat(ids("documents", during("1999-01-01", "1999-01-01"))).containsExactly("d");
        assertThat(store.periodExtent("corridors")).contains(new Query.Days(LocalDate.of(2000, 1, 10), LocalDate.of(2000, 1, 20)));
        assertThat(store.periodExtent("documents")).isEmpty();
        assertThat(store.periodExtent("stops")).isEmpty();
    }

    private static Query during(String from, String to) {
        return new Query(List.of(), null, new Query.Days(from == null ? null : LocalDate.parse(from), to == null ? null : LocalDate.parse(to)),
                null, Map.of(), List.of());
    }

    @Test
    void writingADocumentOrACorridorMovesWhatDependsOnItWithoutARevision() {
        declareAll();
        create("stops", feature("s-line", point(1, 1), "corridor_id", "c", "document", "plan"));
        create("stops", feature("s-own", point(1, 1), "corridor_id", "c", "opened", "2018", "document", "plan"));
        create("projects", feature("p-line", null, "corridor_id", "c", "document", "plan", "status_at_doc", "planned", "target_year", 2015L));
        create("projects", feature("p-alone", null, "document", "plan", "status_at_doc", "planned", "target_year", 2015L));
        assertThat(ids("stops", asOf("2030-01-01", Scenario.VISION, null))).containsExactly("s-own");
        long stops = store.version(List.of("stops"));

        create("corridors", feature("c", null, "opened", "2014", "document", "plan", "planned_opening", "2013", "status_at_doc", "under-construction"));
        assertThat(ids("stops", asOf("2014-12-31", Scenario.BUILT, null))).containsExactly("s-line");
        assertThat(ids("stops", asOf("2018-12-31", Scenario.BUILT, null))).containsExactly("s-line", "s-own");
        assertThat(ids("projects", asOf("2014-12-31", Scenario.BUILT, null))).containsExactly("p-line");
        assertThat(store.get("projects", "p-line").existence().dueYear()).isEqualTo(2013);
        assertThat(store.get("projects", "p-alone").existence().dueYear()).isEqualTo(2015);
        assertThat(store.version(List.of("stops"))).isGreaterThan(stops);

        assertThat(ids("stops", asOf("2012-01-01", Scenario.COMMITTED, null))).isEmpty();
        create("documents", feature("plan", null, "date", "2011-08-19"));
        assertThat(ids("stops", asOf("2012-01-01", Scenario.COMMITTED, null))).containsExactly("s-line", "s-own");
        assertThat(ids("projects", asOf("2012-01-01", Scenario.PLANNED, 2014))).containsExactly("p-line");

        store.write(List.of(new Write.Delete("corridors", "c", 1), new Write.Put("documents", feature("plan", null, "date", "2012-02"))));
        assertThat(ids("stops", asOf("2017-01-01", Scenario.BUILT, null))).isEmpty();
        assertThat(ids("projects", asOf("2012-02-28", Scenario.PLANNED, null))).isEmpty();
        assertThat(ids("projects", asOf("2012-02-29", Scenario.PLANNED, null))).containsExactly("p-line", "p-alone");
        assertThat(store.revisions("stops", "s-line")).hasSize(1);
    }

    @Test
    void droppingTheCorridorsOrGivingACollectionAPeriodMovesExistenceToo() {
        declareAll();
        create("documents", feature("plan", null, "date", "2011-08-19"));
        create("corridors", feature("c", null, "opened", "2014"));
        create("stops", feature("s", point(1, 1), "corridor_id", "c", "document", "plan"));
        assertThat(ids("stops", asOf("2015-01-01", Scenario.BUILT, null))).containsExactly("s");
        long stops = store.version(List.of("stops"));
        store.drop("corridors", true);
        assertThat(ids("stops", asOf("2015-01-01", Scenario.BUILT, null))).isEmpty();
        assertThat(ids("stops", asOf("2015-01-01", Scenario.VISION, null))).containsExactly("s");
        assertThat(store.version(List.of("stops"))).isGreaterThan(stops);

        CollectionDeclaration plain = declaration("schools", GeometryKind.POINT, property("document", PropertyType.STRING));
        store.create(plain);
        create("schools", feature("old", point(1, 1), "document", "plan"));
        assertThat(ids("schools", asOf("1900-01-01", Scenario.BUILT, null))).containsExactly("old");
        store.declare(declaration("schools", GeometryKind.POINT,
                property("document", PropertyType.STRING), property("opened", PropertyType.PERIOD)));
        assertThat(ids("schools", asOf("1900-01-01", Scenario.BUILT, null))).isEmpty();
        assertThat(ids("schools", asOf("2011-08-19", Scenario.VISION, null))).containsExactly("old");
    }

    /** SQL's as-of against {@link Existence#existsAt}, on random features and dates. */
    @Test
    void sqlSelectsWhatTheRuleSelects() {
        long seed = Seeds.first();
        System.out.println("sqlSelectsWhatTheRuleSelects: seed " + seed);
        Random random = new Random(seed);
        declareAll();
        store.write(IntStream.range(0, 4).mapToObj(i ->
                (Write) new Write.Create("documents", feature(i == 0 ? "base" : "d" + i, null, "date", i == 3 ? null : day(random)))).toList());
        store.write(IntStream.range(0, 150).mapToObj(i -> (Write) new Write.Create("corridors", corridor("c" + i, random))).toList());
        store.write(IntStream.range(0, 150).mapToObj(i -> (Write) new Write.Create("stops", feature("s" + i, point(i, 0),
                "corridor_id", random.nextInt(5) == 0 ? null : "c" + random.nextInt(170),
                "opened", maybe(random), "document", document(random)))).toList());

        for (String collection : List.of("corridors", "stops", "documents")) {
            List<StoredFeature> all = all(store, collection);
            for (int i = 0; i < 40; i++) {
                AsOf asOf = new AsOf(LocalDate.parse(day(random)), Scenario.values()[random.nextInt(4)],
                        random.nextBoolean() ? null : (Integer) (2000 + random.nextInt(6)));
                assertThat(ids(collection, Query.ALL.withAsOf(asOf))).as("%s as of %s, seed %d", collection, asOf, seed)
                        .isEqualTo(all.stream().filter(f -> f.existence().existsAt(asOf)).map(f -> f.feature().id()).toList());
            }
        }
        List<StoredFeature> recorded = new ArrayList<>();
        store.readRecorded("stops", Instant.now(), recorded::add);
        assertThat(recorded).as("seed %d", seed).isEqualTo(all(store, "stops"));
    }

    private static Feature corridor(String id, Random random) {
        String[] states = {"open", "under-construction", "planned", "proposed", null};
        return feature(id, null, "opened", maybe(random), "closed", random.nextInt(4) == 0 ? day(random) : null,
                "planned_opening", maybe(random), "status_at_doc", states[random.nextInt(states.length)], "document", document(random));
    }

    private static String document(Random random) {
        return new String[] {"base", "d1", "d2", "d3", "unknown", null}[random.nextInt(6)];
    }

    private static String maybe(Random random) {
        return random.nextBoolean() ? null : day(random).substring(0, new int[] {4, 7, 10}[random.nextInt(3)]);
    }

    private static String day(Random random) {
        return LocalDate.of(2000, 1, 1).plusDays(random.nextInt(2000)).toString();
    }
}
