package org.tongcheng.planning.siting;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tongcheng.planning.ProposedSite;

/**
 * A site with what was found of it.
 *
 * @param site     the site
 * @param rules    those that its kind falls under
 * @param findings one for each
 */
record Judged(ProposedSite site, List<SitingRule> rules, List<Finding> findings) {

    static Judged of(ProposedSite site, List<SitingRule> rules, Surroundings around) {
        return new Judged(site, rules, rules.stream().map(rule -> rule.test().on(site, around)).toList());
    }

    Outcome outcome(int i) {
        return Check.outcome(rules.get(i), findings.get(i));
    }

    /** Ids of the rules that end so. */
    List<String> ending(Outcome outcome) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            if (outcome(i) == outcome) {
                ids.add(rules.get(i).id());
            }
        }
        return ids;
    }

    /**
     * A rule that forbids and cannot be decided, because what is there is not exact enough, leaves the data insufficient; so does it
     * where no rule that forbids was passed.
     */
    String verdict() {
        if (!ending(Outcome.FAIL).isEmpty()) {
            return Verdict.CONFLICT;
        }
        if (!ending(Outcome.CONDITIONAL).isEmpty()) {
            return Verdict.CONDITIONAL;
        }
        boolean passed = false;
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).otherwise() == Outcome.FAIL) {
                if (findings.get(i).state() == Finding.State.UNCERTAIN) {
                    return Verdict.INSUFFICIENT;
                }
                passed |= findings.get(i).state() == Finding.State.MET;
            }
        }
        return passed ? Verdict.CLEAR : Verdict.INSUFFICIENT;
    }

    /** @param shift null where the site is in no conflict */
    Verdict withShift(Shift shift) {
        List<Check> checks = new ArrayList<>();
        Set<String> checked = new LinkedHashSet<>();
        Set<String> missing = new LinkedHashSet<>();
        for (int i = 0; i < rules.size(); i++) {
            Finding finding = findings.get(i);
            checks.add(Check.of(rules.get(i), finding));
            boolean there = finding.state() != Finding.State.NOT_LOADED && finding.state() != Finding.State.NONE_NEAR;
            (there ? checked : missing).add(rules.get(i).test().layer().id());
        }
        missing.removeAll(checked);
        return new Verdict(site.id(), site.name(), site.kind(), verdict(), Outcomes.of(checks), checks, List.copyOf(checked),
                List.copyOf(missing), shift);
    }
}
