package org.tongcheng.app;

import java.util.OptionalInt;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.tongcheng.app.command.Commands;

/** The service, {@code java -jar tongcheng.jar [options]}, and its command line, {@code java -jar tongcheng.jar COMMAND …}. */
@SpringBootApplication(scanBasePackages = {"org.tongcheng.app", "org.tongcheng.web"})
public class Tongcheng {

    public static void main(String[] args) {
        OptionalInt status = Commands.run(args, new DeskOpening());
        if (status.isPresent()) {
            System.exit(status.getAsInt());
        }
        SpringApplication.run(Tongcheng.class, args);
    }
}
