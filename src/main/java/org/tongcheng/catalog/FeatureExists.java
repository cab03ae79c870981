package org.tongcheng.catalog;

/** A feature of the collection already has this id. */
public final class FeatureExists extends CatalogException {

    private static final long serialVersionUID = 1L;

    public FeatureExists(String collection, String id) {
        super("'" + collection + "' already has a feature '" + id + "'");
    }
}
