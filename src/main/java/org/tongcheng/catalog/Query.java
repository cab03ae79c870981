package org.tongcheng.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * Which features of a collection are asked for; every part that is not null or empty must hold.
 *
 * @param areas      the feature's geometry intersects one of these (longitude, latitude; a box across the antimeridian is
 *                   two polygons); a feature without geometry does not match
 * @param meeting    the feature's geometry intersects this as well; null for anything
 * @param inside     the feature's geometry lies within this (covered by it); null for anywhere
 * @param during     the feature's [opened, closed) meets this interval of days; a feature without a year always matches
 * @param asOf       the feature exists then
 * @param equal      property name → value of the property's Java type; on an array: contains
 * @param ids        only these ids; empty for all
 */
public record Query(
        List<Geometry> areas,
        Geometry meeting,
        Geometry inside,
        Days during,
        AsOf asOf,
        Map<String, Object> equal,
        List<String> ids) {

    /** Everything. */
    public static final Query ALL = new Query(List.of(), null, null, null, Map.of(), List.of());

    public Query {
        areas = List.copyOf(areas);
        equal = Map.copyOf(equal);
        ids = List.copyOf(ids);
    }

    public Query(List<Geometry> areas, Geometry inside, Days during, AsOf asOf, Map<String, Object> equal, List<String> ids) {
        this(areas, null, inside, during, asOf, equal, ids);
    }

    /** Both ends inclusive; null for an open end. */
    public record Days(LocalDate from, LocalDate to) {}

    public Query withAsOf(AsOf other) {
        return new Query(areas, meeting, inside, during, other, equal, ids);
    }

    public Query withMeeting(Geometry other) {
        return new Query(areas, other, inside, during, asOf, equal, ids);
    }

    public Query withEqual(Map<String, Object> others) {
        return new Query(areas, meeting, inside, during, asOf, others, ids);
    }

    public Query withAreas(List<Geometry> others) {
        return new Query(others, meeting, inside, during, asOf, equal, ids);
    }
}
