package org.tongcheng.app;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.tongcheng.app.command.AskCommand;
import picocli.CommandLine;

/** The service, {@code java -jar tongcheng.jar [options]}, and its command line, {@code java -jar tongcheng.jar COMMAND …}. */
@SpringBootApplication(scanBasePackages = {"org.tongcheng.app", "org.tongcheng.web"})
public class Tongcheng {

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("ask")) {
            CommandLine ask = new CommandLine(new AskCommand(new DeskOpening()));
            System.exit(ask.execute(Arrays.copyOfRange(args, 1, args.length)));
        }
        SpringApplication.run(Tongcheng.class, args);
    }
}
