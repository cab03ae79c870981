package org.tongcheng.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of design.md, Two time axes, one by one. */
class ExistenceRuleTest {

    private static final LocalDate DOCUMENT = LocalDate.of(2011, 8, 19);
    private static final LocalDate BASE = LocalDate.of(2026, 11, 1);

    private static final CollectionDeclaration CORRIDORS = declaration(
            "corridors", "opened", "closed", "planned_opening", "status_at_doc", "document", "corridor_id");
    private static final CollectionDeclaration STOPS = declaration("stops", "corridor_id", "opened", "document");
    private static final CollectionDeclaration PROJECTS =
            declaration("projects", "corridor_id", "status_at_doc", "target_year", "document");

    private final Existence line = new Existence(false, day("2014-12-31"), day("2020-06-30"), day("2014-12-31"), false,
            DOCUMENT, Status.PLANNED, 2013);

    private final ExistenceRule rule = new ExistenceRule(
            id -> Optional.ofNullable(Map.of("plan", DOCUMENT, "base", BASE, "later", DOCUMENT.plusYears(3)).get(id)),
            id -> id.equals("line") ? Optional.of(line) : Optional.empty());

    private static CollectionDeclaration declaration(String id, String... properties) {
        List<PropertyDeclaration> declared = Stream.of(properties)
                .map(name -> new PropertyDeclaration(name, PropertyType.STRING, Text.of(name), null, null, List.of(), true, false, null, null))
                .toList();
        return new CollectionDeclaration(id, Text.of(id), null, GeometryKind.ANY, declared, true);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private Existence of(CollectionDeclaration declaration, Object... namesAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return rule.of(declaration, new Feature("f", null, values));
    }

    @Test
    void withoutAPeriodItAlwaysExists() {
        assertThat(of(declaration("units", "name", "document", "corridor_id"), "document", "plan", "corridor_id", "line"))
                .isEqualTo(Existence.ALWAYS);
    }

    @Test
    void aYearAndAMonthStandForTheirLastDay() {
        assertThat(of(CORRIDORS, "opened", "2013").opened()).isEqualTo("2013-12-31");
        assertThat(of(CORRIDORS, "opened", 2013L).opened()).isEqualTo("2013-12-31");
        assertThat(of(CORRIDORS, "opened", "2012-02").opened()).isEqualTo("2012-02-29");
        assertThat(of(CORRIDORS, "opened", "2012-02-03").builtFrom()).isEqualTo("2012-02-03");
        assertThat(of(CORRIDORS, "opened", "2012", "closed", "2015").closed()).isEqualTo("2015-12-31");
        assertThat(of(CORRIDORS, "opened", "soon").builtFrom()).isNull();
    }

    @Test
    void openWithoutAYearIsBuiltFromTheDocumentsDateAndAssumed() {
        Existence open = of(CORRIDORS, "status_at_doc", "open", "document", "plan");
        assertThat(open.builtFrom()).isEqualTo(DOCUMENT);
        assertThat(open.assumed()).isTrue();
        assertThat(open.opened()).isNull();
        Existence stated = of(CORRIDORS, "status_at_doc", "open", "document", "plan", "opened", "2014");
        assertThat(stated.builtFrom()).isEqualTo("2014-12-31");
        assertThat(stated.assumed()).isFalse();
        assertThat(of(CORRIDORS, "status_at_doc", "planned", "document", "plan").builtFrom()).isNull();
        assertThat(of(CORRIDORS, "status_at_doc", "open", "document", "undated").builtFrom()).isNull();
    }

    @Test
    void theBaseIsBuiltButNeverKnownAsPlanned() {
        Existence base = of(CORRIDORS, "status_at_doc", "open", "document", "base");
        assertThat(base.knownFrom()).isNull();
        assertThat(base.builtFrom()).isEqualTo(BASE);
        assertThat(of(CORRIDORS, "document", "plan").knownFrom()).isEqualTo(DOCUMENT);
    }

    @Test
    void dueByThePlannedOpeningElseTheTargetYear() {
        assertThat(of(CORRIDORS, "planned_opening", "2015-06").dueYear()).isEqualTo(2015);
        assertThat(of(PROJECTS, "target_year", 2020L).dueYear()).isEqualTo(2020);
        assertThat(of(CORRIDORS, "opened", "2014").dueYear()).isNull();
    }

    @Test
    void aProjectHasItsCorridorsPeriodAndItsOwnDocument() {
        assertThat(of(PROJECTS, "corridor_id", "line", "document", "later", "status_at_doc", "under-construction", "target_year", 2030L))
                .isEqualTo(new Existence(false, line.opened(), line.closed(), line.builtFrom(), false,
                        DOCUMENT.plusYears(3), Status.UNDER_CONSTRUCTION, 2013));
        assertThat(of(PROJECTS, "corridor_id", "unknown", "document", "plan", "status_at_doc", "planned", "target_year", 2030L))
                .isEqualTo(new Existence(false, null, null, null, false, DOCUMENT, Status.PLANNED, 2030));
    }

    @Test
    void aStopHasItsLinesExistenceButForAYearOfItsOwn() {
        assertThat(of(STOPS, "corridor_id", "line")).isEqualTo(line);
        assertThat(of(STOPS, "corridor_id", "line", "opened", "2018")).isEqualTo(new Existence(false, day("2018-12-31"),
                line.closed(), day("2018-12-31"), false, DOCUMENT, Status.PLANNED, 2013));
    }

    @Test
    void aCorridorNeverTakesItsPeriodFromACorridor() {
        assertThat(of(CORRIDORS, "corridor_id", "line").builtFrom()).isNull();
    }
}
