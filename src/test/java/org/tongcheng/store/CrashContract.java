package org.tongcheng.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tongcheng.Seeds;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.PropertyType;
import org.tongcheng.catalog.Query;
import org.tongcheng.catalog.Write;

/**
 * What remains when a process that writes is killed (SIGKILL), and how several processes share one store. A process of its own
 * writes batches and prints the number of each once the store has acknowledged it.
 */
abstract class CrashContract extends StoreFixture {

    private static final int BATCH = 7;
    private static final Duration LONGEST_OPENING = Duration.ofSeconds(30);

    /** The process that works until it is done or killed: URL, what it makes, first and last number. */
    static final class Writer {

        private Writer() {}

        public static void main(String[] arguments) {
            try (FeatureStore store = Stores.open(StoreSettings.of(arguments[0]))) {
                System.out.println("opened");
                for (int number = Integer.parseInt(arguments[2]); number < Integer.parseInt(arguments[3]); number++) {
                    if (arguments[1].equals("collections")) {
                        store.create(collection(number));
                    }
                    store.write(batch(arguments[1].equals("collections") ? "made-" + number : "parcels", number));
                    System.out.println(number);
                }
            }
        }
    }

    private static CollectionDeclaration collection(int number) {
        return declaration("made-" + number, GeometryKind.POINT, property("floors", PropertyType.INTEGER));
    }

    private static List<Write> batch(String collection, int number) {
        return IntStream.range(0, BATCH)
                .mapToObj(i -> (Write) new Write.Create(collection, feature(number + "-" + i, point(i, 1), "floors", (long) number)))
                .toList();
    }

    private Process start(String what, int from, int to) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-XX:TieredStopAtLevel=1",
                        "-cp", System.getProperty("java.class.path"), Writer.class.getName(), settings.url(), what, "" + from, "" + to)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static BufferedReader lines(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Numbers of acknowledged batches among the lines; the process may log between them. */
    private static void collect(List<String> lines, List<Integer> acknowledged) {
        lines.stream().filter(line -> line.matches("\\d+")).map(Integer::valueOf).forEach(acknowledged::add);
    }

    private static String await(BufferedReader lines, String pattern) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.matches(pattern)) {
            line = lines.readLine();
        }
        assertThat(line).as("the process ended before it printed %s", pattern).isNotNull();
        return line;
    }

    /** Through its handle, because {@link Process#destroyForcibly} closes the stream in which acknowledgements still wait. */
    private static void kill(Process process) throws InterruptedException {
        assertThat(process.toHandle().destroyForcibly()).isTrue();
        process.waitFor();
    }

    @Test
    void noAcknowledgedWriteIsLostAndNoBatchIsHalfThere() throws Exception {
        long seed = Seeds.first();
        System.out.println("noAcknowledgedWriteIsLostAndNoBatchIsHalfThere: seed " + seed);
        Random random = new Random(seed);
        store.create(PARCELS);
        store.close();
        List<Integer> acknowledged = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            Process process = start("batches", round * 1_000_000, (round + 1) * 1_000_000);
            try (BufferedReader lines = lines(process)) {
                await(lines, "opened");
                for (int i = random.nextInt(40); i >= 0; i--) {
                    acknowledged.add(Integer.valueOf(await(lines, "\\d+")));
                }
                Thread.sleep(random.nextInt(30));
                kill(process);
                collect(lines.lines().toList(), acknowledged);
            }
            long begin = System.nanoTime();
            FeatureStore reopened = another();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).as("opening after a kill").isLessThan(LONGEST_OPENING);
            verify(reopened, acknowledged, seed);
            reopened.close();
        }
    }

    private static void verify(FeatureStore reopened, List<Integer> acknowledged, long seed) {
        Map<Long, Long> batches = all(reopened, "parcels").stream()
                .collect(Collectors.groupingBy(stored -> (Long) stored.feature().value("floors"), Collectors.counting()));
        assertThat(batches.keySet()).as("seed %d", seed).containsAll(acknowledged.stream().map(Integer::longValue).toList());
        assertThat(batches.values()).as("seed %d", seed).containsOnly((long) BATCH);
        assertThat(batches.size() - acknowledged.size()).as("at most one unacknowledged batch a round, seed %d", seed).isBetween(0, 3);
        assertThat(reopened.count("parcels", Query.ALL)).isEqualTo((long) BATCH * batches.size());
        batches.keySet().forEach(batch -> assertThat(reopened.revisions("parcels", batch + "-0")).hasSize(1));
    }

    /** On a database where a change of a table commits, a kill may leave a table that no collection owns; it is in nobody's way. */
    @Test
    void noAcknowledgedCollectionIsLostAndTheOneInTheMakingCanBeMadeAgain() throws Exception {
        store.close();
        for (int round = 0; round < 2; round++) {
            List<Integer> acknowledged = new ArrayList<>();
            Process process = start("collections", round * 1000, (round + 1) * 1000);
            try (BufferedReader lines = lines(process)) {
                await(lines, "opened");
                for (int i = 0; i < 3 + round; i++) {
                    acknowledged.add(Integer.valueOf(await(lines, "\\d+")));
                }
                Thread.sleep(5 + 20 * round);
                kill(process);
                collect(lines.lines().toList(), acknowledged);
            }
            store = another();
            for (int number : acknowledged) {
                assertThat(store.getCollection("made-" + number)).isEqualTo(collection(number));
                assertThat(ids("made-" + number, Query.ALL)).hasSize(BATCH);
            }
            int unfinished = round * 1000 + acknowledged.size();
            store.declare(collection(unfinished));
            assertThat(store.count("made-" + unfinished, Query.ALL)).isIn(0L, (long) BATCH);
            assertThat(store.write(List.of(new Write.Create("made-" + unfinished, feature("more", point(1, 1)))))).containsExactly(1L);
            store.close();
        }
    }

    @Test
    void anotherProcessWritesWhileThisOneReads() throws Exception {
        store.create(PARCELS);
        Process process = start("batches", 0, 20);
        try (BufferedReader lines = lines(process)) {
            await(lines, "opened");
            for (int batch = 0; batch < 20; batch++) {
                await(lines, "" + batch);
                assertThat(store.find("parcels", batch + "-" + (BATCH - 1))).isPresent();
                create("parcels", feature("own-" + batch, null));
            }
            assertThat(process.waitFor()).isZero();
        }
        assertThat(store.count("parcels", Query.ALL)).isEqualTo(20 * (BATCH + 1));
        assertThat(ids("parcels", Query.ALL)).hasSize(20 * (BATCH + 1)).doesNotHaveDuplicates();
    }

    /** Where a file is served by the first process that opened it, the others go on when that one dies. */
    @Test
    void thisProcessGoesOnWhenTheOneThatOpenedTheStoreFirstIsKilled() throws Exception {
        store.create(PARCELS);
        store.close();
        Process process = start("batches", 0, 1_000_000);
        try (BufferedReader lines = lines(process)) {
            await(lines, "opened");
            await(lines, "0");
            store = another();
            assertThat(store.find("parcels", "0-0")).isPresent();
            create("parcels", feature("before", null));
            kill(process);
        }
        assertThat(store.find("parcels", "before")).isPresent();
        create("parcels", feature("after", null));
        assertThat(store.find("parcels", "after")).isPresent();
        assertThat(store.count("parcels", Query.ALL)).isEqualTo(ids("parcels", Query.ALL).size());
    }
}
