package org.tongcheng.web.ogc;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;
import org.tongcheng.catalog.FeatureStore;

/**
 * A page of items as a GeoJSON FeatureCollection, written while it is read. Links and counts come after the features, for only
 * then is it known whether more follows.
 */
final class ItemsStream {

    private final FeatureStore store;
    private final ItemsRequest asked;
    private final ItemsLinks links;

    ItemsStream(FeatureStore store, ItemsRequest asked, ItemsLinks links) {
        this.store = store;
        this.asked = asked;
        this.links = links;
    }

    /** @param count how many features match in all; asked only where the page is not all of them */
    void write(OutputStream out, LongSupplier count) throws IOException {
        String collection = asked.collection().id();
        FeatureJson json = new FeatureJson(out, asked.frame(), asked.asOf());
        json.begin();
        long next = store.read(collection, asked.query(), asked.page(), json::feature);
        long returned = json.written();
        boolean whole = next == 0 && asked.passed() == 0;
        json.end(whole ? returned : count.getAsLong(), Instant.now().truncatedTo(ChronoUnit.MILLIS),
                links.links(next, returned));
    }
}
