package org.tongcheng.planning.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleNodeTest {

    private static final String GOOD = """
            # a remark
            title: {zh: 名, en: Name}
            value: 12.5
            words:
              - one
              - two
            rules:
              - id: a
              - id: b
                many: []
            """;

    @Test
    void readsWhatStandsThere() {
        RuleNode root = read(GOOD);
        assertThat(root.titles("title").zh()).isEqualTo("名");
        assertThat(root.number("value", 0, 20)).isEqualTo(12.5);
        assertThat(root.texts("words")).containsExactly("one", "two");
        assertThat(root.list("rules").get(1).text("id")).isEqualTo("b");
        assertThat(root.has("none")).isFalse();
    }

    @Test
    void everyFaultNamesFileLineAndReason() {
        RuleNode root = read(GOOD);
        says(() -> root.text("none"), "f.yml:2: 'none' is missing");
        says(() -> root.text("title"), "f.yml:2: 'title' must be a text");
        says(() -> root.map("value"), "f.yml:3: 'value' must be a map");
        says(() -> root.number("value", 0, 10), "f.yml:3: 'value' is 12.5; it must lie within 0 … 10");
        says(() -> root.word("value", List.of("x", "y")), "f.yml:3: 'value' is '12.5'; it must be one of x, y");
        says(() -> root.list("words"), "f.yml:5: 'words' must hold maps alone");
        says(() -> root.texts("rules"), "f.yml:8: 'rules' must hold texts alone");
        RuleNode second = root.list("rules").get(1);
        says(() -> second.texts("many"), "f.yml:10: 'many' must be a list of at least one");
        says(() -> second.only(Set.of("id")), "f.yml:10: 'many' means nothing here; there are id");
        says(() -> second.number("id", 0, 1), "f.yml:9: 'id' is 'b', which is no number");
        says(() -> read("value: NaN").number("value", 0, 1), "f.yml:1: 'value' is NaN; it must lie within 0 … 1");
    }

    @Test
    void whatIsNoMapIsRefusedAtItsLine() {
        says(() -> read("a: 1\nb: 2\na: 3\n"), "f.yml:3: 'a' stands twice");
        says(() -> read("- a\n"), "f.yml:1: holds no rules");
        says(() -> read(""), "f.yml:1: holds no rules");
        says(() -> read("a: 1\n? [x]\n: 2\n"), "f.yml:2: a key must be a text");
        assertThatThrownBy(() -> read("a: 1\nb: [1, 2\nc: 3\n")).isInstanceOf(BrokenRule.class).hasMessageContaining("f.yml:3: is no YAML");
        assertThatThrownBy(() -> read("a:\n\t- b\n")).isInstanceOf(BrokenRule.class).hasMessageContaining("f.yml:2: is no YAML");
        says(() -> read("a: [x, x]").texts("a"), "f.yml:1: 'a' holds 'x' twice");
    }

    private static void says(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(BrokenRule.class).hasMessage(message);
    }

    private static RuleNode read(String text) {
        return RuleNode.read("f.yml", new StringReader(text));
    }
}
