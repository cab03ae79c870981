package org.tongcheng.planning.siting;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is said of several sites together; of each its {@link Verdict} is a feature's properties.
 *
 * @param sites         how many
 * @param verdicts      how many of each verdict
 * @param layersChecked ids of the layers that were there for some site
 * @param layersMissing ids of those that were missing for some site
 */
record Batch(int sites, Map<String, Long> verdicts, List<String> layersChecked, List<String> layersMissing) {

    static Batch of(List<Verdict> verdicts) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String verdict : List.of(Verdict.CONFLICT, Verdict.CONDITIONAL, Verdict.CLEAR, Verdict.INSUFFICIENT)) {
            counts.put(verdict, verdicts.stream().filter(v -> v.verdict().equals(verdict)).count());
        }
        Set<String> checked = new LinkedHashSet<>();
        Set<String> missing = new LinkedHashSet<>();
        verdicts.forEach(v -> {
            checked.addAll(v.layersChecked());
            missing.addAll(v.layersMissing());
        });
        return new Batch(verdicts.size(), counts, List.copyOf(checked), List.copyOf(missing));
    }
}
