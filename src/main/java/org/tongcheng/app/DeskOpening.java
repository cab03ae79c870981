package org.tongcheng.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.tongcheng.app.command.DeskOpener;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.exchange.CatalogueLoad;
import org.tongcheng.exchange.CatalogueReport;
import org.tongcheng.web.planning.AnswerDesk;

/** Opens a desk with the service's own wiring and settings, but nothing that listens. */
final class DeskOpening implements DeskOpener {

    @Override
    public OpenDesk open(List<String> settings) {
        SpringApplication application = new SpringApplication(StoreWiring.class, NetworkWiring.class, PlanningWiring.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLogStartupInfo(false);
        // standard output is the answer's
        application.setDefaultProperties(Map.of("logging.threshold.console", "OFF"));
        ConfigurableApplicationContext context = run(application, settings);
        load(context);
        return new OpenDesk() {
            @Override
            public AnswerDesk desk() {
                return context.getBean(AnswerDesk.class);
            }

            @Override
            public void close() {
                context.close();
            }
        };
    }

    /** What fails deep in the wiring is told by its own message. */
    private static ConfigurableApplicationContext run(SpringApplication application, List<String> settings) {
        try {
            return application.run(settings.toArray(String[]::new));
        } catch (RuntimeException e) {
            throw new IllegalStateException(CannotStart.reasonOf(e), e);
        }
    }

    /** An empty store is filled as the service would fill it. */
    private static void load(ConfigurableApplicationContext context) {
        Path data = context.getBean(TongchengSettings.class).data();
        try {
            CatalogueReport report = CatalogueLoad.load(data, context.getBean(FeatureStore.class));
            if (!report.findings().isEmpty()) {
                throw CannotStart.of(data, report.findings());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
