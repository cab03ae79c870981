package org.tongcheng.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What {@code docker/} promises: pinned images, nobody is root, health checks, nothing open to the network without a token. */
class ContainersTest {

    private static final Path COMPOSE = Path.of("docker/compose.yml");
    private static final Path DOCKERFILE = Path.of("docker/Dockerfile");
    /** A tag that names a version down to its minor number, not {@code latest} or {@code 15} alone. */
    private static final Pattern PINNED = Pattern.compile("[a-z0-9./-]+:\\d+[.-]\\d+[\\w.-]*");

    private final Map<String, Map<String, Object>> services = services();

    @Test
    void everyServiceIsPinnedAndSaysWhetherItIsWell() {
        assertThat(services).containsOnlyKeys("postgis", "tongcheng", "geoserver");
        services.forEach((name, service) -> {
            assertThat((String) service.get("image")).as(name).matches(PINNED);
            assertThat(map(service.get("healthcheck"))).as(name).containsKeys("test", "interval", "timeout", "retries");
        });
    }

    @Test
    void portsArePublishedOnThisMachineAlone() {
        services.forEach((name, service) -> assertThat(strings(service.get("ports")))
                .as(name)
                .isNotEmpty()
                .allMatch(port -> port.startsWith("127.0.0.1:")));
    }

    @Test
    void nothingStartsBeforeItsDatabaseIsWell() {
        for (String name : List.of("tongcheng", "geoserver")) {
            Map<String, Object> awaited = map(services.get(name).get("depends_on"));
            assertThat(map(awaited.get("postgis"))).as(name).containsEntry("condition", "service_healthy");
        }
    }

    @Test
    void theServiceListensOutsideItsContainerOnlyWithAWriteTokenThatSomebodyChose() {
        Map<String, Object> environment = map(services.get("tongcheng").get("environment"));
        assertThat(environment).containsEntry("SERVER_ADDRESS", "0.0.0.0");
        assertThat((String) environment.get("TONGCHENG_WRITETOKEN")).matches("\\$\\{TONGCHENG_WRITE_TOKEN:\\?[^}]+}");
        assertThat((String) environment.get("TONGCHENG_STORE_PASSWORD")).startsWith("${TONGCHENG_DB_PASSWORD:?");
    }

    @Test
    void namedVolumesAreDeclared() {
        Map<String, Object> declared = map(compose().get("volumes"));
        List<String> used = services.values().stream()
                .flatMap(service -> strings(service.get("volumes")).stream())
                .map(volume -> volume.substring(0, volume.indexOf(':')))
                .filter(volume -> !volume.startsWith("."))
                .toList();
        assertThat(used).containsExactlyInAnyOrderElementsOf(declared.keySet());
    }

    @Test
    void theImageIsPinnedBuiltInStagesAndRunByNobodyOfPower() throws IOException {
        List<String> lines = Files.readAllLines(DOCKERFILE);
        List<String> bases = lines.stream().filter(l -> l.startsWith("FROM ")).map(l -> l.split(" ")[1]).toList();
        assertThat(bases).hasSize(2).allMatch(base -> PINNED.matcher(base).matches());
        String last = lines.stream().filter(l -> l.startsWith("USER ")).reduce((a, b) -> b).orElse("");
        assertThat(last).isEqualTo("USER tongcheng");
        assertThat(lines).anyMatch(l -> l.startsWith("HEALTHCHECK ")).anyMatch(l -> l.contains("-Xmx512m"));
    }

    private static Map<String, Object> compose() {
        try {
            return new Yaml().load(Files.readString(COMPOSE));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> services() {
        return (Map<String, Map<String, Object>>) compose().get("services");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<String> strings(Object value) {
        return (List<String>) value;
    }
}
