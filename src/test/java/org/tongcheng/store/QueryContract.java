package org.tongcheng.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.Seeds;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.Page;
import org.tongcheng.catalog.PropertyDeclaration;
import org.tongcheng.catalog.PropertyType;
import org.tongcheng.catalog.Query;
import org.tongcheng.catalog.Write;

/** What reading promises on every database. */
abstract class QueryContract extends DrawingContract {

    private static Query within(Geometry... areas) {
        return Query.ALL.withAreas(List.of(areas));
    }

    private static Query equal(String property, Object value) {
        return new Query(List.of(), null, null, null, Map.of(property, value), List.of());
    }

    @Test
    void valuesAndGeometryComeBackAsTheyWereWritten() {
        store.create(PARCELS);
        Feature whole = feature("鼓浪屿/1 '\"", wkt("POLYGON ((118 24, 119 24, 119 25, 118 25, 118 24), (118.2 24.2, 118.4 24.2, 118.4 24.4, 118.2 24.2))"),
                "name", "集美\"'; drop table c_parcels; --", "floors", 9_007_199_254_740_993L, "height", 0.1 + 0.2, "listed", true,
                "surveyed", "2021-02-28", "built", "1998-07", "uses", List.of("shop", 3L, 2.5, true, List.of(1L), Map.of("a", 1L)),
                "owner", values("z", 1L, "a", List.of(), "m", values("k", "v")));
        Feature bare = feature("bare", null, "name", null, "floors", null, "height", null, "listed", null, "surveyed", null,
                "built", null, "uses", null, "owner", null);
        create("parcels", whole);
        create("parcels", feature("bare", null));

        Feature read = store.get("parcels", whole.id()).feature();
        assertThat(read.geometry().equalsExact(whole.geometry())).isTrue();
        assertThat(read.geometry().getSRID()).isZero();
        assertThat(read.properties()).isEqualTo(whole.properties());
        assertThat(List.copyOf(read.properties().keySet())).isEqualTo(PARCELS.properties().stream().map(p -> p.name()).toList());
        assertThat(read.properties().get("owner")).hasToString("{z=1, a=[], m={k=v}}");
        assertThat(store.get("parcels", "bare").feature()).isEqualTo(bare);
    }

    @Test
    void everyKindOfGeometryComesBack() {
        store.create(PARCELS);
        List<String> kinds = List.of("POINT (1 2)", "LINESTRING (0 0, 1 1)", "MULTIPOINT ((1 2), (3 4))",
                "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3))", "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))",
                "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 0, 1 1))", "POINT (180 -90)");
        kinds.forEach(kind -> create("parcels", feature(kind, wkt(kind))));

        assertThat(all(store, "parcels")).allSatisfy(stored ->
                assertThat(stored.feature().geometry()).isEqualTo(wkt(stored.feature().id())));
        assertThat(ids("parcels", within(box(0.9, 1.9, 1.1, 2.1))))
                .containsExactly("POINT (1 2)", "MULTIPOINT ((1 2), (3 4))", "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 0, 1 1))");
    }

    @Test
    void aBoxFindsWhatItMeetsAndNotWhatOnlyItsBoxMeets() {
        store.create(PARCELS);
        create("parcels", feature("diagonal", wkt("LINESTRING (0 0, 10 10)")));
        create("parcels", feature("touching", wkt("POLYGON ((6 1, 8 1, 8 2, 6 2, 6 1))")));
        create("parcels", feature("nowhere", null));

        assertThat(ids("parcels", within(box(5, 1, 6, 2)))).containsExactly("touching");
        assertThat(ids("parcels", within(box(3, 3, 4, 4)))).containsExactly("diagonal");
        assertThat(store.count("parcels", within(box(5, 1, 6, 2)))).isEqualTo(1);
    }

    @Test
    void severalAreasFindEachFeatureOnce() {
        store.create(PARCELS);
        create("parcels", feature("both", wkt("LINESTRING (-179 0, 179 0)")));
        create("parcels", feature("west", point(179.5, 0)));
        create("parcels", feature("none", point(0, 50)));
        create("parcels", feature("east", point(-179.5, 0)));
        Query acrossTheAntimeridian = within(box(178, -1, 180, 1), box(-180, -1, -178, 1));

        assertThat(ids("parcels", acrossTheAntimeridian)).containsExactly("both", "west", "east");
        assertThat(store.count("parcels", acrossTheAntimeridian)).isEqualTo(3);
    }

    @Test
    void insideMeansCoveredAlsoForCollectionsOfGeometries() {
        store.create(PARCELS);
        create("parcels", feature("in", wkt("POLYGON ((1 1, 2 1, 2 2, 1 1))")));
        create("parcels", feature("on the edge", wkt("LINESTRING (0 0, 0 5)")));
        create("parcels", feature("half", wkt("LINESTRING (5 5, 15 5)")));
        create("parcels", feature("all parts in", wkt("GEOMETRYCOLLECTION (POINT (1 1), LINESTRING (2 2, 3 3))")));
        create("parcels", feature("one part out", wkt("GEOMETRYCOLLECTION (POINT (1 1), LINESTRING (2 2, 30 3))")));

        Query inside = new Query(List.of(), box(0, 0, 10, 10), null, null, Map.of(), List.of());
        assertThat(ids("parcels", inside)).containsExactly("in", "on the edge", "all parts in");
    }

    @Test
    void equalityWorksOnEveryTypeAndContainsOnArrays() {
        store.create(PARCELS);
        String longText = "长".repeat(3000);
        create("parcels", feature("a", null, "name", "x", "floors", 3L, "height", 2.5, "listed", true, "surveyed", "2020-01-01",
                "built", "1998", "uses", List.of("shop", 3L, "a\nb\"c")));
        create("parcels", feature("b", null, "name", longText, "floors", 4L, "height", 3.5, "listed", false, "surveyed", "2020-01-02",
                "built", "1998-01", "uses", List.of("shops", List.of("shop"))));

        Map<String, Object> asked = values("name", "x", "floors", 3L, "height", 2.5, "listed", true, "surveyed", "2020-01-01", "built", "1998");
        asked.forEach((property, value) -> assertThat(ids("parcels", equal(property, value))).as(property).containsExactly("a"));
        assertThat(ids("parcels", equal("name", longText))).containsExactly("b");
        assertThat(ids("parcels", equal("name", longText + "长"))).isEmpty();
        assertThat(ids("parcels", equal("uses", "shop"))).containsExactly("a");
        assertThat(ids("parcels", equal("uses", "3"))).containsExactly("a");
        assertThat(ids("parcels", equal("uses", "a\nb\"c"))).containsExactly("a");
        assertThat(ids("parcels", equal("uses", "sho"))).isEmpty();
        assertThat(ids("parcels", equal("name", "nul\0"))).isEmpty();
        assertThat(ids("parcels", new Query(List.of(), null, null, null, Map.of(), List.of("b", "zz"))))
                .containsExactly("b");
    }

    /** Names that are SQL, columns of our own, too long for a database, or alike but for what an identifier cannot hold. */
    @Test
    void aPropertyMayHaveAnyName() {
        List<String> names = List.of("id", "fid", "geom", "revision", "ID", "Id", "x_a", "select", "a\"; drop table collections; --",
                "面积".repeat(30), "面积".repeat(29) + "面面", "a b", "a-b", "a.b", "?", "$1", ":x", "{d}", "__", "1", "opened_day", "Ä", "ä");
        store.create(declaration("names", GeometryKind.NONE,
                names.stream().map(name -> property(name, PropertyType.STRING)).toArray(PropertyDeclaration[]::new)));
        Object[] pairs = names.stream().flatMap(name -> Stream.of(name, "value of " + name)).toArray();
        create("names", feature("one", null, pairs));
        create("names", feature("two", null));

        assertThat(store.get("names", "one").feature().properties()).isEqualTo(values(pairs));
        names.forEach(name -> assertThat(ids("names", equal(name, "value of " + name))).as(name).containsExactly("one"));
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrDouble() {
        store.create(PARCELS);
        List<Write> writes = new ArrayList<>();
        IntStream.range(0, 1234).forEach(i -> writes.add(new Write.Create("parcels", feature("p" + i, point(i * 0.01, 0), "floors", i % 7L))));
        store.write(writes);

        List<String> paged = new ArrayList<>();
        Query query = new Query(List.of(box(-1, -1, 10, 1)), null, null, null, Map.of("floors", 3L), List.of());
        long after = 0;
        int pages = 0;
        do {
            after = store.read("parcels", query, new Page(after, 0, 10), f -> paged.add(f.feature().id()));
            pages++;
        } while (after != 0);

        List<String> expected = IntStream.range(0, 1001).filter(i -> i % 7 == 3).mapToObj(i -> "p" + i).toList();
        assertThat(paged).isEqualTo(expected);
        assertThat(pages).isEqualTo((expected.size() + 9) / 10);
        assertThat(store.count("parcels", query)).isEqualTo(expected.size());
        assertThat(ids("parcels", query, new Page(0, 5, 2))).isEqualTo(expected.subList(5, 7));
        assertThat(store.read("parcels", query, new Page(0, 0, expected.size()), f -> {})).isZero();
    }

    /** Whoever pages to the end has met every feature that stood in any page's past: places become visible in their order. */
    @Test
    void pagingWhileOthersWriteMissesNothingBehindIt() throws Exception {
        store.create(PARCELS);
        AtomicBoolean stop = new AtomicBoolean();
        List<CompletableFuture<Void>> writers = IntStream.range(0, 3).mapToObj(w -> CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 60; i++) {
                List<Write> batch = new ArrayList<>();
                for (int k = 0; k <= i % 5; k++) {
                    batch.add(new Write.Create("parcels", feature(w + "-" + i + "-" + k, point(w, i))));
                }
                store.write(batch);
            }
        })).toList();
        CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new)).whenComplete((done, failed) -> stop.set(true));

        List<String> met = new ArrayList<>();
        long[] place = {0};
        boolean last;
        do {
            last = stop.get();
            List<String> page = new ArrayList<>();
            long next = store.read("parcels", Query.ALL, new Page(place[0], 0, 3), f -> page.add(f.feature().id()));
            if (page.size() == 3 && next != 0) {
                met.addAll(page);
                place[0] = next;
                last = false;
            } else {
                last &= next == 0;
                if (last) {
                    met.addAll(page);
                }
            }
        } while (!last);
        for (CompletableFuture<Void> writer : writers) {
            writer.get();
        }
        assertThat(met).doesNotHaveDuplicates().isEqualTo(ids("parcels", Query.ALL));
    }

    @Test
    void extentIsExactAndFollowsWrites() {
        store.create(PARCELS);
        assertThat(store.extent("parcels")).isEmpty();
        create("parcels", feature("a", point(118.123456789012, 24.1)));
        create("parcels", feature("b", wkt("LINESTRING (117.1 23.123456789, 117.2 25)")));
        assertThat(store.extent("parcels")).contains(new Envelope(117.1, 118.123456789012, 23.123456789, 25));
        store.write(List.of(new Write.Delete("parcels", "b", 1)));
        assertThat(store.extent("parcels")).contains(new Envelope(118.123456789012, 118.123456789012, 24.1, 24.1));
    }

    /** The twin is JTS on every feature. */
    @Test
    void randomBoxesFindExactlyWhatJtsFinds() {
        long seed = Seeds.first();
        System.out.println("randomBoxesFindExactlyWhatJtsFinds: seed " + seed);
        Random random = new Random(seed);
        store.create(PARCELS);
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            double x = random.nextInt(40) * 0.5;
            double y = random.nextInt(40) * 0.5;
            Geometry shape = switch (i % 3) {
                case 0 -> point(x, y);
                case 1 -> wkt("LINESTRING (" + x + " " + y + ", " + (x + random.nextInt(5)) + " " + (y + 1) + ")");
                default -> point(x, y).buffer(0.1 + random.nextDouble(), 3);
            };
            features.add(feature("f" + i, shape));
        }
        store.write(features.stream().map(f -> (Write) new Write.Create("parcels", f)).toList());
        for (int i = 0; i < 40; i++) {
            double west = random.nextInt(40) * 0.5;
            double south = random.nextInt(40) * 0.5;
            Geometry area = box(west, south, west + random.nextInt(8) * 0.5 + 0.5, south + random.nextInt(8) * 0.5 + 0.5);
            assertThat(ids("parcels", within(area))).as("box %s, seed %d", area, seed)
                    .isEqualTo(features.stream().filter(f -> f.geometry().intersects(area)).map(Feature::id).toList());
        }
    }

    @Test
    void indexesServeBoxesAndQueryables() {
        store.create(PARCELS);
        List<Write> writes = new ArrayList<>();
        IntStream.range(0, 6000).forEach(i -> writes.add(new Write.Create("parcels",
                feature("p" + i, point(i % 100, i / 100.0), "name", "n" + i, "floors", (long) i, "uses", List.of("u" + i)))));
        store.write(writes);
        SqlFeatureStore sql = (SqlFeatureStore) store;

        assertThat(sql.plan("parcels", within(box(3, 3, 4, 4)), Page.first(10))).contains(mark("geom"));
        assertThat(sql.plan("parcels", within(box(3, 3, 4, 4), box(8, 8, 9, 9)), Page.first(10))).contains(mark("geom"));
        assertThat(sql.plan("parcels", equal("name", "n77"), Page.first(10))).contains(mark("name"));
        assertThat(sql.plan("parcels", equal("floors", 77L), Page.first(10))).contains(mark("floors"));
    }

    /** The index as both databases' plans name it. */
    private static String mark(String column) {
        String name = Names.index(Names.table("parcels"), column.equals("geom") ? column : Names.column(column));
        return name.replace("\"", "");
    }
}
