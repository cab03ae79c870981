package org.tongcheng.exchange;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.geometry.Crs;
import org.tongcheng.geometry.Fault;
import org.tongcheng.geometry.GeometryAssembly;
import org.tongcheng.geometry.InvalidGeometry;
import org.tongcheng.geometry.OutsideDomain;
import org.tongcheng.geometry.Repair;
import org.tongcheng.geometry.Validity;
import org.tongcheng.geometry.Winding;

/**
 * The gate through which every geometry comes in: from its source's system to longitude and latitude, of a kind that the
 * collection takes, valid, wound by RFC 7946. Refuses with {@link InvalidGeometry}, which names place and reason. Threads: safe
 * for many.
 */
public final class GeometryEntry {

    /** Code of the fault of a geometry of another kind than the collection's, beside those of {@link Fault}. */
    public static final String WRONG_KIND = "wrong-kind";

    private final GeometryKind kind;
    private final EntryOptions options;

    public GeometryEntry(GeometryKind kind, EntryOptions options) {
        this.kind = kind;
        this.options = options;
    }

    /**
     * @param geometry longitude, latitude; null where there was none
     * @param repaired what a repair did; null where nothing had to be mended
     */
    public record Admitted(Geometry geometry, Repair.Repaired repaired) {}

    /** Null stands for a feature without geometry. */
    public Admitted admit(RawGeometry raw) {
        if (raw == null) {
            return new Admitted(null, null);
        }
        requireKind(raw.type(), raw);
        if (raw.vertices() > Validity.MAX_VERTICES) {
            throw new InvalidGeometry(new Fault(Fault.TOO_MANY_VERTICES, "The geometry has " + raw.vertices()
                    + " vertices; at most " + Validity.MAX_VERTICES + " are taken.", Double.NaN, Double.NaN));
        }
        try {
            Geometry geometry = assembled(raw, GeometryAssembly.strict());
            return new Admitted(Validity.check(Winding.rfc7946(geometry)), null);
        } catch (InvalidGeometry e) {
            if (!options.repair()) {
                throw e;
            }
            Repair.Repaired repaired = Repair.repair(assembled(raw, GeometryAssembly.mending()));
            requireKind(repaired.geometry().getGeometryType(), raw);
            return new Admitted(repaired.geometry(), repaired);
        }
    }

    private void requireKind(String type, RawGeometry raw) {
        if (kind != GeometryKind.ANY && !kind.label().equals(type) && !kind.label().equals("Multi" + type)) {
            Coordinate place = firstPosition(raw);
            throw new InvalidGeometry(new Fault(WRONG_KIND, "The collection takes " + kind.allowed() + "; this is a " + type + ".",
                    place == null ? Double.NaN : place.x, place == null ? Double.NaN : place.y));
        }
    }

    /** Null where there is none, or none on the globe. */
    private Coordinate firstPosition(RawGeometry raw) {
        for (RawGeometry member : raw.members()) {
            Coordinate place = firstPosition(member);
            if (place != null) {
                return place;
            }
        }
        try {
            for (List<double[]> part : raw.parts()) {
                for (double[] sequence : part) {
                    if (sequence.length > 0) {
                        return assembled(RawGeometry.point(sequence[0], sequence[1]), GeometryAssembly.strict()).getCoordinate();
                    }
                }
            }
            return null;
        } catch (InvalidGeometry e) {
            return null;
        }
    }

    private Geometry assembled(RawGeometry raw, GeometryAssembly assembly) {
        return options.datum().toWgs84(inLonLat(raw, assembly));
    }

    private Geometry inLonLat(RawGeometry raw, GeometryAssembly assembly) {
        if (raw.type().equals(RawGeometry.COLLECTION)) {
            List<Geometry> members = new ArrayList<>();
            raw.members().forEach(member -> members.add(inLonLat(member, assembly)));
            return assembly.collection(members);
        }
        if (raw.emptyPart() && assembly == GeometryAssembly.strict()) {
            throw new InvalidGeometry(
                    new Fault(Fault.EMPTY, "A part of the geometry has no positions.", Double.NaN, Double.NaN));
        }
        List<List<double[]>> parts = new ArrayList<>(raw.parts().size());
        for (List<double[]> part : raw.parts()) {
            List<double[]> sequences = new ArrayList<>(part.size());
            part.forEach(sequence -> sequences.add(lonLat(sequence)));
            parts.add(sequences);
        }
        return shape(raw.type(), parts, assembly);
    }

    private static Geometry shape(String type, List<List<double[]>> parts, GeometryAssembly assembly) {
        List<double[]> first = parts.isEmpty() ? List.of() : parts.get(0);
        double[] sequence = first.isEmpty() ? new double[0] : first.get(0);
        return switch (type) {
            case "Point" -> sequence.length == 0 ? assembly.multiPoint(sequence) : assembly.point(sequence[0], sequence[1]);
            case "MultiPoint" -> assembly.multiPoint(sequence);
            case "LineString" -> assembly.lineString(sequence);
            case "MultiLineString" -> assembly.multiLineString(first);
            case "Polygon" -> assembly.polygon(first);
            case "MultiPolygon" -> assembly.multiPolygon(parts);
            default -> throw new IllegalArgumentException("no raw geometry has the type " + type);
        };
    }

    /** A copy, so that what is kept never changes with the reader's arrays. */
    private double[] lonLat(double[] source) {
        double[] numbers = source.clone();
        Crs crs = options.crs();
        if (crs == Crs.CRS84 || crs.inDegrees() && options.eastFirst()) {
            return numbers;
        }
        boolean swapped = options.eastFirst() && crs.northEast();
        for (int i = 0; i < numbers.length; i += 2) {
            double x = swapped ? numbers[i + 1] : numbers[i];
            double y = swapped ? numbers[i] : numbers[i + 1];
            Coordinate position = lonLat(crs, x, y);
            numbers[i] = position.x;
            numbers[i + 1] = position.y;
        }
        return numbers;
    }

    private static Coordinate lonLat(Crs crs, double x, double y) {
        if (!crs.inDegrees() && !(Double.isFinite(x) && Double.isFinite(y))) {
            throw outOfRange("The position " + x + ", " + y + " of " + crs.code() + " is not finite.");
        }
        try {
            return crs.toLonLat(new Coordinate(x, y));
        } catch (OutsideDomain e) {
            throw outOfRange(e.getMessage());
        }
    }

    private static InvalidGeometry outOfRange(String reason) {
        return new InvalidGeometry(new Fault(Fault.OUT_OF_RANGE, reason, Double.NaN, Double.NaN));
    }
}
