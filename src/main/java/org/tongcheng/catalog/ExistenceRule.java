package org.tongcheng.catalog;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/**
 * Derives when a feature is there and since when it is known (design.md, Two time axes).
 *
 * <p>A collection without {@code opened} or {@code status_at_doc} has no period: its features exist at every date. In all
 * others:
 *
 * <ul>
 *   <li>a year or a month stands for its last day;
 *   <li>a feature that its document calls open without a year is built from the document's date on, and that is assumed;
 *   <li>a feature with a {@code corridor_id} and no year of its own has the period of that corridor; an own {@code opened}
 *       (a stop that was added to its line later) stands before the corridor's;
 *   <li>it is known from the date of its own document, else of its corridor's; {@code base} plans nothing;
 *   <li>it is due by the year of {@code planned_opening}, else by {@code target_year}.
 * </ul>
 *
 * A value that is no period (a user's collection may give these names another type) counts as none. Threads: as safe as the
 * two look-ups.
 */
public final class ExistenceRule {

    /** The collection whose features are the documents that others name. */
    public static final String DOCUMENTS = "documents";

    /** The collection whose features {@code corridor_id} names. */
    public static final String CORRIDORS = "corridors";

    /** Property that names the document a fact stands in. */
    public static final String DOCUMENT = "document";

    /** Property that names the corridor whose period a feature has. */
    public static final String CORRIDOR = "corridor_id";

    /** Property of a document that holds its date. */
    public static final String DATE = "date";

    /** The document that stands for what exists outside any plan. */
    public static final String BASE = "base";

    private final Function<String, Optional<LocalDate>> documentDate;
    private final Function<String, Optional<Existence>> corridor;

    /**
     * @param documentDate date of the document of that id; empty where it is unknown or undated
     * @param corridor     existence of the corridor of that id; empty where it is unknown
     */
    public ExistenceRule(Function<String, Optional<LocalDate>> documentDate, Function<String, Optional<Existence>> corridor) {
        this.documentDate = documentDate;
        this.corridor = corridor;
    }

    public Existence of(CollectionDeclaration declaration, Feature feature) {
        if (!declaration.hasPeriod()) {
            return Existence.ALWAYS;
        }
        String corridorId = feature.text(CORRIDOR);
        Optional<Existence> line = corridorId == null || declaration.id().equals(CORRIDORS)
                ? Optional.empty()
                : corridor.apply(corridorId);
        return line.map(existence -> along(existence, feature)).orElseGet(() -> alone(feature));
    }

    /** The last day of the period that a document's feature states as its date. */
    public static Optional<LocalDate> dateOf(Feature document) {
        return Optional.ofNullable(day(document, DATE));
    }

    private Existence alone(Feature feature) {
        LocalDate opened = day(feature, "opened");
        Status status = Status.of(feature.text("status_at_doc"));
        LocalDate documented = documented(feature);
        boolean assumed = opened == null && status == Status.OPEN && documented != null;
        return new Existence(
                false, opened, day(feature, "closed"), assumed ? documented : opened, assumed, knownFrom(feature), status, dueYear(feature));
    }

    private Existence along(Existence line, Feature feature) {
        LocalDate opened = day(feature, "opened");
        LocalDate closed = day(feature, "closed");
        boolean own = opened != null;
        LocalDate known = knownFrom(feature);
        Status status = Status.of(feature.text("status_at_doc"));
        return new Existence(
                false,
                own ? opened : line.opened(),
                closed == null ? line.closed() : closed,
                own ? opened : line.builtFrom(),
                !own && line.assumed(),
                known == null ? line.knownFrom() : known,
                status == Status.UNKNOWN ? line.status() : status,
                line.dueYear());
    }

    private LocalDate documented(Feature feature) {
        String document = feature.text(DOCUMENT);
        return document == null ? null : documentDate.apply(document).orElse(null);
    }

    private LocalDate knownFrom(Feature feature) {
        return BASE.equals(feature.text(DOCUMENT)) ? null : documented(feature);
    }

    private static Integer dueYear(Feature feature) {
        LocalDate planned = day(feature, "planned_opening");
        LocalDate due = planned == null ? day(feature, "target_year") : planned;
        return due == null ? null : due.getYear();
    }

    private static LocalDate day(Feature feature, String property) {
        String text = feature.text(property);
        try {
            return text == null ? null : Period.of(text).lastDay();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
