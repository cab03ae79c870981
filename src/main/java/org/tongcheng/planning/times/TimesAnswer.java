package org.tongcheng.planning.times;

import java.util.List;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.AnswerHeader;
import org.tongcheng.planning.Origin;
import org.tongcheng.planning.TimeMatrix;

/**
 * How long it takes from each origin to each destination.
 *
 * @param networkDigest of all that the seconds follow from ({@link NetworkDigest})
 * @param origins       with the points that stand for them
 * @param destinations  likewise
 * @param seconds       rounded up
 */
record TimesAnswer(
        AnswerHeader header, String networkDigest, List<Origin> origins, List<Origin> destinations, TimeMatrix seconds)
        implements Answer.Times {}
