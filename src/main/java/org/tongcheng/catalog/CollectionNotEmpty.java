package org.tongcheng.catalog;

/** The collection still holds features. */
public final class CollectionNotEmpty extends CatalogException {

    private static final long serialVersionUID = 1L;

    public CollectionNotEmpty(String collection) {
        super("'" + collection + "' is not empty");
    }
}
