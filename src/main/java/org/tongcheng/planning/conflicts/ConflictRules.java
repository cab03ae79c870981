package org.tongcheng.planning.conflicts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.rules.RuleNode;

/**
 * Kinds of sites and what each pair of kinds must keep from each other. A pair without a rule is no conflict.
 *
 * @param kinds by id
 * @param rules in the order of the file
 */
public record ConflictRules(Map<String, SiteKind> kinds, List<ConflictRule> rules) {

    private static final List<String> COLLECTIONS = List.of(Collections.PARKS, Collections.PROJECTS, Collections.ZONES);
    private static final double MOST_METRES = 100_000;

    /** Throws {@link org.tongcheng.planning.rules.BrokenRule} with the line at fault. */
    public static ConflictRules read(Path file) throws IOException {
        return of(RuleNode.read(file));
    }

    static ConflictRules of(RuleNode root) {
        root.only(Set.of("kinds", "rules"));
        Map<String, SiteKind> kinds = new LinkedHashMap<>();
        for (RuleNode node : root.list("kinds")) {
            SiteKind kind = kind(node);
            if (kinds.put(kind.id(), kind) != null) {
                throw node.fault("id", "is '" + kind.id() + "', as another kind's is");
            }
        }
        List<ConflictRule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (RuleNode node : root.list("rules")) {
            ConflictRule rule = rule(node, kinds.keySet());
            if (!ids.add(rule.id())) {
                throw node.fault("id", "is '" + rule.id() + "', as another rule's is");
            }
            rules.add(rule);
        }
        return new ConflictRules(kinds, List.copyOf(rules));
    }

    private static SiteKind kind(RuleNode node) {
        node.only(Set.of("id", "title", "collection", "property", "any"));
        return new SiteKind(node.text("id"), node.titles("title"), node.word("collection", COLLECTIONS), node.text("property"),
                node.texts("any"));
    }

    private static ConflictRule rule(RuleNode node, Set<String> kinds) {
        node.only(Set.of("id", "between", "distance", "reason", "basis"));
        List<String> between = new ArrayList<>();
        RuleNode pair = node.map("between").only(Set.of("first", "second"));
        between.add(pair.word("first", List.copyOf(kinds)));
        between.add(pair.word("second", List.copyOf(kinds)));
        RuleNode distance = node.map("distance").only(Set.of("value", "unit", "rests_on", "reason"));
        double metres = distance.number("value", 0, MOST_METRES);
        distance.word("unit", List.of("m"));
        return new ConflictRule(node.text("id"), between.get(0), between.get(1),
                new ConflictRule.Distance(metres, distance.word("rests_on", List.of("law", "standard", "practice")), distance.text("reason")),
                node.titles("reason"), node.titles("basis"));
    }
}
