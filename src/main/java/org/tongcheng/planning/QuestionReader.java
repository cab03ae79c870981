package org.tongcheng.planning;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.locationtech.jts.geom.LineString;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.catalog.Period;
import org.tongcheng.catalog.Scenario;
import org.tongcheng.geometry.Datum;

/**
 * Reads a question from names and texts, strictly: what is unknown, given twice, missing or no value of its form is refused
 * with {@link BadParameter}. The clock is read here alone, for the date that stands where none is given.
 *
 * <p>Threads: immutable.
 */
public final class QuestionReader {

    private final Supplier<List<String>> profiles;
    private final Clock clock;

    /** @param profiles the names of the profiles there are, as they are now */
    public QuestionReader(Supplier<List<String>> profiles, Clock clock) {
        this.profiles = profiles;
        this.clock = clock;
    }

    /** All parameters that a question takes, common ones first. */
    public List<Parameter<?>> parametersOf(PlanningQuestion question) {
        List<Parameter<?>> all = new ArrayList<>(CommonParameters.ALL);
        all.replaceAll(parameter -> parameter == CommonParameters.MINUTES ? question.minutes()
                : parameter == CommonParameters.SCENARIO ? CommonParameters.scenario(question.defaultScenario()) : parameter);
        all.add(profileOf(question));
        all.addAll(question.parameters());
        return all;
    }

    /**
     * One question for each as-of date, in the order given.
     *
     * @param given texts by parameter name, as many as were given
     * @param add   corridors of the asker's own, in the question's datum
     */
    public List<Asked> read(PlanningQuestion question, Map<String, List<String>> given, List<OwnCorridor> add) {
        List<Parameter<?>> parameters = parametersOf(question);
        refuseUnknown(given.keySet(), parameters);
        Map<String, List<?>> values = new LinkedHashMap<>();
        Map<String, List<String>> canonical = new LinkedHashMap<>();
        for (Parameter<?> parameter : parameters) {
            readOne(parameter, given.getOrDefault(parameter.name(), List.of()), values, canonical);
        }
        parameters.stream().filter(p -> p.needed() && !values.containsKey(p.name())).findFirst().ifPresent(p -> {
            throw new BadParameter(p.name(), null, p.form().allowed(), "is missing");
        });
        List<Asked> asked = new ArrayList<>();
        List<LocalDate> dates = dates(values);
        for (LocalDate date : dates) {
            if (!asked.isEmpty()) {
                question.comparison().ifPresent(p -> readFirst(p, dates.get(0), values, canonical));
            }
            if (question.dated() || values.containsKey(CommonParameters.AS_OF.name())) {
                canonical.put(CommonParameters.AS_OF.name(), List.of(date.toString()));
            }
            asked.add(new Asked(circumstances(date, values, add, question), inWgs84(values), canonical));
        }
        return asked;
    }

    private static void readFirst(
            Parameter<Period> comparison, LocalDate first, Map<String, List<?>> values, Map<String, List<String>> canonical) {
        if (!values.containsKey(comparison.name())) {
            readOne(comparison, List.of(first.toString()), values, canonical);
        }
    }

    /** Points are given in the question's datum; everything behind the reader is in the one of the records. */
    private static Map<String, List<?>> inWgs84(Map<String, List<?>> values) {
        Datum datum = Datum.find(new Asked(null, values, Map.of()).get(CommonParameters.DATUM)).orElseThrow();
        Map<String, List<?>> moved = new LinkedHashMap<>(values);
        moved.replaceAll((name, list) -> list.stream().map(value -> inWgs84(value, datum)).toList());
        return moved;
    }

    private static List<OwnCorridor> moved(List<OwnCorridor> add, Datum datum) {
        return add.stream().map(c -> c.withLine((LineString) datum.toWgs84(c.line()))).toList();
    }

    private static Object inWgs84(Object value, Datum datum) {
        return value instanceof InDatum given ? given.toWgs84(datum) : value;
    }

    private void refuseUnknown(Collection<String> names, List<Parameter<?>> parameters) {
        Set<String> known = new TreeSet<>();
        parameters.forEach(p -> known.add(p.name()));
        for (String name : names) {
            if (!known.contains(name)) {
                throw new BadParameter(name, null, String.join(", ", known), "no such parameter");
            }
        }
    }

    private static <T> void readOne(
            Parameter<T> parameter, List<String> texts, Map<String, List<?>> values, Map<String, List<String>> canonical) {
        List<T> read = texts.isEmpty() ? parameter.byDefault() : readAll(parameter, texts);
        if (read.isEmpty()) {
            return;
        }
        values.put(parameter.name(), read);
        canonical.put(parameter.name(), read.stream().map(parameter.form().writer()).toList());
    }

    private static <T> List<T> readAll(Parameter<T> parameter, List<String> texts) {
        Form<T> form = parameter.form();
        Collection<T> read = parameter.repeats() ? new ArrayList<>() : new LinkedHashSet<>();
        for (String text : texts) {
            String[] parts = form.commas() && parameter.most() > 1 ? text.split(",", -1) : new String[] {text};
            for (String part : parts) {
                if (!read.add(readPart(parameter, part))) {
                    throw new BadParameter(parameter.name(), part, form.allowed(), "'" + part + "' is given twice");
                }
            }
        }
        if (read.size() > parameter.most()) {
            String most = parameter.most() == 1 ? "one value" : "at most " + parameter.most() + " values";
            throw new BadParameter(parameter.name(), String.join(" ", texts), most, read.size() + " values are given");
        }
        return sorted(parameter, read);
    }

    private static <T> T readPart(Parameter<T> parameter, String part) {
        try {
            return parameter.form().reader().apply(part.strip());
        } catch (IllegalArgumentException e) {
            throw new BadParameter(parameter.name(), part, parameter.form().allowed(), e.getMessage());
        }
    }

    /** Budgets and corridors mean the same in any order; the order of everything else is the asker's. */
    private static <T> List<T> sorted(Parameter<T> parameter, Collection<T> values) {
        boolean unordered = parameter == (Object) CommonParameters.MINUTES
                || parameter == (Object) CommonParameters.WITH
                || parameter == (Object) CommonParameters.WITHOUT;
        return unordered ? values.stream().sorted().toList() : List.copyOf(values);
    }

    @SuppressWarnings("unchecked")
    private List<LocalDate> dates(Map<String, List<?>> values) {
        List<Period> periods = (List<Period>) values.getOrDefault(CommonParameters.AS_OF.name(), List.of());
        if (periods.isEmpty()) {
            return List.of(LocalDate.now(clock));
        }
        return periods.stream().map(Period::lastDay).distinct().toList();
    }

    private Circumstances circumstances(
            LocalDate date, Map<String, List<?>> values, List<OwnCorridor> add, PlanningQuestion question) {
        Asked plain = new Asked(null, values, Map.of());
        Instant recorded = plain.find(CommonParameters.RECORDED).orElse(null);
        if (recorded != null && recorded.isAfter(clock.instant())) {
            throw new BadParameter(CommonParameters.RECORDED.name(), recorded.toString(), Form.INSTANT.allowed(),
                    "what will be recorded then is not known yet");
        }
        return new Circumstances(
                new AsOf(date, Scenario.of(plain.get(CommonParameters.SCENARIO)),
                        plain.find(CommonParameters.HORIZON).orElse(null)),
                plain.all(CommonParameters.WITH),
                plain.all(CommonParameters.WITHOUT),
                moved(add, Datum.find(plain.get(CommonParameters.DATUM)).orElseThrow()),
                plain.get(profileOf(question)),
                plain.all(question.minutes()),
                recorded,
                plain.get(CommonParameters.EXPLAIN).equals("full"));
    }

    private Parameter<String> profileOf(PlanningQuestion question) {
        return CommonParameters.profile(profiles.get(), question.defaultProfile());
    }
}
