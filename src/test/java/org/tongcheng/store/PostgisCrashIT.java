package org.tongcheng.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.tongcheng.catalog.Query;

/** Killing processes that write to PostGIS, and the server's side of connections. */
class PostgisCrashIT extends CrashContract {

    private final TemporarySchema schema = new TemporarySchema();

    @Override
    StoreSettings fresh() throws SQLException {
        return schema.create();
    }

    @Override
    void discard(StoreSettings settings) throws SQLException {
        schema.drop();
    }

    @Test
    void theStoreGoesOnWhenTheServerEndsItsConnections() throws SQLException {
        store.create(PARCELS);
        create("parcels", feature("before", null));
        schema.endConnections();
        assertThat(store.find("parcels", "before")).isPresent();
        schema.endConnections();
        assertThat(create("parcels", feature("after", null))).isEqualTo(1);
        assertThat(store.count("parcels", Query.ALL)).isEqualTo(2);
    }
}
