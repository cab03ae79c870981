package org.tongcheng.exchange;

import java.util.AbstractList;
import java.util.function.Supplier;
import org.tongcheng.catalog.Write;

/**
 * A batch longer than memory: its writes are made when they are asked for, in order; only the last {@link #KEPT} can be asked
 * for again ({@link org.tongcheng.catalog.FeatureStore#write}).
 */
final class WriteList extends AbstractList<Write> {

    static final int KEPT = 4096;

    private final Supplier<Write> source;
    private final int size;
    private final Write[] kept = new Write[KEPT];
    private int made;

    WriteList(int size, Supplier<Write> source) {
        this.size = size;
        this.source = source;
    }

    @Override
    public Write get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index + " of " + size);
        }
        if (index < made - KEPT) {
            throw new IllegalStateException("write " + index + " was asked for again after " + made);
        }
        while (made <= index) {
            kept[made % KEPT] = source.get();
            made++;
        }
        return kept[index % KEPT];
    }

    @Override
    public int size() {
        return size;
    }
}
