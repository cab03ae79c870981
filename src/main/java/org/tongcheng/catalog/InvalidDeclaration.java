package org.tongcheng.catalog;

/** A collection's declaration breaks a rule; the message names the place. */
public final class InvalidDeclaration extends CatalogException {

    private static final long serialVersionUID = 1L;

    public InvalidDeclaration(String message) {
        super(message);
    }
}
