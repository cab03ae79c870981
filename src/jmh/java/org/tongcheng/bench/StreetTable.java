package org.tongcheng.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.tongcheng.network.Streets;

/** What is measured beside the searches on real streets: whole questions, truth of areas, memory. */
final class StreetTable {

    private StreetTable() {}

    /** Markdown. */
    static String measure(Path jar, Path folder) throws IOException, InterruptedException {
        double byCar = StreetMemory.bytesPerNode("drive");
        double onFoot = StreetMemory.bytesPerNode("walk");
        Streets streets = StreetFile.byCar();
        StreetService.Medians medians = StreetService.measure(streets, jar, folder);
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, """

                | whole questions, %s, %,d nodes, %d origins | median ms | GraphHopper's isochrone, ms | ratio |
                |---|---|---|---|
                """, StreetFile.FILE.getFileName(), streets.nodes(), StreetService.ORIGINS));
        text.append(reach("GET /reach, an hour by car", medians.smooth(), medians.graphhopper()));
        text.append(reach("the same, detail=exact", medians.exact(), medians.graphhopper()));
        text.append(String.format(Locale.ROOT, "| POST /travel-times, 1 000 × 1 000 | %.0f | | |%n", medians.matrix()));
        text.append(String.format(Locale.ROOT, "%n| memory, everything included | bytes a node |%n|---|---|%n| by car | %.0f |%n| on foot | %.0f |%n",
                byCar, onFoot));
        text.append("\n| street on the wrong side, 5, 10 and 20 minutes | exact, % | smooth, % | GraphHopper, % | its default shell, %"
                + " | exact : its better | smooth : its better |\n|---|---|---|---|---|---|---|\n");
        for (Path file : StreetFile.FILES) {
            if (Files.isRegularFile(file)) {
                StreetTruth.Shares shares = StreetTruth.of(file);
                text.append(String.format(Locale.ROOT, "| %s | %.3f | %.2f | %.2f | %.2f | 1/%.0f | 1/%.1f |%n", file.getFileName(),
                        100 * shares.exact(), 100 * shares.smooth(), 100 * shares.whole(), 100 * shares.shell(),
                        shares.best() / shares.exact(), shares.best() / shares.smooth()));
            } else {
                text.append("| ").append(file).append(" is missing | | | | | | |\n");
            }
        }
        StreetTruth.Shares hour = StreetTruth.ofAnHour(StreetFile.FILE);
        text.append(String.format(Locale.ROOT, "| an hour on 16 copies of %s | %.3f | %.2f | | | | |%n", StreetFile.FILE.getFileName(),
                100 * hour.exact(), 100 * hour.smooth()));
        return text.toString();
    }

    private static String reach(String title, double ours, double theirs) {
        return String.format(Locale.ROOT, "| %s | %.1f | %.0f | %.0f |%n", title, ours, theirs, theirs / ours);
    }
}
