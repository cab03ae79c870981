package org.tongcheng.catalog;

/** No feature of the collection has this id. */
public final class UnknownFeature extends CatalogException {

    private static final long serialVersionUID = 1L;

    public UnknownFeature(String collection, String id) {
        super("there is no feature '" + id + "' in '" + collection + "'");
    }
}
