package org.tongcheng.geometry;

/**
 * What is wrong with a geometry, and where.
 *
 * @param code   stable, one of the constants of this record
 * @param reason one sentence for people
 * @param lon    longitude in degrees of the place, as given (so it may be out of range); NaN where there is no place
 * @param lat    latitude in degrees of the place; NaN where there is no place
 */
public record Fault(String code, String reason, double lon, double lat) {

    public static final String SELF_INTERSECTION = "self-intersection";
    public static final String RING_SELF_INTERSECTION = "ring-self-intersection";
    public static final String HOLE_OUTSIDE_SHELL = "hole-outside-shell";
    public static final String NESTED_HOLES = "nested-holes";
    public static final String NESTED_SHELLS = "nested-shells";
    public static final String DISCONNECTED_INTERIOR = "disconnected-interior";
    public static final String DUPLICATE_RINGS = "duplicate-rings";
    public static final String TOO_FEW_POINTS = "too-few-points";
    public static final String UNCLOSED_RING = "unclosed-ring";
    public static final String OUT_OF_RANGE = "out-of-range";
    public static final String EMPTY = "empty";
    public static final String TOO_MANY_VERTICES = "too-many-vertices";

    /** A fault of the geometry as a whole. */
    static Fault nowhere(String code, String reason) {
        return new Fault(code, reason, Double.NaN, Double.NaN);
    }

    /** The fault of a coordinate off the globe; the place of an infinite or undefined number is the nearest one there is. */
    static Fault outOfRange(double lon, double lat) {
        String culprit = Globe.isLongitude(lon)
                ? "latitude " + lat + " is not within -90 … 90"
                : "longitude " + lon + " is not within -180 … 180";
        return new Fault(OUT_OF_RANGE, "The " + culprit + ".", Globe.finite(lon, 180), Globe.finite(lat, 90));
    }

    public boolean hasPlace() {
        return !Double.isNaN(lon) && !Double.isNaN(lat);
    }

    /** Reason and place in one line. */
    public String message() {
        return hasPlace() ? reason + " At longitude " + lon + ", latitude " + lat + "." : reason;
    }
}
