package org.tongcheng.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.PropertyType;

/**
 * PostgreSQL with PostGIS. Arrays and objects are {@code json}, not {@code jsonb}, because that keeps the order of keys and the
 * way numbers were written; an index on the {@code jsonb} of an array serves "contains".
 */
final class PostgisDialect implements Dialect {

    /** A B-tree takes 2704 bytes; this many characters always fit, and what is longer is told apart by the row itself. */
    private static final int INDEXED_CHARACTERS = 500;

    /**
     * Many inserts go as one statement. Plans are made for the values at hand, since the size of a box decides between the
     * spatial index and the order of the table; compiling them would cost more than any of ours takes.
     */
    static Map<String, String> connectionProperties() {
        return Map.of(
                "reWriteBatchedInserts", "true",
                "options", "-c plan_cache_mode=force_custom_plan -c jit=off",
                "ApplicationName", "tongcheng");
    }

    @Override
    public String migrations() {
        return "classpath:db/migration/postgresql";
    }

    @Override
    public void prepare(Connection connection) throws SQLException {
        boolean there = Sql.of("select 1 from pg_extension where extname = 'postgis'").first(connection, row -> true) != null;
        if (!there) {
            Sql.of("create extension if not exists postgis").update(connection);
        }
        connection.commit();
    }

    @Override
    public String columnType(PropertyType type) {
        return switch (type) {
            case STRING, DATE, PERIOD -> "text";
            case INTEGER -> "bigint";
            case NUMBER -> "double precision";
            case BOOLEAN -> "boolean";
            case ARRAY, OBJECT -> "json";
        };
    }

    @Override
    public String geometryType(GeometryKind kind) {
        return switch (kind) {
            case POINT -> "geometry(Point, 4326)";
            case LINE_STRING -> "geometry(LineString, 4326)";
            case POLYGON -> "geometry(Polygon, 4326)";
            // a multi kind takes its single form too
            case MULTI_POINT, MULTI_LINE_STRING, MULTI_POLYGON, ANY, NONE -> "geometry(Geometry, 4326)";
        };
    }

    @Override
    public String argument(PropertyType type) {
        return type == PropertyType.ARRAY || type == PropertyType.OBJECT ? "cast(? as json)" : "?";
    }

    @Override
    public String geometryArgument() {
        return "ST_GeomFromEWKB(?)";
    }

    @Override
    public String geometryBytes(String column) {
        return "ST_AsBinary(" + column + ")";
    }

    @Override
    public Sql meets(String column, Geometry area) {
        return Sql.of("ST_Intersects(" + column + ", " + geometryArgument() + ")", (Object) Wkb.withSrid(area));
    }

    @Override
    public Sql boxMeets(String column, Geometry area) {
        return Sql.of(column + " && " + geometryArgument(), (Object) Wkb.withSrid(area));
    }

    @Override
    public String spanType() {
        return "double precision generated always as (case when ST_Dimension(\"geom\") > 0 then"
                + " greatest(ST_XMax(\"geom\") - ST_XMin(\"geom\"), ST_YMax(\"geom\") - ST_YMin(\"geom\")) end) stored";
    }

    @Override
    public List<String> boxSides(String column) {
        return Stream.of("XMin", "YMin", "XMax", "YMax").map(side -> "ST_" + side + "(" + column + ")").toList();
    }

    /** Part by part, because {@code ST_Covers} takes no collection of geometries. */
    @Override
    public Sql coveredBy(String column, Geometry area) {
        byte[] bytes = Wkb.withSrid(area);
        return Sql.of(column + " && " + geometryArgument() + " and (select bool_and(ST_Covers(a.area, d.geom)) from (select "
                + geometryArgument() + " as area) a, ST_Dump(" + column + ") d)", bytes, bytes);
    }

    @Override
    public String extent(String column) {
        return "ST_AsBinary(cast(ST_Extent(" + column + ") as geometry))";
    }

    @Override
    public Sql equal(String column, PropertyType type, Object value) {
        return switch (type) {
            case STRING -> Sql.of("left(" + column + ", " + INDEXED_CHARACTERS + ") = left(?, " + INDEXED_CHARACTERS + ") and "
                    + column + " = ?", value, value);
            case OBJECT -> Sql.of("cast(" + column + " as jsonb) = cast(? as jsonb)", value);
            default -> Sql.of(column + " = ?", value);
        };
    }

    @Override
    public Sql arrayHolds(String column, List<String> elements) {
        Sql sql = Sql.of("(");
        for (int i = 0; i < elements.size(); i++) {
            sql.add((i == 0 ? "" : " or ") + "cast(" + column + " as jsonb) @> cast(? as jsonb)", "[" + elements.get(i) + "]");
        }
        return sql.add(")");
    }

    @Override
    public String spatialIndex(String name, String table) {
        return "create index if not exists " + name + " on " + table + " using gist (\"geom\")";
    }

    @Override
    public String queryableIndex(String name, String table, String column, PropertyType type) {
        String on = "create index if not exists " + name + " on " + table;
        return switch (type) {
            case STRING -> on + " (left(" + column + ", " + INDEXED_CHARACTERS + "), \"fid\")";
            case ARRAY -> on + " using gin (cast(" + column + " as jsonb) jsonb_path_ops)";
            case OBJECT -> null;
            default -> on + " (" + column + ", \"fid\")";
        };
    }

    @Override
    public String analyse(String table) {
        return "analyze " + table;
    }

    @Override
    public boolean definitionsCommit() {
        return false;
    }

    /** A commit is on disk when the server answers it. */
    @Override
    public void afterCommit(Connection connection) {
        // nothing is left to do
    }

    /** Connection exceptions, the server going down or coming up, and a plan kept for a table that was since made anew. */
    @Override
    public boolean anotherConnectionMayDo(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("08") || state.startsWith("57P")
                || state.equals("0A000") && String.valueOf(e.getMessage()).contains("cached plan");
    }
}
