package org.tongcheng.web.planning;

import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.tongcheng.catalog.Text;
import org.tongcheng.network.Profile;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.Citation;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.Unit;

/**
 * What pages and tables say beside an answer: worked out for whoever asks for it, since most take the JSON alone. Records are not held
 * for it; those that have gone are read again. Threads: safe for many.
 */
final class Aside {

    private final Text title;
    private final String id;
    private final Answer answer;
    private final Profile profile;
    private final Instant moment;
    private final Function<Instant, Records> reading;
    private final WeakReference<Records> records;
    private volatile Text citation;

    /**
     * @param title   of the question
     * @param id      of the answer
     * @param profile that was travelled by; null where nobody travels
     * @param records that it was answered from
     * @param reading has those of a moment read again
     */
    Aside(Text title, String id, Answer answer, Profile profile, Records records, Function<Instant, Records> reading) {
        this.title = title;
        this.id = id;
        this.answer = answer;
        this.profile = profile;
        this.moment = records.moment();
        this.reading = reading;
        this.records = new WeakReference<>(records);
    }

    /** One paragraph by which the answer can be cited. */
    Text citation() {
        Text made = citation;
        if (made == null) {
            made = Citation.of(title, id, answer, records(), profile);
            citation = made;
        }
        return made;
    }

    /** The units around what of the answer is drawn. */
    List<Unit> ground() {
        return AnswerMap.ground(answer, records());
    }

    private Records records() {
        Records held = records.get();
        return held == null ? reading.apply(moment) : held;
    }
}
