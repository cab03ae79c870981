package org.tongcheng.app.command;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** All commands. {@link #run} tells a command from the service's own options. */
@Command(
        name = "tongcheng",
        description = "Without a command the service starts; its options are those of application.properties (--server.port=…).",
        subcommands = {ImportCommand.class, ExportCommand.class, DrawCommand.class, CommandLine.HelpCommand.class},
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = 1,
        exitCodeOnExecutionException = 1)
public final class Commands implements Runnable {

    private static final Set<String> NAMES = Set.of("import", "export", "draw", "ask", "help", "--help", "-h", "--version", "-V");

    @Spec
    private CommandSpec spec;

    /**
     * The exit status (0 when all that was asked for was done, else 1), or empty where no command is named.
     *
     * @param desks opens what {@code ask} needs
     */
    public static OptionalInt run(String[] args, DeskOpener desks) {
        return run(args, desks, new PrintWriter(System.out, true), new PrintWriter(System.err, true));
    }

    static OptionalInt run(String[] args, DeskOpener desks, PrintWriter out, PrintWriter err) {
        boolean command = Arrays.stream(args).filter(arg -> !arg.startsWith("--tongcheng.")).findFirst().filter(NAMES::contains).isPresent();
        if (!command) {
            return OptionalInt.empty();
        }
        quieten();
        return OptionalInt.of(commandLine(desks).setOut(out).setErr(err).execute(args));
    }

    private static CommandLine commandLine(DeskOpener desks) {
        CommandLine line = new CommandLine(new Commands());
        line.addSubcommand("ask", new AskCommand(desks));
        line.setExecutionExceptionHandler((e, failed, result) -> {
            failed.getErr().println(message(e));
            return 1;
        });
        return line;
    }

    /** One line that names the culprit. */
    private static String message(Exception e) {
        if (e instanceof NoSuchFileException) {
            return "there is no file '" + e.getMessage() + "'";
        }
        if (e instanceof IOException) {
            return "reading or writing failed: " + e;
        }
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }

    /** Only the report belongs on standard output. */
    private static void quieten() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.ERROR);
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command");
    }
}
