package org.tongcheng.web.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tongcheng.Seeds;
import org.tongcheng.web.problem.Refusal;

class PageTokenTest {

    @Test
    void comesBackAsItWent() {
        for (long after : new long[] {0, 1, 4711, Long.MAX_VALUE}) {
            PageToken token = new PageToken(after, 10_000);
            assertThat(PageToken.of(token.text("stops"), "stops")).isEqualTo(token);
        }
    }

    @Test
    void isRefusedInAnotherCollectionAndWithAnyCharacterChanged() {
        String text = new PageToken(4711, 20).text("stops");
        assertThatThrownBy(() -> PageToken.of(text, "hubs")).isInstanceOf(Refusal.class).hasMessageContaining("next");
        for (int i = 0; i < text.length() - 1; i++) {
            char other = text.charAt(i) == 'A' ? 'B' : 'A';
            String changed = text.substring(0, i) + other + text.substring(i + 1);
            assertThatThrownBy(() -> PageToken.of(changed, "stops")).as(changed).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void refusesGarbage() {
        long seed = Seeds.first();
        System.out.println("PageTokenTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 1000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(40), 32, 0x2fff).forEach(text::appendCodePoint);
            assertThatThrownBy(() -> PageToken.of(text.toString(), "stops")).as(text.toString()).isInstanceOf(Refusal.class);
        }
    }
}
