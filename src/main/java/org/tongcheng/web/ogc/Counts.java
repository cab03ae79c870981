package org.tongcheng.web.ogc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.catalog.Query;

/** How many features match a query, remembered by the version of the store, so that the pages of one walk count once. */
final class Counts {

    private static final int MOST_REMEMBERED = 1000;

    /** A query with more vertices than this is not worth the memory of its key. */
    private static final int MOST_VERTICES = 200;

    private record Key(String collection, long version, Query query) {}

    private final FeatureStore store;
    private final Cache<Key, Long> remembered = Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    Counts(FeatureStore store) {
        this.store = store;
    }

    long of(String collection, long version, Query query) {
        int vertices = query.areas().stream().mapToInt(Geometry::getNumPoints).sum()
                + vertices(query.meeting()) + vertices(query.inside());
        if (vertices > MOST_VERTICES) {
            return store.count(collection, query);
        }
        return remembered.get(new Key(collection, version, query), key -> store.count(collection, query));
    }

    private static int vertices(Geometry geometry) {
        return geometry == null ? 0 : geometry.getNumPoints();
    }
}
