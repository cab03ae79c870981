package org.tongcheng.planning.siting;

import java.time.LocalDate;
import java.util.List;
import org.tongcheng.catalog.Text;

/**
 * A rule.
 *
 * @param id         as answers name it
 * @param traits     of the kinds it is for: any of these
 * @param except     but none of these
 * @param test       what it measures
 * @param otherwise  what a site that breaks it gets: fail or conditional
 * @param restsOn    what the demand rests on: law, standard or practice
 * @param reason     why
 * @param basis      the clause or document it comes from
 * @param clauseRead whether the words of the clause were read when the rule was written; else the document alone is cited
 * @param since      the day from which it holds; null for always
 */
record SitingRule(String id, List<String> traits, List<String> except, RuleTest test, Outcome otherwise, String restsOn, Text reason,
        Text basis, boolean clauseRead, LocalDate since) {

    SitingRule {
        traits = List.copyOf(traits);
        except = List.copyOf(except);
    }

    boolean isFor(SiteKind kind, LocalDate date) {
        return kind.traits().stream().anyMatch(traits::contains) && kind.traits().stream().noneMatch(except::contains)
                && (since == null || !date.isBefore(since));
    }
}
