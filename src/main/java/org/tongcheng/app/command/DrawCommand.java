package org.tongcheng.app.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.locationtech.jts.geom.Envelope;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.catalog.Period;
import org.tongcheng.catalog.Scenario;
import org.tongcheng.exchange.drawing.MapDrawing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code draw --bbox W,S,E,N --to FILE.svg}: a map of what the store holds. */
@Command(
        name = "draw",
        description = "Draws units, areas, corridors and hubs as a map, an SVG file.",
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = 1,
        exitCodeOnExecutionException = 1)
final class DrawCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private StoreOptions storeOptions;

    @Option(names = "--bbox", required = true, paramLabel = "W,S,E,N", description = "longitudes and latitudes in degrees")
    private String bbox;

    @Option(names = "--as-of", paramLabel = "DATE", description = "YYYY, YYYY-MM or YYYY-MM-DD (default: today)")
    private String asOf;

    @Option(names = "--scenario", paramLabel = "NAME", defaultValue = "vision",
            description = "what is added to what is built: built, committed, planned or vision (default: ${DEFAULT-VALUE})")
    private String scenario;

    @Option(names = "--title", paramLabel = "WORDS", description = "headline (default: the areas in view)")
    private String title;

    @Option(names = "--to", required = true, paramLabel = "FILE", description = "file to write, .svg")
    private Path file;

    @Override
    public Integer call() throws Exception {
        if (!file.toString().endsWith(".svg")) {
            throw wrong("--to", file.toString(), "a file that ends in .svg");
        }
        Envelope box = box();
        AsOf drawn = drawn();
        PrintWriter out = spec.commandLine().getOut();
        try (FeatureStore store = storeOptions.open(out, spec.commandLine().getErr())) {
            if (store == null) {
                return 1;
            }
            Files.writeString(file, MapDrawing.svg(store, box, drawn, title));
        }
        out.println("map as of " + drawn.date() + " in " + file);
        return 0;
    }

    private Envelope box() {
        try {
            double[] numbers = Arrays.stream(bbox.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
            if (numbers.length == 4 && numbers[0] < numbers[2] && numbers[1] < numbers[3] && numbers[0] >= -180
                    && numbers[2] <= 180 && numbers[1] > -90 && numbers[3] < 90) {
                return new Envelope(numbers[0], numbers[2], numbers[1], numbers[3]);
            }
        } catch (NumberFormatException e) {
            // told below, like every other fault of the box
        }
        throw wrong("--bbox", bbox, "west,south,east,north in degrees");
    }

    private AsOf drawn() {
        try {
            LocalDate date = asOf == null ? LocalDate.now() : Period.of(asOf).lastDay();
            return new AsOf(date, Scenario.of(scenario), null);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private ParameterException wrong(String option, String value, String allowed) {
        return new ParameterException(spec.commandLine(), option + " is '" + value + "', not " + allowed);
    }
}
