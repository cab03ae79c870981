package org.tongcheng.network;

import java.util.function.Supplier;

/**
 * Where arrays that take long to compute are kept beside the streets they were computed from, so that the next start finds them.
 *
 * <p>Threads: safe for any number; one name is computed once at a time.
 */
public interface Shelf {

    /** Keeps nothing. */
    Shelf NONE = (name, computed) -> computed.get();

    /**
     * The arrays kept under this name, or computed and kept where there are none or where they are broken.
     *
     * @param name what they are, of which profile and with which settings, in letters, digits and hyphens; a change in how they
     *             are computed needs another name
     * @return must not be written to
     */
    int[][] arrays(String name, Supplier<int[][]> computed);
}
