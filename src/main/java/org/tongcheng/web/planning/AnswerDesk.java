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
import java.util.function.Supplier;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Datum;
import org.tongcheng.network.Profile;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.BadParameter;
import org.tongcheng.planning.CommonParameters;
import org.tongcheng.planning.LongQuestion;
import org.tongcheng.planning.OwnCorridor;
import org.tongcheng.planning.Parameter;
import org.tongcheng.planning.Pieces;
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
    /** About what a citation takes that is asked for later. */
    private static final int CITATION_BYTES = 8192;
    private static final String UNNAMED = "0".repeat(32);

    private final FeatureStore store;
    private final PlanningFeatures features;
    private final QuestionReader reader;
    private final Map<String, PlanningQuestion> questions = new LinkedHashMap<>();
    private final Workers workers;
    private final Supplier<List<Profile>> profiles;
    private final Cache<Key, Given> answered = Caffeine.newBuilder()
            .maximumWeight(MOST_KEPT_BYTES)
            .weigher((Key key, Given given) -> weight(key, given))
            .build();

    /** The last few answers however large they are, for whoever comes for what took long; given up where memory is short. */
    private final Cache<Key, Given> latest = Caffeine.newBuilder().maximumSize(4).softValues().build();

    /** What an answer follows from beside the streets. */
    private record Key(String question, Instant moment) {}

    /**
     * @param workers  who work the questions out
     * @param profiles those there are, whose numbers are cited
     */
    public AnswerDesk(FeatureStore store, PlanningFeatures features, QuestionReader reader, List<PlanningQuestion> questions,
            Workers workers, Supplier<List<Profile>> profiles) {
        this.store = store;
        this.features = features;
        this.reader = reader;
        this.workers = workers;
        this.profiles = profiles;
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
     * Reads a question, one answer for each as-of date. Throws {@link BadParameter}.
     *
     * @param texts parameters by name
     * @param add   corridors of the asker's own, in the question's datum
     */
    public Enquiry read(PlanningQuestion question, Map<String, List<String>> texts, List<OwnCorridor> add) {
        List<Enquiry.Part> parts = new ArrayList<>();
        for (Asked asked : reader.read(question, texts, add)) {
            Records records = features.at(asked.circumstances().recorded());
            refuseUnknownCorridors(asked, records);
            parts.add(new Enquiry.Part(question, asked, records, QuestionJson.canonical(question.name(), asked, add), null));
        }
        return new Enquiry(parts);
    }

    /**
     * Reads the question whose answer was given under this id; empty where none was. Throws {@link Gone} where it can no longer be
     * answered, because profiles or this program have changed since.
     */
    public Optional<Enquiry> readAgain(String answerId) {
        Optional<String> text = store.findQuestion(answerId);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        QuestionJson.Kept kept = QuestionJson.readKept(text.get());
        PlanningQuestion question = findQuestion(kept.question()).orElseThrow(() -> new Gone(answerId));
        try {
            Asked asked = reader.read(question, kept.texts().texts(), kept.texts().add()).get(0);
            Records records = features.at(Instant.parse(kept.moment()));
            refuseUnknownCorridors(asked, records);
            String canonical = QuestionJson.canonical(question.name(), asked, kept.texts().add());
            return Optional.of(new Enquiry(List.of(new Enquiry.Part(question, asked, records, canonical, answerId))));
        } catch (BadParameter e) {
            throw new Gone(answerId);
        }
    }

    /** The answers where all of them are at hand. */
    public Optional<List<Given>> findReady(Enquiry enquiry) {
        List<Given> given = new ArrayList<>();
        for (Enquiry.Part part : enquiry.parts()) {
            Given ready = find(key(part));
            if (ready == null) {
                return Optional.empty();
            }
            given.add(expected(part, ready));
        }
        return Optional.of(given);
    }

    /**
     * Answers. Throws {@link BadParameter} and, where an answer that was given can no longer be computed to the same bytes,
     * {@link Gone}.
     */
    List<Given> answer(Enquiry enquiry, Pieces pieces) {
        List<Given> given = new ArrayList<>();
        int count = enquiry.parts().size();
        for (Enquiry.Part part : enquiry.parts()) {
            int before = given.size();
            given.add(answer(part, new PartOfPieces(pieces, before, count)));
            pieces.progress((before + 1.0) / count);
        }
        return given;
    }

    /** Reads and answers while the caller waits; throws {@link Busy} too, where too many others are waiting. */
    public List<Given> ask(PlanningQuestion question, Map<String, List<String>> texts, List<OwnCorridor> add) {
        return wait(read(question, texts, add));
    }

    /** The answer that was given under this id, byte for byte, while the caller waits; empty where none was; see {@link #readAgain}. */
    public Optional<Given> again(String answerId) {
        return readAgain(answerId).map(enquiry -> wait(enquiry).get(0));
    }

    private List<Given> wait(Enquiry enquiry) {
        return findReady(enquiry).orElseGet(() -> {
            Task task = task(enquiry);
            task.run();
            return task.await(0).orElseThrow();
        });
    }

    /** Has an enquiry answered; throws {@link Busy} where too many others are waiting. */
    Task task(Enquiry enquiry) {
        return new Task(enquiry, this, workers.admit());
    }

    /** The answers ready to be written. */
    public AnswerBytes bytes(List<Given> given) {
        return new AnswerBytes(given, workers);
    }

    /** Corridors of the asker's own out of GeoJSON; throws {@link BadParameter} that says what is wrong with which. */
    public static List<OwnCorridor> corridors(byte[] geoJson) {
        return QuestionJson.readCorridors(geoJson);
    }

    private Given answer(Enquiry.Part part, Pieces pieces) {
        Given given = find(key(part));
        if (given == null) {
            given = part.question() instanceof LongQuestion question
                    ? written(part, question.answer(part.asked(), part.records(), pieces), pieces)
                    : pieces.one(() -> given(part, part.question().answer(part.asked(), part.records())));
            if (!(given.answer() instanceof Answer.Times)) {
                answered.put(key(part), given);
                latest.put(key(part), given);
            }
        }
        return expected(part, given);
    }

    private Given written(Enquiry.Part part, Answer answer, Pieces pieces) {
        return pieces.one(() -> given(part, answer));
    }

    /** Null where it must be worked out. */
    private Given find(Key key) {
        Given given = answered.getIfPresent(key);
        return given != null ? given : latest.getIfPresent(key);
    }

    private static Key key(Enquiry.Part part) {
        return new Key(part.canonical(), part.records().moment());
    }

    private static Given expected(Enquiry.Part part, Given given) {
        if (part.expected() != null && !part.expected().equals(given.id())) {
            throw new Gone(part.expected());
        }
        return given;
    }

    private Given given(Enquiry.Part part, Answer answer) {
        String question = part.question().name();
        Datum datum = Datum.find(part.asked().get(CommonParameters.DATUM)).orElseThrow();
        byte[] unnamed = AnswerJson.write(UNNAMED, question, answer, datum);
        String id = Used.digest(part.canonical() + "\n" + new String(unnamed, StandardCharsets.UTF_8));
        keep(id, part.canonical(), part.records());
        Text title = part.question().title();
        Aside aside = new Aside(title, id, answer, profile(answer), part.records(), features::at);
        return new Given(id, question, title, answer, aside, datum, AnswerJson.write(id, question, answer, datum));
    }

    private Profile profile(Answer answer) {
        return profiles.get().stream().filter(p -> p.id().equals(answer.header().profile())).findFirst().orElse(null);
    }

    private static int weight(Key key, Given given) {
        return 3 * given.json().length + 2 * key.question().length() + given.answer().header().used().lines().length() + CITATION_BYTES;
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

    /** The work on one of several answers. */
    private record PartOfPieces(Pieces all, int before, int count) implements Pieces {

        @Override
        public <T> List<T> work(List<Supplier<T>> pieces) {
            return all.work(pieces);
        }

        @Override
        public void progress(double share) {
            all.progress((before + share) / count);
        }
    }
}
