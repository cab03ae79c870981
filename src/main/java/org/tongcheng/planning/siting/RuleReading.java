package org.tongcheng.planning.siting;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongcheng.planning.Unit;
import org.tongcheng.planning.rules.RuleNode;
import org.tongcheng.reach.Direction;

/** Reads rules. What is wrong is thrown as {@link org.tongcheng.planning.rules.BrokenRule} with its line. */
final class RuleReading {

    private static final double MOST_METRES = 100_000;
    private static final int MOST_MINUTES = 240;

    private static final List<String> TYPES =
            List.of("outside", "inside", "distance", "share", "minutes", "host-unit", "across-border", "straddles");

    private final List<String> traits;
    private final Map<String, Layer> layers;
    private final List<String> profiles;

    /** @param traits that some kind has */
    RuleReading(List<String> traits, Map<String, Layer> layers, List<String> profiles) {
        this.traits = traits;
        this.layers = layers;
        this.profiles = profiles;
    }

    SitingRule rule(RuleNode node) {
        node.only(Set.of("id", "for", "except", "test", "otherwise", "rests_on", "reason", "basis", "clause", "since"));
        Outcome otherwise = node.word("otherwise", List.of("fail", "conditional")).equals("fail") ? Outcome.FAIL : Outcome.CONDITIONAL;
        return new SitingRule(node.text("id"), traits(node, "for"), node.has("except") ? traits(node, "except") : List.of(),
                test(node.map("test")), otherwise, node.word("rests_on", List.of("law", "standard", "practice")), node.titles("reason"),
                node.titles("basis"), node.word("clause", List.of("read", "not-read", "none")).equals("read"), since(node));
    }

    private List<String> traits(RuleNode node, String key) {
        List<String> named = node.texts(key);
        for (String trait : named) {
            if (!traits.contains(trait)) {
                throw node.fault(key, "names the trait '" + trait + "', which no kind has; there are " + String.join(", ", traits));
            }
        }
        return named;
    }

    private static LocalDate since(RuleNode node) {
        if (!node.has("since")) {
            return null;
        }
        try {
            return LocalDate.parse(node.text("since"));
        } catch (DateTimeException e) {
            throw node.fault("since", "is '" + node.text("since") + "'; it must be a day, YYYY-MM-DD");
        }
    }

    private RuleTest test(RuleNode node) {
        return switch (node.word("type", TYPES)) {
            case "outside" -> new Outside(layer(node.only(Set.of("type", "layer"))));
            case "inside" -> new Inside(layer(node.only(Set.of("type", "layer"))));
            case "straddles" -> new Straddles(layer(node.only(Set.of("type", "layer"))));
            case "distance" -> distance(node.only(Set.of("type", "layer", "at_least_m", "at_most_m")));
            case "share" -> new Overlapped(layer(node.only(Set.of("type", "layer", "at_most"))), node.number("at_most", 0, 1));
            case "minutes" -> minutes(node.only(Set.of("type", "layer", "at_most_min", "profile", "direction", "margin")));
            case "host-unit" -> HostUnit.of(node.only(Set.of("type", "units")).has("units") ? node.texts("units") : List.of());
            default -> AcrossBorder.of(node.only(Set.of("type", "level", "at_least_m")).word("level", List.of(Unit.PREFECTURE, Unit.COUNTY)),
                    node.number("at_least_m", 1, MOST_METRES));
        };
    }

    private Distance distance(RuleNode node) {
        boolean atLeast = node.has("at_least_m");
        if (atLeast && node.has("at_most_m")) {
            throw node.fault("at_most_m", "stands beside 'at_least_m'; a rule demands one of them");
        }
        return new Distance(layer(node), node.number(atLeast ? "at_least_m" : "at_most_m", 1, MOST_METRES), atLeast);
    }

    private Minutes minutes(RuleNode node) {
        double most = node.number("at_most_min", 1, MOST_MINUTES);
        if (most != Math.rint(most)) {
            throw node.fault("at_most_min", "is " + most + "; it must be whole");
        }
        Direction direction = node.word("direction", List.of("to", "from")).equals("to") ? Direction.TO : Direction.FROM;
        return new Minutes(layer(node), (int) most, node.word("profile", profiles), direction, node.number("margin", 0, 1));
    }

    private Layer layer(RuleNode node) {
        return layers.get(node.word("layer", List.copyOf(layers.keySet())));
    }
}
