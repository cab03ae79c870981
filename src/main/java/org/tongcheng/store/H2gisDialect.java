package org.tongcheng.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.h2gis.functions.factory.H2GISFunctions;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.PropertyType;

/**
 * H2 with H2GIS, in a file.
 *
 * <p>H2 uses a spatial index for {@code &&} alone, never below OR and not for {@code ST_Intersects}, so every condition on a
 * geometry is written as {@code &&} and an exact test. Statements that change tables commit.
 */
final class H2gisDialect implements Dialect {

    /** Wrong address, refused, broken, closed, database closed: what a client sees when the process that serves the file ends. */
    private static final Set<Integer> LOST = Set.of(90067, 90098, 90121, 90007, 90108);

    @Override
    public String migrations() {
        return "classpath:db/migration/h2";
    }

    /** Registering H2GIS's functions takes about a second, so it is done once in the life of a file. */
    @Override
    public void prepare(Connection connection) throws SQLException {
        boolean loaded = Sql.of("select 1 from information_schema.routines where routine_name = 'ST_COVERS'")
                .first(connection, row -> true) != null;
        if (!loaded) {
            H2GISFunctions.load(connection);
        }
        try (Statement statement = connection.createStatement()) {
            for (String function : List.of("meets", "covered", "holds", "span", "side")) {
                statement.execute("create alias if not exists tongcheng_" + function + " deterministic for '"
                        + H2gisFunctions.class.getName() + "." + function + "'");
            }
        }
        connection.commit();
    }

    @Override
    public String columnType(PropertyType type) {
        return switch (type) {
            case STRING, ARRAY, OBJECT, DATE, PERIOD -> "varchar";
            case INTEGER -> "bigint";
            case NUMBER -> "double precision";
            case BOOLEAN -> "boolean";
        };
    }

    @Override
    public String geometryType(GeometryKind kind) {
        return "geometry(geometry, 4326)";
    }

    @Override
    public String argument(PropertyType type) {
        return "?";
    }

    @Override
    public String geometryArgument() {
        return "cast(? as geometry)";
    }

    @Override
    public String geometryBytes(String column) {
        return column;
    }

    /** The box goes to the index; the exact test is our own, since H2 would read the area's bytes again for every row. */
    @Override
    public Sql meets(String column, Geometry area) {
        return boxMeets(column, area).add(" and tongcheng_meets(" + column + ", ?)", (Object) Wkb.plain(area));
    }

    @Override
    public Sql coveredBy(String column, Geometry area) {
        return boxMeets(column, area).add(" and tongcheng_covered(" + column + ", ?)", (Object) Wkb.plain(area));
    }

    @Override
    public Sql boxMeets(String column, Geometry area) {
        return Sql.of(column + " && " + geometryArgument(), (Object) Wkb.withSrid(area.getEnvelope()));
    }

    @Override
    public String spanType() {
        return "double precision generated always as (tongcheng_span(\"geom\"))";
    }

    /** H2GIS's own functions would decode the geometry for each side. */
    @Override
    public List<String> boxSides(String column) {
        return Stream.of(0, 2, 1, 3).map(side -> "tongcheng_side(" + column + ", " + side + ")").toList();
    }

    @Override
    public String extent(String column) {
        return "envelope(" + column + ")";
    }

    @Override
    public Sql equal(String column, PropertyType type, Object value) {
        return Sql.of(column + " = ?", value);
    }

    @Override
    public Sql arrayHolds(String column, List<String> elements) {
        return Sql.of("tongcheng_holds(" + column + ", ?)", String.join("\n", elements));
    }

    @Override
    public String spatialIndex(String name, String table) {
        return "create spatial index if not exists " + name + " on " + table + "(\"geom\")";
    }

    @Override
    public String queryableIndex(String name, String table, String column, PropertyType type) {
        return type == PropertyType.ARRAY || type == PropertyType.OBJECT
                ? null
                : "create index if not exists " + name + " on " + table + "(" + column + ")";
    }

    @Override
    public boolean definitionsCommit() {
        return true;
    }

    @Override
    public String analyse(String table) {
        return null;
    }

    /** H2 commits into memory and writes up to half a second later; this writes and syncs now. */
    @Override
    public void afterCommit(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("checkpoint sync");
        }
        connection.commit();
    }

    @Override
    public boolean anotherConnectionMayDo(SQLException e) {
        return LOST.contains(e.getErrorCode()) || e.getSQLState() != null && e.getSQLState().startsWith("08");
    }
}
