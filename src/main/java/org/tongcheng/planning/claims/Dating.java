package org.tongcheng.planning.claims;

import java.time.LocalDate;
import java.util.Optional;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.catalog.Period;
import org.tongcheng.catalog.Scenario;
import org.tongcheng.catalog.Text;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.CommonParameters;
import org.tongcheng.planning.FeatureRef;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.Used;

/**
 * When a statement is tested, and with which plans.
 *
 * @param asOf  null where it cannot be dated
 * @param basis why
 */
record Dating(AsOf asOf, Text basis) {

    static Dating of(Statement statement, Asked asked, Records records, Used.Gathering used) {
        AsOf given = asked.circumstances().asOf();
        if (asked.find(CommonParameters.AS_OF).isPresent()) {
            return new Dating(given, new Text("按所问日期与情景", "the date and scenario asked for"));
        }
        Optional<LocalDate> target = date(statement.targetYear());
        if (target.isPresent()) {
            Scenario scenario = given.scenario() == Scenario.BUILT ? Scenario.PLANNED : given.scenario();
            Integer horizon = given.horizon() == null ? Integer.valueOf(target.get().getYear()) : given.horizon();
            return new Dating(new AsOf(target.get(), scenario, horizon), new Text(
                    "目标年" + statement.targetYear() + "：届时已建成者及" + horizon + "年前应建成的规划通道",
                    "target year " + statement.targetYear() + ": what is built then and what is planned and due by " + horizon));
        }
        FeatureRef document = new FeatureRef(Collections.DOCUMENTS, String.valueOf(statement.document()));
        Optional<LocalDate> dated = records.find(document).flatMap(stored -> {
            used.add(document.collection(), document.id(), stored.revision());
            return date(stored.feature().text("date"));
        });
        return dated.map(date -> new Dating(new AsOf(date, given.scenario(), given.horizon()), new Text(
                        "无目标年，按文件" + statement.document() + "的日期", "no target year; the date of document " + statement.document())))
                .orElse(new Dating(null, new Text("无目标年，文件日期不明", "no target year, and the document's date is unknown")));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(Period.of(text).lastDay());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
