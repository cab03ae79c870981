package org.tongcheng.planning.extent;

import java.util.List;
import org.tongcheng.geometry.Datum;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.AnswerFeature;
import org.tongcheng.planning.AnswerHeader;
import org.tongcheng.planning.Table;

/**
 * The extents of all areas.
 *
 * @param extents one for each area, in the catalogue's order
 * @param drawn   the outlines measured
 */
record ExtentsAnswer(AnswerHeader header, List<Measured> extents, List<AnswerFeature> drawn) implements Answer {

    @Override
    public Table table(Datum datum) {
        return ExtentTable.of(extents, datum);
    }
}
