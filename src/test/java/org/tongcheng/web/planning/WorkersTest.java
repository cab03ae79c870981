package org.tongcheng.web.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkersTest {

    private final Workers workers = new Workers(1, 5);
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch held = new CountDownLatch(1);

    @AfterEach
    void close() {
        held.countDown();
        workers.close();
    }

    @Test
    void theFirstPieceOfAnErrandGoesBeforeFurtherPiecesOfOthers() throws Exception {
        try (Workers.Errand big = workers.admit(); Workers.Errand small = workers.admit()) {
            Future<?> first = big.start(this::hold);
            Future<?> second = big.start(() -> done.add("big 2"));
            Future<?> third = big.start(() -> done.add("big 3"));
            Future<?> quick = small.start(() -> done.add("small"));
            held.countDown();
            for (Future<?> piece : List.of(first, second, third, quick)) {
                piece.get();
            }
        }
        assertThat(done).containsExactly("small", "big 2", "big 3");
    }

    @Test
    void afterThreeFirstPiecesABigErrandHasItsTurn() throws Exception {
        List<Workers.Errand> small = new ArrayList<>();
        try (Workers.Errand big = workers.admit()) {
            List<Future<?>> pieces = new ArrayList<>(List.of(big.start(this::hold), big.start(() -> done.add("big"))));
            for (int i = 1; i <= 5; i++) {
                String name = "small " + i;
                small.add(workers.admit());
                pieces.add(small.get(i - 1).start(() -> done.add(name)));
            }
            held.countDown();
            for (Future<?> piece : pieces) {
                piece.get();
            }
        }
        small.forEach(Workers.Errand::close);
        assertThat(done).containsExactly("small 1", "small 2", "small 3", "big", "small 4", "small 5");
        assertThat(workers.inside()).isZero();
    }

    @Test
    void noMoreAreWorkedOnAtOnceThanThereAreWorkers() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (Workers three = new Workers(3, 0); Workers.Errand errand = three.admit()) {
            List<Future<Integer>> pieces = new ArrayList<>();
            CountDownLatch allIn = new CountDownLatch(3);
            for (int i = 0; i < 200; i++) {
                pieces.add(errand.start(() -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    allIn.countDown();
                    allIn.await();
                    Thread.yield();
                    return now.decrementAndGet();
                }));
            }
            for (Future<Integer> piece : pieces) {
                piece.get();
            }
        }
        assertThat(most).hasValue(3);
    }

    @Test
    void whoComesWhenTheHouseIsFullIsTurnedAwayUntilOneHasLeft() {
        List<Workers.Errand> inside = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            inside.add(workers.admit());
        }
        assertThatThrownBy(workers::admit).isInstanceOfSatisfying(Busy.class, e -> assertThat(e.retryAfterSeconds()).isPositive());
        inside.get(3).close();
        inside.get(3).close();
        inside.set(3, workers.admit());
        assertThatThrownBy(workers::admit).isInstanceOf(Busy.class);
        inside.forEach(Workers.Errand::close);
        assertThat(workers.run(() -> 7)).isEqualTo(7);
    }

    @Test
    void whatFailsComesOutAsItWasAndItsPlaceIsFree() throws Exception {
        IllegalStateException mine = new IllegalStateException("mine");
        assertThatThrownBy(() -> workers.run(() -> {
            throw mine;
        })).isSameAs(mine);
        assertThatThrownBy(() -> workers.run(() -> {
            throw new StackOverflowError();
        })).isInstanceOf(StackOverflowError.class);
        assertThat(workers.run(() -> 7)).isEqualTo(7);
        awaitIdle();
        assertThat(workers.inside()).isZero();
    }

    @Test
    void whatNobodyWantsAnyMoreIsNotBegun() throws Exception {
        Workers.Errand left = workers.admit();
        Future<?> running = left.start(this::hold);
        Future<?> waiting = left.start(() -> done.add("unwanted"));
        left.close();
        assertThat(workers.inside()).isZero();
        held.countDown();
        assertThat(workers.run(() -> 7)).isEqualTo(7);
        assertThatThrownBy(waiting::get).isInstanceOf(CancellationException.class);
        assertThat(running.isDone()).isTrue();
        assertThatThrownBy(() -> left.start(() -> 1)).isInstanceOf(IllegalStateException.class);
        awaitIdle();
        assertThat(done).isEmpty();
    }

    /** The place is given back just after the result is out. */
    private void awaitIdle() throws InterruptedException {
        while (workers.working() > 0) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private Void hold() throws InterruptedException {
        held.await();
        return null;
    }
}
