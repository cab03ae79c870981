package org.tongcheng.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.PropertyType;

/** In what H2GIS and PostGIS differ; everything else in this room is written once for both. Stateless. */
interface Dialect {

    /** Where Flyway finds the fixed tables of this database. */
    String migrations();

    /** Brings in the spatial functions where they are missing. Called once, before the migrations. */
    void prepare(Connection connection) throws SQLException;

    String columnType(PropertyType type);

    String geometryType(GeometryKind kind);

    /** The expression of a parameter of this type; it holds one {@code ?}, a JSON text for arrays and objects. */
    String argument(PropertyType type);

    /** The expression of a geometry given as EWKB; it holds one {@code ?}. */
    String geometryArgument();

    /** The expression that gives a geometry column as (E)WKB. */
    String geometryBytes(String column);

    /** Condition that a geometry intersects an area, such that the spatial index serves. */
    Sql meets(String column, Geometry area);

    /** Condition that a geometry, a collection of geometries too, is covered by an area, such that the spatial index serves. */
    Sql coveredBy(String column, Geometry area);

    /** Condition that the boxes of a geometry and of an area meet, such that the spatial index serves; may let in what is near. */
    Sql boxMeets(String column, Geometry area);

    /**
     * The type of the column that the database keeps by itself for {@code geom}: the greater side of its box in degrees, null
     * for points and where there is no geometry.
     */
    String spanType();

    /** The expressions of the least longitude and latitude and the greatest ones of a geometry, in this order; null where it is empty. */
    List<String> boxSides(String column);

    /** The aggregate that gives the exact box of all geometries of a column as (E)WKB. */
    String extent(String column);

    /** Condition that a column equals a parameter, such that the index of {@link #queryableIndex} serves. */
    Sql equal(String column, PropertyType type, Object value);

    /** Condition that a column holding an array has one of these elements, each the JSON text of a scalar. */
    Sql arrayHolds(String column, List<String> elements);

    String spatialIndex(String name, String table);

    /** The statement that makes the index for equality on a queryable; null where the type has none. */
    String queryableIndex(String name, String table, String column, PropertyType type);

    /** The statement that renews what the planner knows of a table; null where the database sees to it at once. */
    String analyse(String table);

    /** Whether a statement that makes or changes a table ends the transaction it stands in. */
    boolean definitionsCommit();

    /** Called when a write has been committed and before it is acknowledged. */
    void afterCommit(Connection connection) throws SQLException;

    /** Whether this says that the connection is gone or spoiled, so that another may do what this one could not. */
    boolean anotherConnectionMayDo(SQLException e);
}
