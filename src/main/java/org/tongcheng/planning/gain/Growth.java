package org.tongcheng.planning.gain;

import java.util.Arrays;
import org.tongcheng.network.Streets;

/**
 * The worth of a plan while one player after the other is built: times only fall, so each step looks at what becomes shorter alone
 * (Dijkstra, 1959, on the players' nodes, begun where the new ones are). A node's targets are passed through once in an order.
 * Of one thread.
 */
final class Growth {

    private static final int NEVER = Streets.UNREACHED;

    private final Plan plan;
    private final int[][] incoming;
    private final int[][] nodesOf;
    private final boolean[] built;
    private final int[][] dist;
    private final int[] passed;
    private final boolean[] reached;
    private final int[][] between;
    private final long[] worth = new long[Worth.MEASURES];
    private final NodeHeap heap;
    private final int[] settled;

    Growth(Plan plan, Wiring wiring) {
        this.plan = plan;
        this.incoming = wiring.incoming();
        this.nodesOf = wiring.nodesOf();
        this.built = new boolean[plan.nodes()];
        this.dist = new int[plan.arrival().length][plan.nodes()];
        this.passed = new int[plan.nodes()];
        this.reached = new boolean[plan.people().length];
        this.between = new int[plan.seatCount()][plan.seatCount()];
        this.heap = new NodeHeap(plan.nodes());
        this.settled = new int[plan.nodes()];
        clear();
    }

    /** What every growth on a plan has in common: the links by the node they lead to, the nodes of each player. */
    record Wiring(int[][] incoming, int[][] nodesOf) {

        static Wiring of(Plan plan) {
            int[] in = new int[plan.nodes()];
            int[] own = new int[plan.players()];
            for (int k = 0; k < plan.nodes(); k++) {
                own[plan.owner()[k]]++;
                for (int i = 0; i < plan.links()[k].length; i += 2) {
                    in[plan.links()[k][i]] += 2;
                }
            }
            int[][] incoming = new int[plan.nodes()][];
            Arrays.setAll(incoming, k -> new int[in[k]]);
            int[][] nodesOf = new int[plan.players()][];
            Arrays.setAll(nodesOf, p -> new int[own[p]]);
            for (int k = plan.nodes() - 1; k >= 0; k--) {
                nodesOf[plan.owner()[k]][--own[plan.owner()[k]]] = k;
                int[] links = plan.links()[k];
                for (int i = 0; i < links.length; i += 2) {
                    int to = links[i];
                    incoming[to][--in[to]] = links[i + 1];
                    incoming[to][--in[to]] = k;
                }
            }
            return new Wiring(incoming, nodesOf);
        }
    }

    /** Nothing is built. */
    void clear() {
        Arrays.fill(built, false);
        Arrays.fill(passed, 0);
        Arrays.fill(reached, false);
        Arrays.fill(worth, 0);
        for (int[] row : dist) {
            Arrays.fill(row, NEVER);
        }
        for (int i = 0; i < between.length; i++) {
            System.arraycopy(plan.between()[i], 0, between[i], 0, between[i].length);
        }
    }

    /** What all players built so far are worth; not to be written to. */
    long[] worth() {
        return worth;
    }

    /** Builds one more player. */
    void build(int player) {
        int[] fresh = nodesOf[player];
        if (fresh.length == 0) {
            return;
        }
        for (int k : fresh) {
            built[k] = true;
        }
        for (int source = 0; source < dist.length; source++) {
            int count = spread(source, fresh);
            for (int i = 0; i < count; i++) {
                if (source == 0) {
                    pass(settled[i]);
                } else {
                    arrive(source - 1, settled[i]);
                }
            }
        }
        weighPairs();
    }

    /** Shortens times from a source; how many nodes it shortened, which stand in {@link #settled}. */
    private int spread(int source, int[] fresh) {
        int[] time = dist[source];
        for (int k : fresh) {
            long best = plan.arrival()[source][k];
            int[] in = incoming[k];
            for (int i = 0; i < in.length; i += 2) {
                if (time[in[i]] != NEVER) {
                    best = Math.min(best, (long) time[in[i]] + in[i + 1]);
                }
            }
            if (best < NEVER) {
                time[k] = (int) best;
                heap.improve(k, (int) best);
            }
        }
        int count = 0;
        while (!heap.isEmpty()) {
            int k = heap.pop();
            settled[count++] = k;
            int[] links = plan.links()[k];
            for (int i = 0; i < links.length; i += 2) {
                int to = links[i];
                long there = (long) time[k] + links[i + 1];
                if (built[to] && there < time[to]) {
                    time[to] = (int) there;
                    heap.improve(to, (int) there);
                }
            }
        }
        return count;
    }

    /** Targets that the shorter time to a node brings within the minutes. */
    private void pass(int k) {
        int left = plan.budget() - dist[0][k];
        int[] targets = plan.targets()[k];
        int[] after = plan.after()[k];
        int at = passed[k];
        while (at < targets.length && after[at] <= left) {
            int target = targets[at++];
            if (!reached[target]) {
                reached[target] = true;
                worth[Worth.PEOPLE] += plan.people()[target];
                worth[Worth.LAND] += plan.land()[target];
                worth[Worth.UNITS] += plan.units()[target];
            }
        }
        passed[k] = at;
    }

    private void arrive(int from, int k) {
        int time = dist[from + 1][k];
        int[] seats = plan.seats()[k];
        for (int to = 0; to < seats.length; to++) {
            if (seats[to] != NEVER) {
                between[from][to] = (int) Math.min(between[from][to], (long) time + seats[to]);
            }
        }
    }

    /** The slower of both ways counts. */
    private void weighPairs() {
        long saved = 0;
        long pairs = 0;
        for (int i = 0; i < between.length; i++) {
            for (int j = 0; j < i; j++) {
                int before = Math.max(plan.between()[i][j], plan.between()[j][i]);
                int now = Math.max(between[i][j], between[j][i]);
                saved += plan.weight()[i][j] == 0 ? 0 : (long) plan.weight()[i][j] * (before - now);
                pairs += before > plan.budget() && now <= plan.budget() ? 1 : 0;
            }
        }
        worth[Worth.SAVED] = saved;
        worth[Worth.PAIRS] = pairs;
    }
}
