package org.tongcheng.catalog;

/** What a caller asked of the catalogue cannot be done; the message names the culprit. */
public abstract class CatalogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected CatalogException(String message) {
        super(message);
    }
}
