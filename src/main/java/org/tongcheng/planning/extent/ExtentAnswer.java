package org.tongcheng.planning.extent;

import java.util.List;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Datum;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.AnswerFeature;
import org.tongcheng.planning.AnswerHeader;
import org.tongcheng.planning.Table;

/**
 * The extent of one feature.
 *
 * @param body  written flat beside the header
 * @param drawn the outline measured
 */
record ExtentAnswer(AnswerHeader header, Measured body, List<AnswerFeature> drawn) implements Answer {

    @Override
    public Text result() {
        return ExtentTable.result(body);
    }

    @Override
    public Table table(Datum datum) {
        return ExtentTable.of(List.of(body), datum);
    }
}
