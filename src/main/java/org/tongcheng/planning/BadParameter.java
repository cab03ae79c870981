package org.tongcheng.planning;

/** What was asked cannot be asked so: the parameter, the value given and what is allowed instead. */
public final class BadParameter extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST = 80;

    private final String parameter;
    private final String value;
    private final String allowed;
    private final boolean impossible;

    /**
     * @param value   as given, shortened to 80 characters; null where nothing was given
     * @param allowed what would have been right
     * @param reason  what is wrong, one clause
     */
    public BadParameter(String parameter, String value, String allowed, String reason) {
        this(parameter, value, allowed, reason, false);
    }

    private BadParameter(String parameter, String value, String allowed, String reason, boolean impossible) {
        super("parameter '" + parameter + "': " + reason);
        this.parameter = parameter;
        this.value = value == null || value.length() <= LONGEST ? value : value.substring(0, LONGEST - 1) + "…";
        this.allowed = allowed;
        this.impossible = impossible;
    }

    /** The value is well formed and names what is there, but what is asked of it cannot be had. */
    public static BadParameter impossible(String parameter, String value, String allowed, String reason) {
        return new BadParameter(parameter, value, allowed, reason, true);
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

    /** Whether it is well formed and names what is there, but cannot be had. */
    public boolean isImpossible() {
        return impossible;
    }
}
