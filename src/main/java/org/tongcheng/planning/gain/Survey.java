package org.tongcheng.planning.gain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Network;
import org.tongcheng.network.Streets;
import org.tongcheng.planning.Pieces;
import org.tongcheng.planning.Unit;
import org.tongcheng.reach.Direction;
import org.tongcheng.reach.Search;
import org.tongcheng.reach.TravelTimes;

/**
 * Searches the streets and built lines once from every source and from every node at which a player touches them, and so makes a
 * {@link Plan}. Of one thread, which only calls for pieces.
 */
final class Survey {

    /** Seats farther apart than this without any player are not connected: nobody commutes four hours. */
    static final int LONGEST_MINUTES = 240;

    private static final int NEVER = Streets.UNREACHED;
    private static final int NODES_A_PIECE = 4;

    private final Skeleton skeleton;
    private final Network network;
    private final int players;
    private final int budget;
    private final int longest;
    private final List<Target> seats;
    private final long[] people;
    private final Pieces pieces;

    /**
     * @param seats  the members'
     * @param people of each; 0 where unknown
     */
    Survey(Skeleton skeleton, int players, int minutes, List<Foothold> seats, long[] people, Pieces pieces) {
        this.skeleton = skeleton;
        this.network = skeleton.network();
        this.players = players;
        this.budget = minutes * 60_000;
        this.longest = Math.max(minutes, LONGEST_MINUTES) * 60_000;
        this.seats = Target.seats(network, seats);
        this.people = people;
        this.pieces = pieces;
    }

    /**
     * @param plan      what follows from the survey
     * @param built     worth of what is there without the players
     * @param points    how many points are newly within the minutes with all of them
     * @param spacingKm between points
     * @param units     those whose people and land were looked at
     */
    record Result(Plan plan, long[] built, int points, double spacingKm, List<Unit> units) {}

    /** From one seat to each node and seat. */
    private record Row(int[] arrival, int[] full, int[] between) {}

    /** What a node of a player leads to. */
    private record Led(int[] links, long[] targets, int[] seats) {}

    Result run(List<Foothold> origins, List<Unit> tiling) {
        TravelTimes before = pieces.one(() -> Search.past(network, origins, skeleton.closed(), Duration.ofMillis(budget)));
        TravelTimes full = pieces.one(() -> Search.run(network, origins, Direction.FROM, Duration.ofMillis(budget)));
        List<Row> rows = pieces.work(seats.stream().<Supplier<Row>>map(seat -> () -> row(seat)).toList());
        pieces.progress(0.1);
        Points points = new Points(skeleton, before, full, budget);
        List<Unit> units = tiling.stream().filter(points::mayReach).toList();
        List<Points.Counted> counted = pieces.work(units.stream().<Supplier<Points.Counted>>map(u -> () -> points.count(u)).toList());
        pieces.progress(0.2);
        List<Target> targets = counted.stream().flatMap(c -> c.gained().stream()).toList();
        long[] built = new long[Worth.MEASURES];
        counted.forEach(c -> Worth.add(built, c.built()));
        int[][] between = rows.stream().map(Row::between).toArray(int[][]::new);
        built[Worth.PAIRS] = pairs(between);
        List<Led> led = lead(full, rows, targets);
        int[][] arrival = new int[rows.size() + 1][];
        arrival[0] = times(before);
        for (int s = 0; s < rows.size(); s++) {
            arrival[s + 1] = rows.get(s).arrival();
        }
        Plan plan = new Plan(players, IntStream.range(0, skeleton.size()).map(skeleton::player).toArray(), arrival,
                led.stream().map(Led::links).toArray(int[][]::new),
                led.stream().map(l -> Arrays.stream(l.targets()).mapToInt(t -> (int) t).toArray()).toArray(int[][]::new),
                led.stream().map(l -> Arrays.stream(l.targets()).mapToInt(t -> (int) (t >>> 32)).toArray()).toArray(int[][]::new),
                targets.stream().mapToLong(Target::people).toArray(), targets.stream().mapToLong(Target::squareMetres).toArray(),
                targets.stream().mapToInt(Target::units).toArray(), led.stream().map(Led::seats).toArray(int[][]::new),
                between, weights(between), budget);
        return new Result(plan, built, targets.size(), points.spacingKm(), units);
    }

    private Row row(Target seat) {
        Duration limit = Duration.ofMillis(longest);
        TravelTimes before = Search.past(network, List.of(seat.foothold()), skeleton.closed(), limit);
        int[] between = seats.stream().mapToInt(to -> to == seat ? 0 : to.millis(before, skeleton, -1)).toArray();
        int[] full = times(Search.run(network, List.of(seat.foothold()), Direction.FROM, limit));
        return new Row(times(before), full, between);
    }

    private int[] times(TravelTimes times) {
        return IntStream.range(0, skeleton.size()).map(k -> times.millis(skeleton.node(k))).toArray();
    }

    private List<Led> lead(TravelTimes full, List<Row> rows, List<Target> targets) {
        int[] soonest = times(full);
        int[] fromSeats = IntStream.range(0, skeleton.size())
                .map(k -> rows.stream().mapToInt(r -> r.full()[k]).min().orElse(NEVER)).toArray();
        Led[] led = new Led[skeleton.size()];
        Arrays.setAll(led, k -> new Led(skeleton.arcs(k), new long[0], never()));
        List<Integer> leading = skeleton.leading().stream().filter(k -> soonest[k] <= budget || fromSeats[k] <= longest).toList();
        int block = NODES_A_PIECE * 16;
        for (int start = 0; start < leading.size(); start += block) {
            List<Integer> some = leading.subList(start, Math.min(start + block, leading.size()));
            List<Supplier<List<Led>>> work = new ArrayList<>();
            for (int i = 0; i < some.size(); i += NODES_A_PIECE) {
                List<Integer> few = some.subList(i, Math.min(i + NODES_A_PIECE, some.size()));
                work.add(() -> few.stream().map(k -> lead(k, soonest[k], fromSeats[k], targets)).toList());
            }
            List<Led> found = pieces.work(work).stream().flatMap(List::stream).toList();
            for (int i = 0; i < found.size(); i++) {
                led[some.get(i)] = found.get(i);
            }
            pieces.progress(0.2 + 0.4 * (start + some.size()) / leading.size());
        }
        return List.of(led);
    }

    /** Nothing is looked for beyond what the soonest arrival at the node, with all players, leaves of the time. */
    private Led lead(int k, int soonest, int fromSeats, List<Target> targets) {
        int left = soonest == NEVER ? -1 : budget - soonest;
        int limit = Math.max(left, fromSeats == NEVER ? -1 : longest - fromSeats);
        TravelTimes times = Search.from(network, skeleton.node(k), skeleton.closed(), Duration.ofMillis(limit));
        IntStream.Builder links = IntStream.builder();
        for (int to = 0; to < skeleton.size(); to++) {
            int millis = times.millis(skeleton.node(to));
            if (to != k && millis != NEVER) {
                links.add(to).add(millis);
            }
        }
        long[] reached = IntStream.range(0, left < 0 ? 0 : targets.size()).mapToLong(t -> {
            int millis = targets.get(t).millis(times, skeleton, skeleton.node(k));
            return millis > left ? -1 : (long) millis << 32 | t;
        }).filter(t -> t >= 0).sorted().toArray();
        int[] toSeats = seats.stream().mapToInt(s -> s.millis(times, skeleton, skeleton.node(k))).toArray();
        return new Led(links.build().toArray(), reached, toSeats);
    }

    private int[] never() {
        int[] never = new int[seats.size()];
        Arrays.fill(never, NEVER);
        return never;
    }

    private long pairs(int[][] between) {
        long pairs = 0;
        for (int i = 0; i < between.length; i++) {
            for (int j = 0; j < i; j++) {
                pairs += Math.max(between[i][j], between[j][i]) <= budget ? 1 : 0;
            }
        }
        return pairs;
    }

    /** Of pairs that are connected without the players; the products of their people. */
    private int[][] weights(int[][] between) {
        double sum = 0;
        for (int i = 0; i < between.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += product(between, i, j);
            }
        }
        int[][] weights = new int[between.length][between.length];
        for (int i = 0; i < between.length; i++) {
            for (int j = 0; j < i; j++) {
                weights[i][j] = sum == 0 ? 0 : (int) Math.round(Worth.WEIGHTS * product(between, i, j) / sum);
            }
        }
        return weights;
    }

    private double product(int[][] between, int i, int j) {
        return Math.max(between[i][j], between[j][i]) == NEVER ? 0 : (double) people[i] * people[j];
    }
}
