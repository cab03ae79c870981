package org.tongcheng.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;

/** Draws how long a search takes as the network grows around it: tiles on a logarithmic axis, milliseconds from 0. */
final class GrowthPlot {

    private static final int WIDTH = 480;
    private static final int HEIGHT = 300;
    private static final int MARGIN = 50;

    private GrowthPlot() {}

    /** Medians in milliseconds by the number of tiles, of {@code halfHour} or {@code halfHourDrawn}. */
    static SortedMap<Integer, Double> medians(Collection<RunResult> results, String method) {
        SortedMap<Integer, Double> medians = new TreeMap<>();
        for (RunResult result : results) {
            if (result.getParams().getBenchmark().endsWith(".GrowthBenchmark." + method)) {
                int side = Integer.parseInt(result.getParams().getParam("side"));
                medians.put(side * side, result.getPrimaryResult().getStatistics().getPercentile(50));
            }
        }
        return medians;
    }

    static void write(Collection<RunResult> results, Path file) throws IOException {
        SortedMap<Integer, Double> medians = medians(results, "halfHour");
        if (!medians.isEmpty()) {
            Files.writeString(file, svg(medians));
        }
    }

    private static String svg(SortedMap<Integer, Double> medians) {
        double most = medians.values().stream().mapToDouble(ms -> ms).max().orElseThrow() * 1.25;
        StringBuilder points = new StringBuilder();
        StringBuilder marks = new StringBuilder();
        medians.forEach((tiles, ms) -> {
            double x = MARGIN + Math.log(tiles) / Math.log(64) * (WIDTH - 2 * MARGIN);
            double y = HEIGHT - MARGIN - ms / most * (HEIGHT - 2 * MARGIN);
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
            marks.append(String.format(Locale.ROOT, "<circle cx='%.1f' cy='%.1f' r='3'/>"
                    + "<text x='%.1f' y='%.1f'>%.2f</text><text x='%.1f' y='%d'>%d</text>%n", x, y, x, y - 10, ms, x, HEIGHT - MARGIN + 18, tiles));
        });
        return String.format(Locale.ROOT, """
                <svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' font-family='sans-serif' font-size='12' text-anchor='middle'>
                <rect width='100%%' height='100%%' fill='white'/>
                <path d='M%d,%d V%d H%d' fill='none' stroke='black'/>
                <polyline points='%s' fill='none' stroke='steelblue' stroke-width='2'/>
                %s<text x='%d' y='%d'>tiles in the network</text><text x='%d' y='20'>half an hour by car from the middle tile, ms</text>
                </svg>
                """, WIDTH, HEIGHT, MARGIN, MARGIN, HEIGHT - MARGIN, WIDTH - MARGIN, points.toString().strip(), marks,
                WIDTH / 2, HEIGHT - 10, WIDTH / 2);
    }
}
