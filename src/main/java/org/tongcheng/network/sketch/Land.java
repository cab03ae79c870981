package org.tongcheng.network.sketch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What of a straight line lies on land. Gaps up to {@code gap} between different units are land: outlines from different sources
 * do not meet exactly. A gap between parts of one unit is water, however narrow.
 */
final class Land {

    /** In spacings; a point on an outline counts as on land. */
    private static final double TOUCHING = 1e-6;

    private final List<Outline> units;
    private final double gap;

    /** A stretch of a line on land; {@code unit} is the number of the unit it lies in. */
    record Stretch(int line, double start, double end, int unit) {

        static final Comparator<Stretch> ALONG = Comparator.comparingInt(Stretch::line)
                .thenComparingDouble(Stretch::start)
                .thenComparingDouble(Stretch::end)
                .thenComparingInt(Stretch::unit);
    }

    /** A family of the lattice's lines: which number a line has and how far along it a point stands. */
    enum Family {
        ROWS,
        COLUMNS,
        DIAGONALS;

        double line(double a, double b) {
            return switch (this) {
                case ROWS -> b;
                case COLUMNS -> a;
                case DIAGONALS -> a + b;
            };
        }

        double along(double a, double b) {
            return this == ROWS ? a : b;
        }
    }

    /**
     * @param gap in spacings
     */
    Land(List<Outline> units, double gap) {
        this.units = List.copyOf(units);
        this.gap = gap;
    }

    /** The stretches of every line of the family in every unit, in order along each line; they may overlap. */
    List<Stretch> scan(Family family) {
        List<Stretch> stretches = new ArrayList<>();
        for (int unit = 0; unit < units.size(); unit++) {
            scan(units.get(unit), unit, family, stretches);
        }
        stretches.sort(Stretch.ALONG);
        return stretches;
    }

    private static void scan(Outline outline, int unit, Family family, List<Stretch> stretches) {
        Crossings crossings = new Crossings();
        for (double[] ring : outline.rings()) {
            for (int i = 0; i + 3 < ring.length; i += 2) {
                double line0 = family.line(ring[i], ring[i + 1]);
                double line1 = family.line(ring[i + 2], ring[i + 3]);
                double along0 = family.along(ring[i], ring[i + 1]);
                double along1 = family.along(ring[i + 2], ring[i + 3]);
                // Half open, (lower, upper]: a corner on a line counts once.
                int from = (int) Math.floor(Math.min(line0, line1)) + 1;
                int to = (int) Math.floor(Math.max(line0, line1));
                for (int line = from; line <= to; line++) {
                    crossings.add(line, along0 + (line - line0) / (line1 - line0) * (along1 - along0));
                }
            }
        }
        crossings.pairs(unit, stretches);
    }

    /** Joins stretches that overlap, touch or leave a gap that counts as land; {@code unit} of the result is the first one's. */
    List<Stretch> join(List<Stretch> stretches) {
        List<Stretch> joined = new ArrayList<>();
        Stretch run = null;
        int lastUnit = -1;
        for (Stretch next : stretches) {
            boolean continues = run != null && run.line() == next.line()
                    && (next.start() <= run.end() || next.unit() != lastUnit && next.start() <= run.end() + gap);
            if (!continues) {
                if (run != null) {
                    joined.add(run);
                }
                run = next;
                lastUnit = next.unit();
            } else if (next.end() > run.end()) {
                run = new Stretch(run.line(), run.start(), next.end(), run.unit());
                lastUnit = next.unit();
            }
        }
        if (run != null) {
            joined.add(run);
        }
        return joined;
    }

    boolean contains(double a, double b) {
        for (Outline unit : units) {
            if (unit.contains(a, b)) {
                return true;
            }
        }
        return false;
    }

    /** The point of the outlines nearest to a point off the land, or null where none is within so many spacings. */
    double[] nearestShore(double a, double b, double within) {
        double least = within * within;
        double[] nearest = null;
        for (Outline unit : units) {
            if (!unit.near(a, a, b, b, within * 2 / Math.sqrt(3))) {
                continue;
            }
            for (double[] ring : unit.rings()) {
                for (int i = 0; i + 3 < ring.length; i += 2) {
                    double[] foot = foot(a, b, ring, i);
                    double squared = squared(foot[0] - a, foot[1] - b);
                    if (squared <= least) {
                        least = squared;
                        nearest = foot;
                    }
                }
            }
        }
        return nearest;
    }

    /** The point nearest to (a, b) on the ring's side from its corner at {@code i}. */
    private static double[] foot(double a, double b, double[] ring, int i) {
        double sideA = ring[i + 2] - ring[i];
        double sideB = ring[i + 3] - ring[i + 1];
        double length = squared(sideA, sideB);
        // The lattice's axes stand at 60°: the product of (a, b) and (c, d) is ac + bd + (ad + bc) / 2.
        double toA = a - ring[i];
        double toB = b - ring[i + 1];
        double product = toA * sideA + toB * sideB + (toA * sideB + toB * sideA) / 2;
        double share = length == 0 ? 0 : Math.max(0, Math.min(1, product / length));
        return new double[] {ring[i] + share * sideA, ring[i + 1] + share * sideB};
    }

    private static double squared(double a, double b) {
        return a * a + a * b + b * b;
    }

    /** Whether the straight way from a point on land to a node stays on land; the node itself may stand in a gap. */
    boolean joins(double a, double b, int i, int j) {
        List<Stretch> stretches = new ArrayList<>();
        double length = Math.sqrt(squared(i - a, j - b));
        if (length == 0) {
            return true;
        }
        for (int unit = 0; unit < units.size(); unit++) {
            Outline outline = units.get(unit);
            if (outline.near(Math.min(a, i), Math.max(a, i), Math.min(b, j), Math.max(b, j), gap)) {
                cross(outline, a, b, (i - a) / length, (j - b) / length).pairs(unit, stretches);
            }
        }
        stretches.sort(Stretch.ALONG);
        for (Stretch run : join(stretches)) {
            if (run.start() <= TOUCHING && run.end() >= 0) {
                return run.end() >= length - gap;
            }
        }
        return false;
    }

    /** Where the endless line from {@code (a, b)} in a direction meets an outline, in spacings from there. */
    private static Crossings cross(Outline outline, double a, double b, double da, double db) {
        Crossings crossings = new Crossings();
        for (double[] ring : outline.rings()) {
            double before = (ring[0] - a) * db - (ring[1] - b) * da;
            for (int i = 2; i + 1 < ring.length; i += 2) {
                double side = (ring[i] - a) * db - (ring[i + 1] - b) * da;
                if (before <= 0 != side <= 0) {
                    double share = before / (before - side);
                    double atA = ring[i - 2] + share * (ring[i] - ring[i - 2]) - a;
                    double atB = ring[i - 1] + share * (ring[i + 1] - ring[i - 1]) - b;
                    crossings.add(0, Math.abs(da) > Math.abs(db) ? atA / da : atB / db);
                }
                before = side;
            }
        }
        return crossings;
    }

    /** Where one outline crosses lines; between the odd and the even crossing of a line is land. */
    private static final class Crossings {

        private int[] line = new int[256];
        private double[] along = new double[256];
        private int count;

        void add(int onLine, double at) {
            if (count == line.length) {
                line = Arrays.copyOf(line, count * 2);
                along = Arrays.copyOf(along, count * 2);
            }
            line[count] = onLine;
            along[count++] = at;
        }

        void pairs(int unit, List<Stretch> stretches) {
            if (count == 0) {
                return;
            }
            int least = Arrays.stream(line, 0, count).min().getAsInt();
            int most = Arrays.stream(line, 0, count).max().getAsInt();
            int[] first = new int[most - least + 3];
            for (int i = 0; i < count; i++) {
                first[line[i] - least + 2]++;
            }
            for (int i = 2; i < first.length; i++) {
                first[i] += first[i - 1];
            }
            double[] sorted = new double[count];
            for (int i = 0; i < count; i++) {
                sorted[first[line[i] - least + 1]++] = along[i];
            }
            for (int row = 0; row <= most - least; row++) {
                Arrays.sort(sorted, first[row], first[row + 1]);
                for (int i = first[row]; i + 1 < first[row + 1]; i += 2) {
                    stretches.add(new Stretch(least + row, sorted[i], sorted[i + 1], unit));
                }
            }
        }
    }
}
