package org.tongcheng.planning;

/** What was asked cannot be asked so: the parameter, the value given and what is allowed instead. */
public final class BadParameter extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST = 80;

    private final String parameter;
    private final String value;
    private final String allowed;

    /**
     * @param value   as given, shortened to 80 characters; null where nothing was given
     * @param allowed what would have been right
     * @param reason  what is wrong, one clause
     */
    public BadParameter(String parameter, String value, String allowed, String reason) {
        super("parameter '" + parameter + "': " + reason);
        this.parameter = parameter;
        this.value = value == null || value.length() <= LONGEST ? value : value.substring(0, LONGEST - 1) + "…";
        this.allowed = allowed;
    }

    public String parameter() {
        return parameter;
    }

    public String value() {
        return value;
    }

    public String allowed() {
        return allowed;
    }
}
