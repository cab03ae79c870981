package org.tongcheng.geometry;

/** A position lies where a coordinate reference system is not defined; the message names the system and the position. */
public final class OutsideDomain extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutsideDomain(String message) {
        super(message);
    }
}
