package org.tongcheng.planning.siting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tongcheng.planning.rules.RuleNode;

/**
 * Kinds of sites, layers and rules, from {@code siting.yml} and every {@code siting-*.yml} beside it, in the order of their names; a
 * rule may name what another file holds.
 *
 * @param kinds  by id
 * @param layers by id
 * @param rules  in the order of the files
 */
public record SitingRules(Map<String, SiteKind> kinds, Map<String, Layer> layers, List<SitingRule> rules) {

    private static final String MAIN = "siting.yml";

    /**
     * Throws {@link org.tongcheng.planning.rules.BrokenRule} with the line at fault.
     *
     * @param folder   that holds the files
     * @param profiles by which one can travel
     */
    public static SitingRules read(Path folder, List<String> profiles) throws IOException {
        List<RuleNode> files = new ArrayList<>();
        if (!Files.isRegularFile(folder.resolve(MAIN))) {
            throw new NoSuchFileException(folder.resolve(MAIN).toString());
        }
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(f -> f.getFileName().toString().matches("siting(-[^/]*)?\\.yml")).sorted().toList()) {
                files.add(RuleNode.read(file));
            }
        }
        return of(files, profiles);
    }

    static SitingRules of(List<RuleNode> files, List<String> profiles) {
        Map<String, SiteKind> kinds = new LinkedHashMap<>();
        Map<String, Layer> layers = new LinkedHashMap<>();
        for (RuleNode file : files) {
            file.only(Set.of("kinds", "layers", "rules"));
            for (RuleNode node : lists(file, "kinds")) {
                put(kinds, node, kind(node), "kind");
            }
            for (RuleNode node : lists(file, "layers")) {
                put(layers, node, Layer.of(node), "layer");
            }
        }
        Map<String, SitingRule> rules = new LinkedHashMap<>();
        RuleReading reading = new RuleReading(traits(kinds), layers, profiles);
        for (RuleNode file : files) {
            for (RuleNode node : lists(file, "rules")) {
                put(rules, node, reading.rule(node), "rule");
            }
        }
        return new SitingRules(kinds, layers, List.copyOf(rules.values()));
    }

    private static List<RuleNode> lists(RuleNode file, String key) {
        return file.has(key) ? file.list(key) : List.of();
    }

    private static <T> void put(Map<String, T> all, RuleNode node, T value, String what) {
        if (all.put(node.text("id"), value) != null) {
            throw node.fault("id", "is '" + node.text("id") + "', as another " + what + "'s is");
        }
    }

    private static SiteKind kind(RuleNode node) {
        node.only(Set.of("id", "title", "traits"));
        return new SiteKind(node.text("id"), node.titles("title"), node.texts("traits"));
    }

    private static List<String> traits(Map<String, SiteKind> kinds) {
        Set<String> traits = new TreeSet<>();
        kinds.values().forEach(kind -> traits.addAll(kind.traits()));
        return List.copyOf(traits);
    }
}
