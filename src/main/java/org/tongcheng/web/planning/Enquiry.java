package org.tongcheng.web.planning;

import java.util.List;
import java.util.stream.Collectors;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.PlanningQuestion;
import org.tongcheng.planning.Records;

/**
 * What the desk was asked, read and checked, with the records that it is answered from.
 *
 * @param parts one for each answer
 */
public record Enquiry(List<Part> parts) {

    /**
     * @param canonical the question's one way of writing
     * @param expected  the id that its answer must have; null where it is asked for the first time
     */
    record Part(PlanningQuestion question, Asked asked, Records records, String canonical, String expected) {}

    public Enquiry {
        parts = List.copyOf(parts);
    }

    /** Equal for enquiries that have the same answers. */
    String key() {
        return parts.stream().map(p -> p.records().moment() + " " + p.expected() + " " + p.canonical()).collect(Collectors.joining("\n"));
    }

    /** The question's name. */
    String name() {
        return parts.get(0).question().name();
    }
}
