package org.tongcheng.app.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.exchange.EntryOptions;
import org.tongcheng.exchange.FileImport;
import org.tongcheng.exchange.ImportReport;
import org.tongcheng.exchange.ImportRequest;
import org.tongcheng.geometry.Crs;
import org.tongcheng.geometry.Datum;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import FILE --collection C …}: a file's rows into a collection, all or none. */
@Command(
        name = "import",
        description = {
            "Reads GeoJSON, CSV (WKT or lon/lat) or a zipped Shapefile into a collection. One bad row refuses the file.",
            "Positions in the file begin with longitude or easting, whatever the system's authority says."},
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = 1,
        exitCodeOnExecutionException = 1)
final class ImportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private StoreOptions storeOptions;

    @Parameters(paramLabel = "FILE", description = ".geojson, .json, .geojsonl, .ndjson, .csv or .zip (Shapefile)")
    private Path file;

    @Option(names = "--collection", required = true, paramLabel = "C", description = "id of the collection")
    private String collection;

    @Option(names = "--create", description = "make the collection first, from what the rows hold")
    private boolean create;

    @Option(names = "--repair", description = "mend what can be mended; the report lists areas before and after")
    private boolean repair;

    @Option(names = "--skip-invalid", description = "leave bad rows out; the report lists them")
    private boolean skipInvalid;

    @Option(names = "--crs", paramLabel = "SYSTEM", description = "EPSG:n, GCJ-02 or BD-09 (default: longitude, latitude; a .prj counts)")
    private String system;

    @Option(names = "--id", paramLabel = "COLUMN", description = "property or column that holds the ids (default: the features' own)")
    private String idColumn;

    @Option(names = "--dry-run", description = "do all but the writing")
    private boolean dryRun;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        ImportRequest request = new ImportRequest(
                file, collection, create, skipInvalid, options(), system != null, idColumn, dryRun);
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        try (FeatureStore store = storeOptions.open(out, err)) {
            if (store == null) {
                return 1;
            }
            Progress progress = new Progress(err, "import", Files.size(file) * FileImport.passes(request));
            ImportReport report;
            try {
                report = FileImport.run(request, store, progress);
            } finally {
                progress.finish();
            }
            print(report, out);
            return report.stored() || dryRun && fit(report) ? 0 : 1;
        }
    }

    private boolean fit(ImportReport report) {
        return report.bad() == 0 || skipInvalid && report.accepted() > 0;
    }

    private EntryOptions options() {
        if (system == null) {
            return EntryOptions.ofFile(repair, Crs.CRS84, Datum.WGS84);
        }
        Optional<Datum> datum = Datum.find(system);
        if (datum.isPresent()) {
            return EntryOptions.ofFile(repair, Crs.CRS84, datum.get());
        }
        Crs crs = Crs.findByCode(system).orElseThrow(() -> new ParameterException(spec.commandLine(), "--crs: '" + system
                + "' is none of CRS84, EPSG:4326, EPSG:4490, EPSG:3857, EPSG:4534 to EPSG:4554, GCJ-02, BD-09"));
        return EntryOptions.ofFile(repair, crs, Datum.WGS84);
    }

    private void print(ImportReport report, PrintWriter out) {
        boolean skipped = skipInvalid && report.accepted() > 0;
        out.println(file.getFileName() + " into '" + collection + "'" + (dryRun ? " (dry run)" : ""));
        out.println("read      " + report.read());
        out.println("accepted  " + report.accepted());
        out.println("repaired  " + report.repaired().size());
        for (ImportReport.Mended mended : report.repaired()) {
            out.println(String.format(Locale.ROOT, "  row %d (%s): area before %.6f km2, after %.6f km2",
                    mended.row(), mended.id(), mended.areaBeforeKm2(), mended.areaAfterKm2()));
        }
        out.println("skipped   " + (skipped ? report.bad() : 0));
        out.println("rejected  " + (skipped ? 0 : report.bad()));
        report.findings().forEach(finding -> out.println("  " + finding.line()));
        if (report.findings().size() == ImportReport.MOST_FINDINGS) {
            out.println("  … only the first " + ImportReport.MOST_FINDINGS + " findings are listed");
        }
        report.notes().forEach(note -> out.println("note: " + note));
        out.println(report.stored() ? "stored" : "nothing is stored");
    }
}
