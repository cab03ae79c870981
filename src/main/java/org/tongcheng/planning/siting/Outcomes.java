package org.tongcheng.planning.siting;

import java.util.List;

/** How many checks ended how. */
record Outcomes(long fail, long conditional, long unknown, long pass) {

    static Outcomes of(List<Check> checks) {
        return new Outcomes(count(checks, Outcome.FAIL), count(checks, Outcome.CONDITIONAL), count(checks, Outcome.UNKNOWN),
                count(checks, Outcome.PASS));
    }

    private static long count(List<Check> checks, Outcome outcome) {
        return checks.stream().filter(c -> c.outcome().equals(outcome.label())).count();
    }
}
