package org.tongcheng.geometry;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;

/** Mends what can be mended: crossing rings become the area they enclose, parts without extent are left out. */
public final class Repair {

    private Repair() {}

    /**
     * A valid geometry and what the repair did to its area.
     *
     * @param areaBeforeKm2 of the geometry as it came, in square kilometres: every ring counts with the area that the sum along
     *                      its edges gives, without sign, shells added, holes taken off, never below 0. Where a ring crosses
     *                      itself its lobes count with the sign of their direction, so a bow tie of equal lobes has 0.
     * @param areaAfterKm2  of the result, in square kilometres, on the same ellipsoid ({@link Geodesy#areaSquareMetres})
     */
    public record Repaired(Geometry geometry, double areaBeforeKm2, double areaAfterKm2) {}

    /**
     * The geometry made valid and wound by RFC 7946, of the same kind (though a Polygon may become a MultiPolygon); unchanged
     * but for the winding where it is valid. Throws {@link InvalidGeometry} where it cannot be mended (off the globe, too many
     * vertices) or nothing is left.
     */
    public static Repaired repair(Geometry geometry) {
        Geometry wound = Winding.rfc7946(geometry);
        double before = areaKm2(wound);
        if (Validity.findFault(wound).isEmpty()) {
            return new Repaired(wound, before, before);
        }
        Validity.findFaultBeyondRepair(geometry).ifPresent(fault -> {
            throw new InvalidGeometry(fault);
        });
        Geometry fixed = Winding.rfc7946(GeometryFixer.fix(geometry));
        if (fixed.isEmpty()) {
            throw new InvalidGeometry(nothingLeft(geometry));
        }
        return new Repaired(Validity.check(fixed), before, areaKm2(fixed));
    }

    private static Fault nothingLeft(Geometry geometry) {
        Coordinate place = geometry.getCoordinate();
        String reason = "Nothing is left of the geometry after its repair.";
        return place == null ? Fault.nowhere(Fault.EMPTY, reason) : new Fault(Fault.EMPTY, reason, place.x, place.y);
    }

    private static double areaKm2(Geometry geometry) {
        return Geodesy.areaSquareMetres(geometry) / 1e6;
    }
}
