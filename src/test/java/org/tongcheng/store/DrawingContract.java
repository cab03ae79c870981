package org.tongcheng.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.tongcheng.Seeds;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.PropertyType;
import org.tongcheng.catalog.Query;
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
        Envelope box = feature.geometry().getEnvelopeInternal();
        return Math.max(box.getWidth(), box.getHeight());
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
