package org.tongcheng.planning;

import java.util.List;

/** Whole seconds from each origin to each destination, computed by rows when they are wanted. Threads: safe for many. */
public interface TimeMatrix {

    /** Stands where there is no way within the time. */
    int NONE = -1;

    /** What the matrix is as a table. */
    List<String> COLUMNS = List.of("origin", "destination", "seconds");

    /** What stands for the rows, as it was asked for. */
    List<String> origins();

    /** What stands for the columns, as it was asked for. */
    List<String> destinations();

    /**
     * Some of the rows; how they are cut changes no number.
     *
     * @param first the first row wanted, from 0
     * @param count how many
     */
    int[][] rows(int first, int count);
}
