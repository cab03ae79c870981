package org.tongcheng.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.Seeds;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.PropertyType;
import org.tongcheng.catalog.Query;
import org.tongcheng.catalog.UnknownCollection;
import org.tongcheng.catalog.View;
import org.tongcheng.catalog.Write;

/** What a store must do for a drawing, on whatever database. */
abstract class DrawingContract extends StoreFixture {

    private static final Envelope EVERYWHERE = new Envelope(-180, 180, -90, 90);

    @Test
    void theLargestAreDrawnFirstAndPointsLast() {
        store.create(PARCELS);
        create("parcels", feature("point", point(1, 1)));
        create("parcels", feature("small", box(0, 0, 1, 0.5)));
        create("parcels", feature("tall", box(5, 5, 5.1, 8)));
        create("parcels", feature("line", wkt("LINESTRING (0 0, 2 1)")));
        create("parcels", feature("points", wkt("MULTIPOINT (0 0, 9 9)")));
        create("parcels", feature("nowhere", null));
        create("parcels", feature("same", box(3, 3, 3.5, 4)));

        assertThat(drawn(Query.ALL, view(EVERYWHERE, 0, 100))).containsExactly("tall", "line", "small", "same", "point", "points");
        assertThat(drawn(Query.ALL, view(EVERYWHERE, 1.5, 100))).containsExactly("tall", "line", "point", "points");
        assertThat(drawn(Query.ALL, view(EVERYWHERE, 0, 3))).containsExactly("tall", "line", "small");
        assertThat(drawn(Query.ALL, view(new Envelope(4.9, 9, 4, 9.5), 0, 100))).containsExactly("tall", "points");
    }

    @Test
    void drawingEndsWhenNoMoreIsWanted() {
        store.create(PARCELS);
        store.write(IntStream.range(0, 500)
                .mapToObj(i -> (Write) new Write.Create("parcels", feature("p" + i, box(0, 0, (i + 1) * 0.1, 1)))).toList());
        List<String> drawn = new ArrayList<>();
        long left = store.draw("parcels", Query.ALL, view(EVERYWHERE, 0, 1000), feature -> drawn.size() < 3 && drawn.add(feature.feature().id()));
        assertThat(left).isEqualTo(497);
        assertThat(drawn).containsExactly("p499", "p498", "p497");
    }

    @Test
    void onlyThePropertiesAskedForAreRead() {
        store.create(PARCELS);
        create("parcels", feature("p", box(0, 0, 1, 1), "name", "P", "floors", 3L, "height", 2.5, "uses", List.of("a")));
        View view = new View(EVERYWHERE, 0, Set.of("height", "name"), 10);
        store.draw("parcels", Query.ALL, view, stored -> {
            assertThat(stored.feature().properties()).isEqualTo(Map.of("name", "P", "height", 2.5));
            assertThat(stored.feature().geometry().equalsExact(box(0, 0, 1, 1))).isTrue();
            return true;
        });
    }

    @Test
    void whatIsDrawnMatchesTheQueryToo() {
        store.create(declaration("lines", GeometryKind.LINE_STRING, property("opened", PropertyType.PERIOD), property("n", PropertyType.INTEGER)));
        create("lines", feature("old", wkt("LINESTRING (0 0, 2 1)"), "opened", "1999", "n", 1L));
        create("lines", feature("new", wkt("LINESTRING (0 0, 3 1)"), "opened", "2019", "n", 1L));
        Query then = Query.ALL.withAsOf(AsOf.built(java.time.LocalDate.of(2005, 1, 1)));
        List<String> drawn = new ArrayList<>();
        store.draw("lines", then, view(EVERYWHERE, 0, 10), stored -> {
            assertThat(stored.existence().builtAt(java.time.LocalDate.of(2005, 1, 1))).isTrue();
            return drawn.add(stored.feature().id());
        });
        assertThat(drawn).containsExactly("old");
    }

    /** Whether or not the store knows by now that there are more than the limit, the same are drawn. */
    @Test
    void aCrowdedViewShowsTheLargest() {
        store.create(PARCELS);
        store.write(IntStream.range(0, 900).mapToObj(i -> (Write) new Write.Create("parcels",
                feature("p" + i, box(i % 30, i / 30, i % 30 + 0.2 + i * 1e-4, i / 30 + 0.1)))).toList());
        create("parcels", feature("point", point(1, 1)));
        List<String> largest = IntStream.range(0, 50).mapToObj(i -> "p" + (899 - i)).toList();
        for (int round = 0; round < 3; round++) {
            List<String> drawn = new ArrayList<>();
            long left = store.draw("parcels", Query.ALL, view(EVERYWHERE, 0.20995, 50), feature -> drawn.add(feature.feature().id()));
            assertThat(drawn).isEqualTo(largest);
            assertThat(left).isEqualTo(900 - 100 + 1 - 50);
        }
        assertThat(drawn(Query.ALL, view(EVERYWHERE, 0.2, 2000))).hasSize(901).endsWith("p0", "point");
    }

    /** Against sorting in memory by the greater side of each box. */
    @Test
    void randomViewsShowWhatTheirBoxMeets() {
        long seed = Seeds.first();
        Random random = new Random(seed);
        store.create(PARCELS);
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            double west = random.nextDouble() * 20;
            double south = random.nextDouble() * 20;
            features.add(feature("f" + i, box(west, south, west + 0.01 + random.nextDouble(), south + 0.01 + random.nextDouble())));
        }
        store.write(features.stream().map(f -> (Write) new Write.Create("parcels", f)).toList());
        for (int i = 0; i < 30; i++) {
            double west = random.nextDouble() * 20;
            double south = random.nextDouble() * 20;
            Envelope box = new Envelope(west, west + random.nextDouble() * 5, south, south + random.nextDouble() * 5);
            double least = random.nextDouble() * 0.8;
            List<String> expected = features.stream().filter(f -> f.geometry().getEnvelopeInternal().intersects(box) && span(f) >= least)
                    .sorted((a, b) -> Double.compare(span(b), span(a))).map(Feature::id).toList();
            assertThat(drawn(Query.ALL, view(box, least, 1000))).as("seed %d, view %s, %s", seed, box, least).isEqualTo(expected);
            int most = Math.min(expected.size(), 1 + random.nextInt(20));
            List<String> drawn = new ArrayList<>();
            long left = store.draw("parcels", Query.ALL, view(box, least, most + 1), f -> drawn.size() < most && drawn.add(f.feature().id()));
            assertThat(drawn).as("seed %d, view %s, %s", seed, box, least).isEqualTo(expected.subList(0, most));
            assertThat(left).as("seed %d, view %s, %s", seed, box, least).isEqualTo(expected.size() - most);
        }
    }

    /** Against sorting in memory, while two stores write by turns: more than the limit are in the collection from the start. */
    @Test
    void whatWasWrittenSinceIsSeen() {
        long seed = Seeds.first();
        Random random = new Random(seed);
        store.create(PARCELS);
        FeatureStore other = another();
        Map<String, Geometry> expected = new LinkedHashMap<>();
        List<Write> first = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Geometry geometry = onGrid(random);
            expected.put("f" + i, geometry);
            first.add(new Write.Create("parcels", feature("f" + i, geometry)));
        }
        store.write(first);
        for (int round = 0; round < 60; round++) {
            String id = "f" + random.nextInt(300 + round);
            FeatureStore writer = random.nextBoolean() ? store : other;
            if (!expected.containsKey(id)) {
                expected.put(id, onGrid(random));
                writer.write(List.of(new Write.Create("parcels", feature(id, expected.get(id)))));
            } else if (random.nextInt(3) == 0) {
                expected.remove(id);
                writer.write(List.of(new Write.Delete("parcels", id, writer.get("parcels", id).revision())));
            } else {
                expected.put(id, random.nextInt(5) == 0 ? null : onGrid(random));
                writer.write(List.of(new Write.Put("parcels", feature(id, expected.get(id)))));
            }
            for (double side : List.of(0.25, 4.0, 40.0)) {
                double west = random.nextInt(20);
                double south = random.nextInt(20);
                View view = view(new Envelope(west, west + side, south, south + side), random.nextInt(3) / 4.0, 20);
                List<String> ids = expected.entrySet().stream().filter(e -> inView(e.getValue(), view))
                        .sorted(Comparator.comparingDouble((Map.Entry<String, Geometry> e) -> -spanOrLast(e.getValue())))
                        .map(Map.Entry::getKey).toList();
                List<String> drawn = new ArrayList<>();
                long left = store.draw("parcels", Query.ALL, view, feature -> drawn.add(feature.feature().id()));
                assertThat(drawn).as("seed %d, round %d, %s", seed, round, view).isEqualTo(ids.subList(0, Math.min(20, ids.size())));
                assertThat(left).as("seed %d, round %d, %s", seed, round, view).isEqualTo(ids.size() - drawn.size());
            }
        }
    }

    @Test
    void aCollectionThatAnotherStoreMadeAnewIsSeenAsItIs() {
        store.create(PARCELS);
        store.write(IntStream.range(0, 200).mapToObj(i -> (Write) new Write.Create("parcels", feature("p" + i, box(i, 0, i + 1, 1)))).toList());
        View here = new View(new Envelope(10.5, 12.5, 0, 1), 0, Set.of("name"), 50);
        View nowhere = new View(new Envelope(10.5, 12.5, 5, 6), 0, Set.of("name"), 50);
        assertThat(drawn(Query.ALL, here)).containsExactly("p10", "p11", "p12");
        assertThat(drawn(Query.ALL, nowhere)).isEmpty();

        FeatureStore other = another();
        other.drop("parcels", true);
        other.create(declaration("parcels", GeometryKind.POLYGON, property("title", PropertyType.STRING)));
        other.write(List.of(new Write.Create("parcels", new Feature("q", box(11, 0, 12, 1), Map.of("title", "Q"))),
                new Write.Create("parcels", new Feature("r", box(11, 5, 12, 6), Map.of()))));

        assertThat(drawn(Query.ALL, nowhere)).containsExactly("r");
        assertThat(drawn(Query.ALL, here)).containsExactly("q");
        other.drop("parcels", true);
        assertThatThrownBy(() -> drawn(Query.ALL, here)).isInstanceOf(UnknownCollection.class);
    }

    /** Boxes and points on a grid that single precision holds. */
    private static Geometry onGrid(Random random) {
        double west = random.nextInt(20 * 64) / 64.0;
        double south = random.nextInt(20 * 64) / 64.0;
        return random.nextInt(8) == 0 ? point(west, south)
                : box(west, south, west + (1 + random.nextInt(100)) / 64.0, south + (1 + random.nextInt(100)) / 64.0);
    }

    private static boolean inView(Geometry geometry, View view) {
        return geometry != null && geometry.getEnvelopeInternal().intersects(view.box())
                && (geometry.getDimension() == 0 || spanOrLast(geometry) >= view.leastSpan());
    }

    private static double spanOrLast(Geometry geometry) {
        Envelope box = geometry.getEnvelopeInternal();
        return geometry.getDimension() == 0 ? -1 : Math.max(box.getWidth(), box.getHeight());
    }

    /** A table made before spans were kept gets them when the store is opened. */
    @Test
    void olderTablesAreBroughtUpToDate() {
        store.create(PARCELS);
        create("parcels", feature("small", box(0, 0, 1, 1)));
        create("parcels", feature("large", box(0, 0, 2, 1)));
        ((SqlFeatureStore) store).define("drop index " + Names.index(Names.table("parcels"), CollectionTable.SPAN),
                "alter table " + Names.table("parcels") + " drop column " + CollectionTable.SPAN);
        store = another();
        create("parcels", feature("larger", box(0, 0, 3, 1)));
        assertThat(drawn(Query.ALL, view(EVERYWHERE, 1.5, 10))).containsExactly("larger", "large");
    }

    private static double span(Feature feature) {
        return spanOrLast(feature.geometry());
    }

    private static View view(Envelope box, double leastSpan, int limit) {
        return new View(box, leastSpan, Set.of(), limit);
    }

    private List<String> drawn(Query query, View view) {
        List<String> ids = new ArrayList<>();
        store.draw("parcels", query, view, feature -> ids.add(feature.feature().id()));
        return ids;
    }
}
