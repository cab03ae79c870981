package org.tongcheng.planning;

import java.util.List;
import java.util.Optional;
import org.tongcheng.catalog.Period;
import org.tongcheng.catalog.Scenario;
import org.tongcheng.catalog.Text;

/** One of the questions planners ask. Threads: safe for many. */
public interface PlanningQuestion {

    /** Its path and its word on the command line, for example {@code extent}. */
    String name();

    Text title();

    /** The parameters of its own, beside those that all questions take. */
    List<Parameter<?>> parameters();

    /** The parameter that names a date to compare with: where several dates are asked about, the first, unless it is given. */
    default Optional<Parameter<Period>> comparison() {
        return Optional.empty();
    }

    /** Whether today stands where no date is given; a question whose answer has dates of its own says no. */
    default boolean dated() {
        return true;
    }

    /** The profile where none is given. */
    default String defaultProfile() {
        return "drive";
    }

    /** The scenario where none is given. */
    default Scenario defaultScenario() {
        return Scenario.BUILT;
    }

    /** The time budgets as this question takes them; a parameter named {@code minutes}. */
    default Parameter<Integer> minutes() {
        return CommonParameters.MINUTES;
    }

    /**
     * Answers from these records. Throws {@link BadParameter} where a value names what is not there or cannot be asked
     * together with another.
     */
    Answer answer(Asked asked, Records records);
}
