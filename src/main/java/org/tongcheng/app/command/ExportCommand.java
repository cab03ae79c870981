package org.tongcheng.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.catalog.Query;
import org.tongcheng.exchange.FileExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code export COLLECTION --to FILE}: a collection's features into a file. */
@Command(
        name = "export",
        description = "Writes a collection as GeoJSON, CSV or zipped Shapefile, longitude and latitude.",
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = 1,
        exitCodeOnExecutionException = 1)
final class ExportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private StoreOptions storeOptions;

    @Parameters(paramLabel = "COLLECTION", description = "id of the collection")
    private String collection;

    @Option(names = "--to", required = true, paramLabel = "FILE",
            description = ".geojson, .json, .geojsonl, .ndjson, .csv or .zip (Shapefile)")
    private Path file;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (FeatureStore store = storeOptions.open(out, err)) {
            if (store == null) {
                return 1;
            }
            Progress progress = new Progress(err, "export", store.count(collection, Query.ALL));
            FileExport.Report report;
            try {
                report = FileExport.run(store, collection, file, progress);
            } finally {
                progress.finish();
            }
            out.println(report.written() + " features of '" + collection + "' in " + file);
            report.notes().forEach(note -> out.println("note: " + note));
            return 0;
        }
    }
}
