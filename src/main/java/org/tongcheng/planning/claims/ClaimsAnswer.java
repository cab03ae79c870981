package org.tongcheng.planning.claims;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Datum;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.AnswerFeature;
import org.tongcheng.planning.AnswerHeader;
import org.tongcheng.planning.Table;

/**
 * Statements beside computed times.
 *
 * @param area     id of the area
 * @param profiles that were tested by
 * @param counts   verdicts of all tests
 * @param claims   each statement, in the order of the records
 * @param drawn    straight lines between the places tested
 */
record ClaimsAnswer(AnswerHeader header, String area, List<String> profiles, Counts counts, List<Tested> claims, List<AnswerFeature> drawn)
        implements Answer {

    private static final List<String> COLUMNS = List.of("claims", "evidence", "from_place", "to_places", "mode", "stated_seconds", "document",
            "as_of", "scenario", "horizon", "profile", "fits_mode", "statistic", "from", "to", "seconds", "error_seconds", "verdict",
            "reason_zh", "reason_en", "corridors", "pairs");

    record Counts(int supported, int notSupported, int withinError, int notTestable) {

        static Counts of(List<Tested> claims) {
            List<String> all = claims.stream().flatMap(c -> c.tests().stream()).map(Tested.Test::verdict).toList();
            return new Counts(count(all, Verdict.SUPPORTED), count(all, Verdict.NOT_SUPPORTED), count(all, Verdict.WITHIN_ERROR),
                    count(all, Verdict.NOT_TESTABLE));
        }

        private static int count(List<String> all, String verdict) {
            return (int) all.stream().filter(verdict::equals).count();
        }
    }

    @Override
    public Text result() {
        String zh = claims.stream().map(c -> c.evidence() + "：" + told(c, true)).collect(Collectors.joining("；"));
        String en = claims.stream().map(c -> c.evidence() + ": " + told(c, false)).collect(Collectors.joining("; "));
        return claims.isEmpty() ? new Text("无所载时间承诺", "no claim is on record") : new Text(zh, en);
    }

    private static String told(Tested claim, boolean chinese) {
        return claim.tests().stream().map(t -> (t.profile() == null ? "" : t.profile() + " ")
                + (t.statistic().equals("only") ? "" : t.statistic() + " ")
                + (t.seconds() == null ? "" : t.seconds() + (t.errorSeconds() == null ? "" : "±" + t.errorSeconds()) + " s ")
                + (chinese ? chinese(t.verdict()) : t.verdict())).collect(Collectors.joining(chinese ? "、" : ", "));
    }

    private static String chinese(String verdict) {
        return switch (verdict) {
            case Verdict.SUPPORTED -> "成立";
            case Verdict.NOT_SUPPORTED -> "不成立";
            case Verdict.WITHIN_ERROR -> "误差之内";
            default -> "无法检验";
        };
    }

    @Override
    public Table table(Datum datum) {
        List<List<Object>> rows = new ArrayList<>();
        for (Tested c : claims) {
            for (Tested.Test t : c.tests()) {
                rows.add(Arrays.asList(String.join(";", c.claims()), c.evidence(), c.fromPlace(), String.join(";", c.toPlaces()), c.mode(),
                        c.statedSeconds(), c.document(), c.asOf() == null ? null : c.asOf().toString(), c.scenario(), c.horizon(), t.profile(),
                        t.fitsMode(), t.statistic(), t.from(), t.to(), t.seconds(), t.errorSeconds(), t.verdict(), t.reason().zh(),
                        t.reason().en(), String.join(";", t.corridors()), c.pairs().size()));
            }
        }
        return new Table(COLUMNS, rows);
    }
}
