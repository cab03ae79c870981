package org.tongcheng.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.tongcheng.network.Network;
import org.tongcheng.network.Streets;
import org.tongcheng.reach.Direction;
import org.tongcheng.reach.Isochrones;
import org.tongcheng.reach.Search;
import org.tongcheng.reach.SlowMisclassified;
import org.tongcheng.reach.TravelTimes;

/**
 * How much street lies on the wrong side of an isochrone's boundary, ours and GraphHopper's from the same origins, measured alike: of
 * the street length within two kilometres of the boundary, on pieces of five metres, over 5, 10 and 20 minutes by car together.
 */
final class StreetTruth {

    private static final int ORIGINS = Integer.getInteger("bench.truth", 8);
    private static final long SEED = 7;
    private static final double STEP_METRES = 5;
    private static final int[] BUDGETS = {300_000, 600_000, 1_200_000};
    private static final int HOUR = 3_600_000;
    private static final int TILES_A_SIDE = 4;
    private static final int EXACT = 0;
    private static final int SMOOTH = 1;
    private static final int WHOLE = 2;
    private static final int SHELL = 3;

    private final double[] near = new double[4];
    private final double[] wrong = new double[4];

    private StreetTruth() {}

    /** Shares, from 0 to 1; GraphHopper's with all parts and holes, and the one shell that its service gives by default. */
    record Shares(double exact, double smooth, double whole, double shell) {

        double best() {
            return Math.min(whole, shell);
        }
    }

    static Shares of(Path file) throws IOException {
        Streets streets = StreetFile.byCar(file);
        Network network = PlainNetwork.of(streets);
        Isochrones isochrones = Isochrones.of(streets);
        StreetGraphhopper graphhopper = new StreetGraphhopper(streets);
        StreetTruth sum = new StreetTruth();
        for (int node : new Random(SEED).ints(ORIGINS, 0, streets.nodes()).toArray()) {
            SlowMisclassified slow = sum.addOurs(network, isochrones, node, BUDGETS);
            for (int budget : BUDGETS) {
                MultiPolygon theirs = graphhopper.isochrone(node, Duration.ofMillis(budget));
                sum.add(WHOLE, slow, theirs, budget);
                sum.add(SHELL, slow, StreetGraphhopper.shell(theirs, new Coordinate(streets.lon(node), streets.lat(node))), budget);
            }
        }
        return new Shares(sum.share(EXACT), sum.share(SMOOTH), sum.share(WHOLE), sum.share(SHELL));
    }

    /** Of an hour from the middle of sixteen copies of a file beside each other, ours alone. */
    static Shares ofAnHour(Path file) throws IOException {
        Streets tile = StreetFile.byCar(file);
        Streets streets = TiledStreets.of(tile, TILES_A_SIDE);
        Network network = PlainNetwork.of(streets);
        Isochrones isochrones = Isochrones.of(streets);
        StreetTruth sum = new StreetTruth();
        int middle = (TILES_A_SIDE / 2 * TILES_A_SIDE + TILES_A_SIDE / 2) * tile.nodes();
        for (int node : new Random(SEED).ints(ORIGINS, middle, middle + tile.nodes()).toArray()) {
            sum.addOurs(network, isochrones, node, HOUR);
        }
        return new Shares(sum.share(EXACT), sum.share(SMOOTH), Double.NaN, Double.NaN);
    }

    /** @param budgets rising, milliseconds */
    private SlowMisclassified addOurs(Network network, Isochrones isochrones, int node, int... budgets) {
        TravelTimes times = Search.run(network, List.of(PlainNetwork.at(network.streets(), node)), Direction.FROM,
                Duration.ofMillis(budgets[budgets.length - 1]));
        SlowMisclassified slow = new SlowMisclassified(times, STEP_METRES);
        List<MultiPolygon> exact = isochrones.areas(List.of(times), Isochrones.Combine.UNION, Isochrones.Detail.EXACT, budgets);
        List<MultiPolygon> smooth = isochrones.areas(List.of(times), Isochrones.Combine.UNION, Isochrones.Detail.SMOOTH, budgets);
        for (int k = 0; k < budgets.length; k++) {
            add(EXACT, slow, exact.get(k), budgets[k]);
            add(SMOOTH, slow, smooth.get(k), budgets[k]);
        }
        return slow;
    }

    private void add(int column, SlowMisclassified slow, Geometry area, int budget) {
        SlowMisclassified.Lengths lengths = slow.of(area, budget);
        near[column] += lengths.near();
        wrong[column] += lengths.reachedOutside() + lengths.unreachedInside();
    }

    private double share(int column) {
        return wrong[column] / near[column];
    }
}
