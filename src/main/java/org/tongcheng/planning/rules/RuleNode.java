package org.tongcheng.planning.rules;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tongcheng.catalog.Text;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A map of a rule file (YAML). Every fault is a {@link BrokenRule} with the line at which it stands. Threads: immutable. */
public final class RuleNode {

    private final String file;
    private final int line;
    private final Map<String, Node> members;

    private RuleNode(String file, MappingNode node) {
        this.file = file;
        this.line = lineOf(node);
        this.members = members(file, node);
    }

    /** The whole file, UTF-8. */
    public static RuleNode read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return read(file.toString(), reader);
        }
    }

    /** @param file what the text is called in faults */
    public static RuleNode read(String file, Reader reader) {
        Node root;
        try {
            root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(reader);
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            throw new BrokenRule(file, mark == null ? 1 : mark.getLine() + 1, "is no YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw new BrokenRule(file, 1, "is no YAML: " + e.getMessage());
        }
        if (!(root instanceof MappingNode map)) {
            throw new BrokenRule(file, root == null ? 1 : lineOf(root), "holds no rules");
        }
        return new RuleNode(file, map);
    }

    /** A fault of this member, at its line; at the map's where it is missing. */
    public BrokenRule fault(String key, String what) {
        Node member = members.get(key);
        return new BrokenRule(file, member == null ? line : lineOf(member), "'" + key + "' " + what);
    }

    public boolean has(String key) {
        return members.containsKey(key);
    }

    /** Refuses keys that mean nothing here: a misspelt one must not be passed over. */
    public RuleNode only(Set<String> known) {
        for (String key : members.keySet()) {
            if (!known.contains(key)) {
                throw fault(key, "means nothing here; there are " + String.join(", ", new TreeSet<>(known)));
            }
        }
        return this;
    }

    public String text(String key) {
        if (members.get(key) instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        throw fault(key, has(key) ? "must be a text" : "is missing");
    }

    /** One of these words. */
    public String word(String key, List<String> words) {
        String text = text(key);
        if (!words.contains(text)) {
            throw fault(key, "is '" + text + "'; it must be one of " + String.join(", ", words));
        }
        return text;
    }

    /** {@code {zh: …, en: …}}, both of them. */
    public Text titles(String key) {
        RuleNode map = map(key).only(Set.of("zh", "en"));
        return new Text(map.text("zh"), map.text("en"));
    }

    public RuleNode map(String key) {
        if (members.get(key) instanceof MappingNode map) {
            return new RuleNode(file, map);
        }
        throw fault(key, has(key) ? "must be a map" : "is missing");
    }

    /** At least one map. */
    public List<RuleNode> list(String key) {
        List<RuleNode> entries = new ArrayList<>();
        for (Node entry : sequence(key)) {
            if (!(entry instanceof MappingNode map)) {
                throw new BrokenRule(file, lineOf(entry), "'" + key + "' must hold maps alone");
            }
            entries.add(new RuleNode(file, map));
        }
        return entries;
    }

    /** At least one text, none twice. */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node entry : sequence(key)) {
            if (!(entry instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
                throw new BrokenRule(file, lineOf(entry), "'" + key + "' must hold texts alone");
            }
            if (texts.contains(scalar.getValue())) {
                throw new BrokenRule(file, lineOf(entry), "'" + key + "' holds '" + scalar.getValue() + "' twice");
            }
            texts.add(scalar.getValue());
        }
        return texts;
    }

    /** A finite number of that range, both ends included. */
    public double number(String key, double least, double most) {
        String text = text(key);
        double number;
        try {
            number = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw fault(key, "is '" + text + "', which is no number");
        }
        if (!(number >= least && number <= most)) {
            throw fault(key, "is " + text + "; it must lie within " + plain(least) + " … " + plain(most));
        }
        return number;
    }

    private List<Node> sequence(String key) {
        if (members.get(key) instanceof SequenceNode sequence && !sequence.getValue().isEmpty()) {
            return sequence.getValue();
        }
        throw fault(key, has(key) ? "must be a list of at least one" : "is missing");
    }

    private static Map<String, Node> members(String file, MappingNode node) {
        Map<String, Node> members = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new BrokenRule(file, lineOf(tuple.getKeyNode()), "a key must be a text");
            }
            if (members.put(key.getValue(), tuple.getValueNode()) != null) {
                throw new BrokenRule(file, lineOf(key), "'" + key.getValue() + "' stands twice");
            }
        }
        return members;
    }

    private static String plain(double number) {
        return java.math.BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
