package org.tongcheng.geometry;

import org.geotools.api.parameter.ParameterValueGroup;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.operation.projection.MercatorPseudoProvider;
import org.locationtech.jts.geom.Coordinate;

/** Longitude, latitude in degrees to easting, northing in metres and back, as far as the projection is defined; by GeoTools. */
final class Projection {

    /** Web Mercator grows beyond all bounds towards the poles; here a degree of latitude is already 570 times too long. */
    private static final double WEB_MERCATOR_LATITUDE = 89.9;

    /** 0.1 mm at the equator, which is what positions are rounded to: a rounded edge of the world is still on it. */
    private static final double ROUNDING_DEGREES = 1e-9;

    private final MathTransform forward;
    private final MathTransform back;
    private final double greatestLatitude;
    private final double greatestEasting;

    private Projection(MathTransform forward, double greatestLatitude, double greatestEasting) {
        this.forward = forward;
        this.greatestLatitude = greatestLatitude;
        this.greatestEasting = greatestEasting;
        try {
            this.back = forward.inverse();
        } catch (TransformException e) {
            throw new IllegalStateException("the projection has no way back: " + forward, e);
        }
    }

    static Projection webMercator() {
        return new Projection(new WebMercatorMethod().transform(), WEB_MERCATOR_LATITUDE,
                Ellipsoid.EQUATORIAL_METRES * Math.toRadians(180 + ROUNDING_DEGREES));
    }

    static Projection gaussKruger(double centralMeridian) {
        return new Projection(new GaussKruger(centralMeridian), 90, Double.MAX_VALUE);
    }

    /** Null where the projection is not defined. */
    Coordinate findEastNorth(Coordinate lonLat) {
        return isDefinedAt(lonLat) ? find(forward, lonLat) : null;
    }

    /** Null where the projection is not defined. */
    Coordinate findLonLat(Coordinate eastNorth) {
        // checked before, since GeoTools prints a warning for every position beyond the edge of the world
        Coordinate lonLat = Math.abs(eastNorth.x) <= greatestEasting ? find(back, eastNorth) : null;
        if (lonLat == null) {
            return null;
        }
        Coordinate onGlobe = Math.abs(lonLat.x) <= 180 + ROUNDING_DEGREES
                ? new Coordinate(Math.max(-180, Math.min(180, lonLat.x)), lonLat.y) : lonLat;
        return isDefinedAt(onGlobe) ? onGlobe : null;
    }

    private boolean isDefinedAt(Coordinate lonLat) {
        return Globe.isLongitude(lonLat.x) && Math.abs(lonLat.y) <= greatestLatitude;
    }

    private static Coordinate find(MathTransform transform, Coordinate from) {
        double[] position = {from.x, from.y};
        try {
            transform.transform(position, 0, position, 0, 1);
        } catch (TransformException e) {
            return null;
        }
        boolean finite = Double.isFinite(position[0]) && Double.isFinite(position[1]);
        return finite ? new Coordinate(position[0], position[1]) : null;
    }

    /**
     * EPSG's method 1024, Popular Visualisation Pseudo Mercator: spherical formulas with the ellipsoid's longer radius. Asked
     * for directly, since GeoTools' factory would first load all the projections it has.
     */
    private static final class WebMercatorMethod extends MercatorPseudoProvider {

        private static final long serialVersionUID = 1L;

        MathTransform transform() {
            ParameterValueGroup parameters = getParameters().createValue();
            parameters.parameter("semi_major").setValue(Ellipsoid.EQUATORIAL_METRES);
            parameters.parameter("semi_minor").setValue(Ellipsoid.EQUATORIAL_METRES);
            return createMathTransform(parameters);
        }
    }
}
