package org.tongcheng.catalog;

/** No collection has this id. */
public final class UnknownCollection extends CatalogException {

    private static final long serialVersionUID = 1L;

    public UnknownCollection(String collection) {
        super("there is no collection '" + collection + "'");
    }
}
