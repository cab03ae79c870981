package org.tongcheng.app;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.NestedExceptionUtils;
import org.tongcheng.exchange.Finding;

/** What was given to the service keeps it from starting: a setting, or a file of the data folder. */
final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int MOST_SHOWN = 200;

    private final String remedy;

    private CannotStart(String reason, String remedy, Throwable cause) {
        super(reason, cause);
        this.remedy = remedy;
    }

    /** Everything wrong with the catalogue, of which nothing was loaded. */
    static CannotStart of(Path data, List<Finding> findings) {
        String shown = findings.stream().limit(MOST_SHOWN).map(f -> "\n  " + f.line()).collect(Collectors.joining());
        String rest = findings.size() > MOST_SHOWN ? "\n  and " + (findings.size() - MOST_SHOWN) + " more" : "";
        return new CannotStart(
                "The catalogue in '" + data + "' has " + findings.size() + " faults; nothing was loaded:" + shown + rest,
                "Mend the files named above and start again.", null);
    }

    /** @param setting the option to mend, as it is written on the command line */
    static CannotStart of(String setting, Exception cause) {
        String reason = cause instanceof NoSuchFileException ? "there is no '" + cause.getMessage() + "'" : cause.getMessage();
        return new CannotStart(reason, "Mend --" + setting + " or what it names and start again.", cause);
    }

    /** What is told of a start that failed: the reason where it is one of these, else the innermost message. */
    static String reasonOf(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof CannotStart) {
                return t.getMessage();
            }
        }
        return NestedExceptionUtils.getMostSpecificCause(failure).getMessage();
    }

    /** Shows the reason where Spring would show a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<CannotStart> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, CannotStart cause) {
            return new FailureAnalysis(cause.getMessage(), cause.remedy, cause);
        }
    }
}
