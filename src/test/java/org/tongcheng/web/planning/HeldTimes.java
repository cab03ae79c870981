package org.tongcheng.web.planning;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.tongcheng.catalog.Text;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.AnswerHeader;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.Parameter;
import org.tongcheng.planning.PlanningQuestion;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.StreetsUsed;
import org.tongcheng.planning.TimeMatrix;
import org.tongcheng.planning.Used;

/** A question under the name of travel times, two thousand by two thousand, of which a test lets one block after the other go. */
final class HeldTimes implements PlanningQuestion {

    static final int SIZE = 2000;

    final Semaphore mayGo = new Semaphore(0);
    final AtomicInteger rowsBegun = new AtomicInteger();
    final Semaphore blocksBegun = new Semaphore(0);

    private record Held(AnswerHeader header, TimeMatrix seconds) implements Answer.Times {}

    @Override
    public String name() {
        return "travel-times";
    }

    @Override
    public Text title() {
        return Text.of("Held");
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of();
    }

    @Override
    public Answer answer(Asked asked, Records records) {
        LocalDate date = asked.circumstances().asOf().date();
        return new Held(new AnswerHeader(date, "built", "drive", Text.of("held"), StreetsUsed.NONE,
                new Used.Gathering().used(false), List.of(), List.of()), new Matrix());
    }

    private final class Matrix implements TimeMatrix {

        private final List<String> names = Collections.nCopies(SIZE, "x");

        @Override
        public List<String> origins() {
            return names;
        }

        @Override
        public List<String> destinations() {
            return names;
        }

        @Override
        public int[][] rows(int first, int count) {
            rowsBegun.addAndGet(count);
            blocksBegun.release();
            mayGo.acquireUninterruptibly();
            return new int[count][SIZE];
        }
    }
}
