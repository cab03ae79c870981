package org.tongcheng.web.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tongcheng.catalog.Job;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Long questions as jobs, over HTTP; the long one goes on only as far as the test lets it. */
@Timeout(60)
class JobsHttpTest {

    private static final int ALL = 1_000_000;

    private final HeldPieces held = new HeldPieces();
    private final Workers workers = new Workers(1, 2);
    private final TestService service = new TestService(workers, List.of(held));

    @AfterEach
    void stop() {
        held.mayGo.release(ALL);
        service.close();
    }

    @Test
    void whoDoesNotWaitIsToldHowFarItIsAndThenWhereTheAnswerIs() throws Exception {
        HttpResponse<String> accepted = service.get("/extent?asOf=2020", "Prefer", "respond-async");
        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(accepted.headers().firstValue("Preference-Applied")).hasValue("respond-async");
        assertThat(accepted.headers().firstValue("Retry-After").map(Integer::valueOf).orElseThrow()).isPositive();
        String job = path(accepted);
        assertThat(job).startsWith("/jobs/");
        assertThat(tree(service.get(job)).toString()).contains("\"status\":\"running\",\"percent\":0");
        int before = 0;
        for (int pieces = 1; pieces < HeldPieces.SIZE; pieces++) {
            held.mayGo.release();
            awaitBegun(pieces + 1);
            int percent = tree(service.get(job)).get("percent").intValue();
            // so many of ten pieces, of the 99 that a running job may have
            assertThat(percent).isEqualTo(99 * pieces / HeldPieces.SIZE).isGreaterThan(before);
            before = percent;
        }
        held.mayGo.release();
        HttpResponse<String> done = awaitEnd(job);
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(tree(done).get("percent").intValue()).isEqualTo(100);
        HttpResponse<String> answer = service.get(path(done));
        assertThat(tree(answer).get("pieces").intValue()).isEqualTo(HeldPieces.SIZE);
        assertThat(service.get("/extent?asOf=2020").body()).isEqualTo(answer.body());
        assertThat(held.asked).hasValue(1);
    }

    @Test
    void whoWaitsLongEnoughHasTheAnswerAndIsToldThatItsWishWasHeard() throws Exception {
        CompletableFuture<HttpResponse<String>> waiting = CompletableFuture.supplyAsync(
                () -> service.get("/extent?asOf=2020", "Prefer", "wait=180"));
        awaitBegun(1);
        held.mayGo.release(ALL);
        assertThat(waiting.get().statusCode()).isEqualTo(200);
        assertThat(waiting.get().headers().firstValue("Preference-Applied")).hasValue("wait=180");
        HttpResponse<String> another = service.get("/coverage?area=both&of=area&within=5km", "Prefer", "wait=soon");
        assertThat(another.statusCode()).isEqualTo(200);
        assertThat(another.headers().firstValue("Preference-Applied")).isEmpty();
    }

    @Test
    void smallQuestionsAreAnsweredBesideAJobAndTheHouseIsStillBounded() throws Exception {
        String first = path(service.get("/extent?asOf=2020", "Prefer", "respond-async"));
        awaitBegun(1);
        CompletableFuture<HttpResponse<String>> small = CompletableFuture.supplyAsync(
                () -> service.get("/reach?origin=118.5,24.5&minutes=15&asOf=2020"));
        awaitInside(2);
        assertThat(service.get("/extent?asOf=2018", "Prefer", "respond-async").statusCode()).isEqualTo(202);
        assertThat(service.get("/extent?asOf=2017", "Prefer", "respond-async").statusCode()).isEqualTo(429);
        // who asks what is being answered needs no place
        assertThat(service.get("/extent?asOf=2020", "Prefer", "respond-async").statusCode()).isEqualTo(202);
        // it may have come to the one worker behind a piece or two of the jobs, but never behind a whole job
        while (!small.isDone()) {
            if (held.mayGo.hasQueuedThreads()) {
                held.mayGo.release();
            }
            TimeUnit.MILLISECONDS.sleep(250);
        }
        assertThat(small.get().statusCode()).isEqualTo(200);
        assertThat(tree(service.get(first)).get("status").asString()).isEqualTo("running");
    }

    @Test
    void aCancelledJobStopsWorkingUnlessAnotherWantsTheSame() throws Exception {
        String mine = path(service.get("/extent?asOf=2020", "Prefer", "respond-async"));
        String theirs = path(service.get("/extent?asOf=2020", "Prefer", "wait=0"));
        awaitBegun(1);
        assertThat(service.send("DELETE", mine, null).statusCode()).isEqualTo(204);
        assertThat(tree(service.get(mine)).get("status").asString()).isEqualTo("cancelled");
        held.mayGo.release();
        awaitBegun(2);
        assertThat(tree(service.get(theirs)).get("status").asString()).isEqualTo("running");
        assertThat(service.send("DELETE", theirs, null).statusCode()).isEqualTo(204);
        held.mayGo.release(ALL);
        awaitInside(0);
        assertThat(held.begun).hasValue(2);
        assertThat(service.send("DELETE", theirs, null).statusCode()).isEqualTo(204);
    }

    @Test
    void severalDatesAreOneJobWhoseAnswersAreGivenTogetherInTheFormAskedFor() throws Exception {
        String job = path(service.get("/extent?asOf=2019&asOf=2020&f=csv", "Prefer", "respond-async"));
        held.mayGo.release(HeldPieces.SIZE);
        awaitBegun(HeldPieces.SIZE + 1);
        assertThat(tree(service.get(job)).get("percent").intValue()).isEqualTo(49);
        held.mayGo.release(HeldPieces.SIZE);
        HttpResponse<String> answers = service.get(path(awaitEnd(job)));
        assertThat(answers.body().lines().map(line -> line.split(",")[0] + "," + line.split(",")[1]).toList())
                .containsExactly("as_of,pieces", "2019-12-31,10", "2020-12-31,10");
    }

    @Test
    void whatTurnsOutToBeNoQuestionEndsInAFailedJobThatSaysWhy() throws Exception {
        String job = path(service.get("/extent?asOf=1999", "Prefer", "respond-async"));
        held.mayGo.release(HeldPieces.SIZE);
        HttpResponse<String> failed = awaitEnd(job);
        assertThat(failed.statusCode()).isEqualTo(200);
        assertThat(tree(failed).get("status").asString()).isEqualTo("failed");
        assertThat(tree(failed).get("detail").asString()).contains("found out late");
        held.mayGo.release(HeldPieces.SIZE);
        assertThat(service.get("/extent?asOf=1999").statusCode()).isEqualTo(400);
    }

    @Test
    void anotherServiceOnTheStoreTellsHowFarAJobIsAndCancelsIt() throws Exception {
        String id = path(service.get("/extent?asOf=2020", "Prefer", "respond-async")).substring("/jobs/".length());
        held.mayGo.release(5);
        awaitBegun(6);
        try (Jobs another = new Jobs(service.world.desk, service.world.store.jobs())) {
            while (another.find(id).orElseThrow().percent() < 49) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            another.cancel(id);
        }
        assertThat(tree(service.get("/jobs/" + id)).get("status").asString()).isEqualTo("cancelled");
        // the service at work hears of it within a beat, and then a seventh piece is not begun
        while (service.jobs().working() > 0) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        held.mayGo.release(ALL);
        awaitInside(0);
        assertThat(held.begun).hasValue(6);
    }

    @Test
    void aJobWhoseServiceFellSilentHasFailed() {
        service.world.store.jobs().open("abandoned", "extent");
        assertThat(service.world.store.jobs().find("abandoned", Duration.ofMinutes(1)).orElseThrow().status()).isEqualTo(Job.Status.RUNNING);
        assertThat(service.world.store.jobs().find("abandoned", Duration.ofSeconds(-1)).orElseThrow().status()).isEqualTo(Job.Status.FAILED);
        JsonNode job = tree(service.get("/jobs/abandoned"));
        assertThat(job.get("status").asString()).isEqualTo("failed");
        assertThat(job.get("detail").asString()).contains("ask again");
    }

    @Test
    void aPageLooksAgainByItself() {
        HttpResponse<String> page = service.get("/extent?asOf=2020&f=html", "Prefer", "respond-async");
        assertThat(page.statusCode()).isEqualTo(202);
        assertThat(page.headers().firstValue("Refresh").orElseThrow()).endsWith(path(page));
        assertThat(page.body()).contains("<progress").contains("0 %");
        assertThat(service.get("/jobs/none").statusCode()).isEqualTo(404);
        assertThat(service.get(path(page) + "?x=1").statusCode()).isEqualTo(400);
    }

    private static JsonNode tree(HttpResponse<String> response) {
        return new ObjectMapper().readTree(response.body());
    }

    private static String path(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElseThrow().replaceFirst("http://[^/]+", "");
    }

    private HttpResponse<String> awaitEnd(String job) throws InterruptedException {
        HttpResponse<String> response = service.get(job);
        while (tree(response).get("status").asString().equals("running")) {
            TimeUnit.MILLISECONDS.sleep(250);
            response = service.get(job);
        }
        return response;
    }

    private void awaitBegun(int pieces) throws InterruptedException {
        while (held.begun.get() < pieces) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private void awaitInside(int count) throws InterruptedException {
        while (workers.inside() != count) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }
}
