package org.tongcheng.network.osm;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the log how far the import of one vehicle's streets is, at the most every few seconds. The shares of the phases are those that
 * they took on city extracts of 50 000 to 500 000 nodes.
 */
final class Progress {

    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);
    private static final long PAUSE_NANOS = 2_000_000_000L;
    private static final int FOUND_PERCENT = 10;
    private static final int CUT_PERCENT = 50;

    private final String what;
    private final long start = System.nanoTime();
    private long last = start;

    /** @param what whose streets, for people */
    Progress(String what) {
        this.what = what;
    }

    /** So many ways were found; how many there are is not known yet. */
    void found(long ways) {
        if (due()) {
            LOG.info("{}: finding ways, {} so far", what, ways);
        }
    }

    /** So many of the ways were cut into edges. */
    void cut(long ways, long of) {
        if (due()) {
            LOG.info("{}: {} %, {} of {} ways cut where they meet", what,
                    FOUND_PERCENT + (CUT_PERCENT - FOUND_PERCENT) * ways / Math.max(of, 1), ways, of);
        }
    }

    /** A phase begins. */
    void phase(int percent, String phase) {
        LOG.info("{}: {} %, {}", what, percent, phase);
    }

    void done(int nodes, int edges) {
        LOG.info("{}: {} nodes and {} edges in {} ms", what, nodes, edges, (System.nanoTime() - start) / 1_000_000);
    }

    private boolean due() {
        long now = System.nanoTime();
        if (now - last < PAUSE_NANOS) {
            return false;
        }
        last = now;
        return true;
    }
}
