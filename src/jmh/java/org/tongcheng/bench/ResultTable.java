package org.tongcheng.bench;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** The results as the README shows them: medians in milliseconds, and how many times as long as the peer. */
final class ResultTable {

    private static final double MILLION = 1e6;

    private final Collection<RunResult> results;

    ResultTable(Collection<RunResult> results) {
        this.results = results;
    }

    String parcels() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%n%,d parcels of ten vertices; median of one client, ms%n%n",
                new Parcels(Ground.PARCELS).count()));
        text.append("| question | plain SQL | store, H2GIS | store, PostGIS | HTTP, H2GIS | HTTP, PostGIS | HTTP on PostGIS : plain SQL |\n");
        text.append("|---|---|---|---|---|---|---|\n");
        row(text, "items by bbox, 100", "box100");
        row(text, "items by bbox, 1 000", "box1000");
        row(text, "items by bbox, 10 000", "box10000");
        row(text, "one item", "item");
        row(text, "write with revision (peer: plain update)", "write");
        rate(text);
        text.append("\n| geometry | µs |\n|---|---|\n");
        for (RunResult result : results) {
            if (result.getParams().getBenchmark().contains(".GeometryBenchmark.")) {
                text.append(String.format(Locale.ROOT, "| %s | %.3f |%n", method(result), result.getPrimaryResult().getScore() * 1000));
            }
        }
        tiles(text);
        text.append("\n| reach, bundled catalogue | ms |\n|---|---|\n");
        for (RunResult result : results) {
            if (result.getParams().getBenchmark().contains(".ReachBenchmark.")) {
                double median = result.getPrimaryResult().getStatistics().getPercentile(50);
                text.append(String.format(Locale.ROOT, "| %s | %.1f |%n", method(result), median));
            }
        }
        return text.toString();
    }

    /** Median of one client at each zoom, nothing kept; then tiles kept, a second. */
    private void tiles(StringBuilder text) {
        text.append("\n| tiles, zoom | ST_AsMVT, ms | MapServer, ms | PostGIS, ms | times as fast as ST_AsMVT | as MapServer | H2GIS, ms |\n")
                .append("|---|---|---|---|---|---|---|\n");
        results.stream().map(result -> result.getParams().getParam("zoom")).filter(Objects::nonNull).distinct().forEach(zoom -> {
            double statement = tile("PlainTile", zoom, "");
            double mapserver = tile("MapserverTile", zoom, "");
            double ours = tile("Tile", zoom, Ground.POSTGIS);
            double embedded = tile("Tile", zoom, Ground.H2GIS);
            text.append("| ").append(zoom);
            for (double value : new double[] {statement, mapserver, ours, statement / ours, mapserver / ours, embedded}) {
                text.append(" | ").append(number(value));
            }
            text.append(" |\n");
        });
        if (!Mapserver.isThere()) {
            text.append("\nMapServer is left out: there is no program '").append(Mapserver.PROGRAM)
                    .append("'. Install Debian's cgi-mapserver, or name one: -Dbench.mapserver=FILE\n");
        }
        for (String store : List.of(Ground.H2GIS, Ground.POSTGIS)) {
            find("TileCache", "kept", store).ifPresent(result -> text.append("\nKept tiles a second, one client in process, ").append(store)
                    .append(": ").append(number(result.getPrimaryResult().getScore())).append('\n'));
        }
    }

    private double tile(String kind, String zoom, String store) {
        return results.stream()
                .filter(r -> r.getParams().getBenchmark().endsWith("." + kind + "Benchmark.draw"))
                .filter(r -> zoom.equals(r.getParams().getParam("zoom")))
                .filter(r -> store.isEmpty() || store.equals(r.getParams().getParam("store")))
                .findFirst().map(r -> r.getPrimaryResult().getStatistics().getPercentile(50)).orElse(Double.NaN);
    }

    String streets() {
        StringBuilder text = new StringBuilder();
        double tree = median("StreetSearch", "graphhopperTree", "");
        double sweep = median("StreetSearch", "sweep", "");
        text.append("\n| real streets, ").append(StreetFile.FILE.getFileName()).append(" | ms |\n|---|---|\n");
        text.append("| an hour by car to all nodes, one thread | ").append(number(sweep)).append(" |\n");
        text.append("| the same by GraphHopper's ShortestPathTree | ").append(number(tree)).append(" |\n");
        text.append("| how many times as fast | ").append(number(tree / sweep)).append(" |\n");
        text.append("| 1 000 × 1 000 travel times, one thread | ").append(number(median("StreetSearch", "matrix1000", ""))).append(" |\n");
        text.append("\n| tiles | half an hour by car, ms | searched and drawn, ms |\n|---|---|---|\n");
        Map<Integer, Double> drawn = GrowthPlot.medians(results, "halfHourDrawn");
        GrowthPlot.medians(results, "halfHour").forEach((tiles, ms) -> text.append("| ").append(tiles).append(" | ")
                .append(String.format(Locale.ROOT, "%.3f", ms)).append(" | ").append(number(drawn.getOrDefault(tiles, Double.NaN))).append(" |\n"));
        return text.toString();
    }

    private void row(StringBuilder text, String title, String method) {
        List<Double> medians = List.of(median("PlainSql", method, ""), median("Store", method, Ground.H2GIS),
                median("Store", method, Ground.POSTGIS), median("Http", method, Ground.H2GIS), median("Http", method, Ground.POSTGIS));
        text.append("| ").append(title);
        medians.forEach(median -> text.append(" | ").append(number(median)));
        text.append(" | ").append(number(medians.get(4) / medians.get(0))).append(" |\n");
    }

    /** Bytes of a page divided by its median time. */
    private void rate(StringBuilder text) {
        text.append("| GeoJSON out, 10 000 a page, MB/s | | | | ").append(number(rate(Ground.H2GIS))).append(" | ")
                .append(number(rate(Ground.POSTGIS))).append(" | |\n");
    }

    private double rate(String store) {
        return find("Http", "box10000", store).map(result -> {
            double bytes = counter(result, "bytes") / counter(result, "answers");
            return bytes / MILLION / (median("Http", "box10000", store) / 1000);
        }).orElse(Double.NaN);
    }

    private static double counter(RunResult result, String name) {
        Result<?> counter = result.getSecondaryResults().get(name);
        return counter == null ? Double.NaN : counter.getScore();
    }

    private double median(String kind, String method, String store) {
        return find(kind, method, store)
                .map(result -> result.getPrimaryResult().getStatistics().getPercentile(50))
                .orElse(Double.NaN);
    }

    private Optional<RunResult> find(String kind, String method, String store) {
        return results.stream()
                .filter(r -> r.getParams().getBenchmark().endsWith("." + kind + "Benchmark." + method))
                .filter(r -> store.isEmpty() || store.equals(r.getParams().getParam("store")))
                .findFirst();
    }

    private static String method(RunResult result) {
        String name = result.getParams().getBenchmark();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
    }
}
