package org.tongcheng.planning.circle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.PropertyDeclaration;
import org.tongcheng.catalog.PropertyType;
import org.tongcheng.catalog.Text;
import org.tongcheng.network.corridor.LineNetworks;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.EvenLand;
import org.tongcheng.planning.QuestionReader;
import org.tongcheng.planning.PeopleGrids;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.TestRecords;

/** One unit of 100 people and, east of it, one of 40, with cells of users' grids over them. */
class PeopleGridsTest {

    private static final String WEST = TestRecords.box(107.6, 32.8, 108.0, 33.2);
    private static final String EAST = TestRecords.box(108.0, 32.8, 108.2, 33.2);

    @Test
    void aCellCutInHalfCountsHalf() {
        Records records = world().declare(grid("grid", "sum", "population"))
                .with("grid", "a", TestRecords.box(107.6, 32.8, 107.7, 33.2), "population", 10)
                .with("grid", "b", TestRecords.box(107.7, 32.8, 107.8, 33.2), "population", 20)
                .with("grid", "c", TestRecords.box(107.8, 32.8, 107.9, 33.2), "population", 30)
                .with("grid", "d", TestRecords.box(107.9, 32.8, 108.0, 33.2), "population", 40).records();
        PeopleGrids.Grid grid = only(records, "1");
        assertThat(grid.people()).isEqualTo(100);
        assertThat(grid.share(reach(107.6, 107.85))).isCloseTo((10 + 20 + 15) / 100.0, within(1e-12));
        assertThat(grid.share(reach(107.6, 108.2))).isEqualTo(1);
        assertThat(grid.share(reach(108.05, 108.2))).isZero();
    }

    @Test
    void aCellOverTwoUnitsIsSharedByArea() {
        Records records = world().declare(grid("grid", "sum", "population"))
                .with("grid", "a", TestRecords.box(107.9, 32.8, 108.1, 33.2), "population", 80).records();
        assertThat(only(records, "1").people()).isCloseTo(40, within(1e-9));
        assertThat(only(records, "2").people()).isCloseTo(40, within(1e-9));
        assertThat(only(records, "2").share(reach(108.0, 108.05))).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void pointsAreInOrOut() {
        Records records = world().declare(grid("villages", "sum", "population_2010", "population_2020"))
                .with("villages", "a", "POINT (107.7 33)", "population_2010", 1000, "population_2020", 25)
                .with("villages", "b", "POINT (107.9 33)", "population_2020", 75).records();
        assertThat(only(records, "1").share(reach(107.6, 107.8))).isEqualTo(0.25);
    }

    @Test
    void theGridWithMostCellsComesFirstAndWhatCannotBeSummedIsNone() {
        TestRecords world = world().declare(grid("coarse", "sum", "population")).declare(grid("fine", "sum", "population"))
                .declare(grid("density", "mean-by-area", "population"))
                .with("coarse", "a", WEST, "population", 100).with("density", "a", WEST, "population", 7)
                .with("fine", "a", TestRecords.box(107.6, 32.8, 107.8, 33.2), "population", 1)
                .with("fine", "b", TestRecords.box(107.8, 32.8, 108.0, 33.2), "population", 99);
        PeopleGrids grids = new PeopleGrids(world.records());
        Asked asked = ask(Map.of());
        assertThat(grids.of(world.records().findUnit("1").orElseThrow(), asked.circumstances().asOf()))
                .extracting(PeopleGrids.Grid::collection).containsExactly("fine", "coarse");
        assertThat(grids.of(world.records().findUnit("2").orElseThrow(), asked.circumstances().asOf())).isEmpty();
    }

    /** Ten minutes at 60 km/h from 107.8 reach neither end of the unit; all its people live within 1 km of there. */
    @Test
    void reachCountsPeopleWhereTheGridSaysTheyAre() {
        TestRecords world = world().declare(grid("grid", "sum", "population"))
                .with("grid", "town", TestRecords.box(107.795, 32.995, 107.805, 33.005), "population", 120)
                .with("grid", "empty", TestRecords.box(107.6, 32.8, 107.7, 33.2), "population", 0);
        Reached reached = reach(world.records());
        assertThat(reached.population().best()).isEqualTo(100);
        assertThat(reached.population().low()).isZero();
        assertThat(reached.population().grids()).containsExactly("grid");
        assertThat(reached.population().method()).contains("finest grid");
    }

    @Test
    void aGridOfOtherPeopleIsNotUsedAndSaidSo() {
        TestRecords world = world().declare(grid("grid", "sum", "population"))
                .with("grid", "town", TestRecords.box(107.795, 32.995, 107.805, 33.005), "population", 201);
        CircleAnswer answer = answer(world.records());
        Reached reached = (Reached) answer.features().get(0).properties();
        assertThat(reached.population().grids()).isEmpty();
        assertThat(reached.population().best()).isEqualTo(Math.round(100 * reached.units().get(0).areaShare()));
        assertThat(answer.header().warnings()).anyMatch(w -> w.contains("1 in grid (201, census 100)"));
        assertThat(answer.header().used().count()).isEqualTo(1);
    }

    private static TestRecords world() {
        return new TestRecords().unit("1", WEST, "level", "prefecture", "population_2020", 100)
                .unit("2", EAST, "level", "prefecture", "population_2020", 40);
    }

    private static CollectionDeclaration grid(String id, String aggregate, String... properties) {
        List<PropertyDeclaration> declared = java.util.Arrays.stream(properties).map(name -> new PropertyDeclaration(name, PropertyType.INTEGER,
                Text.of(name), null, "1", List.of(), false, false, null, aggregate)).toList();
        return new CollectionDeclaration(id, Text.of(id), null, GeometryKind.ANY, declared, false);
    }

    private static PeopleGrids.Grid only(Records records, String adcode) {
        List<PeopleGrids.Grid> grids = new PeopleGrids(records).of(records.findUnit(adcode).orElseThrow(), ask(Map.of()).circumstances().asOf());
        assertThat(grids).hasSize(1);
        return grids.get(0);
    }

    private static PreparedGeometry reach(double west, double east) {
        return PreparedGeometryFactory.prepare(TestRecords.geometry(TestRecords.box(west, 32.7, east, 33.3)));
    }

    private static Reached reach(Records records) {
        return (Reached) answer(records).features().get(0).properties();
    }

    private static CircleAnswer answer(Records records) {
        Circle circle = new Circle(new LineNetworks(List.of(EvenLand.profile("even")), EvenLand.of(records)));
        return (CircleAnswer) circle.answer(ask(Map.of("minutes", List.of("10"))), records);
    }

    private static Asked ask(Map<String, List<String>> more) {
        Map<String, List<String>> texts = new java.util.LinkedHashMap<>(more);
        texts.put("origin", List.of("107.8,33"));
        texts.put("profile", List.of("even"));
        return new QuestionReader(() -> List.of("even"), TestRecords.clock())
                .read(new Circle(new LineNetworks(List.of(), EvenLand.of(world().records()))), texts, List.of()).get(0);
    }
}
