package org.tongcheng.geometry;

/** A geometry that cannot be taken as it is; carries what is wrong and where. */
public final class InvalidGeometry extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    public InvalidGeometry(Fault fault) {
        super(fault.code() + ": " + fault.message());
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
