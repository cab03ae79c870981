package org.tongcheng.exchange;

import java.io.Closeable;
import java.io.IOException;

/** A file of rows, read from front to back. One thread. */
public interface RowSource extends Closeable {

    /**
     * The next row, or null after the last. Throws {@link MalformedInput} or {@link InvalidFeature} where the file as a whole
     * cannot be read on; a row that is bad alone is returned as such.
     */
    SourceRow next() throws IOException;
}
