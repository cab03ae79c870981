package org.tongcheng.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.tongcheng.catalog.StoredFeature;

/** Writes features into a file, one after another. One thread; {@link #close} finishes the file. */
interface FeatureFileWriter extends Closeable {

    void write(StoredFeature feature) throws IOException;

    /** What the file could not hold, for people; empty where it holds all. Complete once closed. */
    List<String> notes();
}
