package org.tongcheng.catalog;

import java.time.Instant;
import java.util.Locale;

/**
 * One entry of a feature's append-only log.
 *
 * @param n         from 1, without gaps, never reused even after a delete
 * @param recorded  when it was written, microseconds, UTC
 * @param operation what was done
 */
public record Revision(long n, Instant recorded, Operation operation) {

    /** What a write did. */
    public enum Operation {
        CREATE,
        REPLACE,
        DELETE;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
