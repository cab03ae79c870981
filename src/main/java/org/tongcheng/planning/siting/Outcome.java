package org.tongcheng.planning.siting;

import java.util.Locale;

/** What a rule says of a site. */
enum Outcome {
    FAIL,
    CONDITIONAL,
    UNKNOWN,
    PASS;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
