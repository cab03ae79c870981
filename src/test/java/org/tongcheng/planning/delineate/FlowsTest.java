package org.tongcheng.planning.delineate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.PropertyDeclaration;
import org.tongcheng.catalog.PropertyType;
import org.tongcheng.catalog.Text;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.TestRecords;
import org.tongcheng.planning.Used;

/** A prefecture of two counties, of 1000 and 9000 workers; 200 of the first work in the core, of the second nobody does. */
class FlowsTest {

    private static final CollectionDeclaration COMMUTES = new CollectionDeclaration("commutes", Text.of("commutes"), null, GeometryKind.NONE,
            List.of(property("origin", PropertyType.STRING), property("destination", PropertyType.STRING),
                    property("commuters", PropertyType.INTEGER), property("resident_workers", PropertyType.INTEGER),
                    property("year", PropertyType.INTEGER)), false);

    private final List<String> warnings = new ArrayList<>();

    /** 200 of 10 000, not of the 1000 alone from whom somebody comes. */
    @Test
    void theWorkersOfCountiesFromWhichNobodyComesCount() {
        Records records = world().with("commutes", "2", null, "origin", "p2", "destination", "p1", "commuters", 70L, "resident_workers", 9000L,
                "year", 2020L).with("commutes", "old", null, "origin", "p2", "destination", "p1", "commuters", 70L, "resident_workers", 4000L,
                "year", 2010L).records();
        assertThat(rate(records).share()).isCloseTo(0.02, within(1e-9));
        assertThat(warnings).isEmpty();
    }

    /** The collection does not say how many work in the second county: 20 % of the first is no rate of both. */
    @Test
    void whereTheyAreNotStatedThePrefectureHasNoRate() {
        assertThat(rate(world().records())).isNull();
        assertThat(warnings).singleElement().asString().contains("p2");
    }

    private Flows.Rate rate(Records records) {
        AsOf asOf = AsOf.built(LocalDate.of(2024, 1, 1));
        Flows flows = Flows.to(records.findUnit("core").orElseThrow(), COMMUTES, records, asOf, new Used.Gathering(), warnings);
        return flows.of(records.findUnit("p").orElseThrow(), records, warnings);
    }

    private static TestRecords world() {
        return new TestRecords().declare(COMMUTES)
                .unit("core", TestRecords.box(108.0, 33.0, 108.2, 33.2), "level", "prefecture")
                .unit("p", TestRecords.box(108.2, 33.0, 108.4, 33.2), "level", "prefecture", "partitioned", true)
                .unit("p1", TestRecords.box(108.2, 33.0, 108.3, 33.2), "level", "county", "parent_adcode", "p")
                .unit("p2", TestRecords.box(108.3, 33.0, 108.4, 33.2), "level", "county", "parent_adcode", "p")
                .with("commutes", "1", null, "origin", "p1", "destination", "core", "commuters", 200L, "resident_workers", 1000L, "year", 2020L);
    }

    private static PropertyDeclaration property(String name, PropertyType type) {
        return new PropertyDeclaration(name, type, Text.of(name), null, null, List.of(), true, false, null, null);
    }
}
