package org.tongcheng.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service: {@code java -jar tongcheng.jar [options]}. */
@SpringBootApplication(scanBasePackages = {"org.tongcheng.app", "org.tongcheng.web"})
public class Tongcheng {

    public static void main(String[] args) {
        SpringApplication.run(Tongcheng.class, args);
    }
}
