package org.tongcheng.catalog;

/** A collection already has this id. */
public final class CollectionExists extends CatalogException {

    private static final long serialVersionUID = 1L;

    public CollectionExists(String collection) {
        super("there is already a collection '" + collection + "'");
    }
}
