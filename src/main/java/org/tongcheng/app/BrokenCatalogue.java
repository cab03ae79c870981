package org.tongcheng.app;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.tongcheng.exchange.Finding;

/** The data folder holds something wrong; nothing of it was loaded and the service does not start. */
final class BrokenCatalogue extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int MOST_SHOWN = 200;

    BrokenCatalogue(Path data, List<Finding> findings) {
        super(message(data, findings));
    }

    private static String message(Path data, List<Finding> findings) {
        String shown = findings.stream().limit(MOST_SHOWN).map(f -> "\n  " + f.line()).collect(Collectors.joining());
        String rest = findings.size() > MOST_SHOWN ? "\n  and " + (findings.size() - MOST_SHOWN) + " more" : "";
        return "The catalogue in '" + data + "' has " + findings.size() + " faults; nothing was loaded:" + shown + rest;
    }

    /** Shows the faults where Spring would show a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<BrokenCatalogue> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, BrokenCatalogue cause) {
            return new FailureAnalysis(cause.getMessage(), "Mend the files named above and start again.", cause);
        }
    }
}
