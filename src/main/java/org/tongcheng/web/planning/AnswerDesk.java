package org.tongcheng.web.planning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.geometry.Datum;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.BadParameter;
import org.tongcheng.planning.CommonParameters;
import org.tongcheng.planning.OwnCorridor;
import org.tongcheng.planning.Parameter;
import org.tongcheng.planning.PlanningFeatures;
import org.tongcheng.planning.PlanningQuestion;
import org.tongcheng.planning.QuestionReader;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.Used;

/**
 * Where questions are handed in and answers handed out. Reads the question, answers it from the records it asks for, names the
 * answer by a digest of question and answer, and keeps the question so that the answer can be given again.
 *
 * <p>Answers are kept in memory by question and moment of the records, but for those that are computed while they are written.
 * Questions are worked out by {@link Workers}, so that small ones are not starved by big ones. Threads: safe for many.
 */
public final class AnswerDesk {

    private static final long MOST_KEPT_BYTES = 24L << 20;
    private static final String UNNAMED = "0".repeat(32);

    private final FeatureStore store;
    private final PlanningFeatures features;
    private final QuestionReader reader;
    private final Map<String, PlanningQuestion> questions = new LinkedHashMap<>();
    private final Workers workers;
    private final Cache<Key, Given> answered = Caffeine.newBuilder()
            .maximumWeight(MOST_KEPT_BYTES)
            .weigher((Key key, Given given) -> 3 * given.json().length + 2 * key.question().length())
            .build();

    /** What an answer follows from beside the streets. */
    private record Key(String question, Instant moment) {}

    /** @param workers who work the questions out */
    public AnswerDesk(FeatureStore store, PlanningFeatures features, QuestionReader reader, List<PlanningQuestion> questions,
            Workers workers) {
        this.store = store;
        this.features = features;
        this.reader = reader;
        this.workers = workers;
        questions.forEach(q -> this.questions.put(q.name(), q));
    }

    /** The names of the questions that can be asked. */
    public List<String> names() {
        return List.copyOf(questions.keySet());
    }

    public Optional<PlanningQuestion> findQuestion(String name) {
        return Optional.ofNullable(questions.get(name));
    }

    /** All parameters that the question takes. */
    public List<Parameter<?>> parametersOf(PlanningQuestion question) {
        return reader.parametersOf(question);
    }

    /**
     * One answer for each as-of date. Throws {@link BadParameter}, and {@link Busy} where too many others are waiting.
     *
     * @param texts parameters by name
     * @param add   corridors of the asker's own, in the question's datum
     */
    public List<Given> ask(PlanningQuestion question, Map<String, List<String>> texts, List<OwnCorridor> add) {
        List<Given> given = new ArrayList<>();
        for (Asked asked : reader.read(question, texts, add)) {
            Records records = features.at(asked.circumstances().recorded());
            String canonical = QuestionJson.canonical(question.name(), asked, add);
            given.add(answer(question, asked, records, canonical));
        }
        return given;
    }

    /**
     * The answer that was given under this id, byte for byte; empty where none was. Throws {@link Gone} where it can no longer
     * be computed, because streets, profiles or this program have changed since.
     */
    public Optional<Given> again(String answerId) {
        Optional<String> text = store.findQuestion(answerId);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        QuestionJson.Kept kept = QuestionJson.readKept(text.get());
        PlanningQuestion question = findQuestion(kept.question()).orElseThrow(() -> new Gone(answerId));
        Given given;
        try {
            Asked asked = reader.read(question, kept.texts().texts(), kept.texts().add()).get(0);
            Records records = features.at(Instant.parse(kept.moment()));
            given = answer(question, asked, records, QuestionJson.canonical(question.name(), asked, kept.texts().add()));
        } catch (BadParameter e) {
            throw new Gone(answerId);
        }
        if (!given.id().equals(answerId)) {
            throw new Gone(answerId);
        }
        return Optional.of(given);
    }

    /** The answers ready to be written. */
    public AnswerBytes bytes(List<Given> given) {
        return new AnswerBytes(given, workers);
    }

    /** Corridors of the asker's own out of GeoJSON; throws {@link BadParameter} that says what is wrong with which. */
    public static List<OwnCorridor> corridors(byte[] geoJson) {
        return QuestionJson.readCorridors(geoJson);
    }

    private Given answer(PlanningQuestion question, Asked asked, Records records, String canonical) {
        refuseUnknownCorridors(asked, records);
        Key key = new Key(canonical, records.moment());
        Given given = answered.getIfPresent(key);
        if (given == null) {
            given = workers.run(() -> work(question, asked, records, canonical));
            if (!(given.answer() instanceof Answer.Times)) {
                answered.put(key, given);
            }
        }
        return given;
    }

    private Given work(PlanningQuestion question, Asked asked, Records records, String canonical) {
        Answer answer = question.answer(asked, records);
        Datum datum = Datum.find(asked.get(CommonParameters.DATUM)).orElseThrow();
        byte[] unnamed = AnswerJson.write(UNNAMED, question.name(), answer, datum);
        String id = Used.digest(canonical + "\n" + new String(unnamed, StandardCharsets.UTF_8));
        keep(id, canonical, records);
        return new Given(id, question.name(), question.title(), answer, datum,
                AnswerJson.write(id, question.name(), answer, datum));
    }

    private void keep(String id, String canonical, Records records) {
        if (store.findQuestion(id).isEmpty()) {
            store.keepQuestion(id, QuestionJson.kept(canonical, records.moment().toString()));
        }
    }

    private static void refuseUnknownCorridors(Asked asked, Records records) {
        for (Parameter<String> parameter : List.of(CommonParameters.WITH, CommonParameters.WITHOUT)) {
            for (String id : asked.all(parameter)) {
                if (records.findCorridor(id).isEmpty() && asked.circumstances().add().stream().noneMatch(c -> c.id().equals(id))) {
                    throw new BadParameter(parameter.name(), id, "ids of corridors", "there is no corridor '" + id + "'");
                }
            }
        }
        for (OwnCorridor corridor : asked.circumstances().add()) {
            if (records.findCorridor(corridor.id()).isPresent()) {
                throw new BadParameter("add", corridor.id(), "an id that no corridor has",
                        "there is a corridor '" + corridor.id() + "' in the catalogue");
            }
        }
    }
}
