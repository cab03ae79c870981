package org.tongcheng.store;

/**
 * Where a store is.
 *
 * @param url      {@code jdbc:h2:file:…} (H2GIS; made where it is missing) or {@code jdbc:postgresql:…} (PostGIS)
 * @param user     name of the database's user; null or empty where the URL says it, or for H2's own {@code sa}
 * @param password its password; null for none
 * @param poolSize connections held at the most, at least 4: a write that changes tables takes two
 */
public record StoreSettings(String url, String user, String password, int poolSize) {

    private static final int LEAST = 4;

    public StoreSettings {
        if (url == null || !url.startsWith(H2_PREFIX) && !url.startsWith(POSTGRESQL_PREFIX)) {
            throw new IllegalArgumentException(
                    "a store's URL starts with " + H2_PREFIX + " or " + POSTGRESQL_PREFIX + ", not '" + url + "'");
        }
        if (poolSize < LEAST) {
            throw new IllegalArgumentException("a store needs " + LEAST + " connections or more, not " + poolSize);
        }
    }

    static final String H2_PREFIX = "jdbc:h2:";
    static final String POSTGRESQL_PREFIX = "jdbc:postgresql:";

    /** With the user of the URL and ten connections. */
    public static StoreSettings of(String url) {
        return new StoreSettings(url, null, null, 10);
    }

    /** The URL without its parameters, among which a password may stand. */
    String name() {
        return url.split("[?;]", 2)[0];
    }

    boolean isH2() {
        return url.startsWith(H2_PREFIX);
    }
}
