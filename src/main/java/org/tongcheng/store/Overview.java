package org.tongcheng.store;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;
import org.tongcheng.catalog.View;

/**
 * The boxes of all features of one collection in the order in which they are drawn: the largest first, points last, then by their
 * place in the collection. Flat arrays, 32 bytes a feature. Boxes are rounded outward to single precision, less than a metre.
 * Immutable.
 */
final class Overview {

    static final int BYTES_EACH = 4 * Float.BYTES + Double.BYTES + Long.BYTES;

    /** So many features, spread over all sizes, tell how crowded a view is. */
    private static final int SAMPLE = 16_000;

    /** By less than this share is what the sample tells of some thousand features off. */
    private static final double UNSURE = 0.15;

    private final Columns all;

    /** No geometry has more bytes in the database's answer. */
    private final int mostBytes;

    /** Four sides of each of a sample's boxes, side by side. */
    private final float[] sample;

    /** @param all filled, and not changed any more */
    private Overview(Columns all, int mostBytes) {
        this.all = all;
        this.mostBytes = mostBytes;
        int step = Math.max(1, size() / SAMPLE);
        this.sample = new float[4 * ((size() + step - 1) / step)];
        for (int i = 0; i < sample.length / 4; i++) {
            int at = i * step;
            sample[4 * i] = all.west[at];
            sample[4 * i + 1] = all.south[at];
            sample[4 * i + 2] = all.east[at];
            sample[4 * i + 3] = all.north[at];
        }
    }

    /** What is known of each feature; of the first ones, as many as have a span, that too: all behind them are points. */
    private static final class Columns {

        private final long[] fids;
        private final double[] spans;
        private final float[] west;
        private final float[] south;
        private final float[] east;
        private final float[] north;

        Columns(int size, int spanned) {
            fids = new long[size];
            spans = new double[spanned];
            west = new float[size];
            south = new float[size];
            east = new float[size];
            north = new float[size];
        }

        void set(int to, long fid, double span) {
            fids[to] = fid;
            if (to < spans.length) {
                spans[to] = span;
            }
        }

        void copy(int to, Columns from, int i) {
            set(to, from.fids[i], i < from.spans.length ? from.spans[i] : Double.NaN);
            west[to] = from.west[i];
            south[to] = from.south[i];
            east[to] = from.east[i];
            north[to] = from.north[i];
        }
    }

    /** Features as they come from the database, in any order. One thread. */
    static final class Draft {

        private long[] fids;
        private double[] spans;
        private double[] boxes;
        private int size;
        private int mostBytes;

        /** @param about how many are expected */
        Draft(long about) {
            fids = new long[(int) about + 1];
            spans = new double[fids.length];
            boxes = new double[4 * fids.length];
        }

        /**
         * @param span  degrees; NaN of a point
         * @param bytes of the geometry in the database's answer
         */
        void add(long fid, double span, Envelope box, int bytes) {
            mostBytes = Math.max(mostBytes, bytes);
            if (size == fids.length) {
                fids = Arrays.copyOf(fids, 2 * size);
                spans = Arrays.copyOf(spans, 2 * size);
                boxes = Arrays.copyOf(boxes, 8 * size);
            }
            fids[size] = fid;
            spans[size] = span;
            boxes[4 * size] = box.getMinX();
            boxes[4 * size + 1] = box.getMinY();
            boxes[4 * size + 2] = box.getMaxX();
            boxes[4 * size + 3] = box.getMaxY();
            size++;
        }

        Overview finished() {
            int spanned = (int) IntStream.range(0, size).filter(i -> !Double.isNaN(spans[i])).count();
            Columns made = new Columns(size, spanned);
            Integer[] order = IntStream.range(0, size).boxed().toArray(Integer[]::new);
            Arrays.sort(order, Comparator.comparingDouble((Integer i) -> Double.isNaN(spans[i]) ? 1 : -spans[i])
                    .thenComparingLong(i -> fids[i]));
            for (int to = 0; to < size; to++) {
                int from = order[to];
                made.set(to, fids[from], spans[from]);
                made.west[to] = below(boxes[4 * from]);
                made.south[to] = below(boxes[4 * from + 1]);
                made.east[to] = -below(-boxes[4 * from + 2]);
                made.north[to] = -below(-boxes[4 * from + 3]);
            }
            return new Overview(made, mostBytes);
        }

        private static float below(double degrees) {
            float near = (float) degrees;
            return near <= degrees ? near : Math.nextDown(near);
        }
    }

    int size() {
        return all.fids.length;
    }

    /** This, without the features of those places (ascending), and with those of another, which has none of the rest. */
    Overview with(Overview fresh, long[] without) {
        boolean[] stays = new boolean[all.fids.length];
        int staying = 0;
        int spannedStaying = 0;
        for (int i = 0; i < all.fids.length; i++) {
            stays[i] = Arrays.binarySearch(without, all.fids[i]) < 0;
            staying += stays[i] ? 1 : 0;
            spannedStaying += stays[i] && i < all.spans.length ? 1 : 0;
        }
        Columns made = new Columns(staying + fresh.all.fids.length, spannedStaying + fresh.all.spans.length);
        int mine = 0;
        int theirs = 0;
        for (int to = 0; to < made.fids.length; to++) {
            while (mine < all.fids.length && !stays[mine]) {
                mine++;
            }
            boolean own = theirs == fresh.all.fids.length || mine < all.fids.length && before(mine, fresh, theirs);
            made.copy(to, own ? all : fresh.all, own ? mine++ : theirs++);
        }
        return new Overview(made, Math.max(mostBytes, fresh.mostBytes));
    }

    private boolean before(int mine, Overview other, int theirs) {
        double a = mine < all.spans.length ? all.spans[mine] : -1;
        double b = theirs < other.all.spans.length ? other.all.spans[theirs] : -1;
        return a == b ? all.fids[mine] < other.all.fids[theirs] : a > b;
    }

    int mostBytes() {
        return mostBytes;
    }

    /** Whether more features, of whatever size, lie in a view than its limit; a sample tells unless it is near that. */
    boolean isCrowded(View view) {
        Window window = new Window(view.box());
        int sampled = 0;
        for (int i = 0; i < sample.length; i += 4) {
            sampled += window.meets(sample[i], sample[i + 1], sample[i + 2], sample[i + 3]) ? 1 : 0;
        }
        double about = (double) sampled * all.fids.length / Math.max(1, sample.length / 4);
        boolean near = Math.abs(about - view.limit()) < UNSURE * view.limit();
        return near ? window.count() > view.limit() : about > view.limit();
    }

    Scan scan(View view) {
        return new Scan(view);
    }

    /** A box in single precision, rounded outward as well. */
    private final class Window {

        private final float minX;
        private final float minY;
        private final float maxX;
        private final float maxY;

        Window(Envelope box) {
            minX = Draft.below(box.getMinX());
            minY = Draft.below(box.getMinY());
            maxX = -Draft.below(-box.getMaxX());
            maxY = -Draft.below(-box.getMaxY());
        }

        int count() {
            int count = 0;
            for (int i = 0; i < all.fids.length; i++) {
                count += holds(i) ? 1 : 0;
            }
            return count;
        }

        boolean holds(int i) {
            return meets(all.west[i], all.south[i], all.east[i], all.north[i]);
        }

        /** All four sides are compared: in order of size, which side decides cannot be foreseen, and a wrong guess costs more. */
        boolean meets(float boxWest, float boxSouth, float boxEast, float boxNorth) {
            return boxWest <= maxX & boxEast >= minX & boxSouth <= maxY & boxNorth >= minY;
        }
    }

    /** The features in a view, one after the other. One thread, once. */
    final class Scan {

        private final Window window;

        /** Where those end that are large enough. */
        private final int end;
        private int at;
        private long seen;

        private Scan(View view) {
            this.window = new Window(view.box());
            int low = 0;
            int high = all.spans.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (all.spans[middle] >= view.leastSpan()) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            this.end = low;
        }

        /** The places of the next features in view, as many as there are up to a number. */
        long[] next(int most) {
            long[] found = new long[most];
            int count = 0;
            while (count < most && advance()) {
                found[count++] = all.fids[at++];
            }
            return count == most ? found : Arrays.copyOf(found, count);
        }

        /** How many features are in view, those given and the rest. Nothing is next then. */
        long all() {
            while (advance()) {
                at++;
            }
            return seen;
        }

        /** Goes to the next in view, from {@code at} on; false where there is none. */
        private boolean advance() {
            at = at < end ? first(at, end) : at;
            if (at >= end) {
                at = first(Math.max(at, all.spans.length), all.fids.length);
            }
            boolean there = at < all.fids.length;
            seen += there ? 1 : 0;
            return there;
        }

        /** The first in view of a range; its end where there is none. */
        private int first(int from, int to) {
            int i = from;
            while (i < to && !window.holds(i)) {
                i++;
            }
            return i;
        }
    }
}
