package org.tongcheng.catalog;

/** The feature has been written since the revision that the writer had seen. */
public final class StaleRevision extends CatalogException {

    private static final long serialVersionUID = 1L;

    private final long current;

    public StaleRevision(String collection, String id, long expected, long current) {
        super("'" + collection + "/" + id + "' is at revision " + current + ", not " + expected);
        this.current = current;
    }

    public long current() {
        return current;
    }
}
