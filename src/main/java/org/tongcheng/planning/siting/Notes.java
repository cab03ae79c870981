package org.tongcheng.planning.siting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tongcheng.catalog.Text;
import org.tongcheng.planning.AnswerNumbers;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.ProposedSite;
import org.tongcheng.planning.ProposedSites;

/**
 * Says what was looked at and what a reader must know.
 *
 * @param sites    as given
 * @param verdicts one for each
 * @param layers   those that rules asked about
 */
record Notes(ProposedSites sites, List<Verdict> verdicts, List<Layer> layers) {

    /** A verdict in Chinese. */
    static String zh(String verdict) {
        return switch (verdict) {
            case Verdict.CONFLICT -> "冲突";
            case Verdict.CONDITIONAL -> "有条件";
            case Verdict.CLEAR -> "已加载图层内无冲突";
            default -> "数据不足";
        };
    }

    void warn(List<String> warnings) {
        TreeSet<String> missing = new TreeSet<>();
        verdicts.forEach(v -> missing.addAll(v.layersMissing()));
        if (!missing.isEmpty()) {
            warnings.add("not loaded or with nothing near " + (verdicts.size() == 1 ? "the site" : "some site") + ", so that nothing is said of them: "
                    + String.join(", ", missing));
        }
        long points = sites.sites().stream().filter(ProposedSite::isPoint).count();
        if (points > 0) {
            warnings.add((points == 1 ? "a site is a point: that point is judged" : points + " sites are points: those points are judged")
                    + ", not the ground that the project takes");
        }
        warnings.add("the rules are planning aids, no ruling of an authority; check each clause in the wording in force");
    }

    List<String> assumed(List<LayerFeature> rests) {
        List<String> assumed = new ArrayList<>();
        long exact = sites.sites().stream().filter(s -> s.accuracyM() == null).count();
        if (exact > 0) {
            assumed.add((exact == 1 ? "a site states" : exact + " sites state") + " no accuracy_m: taken as drawn exactly");
        }
        Map<String, TreeSet<String>> byLine = new TreeMap<>();
        rests.stream().filter(LayerFeature::assumed).forEach(f -> byLine.computeIfAbsent(f.ref().collection() + " accuracy_m = "
                + AnswerNumbers.plain(f.accuracyM()) + " m", any -> new TreeSet<>()).add(f.ref().id()));
        byLine.forEach((line, ids) -> assumed.add(line + " (" + ids.size() + (ids.size() == 1 ? " feature): " : " features): ") + reason(line)));
        return assumed;
    }

    /** A collection may stand in several layers that assume different accuracies. */
    private String reason(String line) {
        return layers.stream().filter(l -> l.assumed() != null && l.from().stream().anyMatch(choice ->
                        line.equals(choice.collection() + " accuracy_m = " + AnswerNumbers.plain(l.assumed().m()) + " m")))
                .map(l -> l.assumed().reason()).distinct().collect(Collectors.joining("; "));
    }

    Text definition(Asked asked, int rules) {
        String date = asked.circumstances().asOf().date().toString();
        Text what = sites.single() ? verdicts.get(0).name() : new Text(verdicts.size() + "个场地", verdicts.size() + " sites");
        return new Text(
                "截至" + date + "，按规则文件（共" + rules + "条）中适用于其类型的各条规则检查" + what.zh()
                        + "；只有在场地与图层精度之内无论如何都成立时才判为符合或不符合，未加载、附近无要素或精度不足的图层判为无法判断。",
                what.en() + " held against each of the " + rules + " rules on file that the kind of site falls under as of " + date
                        + "; a rule is passed or broken only where that holds whatever the accuracies of site and layer, and what is not loaded,"
                        + " has nothing near or is not exact enough is unknown.");
    }
}
