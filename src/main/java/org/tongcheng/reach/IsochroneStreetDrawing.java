package org.tongcheng.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Streets;
import org.tongcheng.reach.Isochrones.Detail;

/**
 * Draws isochrones on streets that have courses. Threads: safe for any number.
 */
final class IsochroneStreetDrawing {

    private static final double EXACT_METRES = 0.5;
    private static final double SQUARE_METRES_PER_SQUARE_DEGREE = 111_195.0 * 111_195.0;

    private final IsochroneStreetMesh mesh;
    private final IsochroneStreetPages pages;
    private final double scale;
    private final ConcurrentLinkedDeque<IsochroneStreetLevels> kept = new ConcurrentLinkedDeque<>();

    private IsochroneStreetDrawing(IsochroneStreetMesh mesh) {
        this.mesh = mesh;
        this.pages = new IsochroneStreetPages(mesh);
        this.scale = mesh.nodes == 0 ? 1 : Math.cos(Math.toRadians(mesh.y(mesh.nodes / 2) * 1e-7));
    }

    static IsochroneStreetDrawing of(Streets streets) {
        return new IsochroneStreetDrawing(IsochroneStreetMesh.of(streets));
    }

    IsochroneStreetMesh mesh() {
        return mesh;
    }

    /** A place on a line that is reached on its own account. */
    private record Seed(int search, int line, double share, int millis) {}

    /**
     * The areas within budgets.
     *
     * @param searches a place counts when the last of them reaches it
     * @param latest   whether the last counts, rather than the first
     */
    List<MultiPolygon> areas(List<TravelTimes> searches, boolean latest, Detail detail, int[] budgets) {
        boolean merged = !latest && searches.size() > 1;
        Streets streets = searches.get(0).network().streets();
        boolean towards = searches.get(0).direction() == Direction.TO;
        int[][][] millis = merged ? new int[][][] {soonest(searches)}
                : searches.stream().map(IsochroneStreetDrawing::pagesOf).toArray(int[][][]::new);
        IsochroneStreetTimes times = new IsochroneStreetTimes(mesh, pages, streets, towards, millis);
        List<Seed> seeds = new ArrayList<>();
        for (int s = 0; s < searches.size(); s++) {
            addSeeds(searches.get(s), merged ? 0 : s, budgets[budgets.length - 1], times, seeds);
        }
        IsochroneStreetLevels levels = kept.poll();
        levels = levels == null ? new IsochroneStreetLevels(mesh, pages) : levels;
        levels.fill(times, reached(millis, seeds), budgets);
        List<MultiPolygon> areas = draw(times, levels, seeds, originsOf(searches), detail, budgets);
        levels.clear();
        kept.push(levels);
        return latest && searches.size() > 1 ? areas : IsochroneOrigins.inside(areas, originsOf(searches));
    }

    /** The pieces of streets that end at these nodes. */
    MultiLineString endsAt(BitSet nodes) {
        GeometryFactory factory = new GeometryFactory();
        List<LineString> ends = new ArrayList<>();
        for (int v = nodes.nextSetBit(0); v >= 0; v = nodes.nextSetBit(v + 1)) {
            for (int e = mesh.first(v); e < mesh.first(v + 1); e++) {
                if (mesh.isStreet(e)) {
                    ends.add(factory.createLineString(new Coordinate[] {mesh.coordinate(mesh.head(e)), mesh.coordinate(v)}));
                }
            }
        }
        return factory.createMultiLineString(ends.toArray(LineString[]::new));
    }

    private List<MultiPolygon> draw(IsochroneStreetTimes times, IsochroneStreetLevels levels, List<Seed> seeds,
            List<Coordinate> origins, Detail detail, int[] budgets) {
        boolean exact = detail == Detail.EXACT;
        IsochroneSplits splits = new IsochroneSplits(mesh, levels.level());
        IsochroneGaps gaps = new IsochroneGaps(mesh, pages, times, levels, splits, budgets,
                exact ? 2 * EXACT_METRES : 2 * Isochrones.SMOOTH_METRES, scale);
        for (Seed seed : seeds) {
            times.take(seed.line);
            gaps.seed(seed.line, seed.share, (int) Math.ceil(Math.min(Streets.UNREACHED, times.millisAt(seed.share))));
        }
        gaps.find(seeds.stream().mapToInt(Seed::line).distinct().toArray());
        IsochroneGates gates = new IsochroneGates(mesh, splits, times, budgets,
                exact ? EXACT_METRES : Isochrones.SMOOTH_METRES, scale);
        double leastArea = exact ? 0 : Isochrones.SMOOTH_SQUARE_METRES / SQUARE_METRES_PER_SQUARE_DEGREE / scale;
        return new IsochroneTrace(mesh, levels, splits, gates, budgets.length, leastArea, origins).areas();
    }

    private static List<Coordinate> originsOf(Collection<TravelTimes> searches) {
        return searches.stream().flatMap(s -> s.origins().stream()).map(o -> new Coordinate(o.lon(), o.lat())).toList();
    }

    private static int[][] pagesOf(TravelTimes times) {
        int[][] millis = new int[times.pages()][];
        Arrays.setAll(millis, times::page);
        return millis;
    }

    private static int[][] soonest(List<TravelTimes> searches) {
        int[][] soonest = pagesOf(searches.get(0)).clone();
        for (TravelTimes times : searches.subList(1, searches.size())) {
            for (int p = 0; p < soonest.length; p++) {
                int[] page = times.page(p);
                if (page == null || soonest[p] == null) {
                    soonest[p] = page == null ? soonest[p] : page;
                    continue;
                }
                int[] both = soonest[p].clone();
                for (int i = 0; i < both.length; i++) {
                    both[i] = Math.min(both[i], page[i]);
                }
                soonest[p] = both;
            }
        }
        return soonest;
    }

    private BitSet reached(int[][][] millis, List<Seed> seeds) {
        BitSet reached = new BitSet();
        for (int[][] ofSearch : millis) {
            for (int p = 0; p < ofSearch.length; p++) {
                if (ofSearch[p] != null) {
                    reached.set(p);
                }
            }
        }
        for (Seed seed : seeds) {
            if (seed.line >= 0) {
                reached.set(IsochroneStreetPages.pageOfNode(mesh.firstNode(seed.line)));
            }
        }
        return reached;
    }

    private void addSeeds(TravelTimes search, int number, int budget, IsochroneStreetTimes times, List<Seed> seeds) {
        search.origins().forEach(origin -> addSeed(number, origin, 0, times, seeds));
        search.stops(budget).forEach(stop -> addSeed(number, stop.place().foothold(), stop.millis(), times, seeds));
    }

    private void addSeed(int search, Foothold at, int millis, IsochroneStreetTimes times, List<Seed> seeds) {
        if (at.nodes().length != 2 || !times.layUnder(at)) {
            return;
        }
        double share = times.shareFrom();
        times.addSeed(search, times.line(), share, millis);
        seeds.add(new Seed(search, times.line(), share, millis));
    }
}
