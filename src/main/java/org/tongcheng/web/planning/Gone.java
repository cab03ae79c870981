package org.tongcheng.web.planning;

/** An answer that was given can no longer be computed to the same bytes. */
public final class Gone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Gone(String answerId) {
        super("answer " + answerId + " cannot be computed again: streets, profiles or the program have changed since it was given");
    }
}
