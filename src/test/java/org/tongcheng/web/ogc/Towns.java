package org.tongcheng.web.ogc;

import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.PropertyDeclaration;
import org.tongcheng.catalog.PropertyType;
import org.tongcheng.catalog.Text;
import org.tongcheng.catalog.Write;

/**
 * A small made-up land.
 *
 * <pre>
 *    24.3 ┌─────────────┐        regions: west = 118.0–118.2, east = 118.2–118.4 (a square each, 24.1–24.3)
 *         │ west │ east │        towns:   t1 … t25 on the line 24.2, one every 0.01° from 118.01 on;
 *    24.1 └─────────────┘                 each has beds = its number and opened in the year 1990 + its number;
 *       118.0  118.2  118.4               t26 lies at 179.9, t27 at -179.9 (0° north), without a year
 * </pre>
 */
final class Towns {

    static final CollectionDeclaration TOWNS = new CollectionDeclaration("towns", new Text("镇", "Towns"),
            new Text("假想的镇", "Made-up towns"), GeometryKind.POINT, List.of(
                    property("name", PropertyType.STRING, false, null),
                    property("beds", PropertyType.INTEGER, true, "1"),
                    property("height", PropertyType.NUMBER, true, "m"),
                    property("walled", PropertyType.BOOLEAN, true, null),
                    property("founded", PropertyType.DATE, true, null),
                    property("opened", PropertyType.PERIOD, true, null),
                    property("closed", PropertyType.PERIOD, false, null),
                    property("trades", PropertyType.ARRAY, true, null),
                    property("mayor", PropertyType.OBJECT, false, null),
                    level()), false);

    static final CollectionDeclaration REGIONS = new CollectionDeclaration("regions", Text.of("Regions"), null,
            GeometryKind.MULTI_POLYGON, List.of(property("name", PropertyType.STRING, true, null)), true);

    static final CollectionDeclaration NOTES = new CollectionDeclaration("notes", Text.of("Notes"), null,
            GeometryKind.NONE, List.of(property("text", PropertyType.STRING, true, null)), false);

    static final int COUNT = 27;

    private Towns() {}

    static void build(FeatureStore store) {
        store.create(REGIONS);
        store.create(TOWNS);
        store.create(NOTES);
        for (int n = 1; n <= COUNT; n++) {
            store.write(List.of(new Write.Create("towns", town(n))));
        }
        store.write(List.of(
                new Write.Create("regions", new Feature("west", wkt("POLYGON ((118 24.1, 118.2 24.1, 118.2 24.3, 118 24.3, 118 24.1))"),
                        Map.of("name", "West"))),
                new Write.Create("regions", new Feature("east", wkt("POLYGON ((118.2 24.1, 118.4 24.1, 118.4 24.3, 118.2 24.3, 118.2 24.1))"),
                        Map.of("name", "East"))),
                new Write.Create("notes", new Feature("n1", null, Map.of("text", "<script>alert('1')</script>")))));
    }

    private static Feature town(int n) {
        if (n > 25) {
            return new Feature("t" + n, wkt(n == 26 ? "POINT (179.9 0)" : "POINT (-179.9 0)"), Map.of("name", "Far " + n));
        }
        return new Feature("t" + n, wkt("POINT (" + (11800 + n) / 100.0 + " 24.2)"), RunningService.properties(
                "name", "Town " + n, "beds", (long) n, "height", n / 2.0, "walled", n % 2 == 0, "founded", "1900-01-%02d".formatted(n),
                "opened", String.valueOf(1990 + n), "closed", n == 5 ? "2000-06" : null,
                "trades", List.of("trade" + n % 3, "all"), "level", n % 2 == 0 ? "high" : "low"));
    }

    static Geometry wkt(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static PropertyDeclaration property(String name, PropertyType type, boolean queryable, String unit) {
        return new PropertyDeclaration(name, type, Text.of(name), null, unit, List.of(), queryable, false, null, null);
    }

    private static PropertyDeclaration level() {
        return new PropertyDeclaration("level", PropertyType.STRING, Text.of("Level"), null, null, List.of("low", "high"), true, false, null, null);
    }
}
