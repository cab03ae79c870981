package org.tongcheng.web.planning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.support.GenericApplicationContext;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.network.Networks;
import org.tongcheng.network.Profile;
import org.tongcheng.network.Profiles;
import org.tongcheng.network.corridor.LineNetworks;
import org.tongcheng.network.sketch.LandUnit;
import org.tongcheng.network.sketch.Sketch;
import org.tongcheng.network.sketch.SketchSettings;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.IsochroneCache;
import org.tongcheng.planning.PlanningQuestion;
import org.tongcheng.planning.around.Around;
import org.tongcheng.planning.circle.Circle;
import org.tongcheng.planning.claims.Claims;
import org.tongcheng.planning.conflicts.ConflictRules;
import org.tongcheng.planning.conflicts.Conflicts;
import org.tongcheng.planning.connectivity.Connectivity;
import org.tongcheng.planning.continuity.Continuity;
import org.tongcheng.planning.coverage.Coverage;
import org.tongcheng.planning.delineate.Delineate;
import org.tongcheng.planning.extent.Extent;
import org.tongcheng.planning.gain.Gain;
import org.tongcheng.planning.locate.Locate;
import org.tongcheng.planning.nearest.Nearest;
import org.tongcheng.planning.siting.RuleList;
import org.tongcheng.planning.siting.Siting;
import org.tongcheng.planning.siting.SitingRules;
import org.tongcheng.planning.statistics.IndicatorList;
import org.tongcheng.planning.statistics.Statistics;
import org.tongcheng.planning.times.Times;
import org.tongcheng.web.Readiness;
import org.tongcheng.web.WriteAccess;

/** The web room on a free port over the small world of {@link TestDesk}, its streets a sketch of the two cells. */
final class TestService implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    final TestDesk world;
    private final ConfigurableApplicationContext context;
    private final String base;

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @ComponentScan(basePackages = "org.tongcheng.web",
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org\\.tongcheng\\.web\\.map\\..*"))
    static class Application {}

    TestService() {
        this(new Workers(2, 8), List.of());
    }

    private static Conflicts conflicts() {
        try {
            return new Conflicts(ConflictRules.read(Path.of("data/rules/conflicts.yml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SitingRules sitingRules(Networks networks) {
        try {
            return SitingRules.read(Path.of("data/rules"), networks.profiles().stream().map(Profile::id).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Siting siting(Networks networks) {
        SitingRules rules = sitingRules(networks);
        return new Siting(rules, networks, SiteJson.form(rules.kinds().keySet()));
    }

    /** @param others stand for those of the same name */
    TestService(Workers workers, List<PlanningQuestion> others) {
        AtomicReference<Networks> made = new AtomicReference<>();
        world = new TestDesk(w -> {
            made.set(networks(w));
            return Stream.concat(
                    Stream.of(new Extent(), new Circle(made.get()), new Times(made.get()), new Coverage(made.get(), new IsochroneCache()), new Continuity(made.get()), conflicts(),
                            new Locate(), new Around(), new Nearest(made.get()), new Delineate(made.get()), new Statistics(), new IndicatorList(),
                            new Gain(made.get()), new Claims(made.get()),
                            new Connectivity(made.get()), siting(made.get()), new RuleList(sitingRules(made.get()))), others.stream()).toList();
        }, workers);
        Networks networks = made.get();
        SpringApplication application = new SpringApplication(Application.class);
        application.addInitializers(given -> {
            GenericApplicationContext beans = (GenericApplicationContext) given;
            beans.registerBean(FeatureStore.class, () -> world.store, definition -> definition.setDestroyMethodName(""));
            beans.registerBean(AnswerDesk.class, () -> world.desk);
            beans.registerBean(Jobs.class, () -> new Jobs(world.desk, world.store.jobs()));
            beans.registerBean(Networks.class, () -> networks);
            beans.registerBean(WriteAccess.class, () -> new WriteAccess("", true));
            beans.registerBean(Readiness.class, () -> () -> true);
        });
        context = application.run("--server.port=0");
        base = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    private static Networks networks(TestDesk world) {
        try {
            SketchSettings settings = SketchSettings.read(Path.of("data/streets/sketch.yml"));
            return new LineNetworks(Profiles.readAll(Path.of("data/profiles")),
                    Sketch.of(settings, LandUnit.finest(world.features.at(null).features(Collections.UNITS))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Jobs jobs() {
        return context.getBean(Jobs.class);
    }

    int port() {
        return URI.create(base).getPort();
    }

    String base() {
        return base;
    }

    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    HttpResponse<String> post(String path, String body) {
        return send("POST", path, body, "Content-Type", "application/json");
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (!Arrays.asList(headers).contains("Prefer")) {
            // a machine may be too busy for five seconds
            request.header("Prefer", "wait=300");
        }
        request.method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        world.close();
    }
}
