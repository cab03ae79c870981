package org.tongcheng.web.planning;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.Table;
import org.tongcheng.planning.TimeMatrix;

/**
 * The bytes of one or several answers in the forms that need no address of the service: for HTTP and the command line. What is
 * computed while it is written is computed by the workers; an answer that cannot be written to its end is called off.
 */
public final class AnswerBytes {

    /** More numbers than this are for programs, not for people. */
    private static final int MOST_SHOWN = 400;

    private final List<Given> given;
    private final Workers workers;

    AnswerBytes(List<Given> given, Workers workers) {
        this.given = given;
        this.workers = workers;
    }

    private interface Writing {
        void write(PlainOutput out, Workers.Errand errand) throws IOException;
    }

    /** Whether something is computed while it is written, so that nobody knows how long it will be. */
    public boolean streamed() {
        return given.stream().anyMatch(each -> each.answer() instanceof Answer.Times);
    }

    /** One answer as it is; several in {@code {"answers": […]}}. Throws {@link Busy} before the first byte. */
    public void json(OutputStream out) throws IOException {
        write(out, this::json);
    }

    /** The tables, one after the other (RFC 4180, UTF-8). Throws {@link Busy} before the first byte. */
    public void csv(OutputStream out) throws IOException {
        write(out, this::csv);
    }

    /** As {@link #json(OutputStream)}, held together. */
    public byte[] json() {
        return held(this::json);
    }

    /** As {@link #csv(OutputStream)}, held together. */
    public byte[] csv() {
        return held(this::csv);
    }

    /** The answer as rows for people; empty where it is too large to be looked at. */
    Optional<Table> table(Given one) {
        if (one.answer() instanceof Answer.Times times) {
            TimeMatrix matrix = times.seconds();
            long numbers = (long) matrix.origins().size() * matrix.destinations().size();
            return numbers > MOST_SHOWN ? Optional.empty() : Optional.of(workers.run(one::table));
        }
        return Optional.of(one.table());
    }

    private void write(OutputStream out, Writing writing) throws IOException {
        PlainOutput plain = new PlainOutput(out);
        if (streamed()) {
            try (Workers.Errand errand = workers.admit()) {
                writing.write(plain, errand);
            }
        } else {
            writing.write(plain, null);
        }
        plain.flush();
    }

    private byte[] held(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(out, writing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void json(PlainOutput out, Workers.Errand errand) throws IOException {
        if (given.size() == 1) {
            json(given.get(0), out, errand);
            return;
        }
        String before = "{\"answers\":[";
        for (Given each : given) {
            out.write(bytes(before));
            json(each, out, errand);
            before = ",";
        }
        out.write(bytes("]}"));
    }

    private void json(Given one, PlainOutput out, Workers.Errand errand) throws IOException {
        if (one.answer() instanceof Answer.Times times) {
            out.write(one.json(), one.json().length - 1);
            out.write(bytes(",\"seconds\":"));
            stream(times, errand, out).json();
            out.write('}');
        } else {
            out.write(one.json());
        }
    }

    private void csv(PlainOutput out, Workers.Errand errand) throws IOException {
        if (errand == null) {
            out.write(bytes(AnswerCsv.write(given)));
            return;
        }
        boolean several = given.size() > 1;
        out.write(bytes((several ? "as_of," : "") + String.join(",", TimeMatrix.COLUMNS) + "\r\n"));
        for (Given each : given) {
            String date = several ? each.answer().header().asOf() + "," : "";
            stream((Answer.Times) each.answer(), errand, out).csv(date);
        }
    }

    private TimesStream stream(Answer.Times times, Workers.Errand errand, PlainOutput out) {
        return new TimesStream(times.seconds(), errand, workers.atOnce(), out);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
