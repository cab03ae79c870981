package org.tongcheng.planning.times;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Network;
import org.tongcheng.network.Streets;
import org.tongcheng.planning.TimeMatrix;
import org.tongcheng.reach.Matrix;
import org.tongcheng.reach.TravelTimes;

/** Times between places of any number of points, none too: the fastest pair of points counts. Threads: immutable. */
final class PlaceMatrix implements TimeMatrix {

    private final Side from;
    private final Side to;
    private final Matrix matrix;

    /**
     * The rows or the columns.
     *
     * @param names  of the places
     * @param points where each place joins the streets
     */
    record Side(List<String> names, List<List<Foothold>> points) {

        private List<Foothold> flat() {
            return points.stream().flatMap(List::stream).toList();
        }
    }

    /** @param matrix to all points of {@code to}, in their order */
    private PlaceMatrix(Side from, Side to, Matrix matrix) {
        this.from = from;
        this.to = to;
        this.matrix = matrix;
    }

    static PlaceMatrix of(Network network, Side from, Side to, Duration limit) {
        return new PlaceMatrix(from, to, Matrix.to(network, to.flat(), limit));
    }

    @Override
    public List<String> origins() {
        return from.names();
    }

    @Override
    public List<String> destinations() {
        return to.names();
    }

    @Override
    public int[][] rows(int first, int count) {
        List<List<Foothold>> origins = from.points().subList(first, first + count);
        int[][] millis = matrix.from(origins.stream().flatMap(List::stream).toList());
        int[][] seconds = new int[count][];
        int next = 0;
        for (int i = 0; i < count; i++) {
            int points = origins.get(i).size();
            seconds[i] = seconds(millis, next, points);
            next += points;
        }
        return seconds;
    }

    private int[] seconds(int[][] millis, int first, int points) {
        int[] seconds = new int[to.points().size()];
        Arrays.fill(seconds, NONE);
        int column = 0;
        for (int j = 0; j < seconds.length; j++) {
            int end = column + to.points().get(j).size();
            int least = Streets.UNREACHED;
            for (int i = first; i < first + points; i++) {
                for (int c = column; c < end; c++) {
                    least = Math.min(least, millis[i][c]);
                }
            }
            if (least != Streets.UNREACHED) {
                seconds[j] = TravelTimes.seconds(least);
            }
            column = end;
        }
        return seconds;
    }
}
