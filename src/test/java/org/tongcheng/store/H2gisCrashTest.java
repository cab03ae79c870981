package org.tongcheng.store;

import java.io.IOException;

/** Killing processes that write to an H2GIS file. */
class H2gisCrashTest extends CrashContract {

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
