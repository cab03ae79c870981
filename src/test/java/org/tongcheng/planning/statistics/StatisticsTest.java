package org.tongcheng.planning.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.PropertyDeclaration;
import org.tongcheng.catalog.PropertyType;
import org.tongcheng.catalog.Text;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.BadParameter;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.TestRecords;

/** A prefecture 1 with its counties 11 and 12, a prefecture 2 twice as wide, and a prefecture 3 of which nothing is known. */
class StatisticsTest {

    private static final Records RECORDS = new TestRecords()
            .declare(declaration(Collections.UNITS, property("population_2010", "sum"), property("population_2020", "sum"),
                    property("area_official_km2", "sum"), property("density", "mean-by-area"), property("income", "mean-by-people"),
                    property("rank", "none"), property("accuracy_m", null)))
            .declare(declaration("yearbook", row("unit", PropertyType.STRING, Collections.UNITS), row("year", PropertyType.PERIOD, null),
                    property("gdp", "sum")))
            .unit("1", TestRecords.box(0, 0, 1, 1), "level", "prefecture", "partitioned", true, "population_2010", 7L,
                    "population_2020", 10L, "density", 30.0, "income", 10.0, "rank", 1L)
            .unit("11", TestRecords.box(0, 0, 0.5, 1), "level", "county", "parent_adcode", "1", "population_2020", 4L,
                    "area_official_km2", 0.1, "income", 5.0)
            .unit("12", TestRecords.box(0.5, 0, 1, 1), "level", "county", "parent_adcode", "1", "population_2020", 6L,
                    "area_official_km2", 0.2)
            .unit("2", TestRecords.box(1, 0, 3, 1), "level", "prefecture", "population_2020", 30L, "area_official_km2", 0.3, "density", 60.0,
                    "income", 20.0, "rank", 2L)
            .unit("3", TestRecords.box(3, 0, 4, 1), "level", "prefecture")
            .area("both", null, List.of(TestRecords.member("1", "whole"), TestRecords.member("2", "whole"), TestRecords.member("11", "whole")))
            .area("partly", null, List.of(TestRecords.member("2", "partial/unspecified")))
            .area("more", null, List.of(TestRecords.member("1", "whole"), TestRecords.member("3", "whole"), TestRecords.member("9", "whole")))
            .area("all", null, List.of(TestRecords.member("2", "partial/unspecified"), TestRecords.member("3", "whole")))
            .area("inner", null, List.of(TestRecords.member("3", "whole"), within("11", "3")))
            .with(Collections.DOCUMENTS, "early", null, "date", "2015-01-01")
            .with(Collections.DOCUMENTS, "late", null, "date", "2024-01-01")
            .with(Collections.INDICATORS, "s1", null, "area_id", "both", "indicator", "people", "value", 99.0, "document", "early")
            .with(Collections.INDICATORS, "s2", null, "area_id", "both", "indicator", "people", "value", 98.0, "document", "late")
            .with("yearbook", "a", null, "unit", "1", "year", "2019", "gdp", 1L)
            .with("yearbook", "b", null, "unit", "2", "year", "2019", "gdp", 2L)
            .with("yearbook", "c", null, "unit", "1", "year", "2023", "gdp", 3L)
            .with("yearbook", "d", null, "unit", "2", "year", "2021-06", "gdp", 4L)
            .with("yearbook", "e", null, "unit", "2", "year", "2021", "gdp", 5L)
            .records();

    private static Map<String, Object> within(String adcode, String holder) {
        Map<String, Object> member = new LinkedHashMap<>(TestRecords.member(adcode, "whole"));
        member.put("contained_in", holder);
        return member;
    }

    private static CollectionDeclaration declaration(String id, PropertyDeclaration... properties) {
        return new CollectionDeclaration(id, Text.of(id), null, GeometryKind.ANY, List.of(properties), false);
    }

    private static PropertyDeclaration property(String name, String aggregate) {
        PropertyType type = name.startsWith("population") || name.equals("gdp") ? PropertyType.INTEGER : PropertyType.NUMBER;
        return new PropertyDeclaration(name, type, Text.of(name), null, "1", List.of(), true, false, null, aggregate);
    }

    private static PropertyDeclaration row(String name, PropertyType type, String references) {
        return new PropertyDeclaration(name, type, Text.of(name), null, null, List.of(), true, false, references, null);
    }

    private static Answer answer(String... given) {
        Map<String, List<String>> texts = new HashMap<>(Map.of("asOf", List.of("2022")));
        for (int i = 0; i < given.length; i += 2) {
            texts.put(given[i], List.of(given[i + 1]));
        }
        Statistics statistics = new Statistics();
        return statistics.answer(TestRecords.ask(statistics, texts), RECORDS);
    }

    private static Figure ask(String... given) {
        return ((StatisticsAnswer) answer(given)).body();
    }

    @Test
    void aMemberWithinAnotherIsCountedOnce() {
        Figure figure = ask("area", "both", "indicator", "population");
        assertThat(figure.value()).isEqualTo(40L);
        assertThat(figure.bound()).isEqualTo(Figure.NONE);
        assertThat(figure.countedOnce()).containsExactly(new Figure.CountedOnce("11", "成员11", "1"));
        assertThat(figure.members()).extracting(Figure.MemberFigure::counted).containsExactly(true, true, false);
        assertThat(figure.completeness()).isEqualTo(new Figure.Completeness(2, 2, 1, 1.0));
    }

    /** Its holder states nothing, so that leaving it out would lose what is known. */
    @Test
    void aMemberWithinOneOfUnknownValueIsCountedItself() {
        Figure figure = ask("area", "inner", "indicator", "population");
        assertThat(figure.value()).isEqualTo(4L);
        assertThat(figure.missing()).extracting(Figure.Missing::adcode).containsExactly("3");
        assertThat(figure.bound()).isEqualTo(Figure.LOWER);
        assertThat(figure.completeness()).as("11 is half a cell large, 3 a whole one").isEqualTo(new Figure.Completeness(1, 0, 0, 0.5));
    }

    /** 0.1 + 0.2 + 0.3 in decimals; the prefecture's figure is its counties'. */
    @Test
    void theCountiesStandForAPrefectureThatStatesNothing() {
        Figure figure = ask("area", "both", "indicator", "area_official_km2");
        assertThat(figure.value()).isEqualTo(0.6);
        assertThat(figure.members().get(0).from()).isEqualTo("counties");
    }

    /** The land of 2 is twice that of 1: (30 + 2 · 60) / 3; people are 10 and 30: (10 · 10 + 30 · 20) / 40. */
    @Test
    void meansAreWeighedByLandOrPeople() {
        assertThat(ask("area", "both", "indicator", "density").value()).isEqualTo(50.0);
        assertThat(ask("area", "both", "indicator", "income").value()).isEqualTo(17.5);
        assertThat(ask("area", "more", "indicator", "density").bound()).isEqualTo(Figure.UNKNOWN);
    }

    @Test
    void whatIsMissingOrOfUnknownExtentMakesABound() {
        Figure more = ask("area", "more", "indicator", "population");
        assertThat(more.value()).isEqualTo(10L);
        assertThat(more.bound()).isEqualTo(Figure.LOWER);
        assertThat(more.missing()).extracting(Figure.Missing::reason).containsExactly("no value is on record", "the unit is not on record");
        assertThat(more.completeness().withValue()).isEqualTo(1);
        assertThat(more.completeness().areaShare()).as("the land of 9 is unknown").isNull();
        Figure partly = ask("area", "partly", "indicator", "population");
        assertThat(partly.bound()).isEqualTo(Figure.UPPER);
        assertThat(partly.countedWhole()).containsExactly("成员2");
        Figure all = ask("area", "all", "indicator", "population");
        assertThat(all.bound()).isEqualTo(Figure.UNKNOWN);
        assertThat(all.completeness().areaShare()).isEqualTo(0.666667);
        assertThat(ask("area", "partly", "indicator", "population", "year", "2010").value()).isNull();
    }

    @Test
    void theYearIsTheLatestKnownAtTheDate() {
        assertThat(((StatisticsAnswer) answer("area", "both", "indicator", "population", "asOf", "2015")).indicator().property())
                .isEqualTo("population_2010");
        assertThat(ask("area", "both", "indicator", "population", "year", "2010").value()).isEqualTo(7L);
        assertThat(ask("area", "both", "indicator", "population_2010").value()).isEqualTo(7L);
        assertThat(answer("area", "both", "indicator", "population", "asOf", "1990").header().warnings())
                .contains("the values are of 2010, after the date asked about");
    }

    /** Two rows speak of unit 2 in 2021, so that nothing is known of it; 2023 is later than the date. */
    @Test
    void rowsOfAUsersCollectionNameUnitAndYear() {
        StatisticsAnswer latest = (StatisticsAnswer) answer("area", "both", "indicator", "yearbook/gdp");
        assertThat(latest.indicator().year()).isEqualTo(2021);
        assertThat(latest.body().missing()).extracting(Figure.Missing::reason)
                .containsExactly("no row states a value of 2021", "several rows state a value: d, e");
        assertThat(ask("area", "both", "indicator", "yearbook/gdp", "year", "2019").value()).isEqualTo(3L);
        assertThat(latest.header().used().count()).as("the area, two rows, a statement and two documents").isEqualTo(6);
    }

    @Test
    void whatPlansStateStandsBesideAsFarAsItWasSaidByThen() {
        assertThat(((StatisticsAnswer) answer("area", "both", "indicator", "population")).statements())
                .extracting(Statement::value).containsExactly(99.0);
    }

    @Test
    void everyAreaIsARow() {
        AreasAnswer areas = (AreasAnswer) answer("indicator", "population");
        assertThat(areas.areas()).extracting(Figure::value).containsExactly(40L, 30L, 10L, 30L, 4L);
        assertThat(areas.table(null).rows().get(0)).contains("metropolitan-areas/both", 40L, "none");
    }

    @Test
    void whatCannotBeSummedIsImpossibleAndWhatIsNotThereIsWrong() {
        assertThatThrownBy(() -> ask("area", "both", "indicator", "rank")).isInstanceOfSatisfying(BadParameter.class, e -> {
            assertThat(e.isImpossible()).isTrue();
            assertThat(e).hasMessageContaining("aggregate none");
            assertThat(e.allowed()).isEqualTo("of population, area_official_km2, density, income, yearbook/gdp");
        });
        assertThatThrownBy(() -> ask("area", "both", "indicator", "accuracy_m")).hasMessageContaining("does not say how it adds up");
        assertThatThrownBy(() -> ask("area", "both", "indicator", "gdp")).isInstanceOfSatisfying(BadParameter.class,
                e -> assertThat(e.isImpossible()).isFalse());
        assertThatThrownBy(() -> ask("area", "both", "indicator", "population", "year", "2011"))
                .hasMessageContaining("'population' is not known of 2011");
        assertThatThrownBy(() -> ask("area", "both", "indicator", "density", "year", "2020")).hasMessageContaining("no stated year");
    }

    @Test
    void theListHoldsWhatDeclaresHowItAddsUp() {
        IndicatorList list = new IndicatorList();
        IndicatorList.Listing listing = (IndicatorList.Listing) list.answer(TestRecords.ask(list, Map.of()), RECORDS);
        assertThat(listing.indicators()).extracting(i -> i.id() + " " + i.aggregate() + " " + i.years()).containsExactly(
                "population sum [2010, 2020]", "area_official_km2 sum []", "density mean-by-area []", "income mean-by-people []",
                "rank none []", "yearbook/gdp sum []");
        assertThat(listing.indicators().get(5).yearProperty()).isEqualTo("year");
    }
}
