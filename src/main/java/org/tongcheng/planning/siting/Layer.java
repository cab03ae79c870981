package org.tongcheng.planning.siting;

import java.util.List;
import java.util.Set;
import org.tongcheng.catalog.Text;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.ProposedSite;
import org.tongcheng.planning.rules.FeatureChoice;
import org.tongcheng.planning.rules.RuleNode;

/**
 * The ground a rule asks about.
 *
 * @param id      as rules and answers name it
 * @param title   what it is called
 * @param from    where its features come from
 * @param nearM   where nothing of it lies within so many metres of a site, nothing says that it covers the place
 * @param assumed the accuracy of its features that state none; null where none is assumed
 * @param complete whether it holds all of its kind that there is near a feature of it; else nothing follows from what it does not hold
 */
record Layer(String id, Text title, List<FeatureChoice> from, double nearM, Assumed assumed, boolean complete) {

    private static final double MOST_NEAR_M = 200_000;
    private static final double UNITS_NEAR_M = 20_000;

    /**
     * @param m      metres
     * @param reason why
     */
    record Assumed(double m, String reason) {}

    Layer {
        from = List.copyOf(from);
    }

    /** Throws {@link org.tongcheng.planning.rules.BrokenRule}. */
    static Layer of(RuleNode node) {
        node.only(Set.of("id", "title", "from", "near_m", "accuracy_m", "complete"));
        Assumed assumed = null;
        if (node.has("accuracy_m")) {
            RuleNode accuracy = node.map("accuracy_m").only(Set.of("value", "reason"));
            assumed = new Assumed(accuracy.number("value", 0, ProposedSite.MOST_ACCURACY_M), accuracy.text("reason"));
        }
        return new Layer(node.text("id"), node.titles("title"), node.list("from").stream().map(FeatureChoice::of).toList(),
                node.number("near_m", 1, MOST_NEAR_M), assumed,
                !node.has("complete") || node.word("complete", List.of("true", "false")).equals("true"));
    }

    /** The administrative units of these levels. */
    static Layer ofUnits(List<String> levels) {
        return new Layer(Collections.UNITS, new Text("行政区", "Administrative units"),
                List.of(new FeatureChoice(Collections.UNITS, "level", levels)), UNITS_NEAR_M, null, true);
    }
}
