package org.tongcheng.app.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tongcheng.planning.BadParameter;
import org.tongcheng.planning.Form;
import org.tongcheng.planning.OwnCorridor;
import org.tongcheng.planning.Parameter;
import org.tongcheng.planning.PlanningQuestion;
import org.tongcheng.web.planning.AnswerBytes;
import org.tongcheng.web.planning.AnswerDesk;
import org.tongcheng.web.planning.Given;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/**
 * {@code ask QUESTION --name value … --to FILE}: any planning question, with the parameters that it has over HTTP.
 *
 * <pre>{@code
 * java -jar tongcheng.jar ask extent --feature metropolitan-areas/nanjing-metro-2021
 * java -jar tongcheng.jar ask reach --origin 118.79,32.04 --minutes 30,60 --add planned.geojson --to reach.geojson
 * }</pre>
 */
@Command(name = "ask", exitCodeOnInvalidInput = 1, description = {
    "Asks a planning question and writes its answer.",
    "QUESTION is one of those that the service answers; --help after it lists its parameters.",
    "Options of the service (--tongcheng.store.url=… and so on) are taken too."})
public final class AskCommand implements Callable<Integer> {

    private static final String ADD = "add";

    private final DeskOpener opener;
    private final PrintStream out;
    private final PrintStream err;

    @Parameters(index = "0", arity = "0..1", paramLabel = "QUESTION", description = "extent, reach, …")
    private String question;

    @Option(names = "--to", paramLabel = "FILE",
            description = "where the answer goes: a table for .csv, else JSON; standard output where it is left out")
    private Path to;

    @Option(names = "--f", paramLabel = "FORM", description = "json or csv, whatever the file is called")
    private String form;

    @Option(names = {"-h", "--help"}, description = "the question's parameters")
    private boolean help;

    @Unmatched
    private final List<String> others = new ArrayList<>();

    /** @param opener opens the desk once a question is to be answered */
    public AskCommand(DeskOpener opener) {
        this(opener, System.out, System.err);
    }

    AskCommand(DeskOpener opener, PrintStream out, PrintStream err) {
        this.opener = opener;
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws IOException {
        try {
            Map<String, List<String>> texts = texts(others);
            try (DeskOpener.OpenDesk open = opener.open(settings(others))) {
                return answer(open.desk(), texts);
            }
        } catch (BadParameter e) {
            err.println(e.getMessage() + (e.allowed() == null ? "" : "; allowed: " + e.allowed()));
            return 1;
        }
    }

    private int answer(AnswerDesk desk, Map<String, List<String>> texts) throws IOException {
        PlanningQuestion asked = question == null ? null : desk.findQuestion(question).orElse(null);
        if (asked == null) {
            err.println((question == null ? "no question is named" : "there is no question '" + question + "'")
                    + "; there are: " + String.join(", ", desk.names()));
            return 1;
        }
        if (help) {
            explain(asked, desk.parametersOf(asked));
            return 0;
        }
        boolean csv = csv();
        List<OwnCorridor> add = corridors(texts.remove(ADD));
        for (Parameter<?> parameter : desk.parametersOf(asked)) {
            if (parameter.form().schema().equals(Form.OBJECT) && texts.containsKey(parameter.name())) {
                texts.put(parameter.name(), contents(parameter.name(), texts.get(parameter.name())));
            }
        }
        List<Given> given = desk.ask(asked, texts, add);
        AnswerBytes bytes = desk.bytes(given);
        if (to == null) {
            write(bytes, csv, out);
            out.println();
            out.flush();
        } else {
            try (OutputStream file = Files.newOutputStream(to)) {
                write(bytes, csv, file);
            }
            err.println(to + ": " + Files.size(to) + " bytes, answer "
                    + String.join(", ", given.stream().map(Given::id).toList()));
        }
        return 0;
    }

    private static void write(AnswerBytes bytes, boolean csv, OutputStream to) throws IOException {
        if (csv) {
            bytes.csv(to);
        } else {
            bytes.json(to);
        }
    }

    private boolean csv() {
        String wanted = form != null ? form
                : to != null && to.toString().toLowerCase(Locale.ROOT).endsWith(".csv") ? "csv" : "json";
        if (!wanted.equals("csv") && !wanted.equals("json")) {
            throw new BadParameter("f", wanted, "json or csv", "'" + wanted + "' is no form of an answer here");
        }
        return wanted.equals("csv");
    }

    private static List<OwnCorridor> corridors(List<String> files) throws IOException {
        List<OwnCorridor> corridors = new ArrayList<>();
        for (String text : contents(ADD, files == null ? List.of() : files)) {
            corridors.addAll(AnswerDesk.corridors(text.getBytes(StandardCharsets.UTF_8)));
        }
        return corridors;
    }

    /** What the files hold: a value that is JSON itself is given as a file. */
    private static List<String> contents(String name, List<String> files) throws IOException {
        List<String> contents = new ArrayList<>();
        for (String file : files) {
            try {
                contents.add(Files.readString(Path.of(file)));
            } catch (NoSuchFileException e) {
                throw new BadParameter(name, file, "a GeoJSON file", "there is no file '" + file + "'");
            } catch (CharacterCodingException e) {
                throw new BadParameter(name, file, "a GeoJSON file", "'" + file + "' is not UTF-8");
            }
        }
        return contents;
    }

    /** Pairs {@code --name value} and {@code --name=value}; a name may come several times. */
    private static Map<String, List<String>> texts(List<String> words) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (isSetting(word)) {
                continue;
            }
            if (!word.startsWith("--") || word.length() == 2) {
                throw new BadParameter(word, null, "--name value", "'" + word + "' is no --name");
            }
            int sign = word.indexOf('=');
            String name = sign < 0 ? word.substring(2) : word.substring(2, sign);
            if (sign < 0 && i + 1 == words.size()) {
                throw new BadParameter(name, null, "--" + name + " value", "has no value");
            }
            String value = sign < 0 ? words.get(++i) : word.substring(sign + 1);
            texts.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
        }
        return texts;
    }

    private static List<String> settings(List<String> words) {
        return words.stream().filter(AskCommand::isSetting).toList();
    }

    private static boolean isSetting(String word) {
        return word.matches("--(tongcheng|spring|logging)\\.[^=]+=.*");
    }

    private void explain(PlanningQuestion asked, List<Parameter<?>> parameters) {
        out.println("ask " + asked.name() + ": " + asked.title().zh() + " " + asked.title().en());
        for (Parameter<?> parameter : parameters) {
            String allowed = parameter.form().schema().equals(Form.OBJECT) ? "a file with " : "";
            out.printf("  --%-12s %s%n%17s%s%s%n", parameter.name(), parameter.meaning(), "", allowed + parameter.form().allowed(),
                    parameter.byDefault().isEmpty() ? "" : "; by default " + parameter.byDefault());
        }
        out.println("  --add          A GeoJSON file with corridors of your own.");
    }
}
