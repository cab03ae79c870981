package org.tongcheng.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.tongcheng.web.problem.Refusal;

class EntityTagsTest {

    private static final String JSON = EntityTags.strong(7, "json", "CRS84");
    private static final String HTML = EntityTags.strong(7, "html", "CRS84");

    @Test
    void aRevisionHasATagForEachRepresentationAndAnyOfThemWrites() {
        assertThat(JSON).isNotEqualTo(HTML).matches("\"7\\.[0-9a-f]+\"");
        assertThat(EntityTags.matches(JSON, 7)).isTrue();
        assertThat(EntityTags.matches(HTML, 7)).isTrue();
        assertThat(EntityTags.matches(JSON.replaceFirst("\"$", "-gzip\""), 7)).isTrue();
        assertThat(EntityTags.matches("\"6.abc\" , " + JSON, 7)).isTrue();
        assertThat(EntityTags.matches("*", 7)).isTrue();
    }

    @Test
    void anotherRevisionAWeakTagAndAForeignOneDoNotWrite() {
        assertThat(EntityTags.matches(JSON, 8)).isFalse();
        assertThat(EntityTags.matches("W/" + JSON, 7)).isFalse();
        assertThat(EntityTags.matches("\"xyz\"", 7)).isFalse();
        assertThat(EntityTags.matches("\"7\"", 7)).isFalse();
    }

    @Test
    void writingWithoutATagAndWithWhatIsNoneIsRefused() {
        assertThatThrownBy(() -> EntityTags.matches(null, 7))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.problem().status()).isEqualTo(428));
        for (String garbage : new String[] {"7", "\"7", "\"a\" \"b\"", "\"a\",,", "w/\"a\"", "", ","}) {
            if (!garbage.isEmpty()) {
                assertThatThrownBy(() -> EntityTags.matches(garbage, 7)).as(garbage)
                        .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.problem().status()).isEqualTo(400));
            }
        }
    }

    @Test
    void readingComparesWeakly() {
        String weak = EntityTags.weak(3, "a");
        assertThat(EntityTags.isKnown(weak, weak)).isTrue();
        assertThat(EntityTags.isKnown(weak.substring(2), weak)).isTrue();
        assertThat(EntityTags.isKnown("\"x\", " + JSON.replaceFirst("\"$", "-gzip\""), JSON)).isTrue();
        assertThat(EntityTags.isKnown("*", JSON)).isTrue();
        assertThat(EntityTags.isKnown(HTML, JSON)).isFalse();
        assertThat(EntityTags.isKnown(null, JSON)).isFalse();
    }
}
