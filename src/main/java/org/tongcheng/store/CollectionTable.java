package org.tongcheng.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.Existence;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.InvalidDeclaration;
import org.tongcheng.catalog.PropertyDeclaration;
import org.tongcheng.catalog.PropertyType;
import org.tongcheng.catalog.Status;
import org.tongcheng.catalog.StoredFeature;

/** The table of one collection as it follows from the declaration: its columns, and how a row becomes a feature. */
final class CollectionTable {

    /** Where {@link Existence} is kept beside a feature, in the order in which it is written and read. */
    static final List<String> EXISTENCE = List.of(
            "\"opened_day\"", "\"closed_day\"", "\"built_from\"", "\"assumed\"", "\"known_from\"", "\"plan_status\"", "\"due_year\"");

    /** The greater side of a geometry's box in degrees, which the database derives; null for points. */
    static final String SPAN = "\"geom_span\"";

    private static final List<String> EXISTENCE_TYPES =
            List.of("date", "date", "date", "boolean", "date", "varchar(20)", "integer");
    private static final int FIRST_EXISTENCE = 5;

    private final CollectionDeclaration declaration;
    private final String name;
    private final Map<String, String> columns = new LinkedHashMap<>();
    private final String geometryBytes;
    private final boolean hasPeriod;
    private final Selection everything;

    CollectionTable(CollectionDeclaration declaration, Dialect dialect) {
        this.declaration = declaration;
        this.hasPeriod = declaration.hasPeriod();
        this.name = Names.table(declaration.id());
        for (PropertyDeclaration property : declaration.properties()) {
            String column = Names.column(property.name());
            if (columns.containsValue(column) || columns.containsKey(property.name())) {
                throw new InvalidDeclaration(
                        "'" + declaration.id() + "' declares '" + property.name() + "' twice");
            }
            columns.put(property.name(), column);
        }
        this.geometryBytes = dialect.geometryBytes("t.\"geom\"");
        this.everything = new Selection(declaration.properties(), WkbReader.POSITIONS);
    }

    /** Which properties of a feature are read; all else of it always is. */
    final class Selection {

        private final List<PropertyDeclaration> properties;
        private final Map<String, Integer> places = new LinkedHashMap<>();
        private final String list;
        private final int columns;
        private final WkbReader wkb;

        private Selection(List<PropertyDeclaration> properties, WkbReader wkb) {
            this.properties = properties;
            this.wkb = wkb;
            List<String> selected = new ArrayList<>(List.of("t.\"fid\"", "t.\"id\"", "t.\"revision\"", geometryBytes));
            if (hasPeriod) {
                EXISTENCE.forEach(column -> selected.add("t." + column));
            }
            for (PropertyDeclaration property : properties) {
                places.put(property.name(), places.size());
                selected.add("t." + column(property.name()));
            }
            this.list = String.join(", ", selected);
            this.columns = selected.size();
        }

        /** What {@link #read} needs, of the table under the name {@code t}. */
        String list() {
            return list;
        }

        /** How many columns the list has. */
        int columns() {
            return columns;
        }

        StoredFeature read(ResultSet row) throws SQLException {
            Object[] values = new Object[properties.size()];
            int first = hasPeriod ? FIRST_EXISTENCE + EXISTENCE.size() : FIRST_EXISTENCE;
            for (int i = 0; i < values.length; i++) {
                values[i] = value(row, first + i, properties.get(i).type());
            }
            Feature feature = new Feature(row.getString(2), wkb.read(row.getBytes(4)), new RowValues(places, values));
            return new StoredFeature(feature, row.getLong(3), hasPeriod ? existence(row, FIRST_EXISTENCE) : Existence.ALWAYS);
        }
    }

    /** What a drawing reads of features: these properties and flat geometries. */
    Selection drawing(Set<String> properties) {
        return new Selection(declaration.properties().stream().filter(property -> properties.contains(property.name())).toList(), WkbReader.FLAT);
    }

    CollectionDeclaration declaration() {
        return declaration;
    }

    String id() {
        return declaration.id();
    }

    /** Quoted. */
    String name() {
        return name;
    }

    /** Quoted; the property must be declared. */
    String column(String property) {
        String column = columns.get(property);
        if (column == null) {
            throw new IllegalArgumentException("'" + declaration.id() + "' declares no property '" + property + "'");
        }
        return column;
    }

    boolean has(String property) {
        return columns.containsKey(property);
    }

    /** What {@link #read} needs, of the table under the name {@code t}. */
    String selectList() {
        return everything.list();
    }

    /** All columns, quoted, in the order of {@link FeatureRows}' parameters. */
    List<String> allColumns() {
        List<String> all = new ArrayList<>(List.of("\"fid\"", "\"id\"", "\"revision\"", "\"geom\""));
        all.addAll(EXISTENCE);
        all.addAll(columns.values());
        return all;
    }

    String create(Dialect dialect) {
        StringBuilder sql = new StringBuilder("create table " + name + " (\"fid\" bigint primary key, \"id\" "
                + dialect.columnType(PropertyType.STRING) + " not null unique, \"revision\" bigint not null, \"geom\" "
                + dialect.geometryType(declaration.geometry()) + ", " + SPAN + " " + dialect.spanType());
        for (int i = 0; i < EXISTENCE.size(); i++) {
            sql.append(", ").append(EXISTENCE.get(i)).append(' ').append(EXISTENCE_TYPES.get(i));
        }
        for (PropertyDeclaration property : declaration.properties()) {
            sql.append(", ").append(column(property.name())).append(' ').append(dialect.columnType(property.type()));
        }
        return sql.append(')').toString();
    }

    /** Whether equality on the property is served by an index: queryables, and what dates are derived by. */
    static boolean indexed(PropertyDeclaration property) {
        return property.queryable() || Set.of("document", "corridor_id").contains(property.name());
    }

    Set<String> propertyNames() {
        return declaration.properties().stream().map(PropertyDeclaration::name).collect(Collectors.toUnmodifiableSet());
    }

    static long fid(ResultSet row) throws SQLException {
        return row.getLong(1);
    }

    StoredFeature read(ResultSet row) throws SQLException {
        return everything.read(row);
    }

    /** Reads the {@link #EXISTENCE} columns from {@code first} on. */
    static Existence existence(ResultSet row, int first) throws SQLException {
        int due = row.getInt(first + 6);
        Integer dueYear = row.wasNull() ? null : (Integer) due;
        return new Existence(
                false,
                row.getObject(first, LocalDate.class),
                row.getObject(first + 1, LocalDate.class),
                row.getObject(first + 2, LocalDate.class),
                row.getBoolean(first + 3),
                row.getObject(first + 4, LocalDate.class),
                Status.of(row.getString(first + 5)),
                dueYear);
    }

    private static Object value(ResultSet row, int index, PropertyType type) throws SQLException {
        Object value = switch (type) {
            case STRING, DATE, PERIOD -> row.getString(index);
            case INTEGER -> row.getLong(index);
            case NUMBER -> row.getDouble(index);
            case BOOLEAN -> row.getBoolean(index);
            case ARRAY, OBJECT -> {
                String text = row.getString(index);
                yield text == null ? null : Json.value(text);
            }
        };
        return row.wasNull() ? null : value;
    }
}
