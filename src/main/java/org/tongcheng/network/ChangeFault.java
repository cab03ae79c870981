package org.tongcheng.network;

/** {@code with} or {@code without} names a corridor that is not in the catalogue, or {@code add} takes an id that is taken. */
public final class ChangeFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final String id;

    public ChangeFault(String parameter, String id, String message) {
        super(message);
        this.parameter = parameter;
        this.id = id;
    }

    /** {@code with}, {@code without} or {@code add}. */
    public String parameter() {
        return parameter;
    }

    public String id() {
        return id;
    }
}
