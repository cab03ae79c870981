package org.tongcheng.catalog;

import java.util.Locale;

/**
 * A long question that is being answered, as every service on the store sees it.
 *
 * @param id       nobody can guess it
 * @param question what is asked
 * @param status   how it stands
 * @param percent  how far it is, 0 to 100; never falls
 * @param result   where it is done what it gave, where it failed the reason; else null
 */
public record Job(String id, String question, Status status, int percent, String result) {

    /** A running job ends in one of the others, and then stays as it is. */
    public enum Status {
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        /** The word used outside and in the store. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Throws {@link IllegalArgumentException} where there is no such status. */
        public static Status of(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT));
        }
    }
}
