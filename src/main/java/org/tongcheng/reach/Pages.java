package org.tongcheng.reach;

import java.util.Arrays;
import org.tongcheng.network.Streets;

/**
 * A number for some of many street nodes, in pages of 1 024 nodes of which only those that hold something exist. Nodes are numbered so
 * that near ones have near numbers: what is reached lies on few pages.
 */
final class Pages {

    static final int BITS = 10;
    static final int SIZE = 1 << BITS;

    private static final int REST = SIZE - 1;

    private final int[][] pages;

    Pages(int nodes) {
        pages = new int[nodes + REST >>> BITS][];
    }

    int count() {
        return pages.length;
    }

    /** The numbers of nodes {@code page * SIZE} and after; null where none has one. */
    int[] page(int page) {
        return pages[page];
    }

    /** The node's number, or {@link Streets#UNREACHED}. */
    int get(int node) {
        int[] page = pages[node >>> BITS];
        return page == null ? Streets.UNREACHED : page[node & REST];
    }

    void set(int node, int value) {
        int[] page = pages[node >>> BITS];
        if (page == null) {
            page = new int[SIZE];
            Arrays.fill(page, Streets.UNREACHED);
            pages[node >>> BITS] = page;
        }
        page[node & REST] = value;
    }
}
