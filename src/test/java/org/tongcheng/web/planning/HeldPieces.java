package org.tongcheng.web.planning;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Datum;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.AnswerFeature;
import org.tongcheng.planning.AnswerHeader;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.BadParameter;
import org.tongcheng.planning.LongQuestion;
import org.tongcheng.planning.Parameter;
import org.tongcheng.planning.Pieces;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.StreetsUsed;
import org.tongcheng.planning.Table;
import org.tongcheng.planning.Used;

/** A question under the name of extent, of ten pieces of which a test lets one after the other go. */
final class HeldPieces implements LongQuestion {

    static final int SIZE = 10;

    final Semaphore mayGo = new Semaphore(0);
    final AtomicInteger begun = new AtomicInteger();
    final AtomicInteger asked = new AtomicInteger();

    private record Held(AnswerHeader header, int pieces) implements Answer {

        @Override
        public Table table(Datum datum) {
            return new Table(List.of("pieces"), List.of(List.of(pieces)));
        }

        @Override
        public List<AnswerFeature> drawn() {
            return List.of();
        }
    }

    @Override
    public String name() {
        return "extent";
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
    public Answer answer(Asked question, Records records, Pieces pieces) {
        asked.incrementAndGet();
        for (int i = 0; i < SIZE; i++) {
            pieces.one(this::hold);
            pieces.progress((i + 1.0) / SIZE);
        }
        if (question.circumstances().asOf().date().getYear() == 1999) {
            throw new BadParameter("asOf", "1999", "another year", "found out late");
        }
        return new Held(new AnswerHeader(question.circumstances().asOf().date(), "built", null, Text.of("held"), StreetsUsed.NONE,
                new Used.Gathering().used(false), List.of(), List.of()), SIZE);
    }

    private int hold() {
        begun.incrementAndGet();
        mayGo.acquireUninterruptibly();
        return 1;
    }
}
