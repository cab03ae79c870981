package org.tongcheng.web.planning;

/** Too many questions are being worked on or wait for their turn. */
public final class Busy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int retryAfterSeconds;

    Busy(int retryAfterSeconds) {
        super("too many questions are being worked on; ask again in " + retryAfterSeconds + " s");
        this.retryAfterSeconds = retryAfterSeconds;
    }

    public int retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
