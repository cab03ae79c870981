package org.tongcheng.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.exchange.CatalogueLoad;
import org.tongcheng.exchange.CatalogueReport;
import org.tongcheng.network.Networks;
import org.tongcheng.network.Profile;
import org.tongcheng.planning.circle.Circle;

/**
 * Loads the catalogue into an empty store and builds the streets, after the connector has started and before the service calls
 * itself ready: Spring does not accept traffic until its runners are through.
 */
@Component
class CatalogueStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogueStart.class);

    private final TongchengSettings settings;
    private final FeatureStore store;
    private final Networks networks;
    private final Circle circle;

    CatalogueStart(TongchengSettings settings, FeatureStore store, Networks networks, Circle circle) {
        this.settings = settings;
        this.store = store;
        this.networks = networks;
        this.circle = circle;
    }

    @Override
    public void run(ApplicationArguments args) throws IOException {
        long start = System.nanoTime();
        CatalogueReport report = CatalogueLoad.load(settings.data(), store);
        if (!report.findings().isEmpty()) {
            throw CannotStart.of(settings.data(), report.findings());
        }
        if (report.loaded()) {
            LOG.info("{} features of the catalogue loaded in {} ms", report.features(), millisSince(start));
        }
        start = System.nanoTime();
        readStreets();
        circle.prepare();
        LOG.info("Streets ready in {} ms", millisSince(start));
    }

    /**
     * Streets of every profile but of those made of others, which few may ask for; only a street file can fail, and what is wrong with
     * it is the whole reason.
     */
    private void readStreets() {
        try {
            networks.profiles().stream().filter(Profile::isFromDoorToDoor).forEach(networks::streets);
        } catch (UncheckedIOException e) {
            throw CannotStart.of("tongcheng.streets.osm-file", e.getCause());
        }
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
