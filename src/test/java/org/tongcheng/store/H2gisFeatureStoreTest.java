package org.tongcheng.store;

import java.io.IOException;

/** The contract on H2GIS, each test in a file of its own. */
class H2gisFeatureStoreTest extends FeatureStoreContract {

    private TemporaryFile file;

    @Override
    StoreSettings fresh() throws IOException {
        file = new TemporaryFile();
        return file.settings();
    }

    @Override
    void discard(StoreSettings settings) throws IOException {
        file.delete();
    }
}
