package org.tongcheng.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.exchange.CatalogueLoad;
import org.tongcheng.exchange.CatalogueReport;
import org.tongcheng.store.StoreSettings;
import org.tongcheng.store.Stores;
import picocli.CommandLine.Option;

/** Which store a command works on: the service's own options and environment variables. */
final class StoreOptions {

    @Option(names = "--tongcheng.store.url", paramLabel = "URL",
            defaultValue = "${env:TONGCHENG_STORE_URL:-jdbc:h2:file:./var/tongcheng}",
            description = "JDBC URL of the store, jdbc:h2:file:… or jdbc:postgresql://… (default: ${DEFAULT-VALUE})")
    private String url;

    @Option(names = "--tongcheng.store.username", paramLabel = "NAME", defaultValue = "${env:TONGCHENG_STORE_USERNAME:-}",
            description = "user of the database, where the URL does not name one")
    private String username;

    @Option(names = "--tongcheng.store.password", paramLabel = "WORD", defaultValue = "${env:TONGCHENG_STORE_PASSWORD:-}",
            showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER, description = "password of that user")
    private String password;

    @Option(names = "--tongcheng.data", paramLabel = "FOLDER", defaultValue = "${env:TONGCHENG_DATA:-data}",
            description = "folder of the catalogue that an empty store is given first (default: ${DEFAULT-VALUE})")
    private Path data;

    /**
     * Opens the store with its collections declared. An empty one is given its catalogue first, as the service would, so that
     * it is the same whichever comes first. Null where the catalogue has faults, which are printed.
     */
    FeatureStore open(PrintWriter out, PrintWriter err) throws IOException {
        FeatureStore store = Stores.open(new StoreSettings(url, username, password, 4));
        boolean ready = false;
        try {
            CatalogueReport report = CatalogueLoad.load(data, store);
            report.findings().forEach(finding -> err.println(finding.line()));
            if (report.loaded()) {
                out.println("the store was empty: " + report.features() + " features of the catalogue loaded");
            }
            ready = report.findings().isEmpty();
            return ready ? store : null;
        } finally {
            if (!ready) {
                store.close();
            }
        }
    }
}
