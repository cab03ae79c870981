package org.tongcheng.planning.gain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.tongcheng.planning.Pieces;

/**
 * What each player gains, in the units of a {@link Worth}.
 *
 * @param whole   worth of all players
 * @param alone   [player]: worth of it alone
 * @param missing [player]: what all lose without it
 * @param share   [player]: the mean of what it adds over the orders
 * @param error   [player]: standard error of the share; 0 where all orders were looked at
 * @param orders  how many orders were drawn; 0 where all were looked at
 */
record Shares(long[] whole, long[][] alone, long[][] missing, double[][] share, double[][] error, int orders) {

    /** Up to so many players all sets of them are looked at: 256 at the most. */
    static final int MOST_EXACT = 8;

    private static final int SETS_A_PIECE = 16;
    private static final int PAIRS_A_PIECE = 4;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** Default number of orders for so many players, even: 2000 of fifty take some ten seconds on two cores of the sketch. */
    static int usualOrders(int players) {
        return 2 * Math.max(100, Math.min(1000, 50_000 / Math.max(1, players)));
    }

    /**
     * @param orders even; not looked at where all sets are
     * @param seed   of the first order; each has its own
     */
    static Shares of(Plan plan, int orders, long seed, Pieces pieces) {
        Growth.Wiring wiring = Growth.Wiring.of(plan);
        int n = plan.players();
        return n <= MOST_EXACT ? exact(plan, wiring, pieces) : sampled(plan, wiring, orders, seed, pieces);
    }

    private static Shares exact(Plan plan, Growth.Wiring wiring, Pieces pieces) {
        int n = plan.players();
        List<Supplier<long[][]>> work = new ArrayList<>();
        for (int start = 0; start < 1 << n; start += SETS_A_PIECE) {
            int first = start;
            int end = Math.min(start + SETS_A_PIECE, 1 << n);
            work.add(() -> {
                Growth growth = new Growth(plan, wiring);
                long[][] worths = new long[end - first][];
                Arrays.setAll(worths, i -> worth(growth, first + i, n));
                return worths;
            });
        }
        long[][] worths = pieces.work(work).stream().flatMap(Arrays::stream).toArray(long[][]::new);
        int all = (1 << n) - 1;
        long[][] alone = new long[n][];
        long[][] missing = new long[n][];
        double[][] share = new double[n][Worth.MEASURES];
        for (int p = 0; p < n; p++) {
            alone[p] = worths[1 << p];
            missing[p] = Worth.difference(worths[all], worths[all & ~(1 << p)]);
            share[p] = share(worths, p, n);
        }
        return new Shares(worths[all], alone, missing, share, new double[n][Worth.MEASURES], 0);
    }

    private static long[] worth(Growth growth, int set, int players) {
        growth.clear();
        for (int p = 0; p < players; p++) {
            if ((set >> p & 1) != 0) {
                growth.build(p);
            }
        }
        return growth.worth().clone();
    }

    /** The sum over all sets without the player, each as often as it comes before it among all orders, over their number. */
    private static double[] share(long[][] worths, int p, int n) {
        long[] sum = new long[Worth.MEASURES];
        for (int set = 0; set < 1 << n; set++) {
            if ((set >> p & 1) == 0) {
                int before = Integer.bitCount(set);
                long orders = factorial(before) * factorial(n - before - 1);
                for (int m = 0; m < Worth.MEASURES; m++) {
                    sum[m] += orders * (worths[set | 1 << p][m] - worths[set][m]);
                }
            }
        }
        return Arrays.stream(sum).mapToDouble(s -> (double) s / factorial(n)).toArray();
    }

    private static long factorial(int n) {
        long product = 1;
        for (int i = 2; i <= n; i++) {
            product *= i;
        }
        return product;
    }

    /** Sums over pairs of orders of what each player adds in both, and of the squares of that less its {@code alone} twice. */
    private record Sums(long[][] sum, double[][] squares) {

        static Sums none(int players) {
            return new Sums(new long[players][Worth.MEASURES], new double[players][Worth.MEASURES]);
        }

        void add(int p, int m, long both, long twiceAlone) {
            long off = both - twiceAlone;
            sum[p][m] += off;
            squares[p][m] += (double) off * off;
        }

        void add(Sums more) {
            for (int p = 0; p < sum.length; p++) {
                for (int m = 0; m < Worth.MEASURES; m++) {
                    sum[p][m] += more.sum[p][m];
                    squares[p][m] += more.squares[p][m];
                }
            }
        }
    }

    static Shares sampled(Plan plan, Growth.Wiring wiring, int orders, long seed, Pieces pieces) {
        int n = plan.players();
        int pairs = orders / 2;
        long[][] alone = new long[n][];
        long[][] missing = new long[n][];
        long[] whole = ends(plan, wiring, alone, missing, pieces);
        Sums sums = Sums.none(n);
        int block = PAIRS_A_PIECE * 8;
        for (int start = 0; start < pairs; start += block) {
            List<Supplier<Sums>> work = new ArrayList<>();
            int end = Math.min(start + block, pairs);
            for (int pair = start; pair < end; pair += PAIRS_A_PIECE) {
                int first = pair;
                int last = Math.min(pair + PAIRS_A_PIECE, end);
                work.add(() -> draw(plan, wiring, alone, seed, first, last));
            }
            pieces.work(work).forEach(sums::add);
            pieces.progress(0.65 + 0.35 * end / pairs);
        }
        double[][] share = new double[n][Worth.MEASURES];
        double[][] error = new double[n][Worth.MEASURES];
        for (int p = 0; p < n; p++) {
            for (int m = 0; m < Worth.MEASURES; m++) {
                double mean = (double) sums.sum()[p][m] / pairs;
                share[p][m] = alone[p][m] + mean / 2;
                double variance = Math.max(0, sums.squares()[p][m] / pairs - mean * mean) * pairs / Math.max(1, pairs - 1);
                error[p][m] = Math.sqrt(variance / pairs) / 2;
            }
        }
        return new Shares(whole, alone, missing, share, error, orders);
    }

    private static long[] ends(Plan plan, Growth.Wiring wiring, long[][] alone, long[][] missing, Pieces pieces) {
        int n = plan.players();
        long[] whole = pieces.one(() -> without(plan, wiring, -1));
        List<Supplier<long[][]>> work = new ArrayList<>();
        for (int player = 0; player < n; player++) {
            int p = player;
            work.add(() -> {
                Growth growth = new Growth(plan, wiring);
                growth.build(p);
                return new long[][] {growth.worth(), Worth.difference(whole, without(plan, wiring, p))};
            });
        }
        List<long[][]> found = pieces.work(work);
        for (int p = 0; p < n; p++) {
            alone[p] = found.get(p)[0];
            missing[p] = found.get(p)[1];
        }
        return whole;
    }

    private static long[] without(Plan plan, Growth.Wiring wiring, int left) {
        Growth growth = new Growth(plan, wiring);
        for (int p = 0; p < plan.players(); p++) {
            if (p != left) {
                growth.build(p);
            }
        }
        return growth.worth();
    }

    private static Sums draw(Plan plan, Growth.Wiring wiring, long[][] alone, long seed, int first, int last) {
        int n = plan.players();
        Sums sums = Sums.none(n);
        Growth growth = new Growth(plan, wiring);
        for (int pair = first; pair < last; pair++) {
            int[] order = order(n, seed + pair * GOLDEN);
            long[][] added = new long[n][Worth.MEASURES];
            follow(growth, order, added);
            for (int i = 0; i < n / 2; i++) {
                int other = order[n - 1 - i];
                order[n - 1 - i] = order[i];
                order[i] = other;
            }
            follow(growth, order, added);
            for (int p = 0; p < n; p++) {
                for (int m = 0; m < Worth.MEASURES; m++) {
                    sums.add(p, m, added[p][m], 2 * alone[p][m]);
                }
            }
        }
        return sums;
    }

    private static void follow(Growth growth, int[] order, long[][] added) {
        growth.clear();
        long[] before = new long[Worth.MEASURES];
        for (int p : order) {
            growth.build(p);
            Worth.add(added[p], Worth.difference(growth.worth(), before));
            System.arraycopy(growth.worth(), 0, before, 0, Worth.MEASURES);
        }
    }

    /** Every order as likely as any other (Fisher and Yates, 1938). */
    private static int[] order(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
