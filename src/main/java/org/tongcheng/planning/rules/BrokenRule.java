package org.tongcheng.planning.rules;

/** A rule file cannot be read: {@code file:line: reason}. */
public final class BrokenRule extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int line;

    /** @param line from 1 */
    public BrokenRule(String file, int line, String reason) {
        super(file + ":" + line + ": " + reason);
        this.line = line;
    }

    public int line() {
        return line;
    }
}
