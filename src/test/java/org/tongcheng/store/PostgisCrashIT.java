package org.tongcheng.store;

import java.sql.SQLException;

/** Killing processes that write to PostGIS. */
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
}
