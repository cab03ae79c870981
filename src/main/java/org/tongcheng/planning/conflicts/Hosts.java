package org.tongcheng.planning.conflicts;

import java.util.List;

/**
 * The units that a site answers to.
 *
 * @param possible adcodes of those it may lie in, allowing for its accuracy and theirs
 * @param sure     adcodes of those it lies in for sure
 * @param basis    stated (by its record) or geometry
 */
record Hosts(List<String> possible, List<String> sure, String basis) {

    Hosts {
        possible = List.copyOf(possible);
        sure = List.copyOf(sure);
    }
}
