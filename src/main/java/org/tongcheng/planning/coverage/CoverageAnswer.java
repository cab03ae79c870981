package org.tongcheng.planning.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Datum;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.AnswerFeature;
import org.tongcheng.planning.AnswerHeader;
import org.tongcheng.planning.AnswerNumbers;
import org.tongcheng.planning.Table;

/**
 * What is served.
 *
 * @param area     id of the area
 * @param of       what is counted
 * @param by       what serves
 * @param withinM  the distance, metres; null where time is asked
 * @param minutes  the time; null where distance is asked
 * @param servers  how many serve, in the area or near enough to reach into it
 * @param share    the part served
 * @param grids    ids of the collections by whose cells people are spread; empty where none are
 * @param features each thing with its {@link Served}, those left out first; of land and people, the land left out
 */
record CoverageAnswer(AnswerHeader header, String area, String of, String by, Double withinM, Integer minutes, int servers, Share share,
        List<String> grids, List<AnswerFeature> features) implements Answer.Features {

    private static final List<String> COLUMNS = List.of("feature", "name_zh", "name_en", "covered", "metres", "seconds", "nearest", "accuracy_m", "method");

    /**
     * Said of the land left out.
     *
     * @param covered always no
     * @param areaKm2 its size as measured, km²
     */
    record LeftOut(String covered, double areaKm2) {}

    @Override
    public Text result() {
        return new Text("所占份额" + share.best() + "（低" + share.low() + "，高" + share.high() + "），总数" + AnswerNumbers.plain(share.total()) + " " + share.unit(),
                "the share served is " + share.best() + " (low " + share.low() + ", high " + share.high() + ") of "
                        + AnswerNumbers.plain(share.total()) + " " + share.unit());
    }

    @Override
    public Table table(Datum datum) {
        List<List<Object>> rows = new ArrayList<>();
        for (AnswerFeature feature : features) {
            if (feature.properties() instanceof Served s) {
                rows.add(Arrays.asList(s.feature(), s.name().zh(), s.name().en(), s.covered(), s.metres(), s.seconds(), s.nearest(),
                        s.accuracyM(), s.method()));
            }
        }
        if (!of.equals("area") && !of.equals("population")) {
            return new Table(COLUMNS, rows);
        }
        return new Table(List.of("area", "of", "by", "within_m", "minutes", "servers", "share_low", "share_best", "share_high", "total", "unit"),
                List.of(Arrays.asList(area, of, by, withinM, minutes, servers, share.low(), share.best(), share.high(), share.total(), share.unit())));
    }
}
