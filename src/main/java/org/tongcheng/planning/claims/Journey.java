package org.tongcheng.planning.claims;

import java.util.List;
import org.tongcheng.catalog.Text;

/**
 * What one pair takes by one profile.
 *
 * @param seconds      rounded up; null where there is no way
 * @param errorSeconds null where an accuracy that it follows from is not stated
 * @param corridors    used, in the order of travel
 * @param fault        why there is no time or no error; null where both are there
 */
record Journey(Statement.Pair pair, Integer seconds, Integer errorSeconds, List<String> corridors, Text fault) {

    /** What has no way lasts longest. */
    int order() {
        return seconds == null ? Integer.MAX_VALUE : seconds;
    }
}
