package org.tongcheng.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.DeclarationRules;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.InvalidDeclaration;
import org.tongcheng.catalog.PropertyDeclaration;
import org.tongcheng.catalog.PropertyType;
import org.tongcheng.catalog.Text;

/**
 * Finds out a declaration from rows: for every property the narrowest type that all its values have (integer, number, boolean,
 * date, array, object, else string; {@code opened} and {@code closed} become periods where they can), the narrowest kind of
 * geometry. Properties that can be asked for by value are queryable.
 */
final class Inference {

    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9]\\d{0,17})");
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][-+]?\\d{1,2})?");
    private static final Pattern DAY = Pattern.compile("\\d{4}-(0\\d|1[012])-([012]\\d|3[01])");
    private static final Pattern PERIOD = Pattern.compile("\\d{4}(-(0\\d|1[012])(-([012]\\d|3[01]))?)?");
    private static final Set<String> PERIODS = Set.of("opened", "closed", "planned_opening", "planned_start", "target_year");

    private final String collection;
    private final boolean cells;
    private final String idColumn;
    private final Map<String, Seen> columns = new LinkedHashMap<>();
    private final Set<String> kinds = new LinkedHashSet<>();

    /** What the values of a column have been so far. */
    private static final class Seen {
        private final String column;
        private final Set<PropertyType> types = new LinkedHashSet<>();
        private boolean periods = true;

        private Seen(String column) {
            this.column = column;
        }
    }

    /** @param cells whether values are the text of cells, so that text may stand for a number */
    private Inference(String collection, boolean cells, String idColumn) {
        this.collection = collection;
        this.cells = cells;
        this.idColumn = idColumn;
    }

    static CollectionDeclaration declaration(RowSource rows, String collection, boolean cells, String idColumn) throws IOException {
        Inference inference = new Inference(collection, cells, idColumn);
        for (SourceRow row = rows.next(); row != null; row = rows.next()) {
            if (row.feature() != null) {
                inference.see(row.feature());
            }
        }
        return DeclarationRules.check(inference.declaration());
    }

    private void see(RawFeature feature) {
        if (feature.geometry() != null) {
            kinds.add(feature.geometry().type());
        }
        feature.properties().forEach((column, value) -> {
            if (column.equals("id")) {
                return;
            }
            Seen seen = columns.computeIfAbsent(ColumnNames.fit(column), name -> new Seen(column));
            if (!seen.column.equals(column)) {
                throw new InvalidDeclaration("columns '" + seen.column + "' and '" + column + "' would both be called '"
                        + ColumnNames.fit(column) + "'");
            }
            if (value != null) {
                seen.types.add(column.equals(idColumn) && cells ? PropertyType.STRING : type(value));
                seen.periods &= PERIOD.matcher(String.valueOf(value)).matches();
            }
        });
    }

    private PropertyType type(Object value) {
        if (value instanceof String text) {
            return cells ? typeOfCell(text) : DAY.matcher(text).matches() ? PropertyType.DATE : PropertyType.STRING;
        }
        if (value instanceof Long) {
            return PropertyType.INTEGER;
        }
        if (value instanceof Double) {
            return PropertyType.NUMBER;
        }
        if (value instanceof Boolean) {
            return PropertyType.BOOLEAN;
        }
        return value instanceof List ? PropertyType.ARRAY : PropertyType.OBJECT;
    }

    private static PropertyType typeOfCell(String text) {
        if (INTEGER.matcher(text).matches()) {
            return PropertyType.INTEGER;
        }
        if (NUMBER.matcher(text).matches()) {
            return PropertyType.NUMBER;
        }
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return PropertyType.BOOLEAN;
        }
        return DAY.matcher(text).matches() ? PropertyType.DATE : PropertyType.STRING;
    }

    private CollectionDeclaration declaration() {
        List<PropertyDeclaration> properties = new ArrayList<>();
        columns.forEach((name, seen) -> {
            PropertyType type = common(name, seen);
            boolean queryable = !DeclarationRules.PARAMETERS.contains(name)
                    && type != PropertyType.OBJECT && type != PropertyType.ARRAY && type != PropertyType.NUMBER;
            properties.add(new PropertyDeclaration(
                    name, type, Text.of(seen.column), null, null, List.of(), queryable, false, null, null));
        });
        return new CollectionDeclaration(collection, Text.of(collection), null, kind(), properties, false);
    }

    private static PropertyType common(String name, Seen seen) {
        if (PERIODS.contains(name) && seen.periods && !seen.types.isEmpty()) {
            return PropertyType.PERIOD;
        }
        if (seen.types.size() == 1) {
            return seen.types.iterator().next();
        }
        return seen.types.equals(Set.of(PropertyType.INTEGER, PropertyType.NUMBER)) ? PropertyType.NUMBER : PropertyType.STRING;
    }

    private GeometryKind kind() {
        if (kinds.isEmpty()) {
            return GeometryKind.NONE;
        }
        for (GeometryKind kind : GeometryKind.values()) {
            if (kinds.stream().allMatch(type -> kind.label().equals(type) || kind.label().equals("Multi" + type))) {
                return kind.label().equals("Polygon") ? GeometryKind.MULTI_POLYGON : kind;
            }
        }
        return GeometryKind.ANY;
    }
}
