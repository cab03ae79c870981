package org.tongcheng.store;

import java.sql.SQLException;

/** The contract on PostGIS, each test in a schema of its own. */
class PostgisFeatureStoreIT extends FeatureStoreContract {

    private final TemporarySchema schema = new TemporarySchema();

    @Override
    StoreSettings fresh() throws SQLException {
        return schema.create();
    }

    @Override
    void discard(StoreSettings settings) throws SQLException {
        schema.drop();
    }
}
