package org.tongcheng.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.tongcheng.catalog.Period;
import org.tongcheng.geometry.Geodesy;

/**
 * What a catalogue promises of itself beyond types and references (see its README): codes are codes, seats lie in their units,
 * members are units, every stop is a vertex of its corridor, rings close, what closes has opened before.
 */
final class CatalogueChecks {

    /** A code is not six digits, or a unit's id is not its code. */
    static final String BAD_ADCODE = "bad-adcode";

    /** A seat is not longitude and latitude. */
    static final String BAD_SEAT = "bad-seat";

    /** A seat lies farther from its unit than its accuracy. */
    static final String SEAT_OUTSIDE = "seat-outside-unit";

    /** A member of an area is no unit, or is held by one that is no member. */
    static final String UNKNOWN_MEMBER = "unknown-member";

    /** A feature named by {@code feature_refs} is in no collection. */
    static final String UNKNOWN_FEATURE = "unknown-feature";

    /** A stop's number or place is none of its corridor's vertices. */
    static final String STOP_OFF_LINE = "stop-not-on-vertex";

    /** Two stops of a corridor have one number. */
    static final String DUPLICATE_STOP = "duplicate-stop";

    /** A corridor says that it is a ring and its line does not return, or the other way round. */
    static final String RING = "ring-not-closed";

    /** It closed before it opened. */
    static final String CLOSED_FIRST = "closed-before-opened";

    private static final String UNITS = "administrative-units";
    private static final Pattern ADCODE = Pattern.compile("[1-9]\\d{5}");
    private static final List<String> CODES = List.of("adcode", "parent_adcode", "former_adcodes", "host_adcode");
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Map<String, Map<String, CatalogueRow>> rows;
    private final List<Finding> findings = new ArrayList<>();

    private CatalogueChecks(Map<String, Map<String, CatalogueRow>> rows) {
        this.rows = rows;
    }

    /** @param rows collection → id → row */
    static List<Finding> check(Map<String, Map<String, CatalogueRow>> rows) {
        CatalogueChecks checks = new CatalogueChecks(rows);
        checks.all();
        return checks.findings;
    }

    private void all() {
        rows.values().forEach(collection -> collection.values().forEach(row -> {
            checkCodes(row);
            checkPeriod(row);
        }));
        in(UNITS).forEach(this::checkUnit);
        in("metropolitan-areas").forEach(this::checkMembers);
        in("corridors").forEach(this::checkRing);
        in("projects").forEach(this::checkFeatures);
        Map<String, CatalogueRow> stops = new HashMap<>();
        in("stops").forEach(stop -> checkStop(stop, stops));
    }

    private Iterable<CatalogueRow> in(String collection) {
        return rows.getOrDefault(collection, Map.of()).values();
    }

    private boolean isUnit(Object adcode) {
        return adcode instanceof String code && rows.getOrDefault(UNITS, Map.of()).containsKey(code);
    }

    private void add(CatalogueRow row, String code, String place, String reason) {
        findings.add(row.finding(code, place, reason));
    }

    private void checkCodes(CatalogueRow row) {
        for (String property : CODES) {
            for (Object code : list(row.feature().value(property))) {
                if (!ADCODE.matcher(String.valueOf(code)).matches()) {
                    add(row, BAD_ADCODE, property, "'" + code + "' is not a code of six digits");
                }
            }
        }
    }

    private void checkPeriod(CatalogueRow row) {
        String opened = row.feature().text("opened");
        String closed = row.feature().text("closed");
        if (opened != null && closed != null && row.declaration().hasPeriod() && isPeriod(opened) && isPeriod(closed)
                && Period.of(closed).lastDay().isBefore(Period.of(opened).lastDay())) {
            add(row, CLOSED_FIRST, "closed", "closed " + closed + ", opened " + opened);
        }
    }

    private static boolean isPeriod(String text) {
        try {
            Period.of(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void checkUnit(CatalogueRow row) {
        if (!row.feature().id().equals(row.feature().text("adcode"))) {
            add(row, BAD_ADCODE, "adcode", "a unit's id is its code; this one's is '" + row.feature().text("adcode") + "'");
        }
        Object seat = row.feature().value("seat");
        if (seat == null) {
            return;
        }
        List<?> numbers = list(seat);
        if (numbers.size() != 2 || !(numbers.get(0) instanceof Number lon) || !(numbers.get(1) instanceof Number lat)
                || Math.abs(lon.doubleValue()) > 180 || Math.abs(lat.doubleValue()) > 90) {
            add(row, BAD_SEAT, "seat", "'" + seat + "' is not a longitude and a latitude");
            return;
        }
        checkSeat(row, new Coordinate(lon.doubleValue(), lat.doubleValue()));
    }

    private void checkSeat(CatalogueRow row, Coordinate seat) {
        Geometry unit = row.feature().geometry();
        if (unit == null) {
            return;
        }
        Geometry point = FACTORY.createPoint(seat);
        double allowed = row.feature().value("seat_accuracy_m") instanceof Number accuracy ? accuracy.doubleValue() : 0;
        if (!unit.intersects(point) && Geodesy.distanceMetres(unit, point) > allowed) {
            add(row, SEAT_OUTSIDE, "seat", seat.x + ", " + seat.y + " lies "
                    + Math.round(Geodesy.distanceMetres(unit, point)) + " m outside the unit");
        }
    }

    private void checkMembers(CatalogueRow row) {
        Set<Object> members = new HashSet<>();
        for (String property : List.of("members", "context_members")) {
            for (Object member : list(row.feature().value(property))) {
                Object adcode = member instanceof Map<?, ?> map ? map.get("adcode") : member;
                members.add(adcode);
                if (!isUnit(adcode)) {
                    add(row, UNKNOWN_MEMBER, property, "'" + adcode + "' is no unit");
                }
            }
        }
        for (Object member : list(row.feature().value("members"))) {
            Object holder = member instanceof Map<?, ?> map ? map.get("contained_in") : null;
            if (holder != null && !members.contains(holder)) {
                add(row, UNKNOWN_MEMBER, "members", "'" + holder + "' is no member, though one is said to lie in it");
            }
        }
    }

    private void checkRing(CatalogueRow row) {
        if (row.feature().value("closed_ring") instanceof Boolean ring
                && row.feature().geometry() instanceof LineString line && line.isClosed() != ring) {
            add(row, RING, "closed_ring", ring ? "the line does not return to its first vertex" : "the line returns to its first vertex");
        }
    }

    private void checkFeatures(CatalogueRow row) {
        for (Object id : list(row.feature().value("feature_refs"))) {
            if (rows.values().stream().noneMatch(collection -> collection.containsKey(String.valueOf(id)))) {
                add(row, UNKNOWN_FEATURE, "feature_refs", "no collection has a feature '" + id + "'");
            }
        }
    }

    private void checkStop(CatalogueRow stop, Map<String, CatalogueRow> seen) {
        String corridor = stop.feature().text("corridor_id");
        CatalogueRow line = rows.getOrDefault("corridors", Map.of()).get(corridor == null ? "" : corridor);
        if (line == null || !(stop.feature().value("seq") instanceof Long seq) || line.feature().geometry() == null
                || stop.feature().geometry() == null) {
            return;
        }
        CatalogueRow before = seen.putIfAbsent(corridor + " " + seq, stop);
        if (before != null) {
            add(stop, DUPLICATE_STOP, "seq", "row " + before.row() + " is stop " + seq + " of '" + corridor + "' too");
        }
        Coordinate[] vertices = line.feature().geometry().getCoordinates();
        if (seq < 1 || seq > vertices.length) {
            add(stop, STOP_OFF_LINE, "seq", seq + " is none of the " + vertices.length + " vertices of '" + corridor + "'");
        } else if (!vertices[(int) (seq - 1)].equals2D(stop.feature().geometry().getCoordinate())) {
            Coordinate vertex = vertices[(int) (seq - 1)];
            add(stop, STOP_OFF_LINE, "geometry", "vertex " + seq + " of '" + corridor + "' is " + vertex.x + ", " + vertex.y);
        }
    }

    private static List<?> list(Object value) {
        return value == null ? List.of() : value instanceof List<?> list ? list : List.of(value);
    }
}
