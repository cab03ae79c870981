package org.tongcheng.geometry;

import org.geotools.api.parameter.ParameterValueGroup;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.operation.DefaultMathTransformFactory;
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

    private Projection(MathTransform forward, double greatestLatitude) {
        this.forward = forward;
        this.greatestLatitude = greatestLatitude;
        try {
            this.back = forward.inverse();
        } catch (TransformException e) {
            throw new IllegalStateException("the projection has no way back: " + forward, e);
        }
    }

    /** EPSG's method 1024, Popular Visualisation Pseudo Mercator: spherical formulas with the ellipsoid's longer radius. */
    static Projection webMercator() {
        try {
            DefaultMathTransformFactory factory = new DefaultMathTransformFactory();
            ParameterValueGroup parameters = factory.getDefaultParameters("Popular Visualisation Pseudo Mercator");
            parameters.parameter("semi_major").setValue(Ellipsoid.EQUATORIAL_METRES);
            parameters.parameter("semi_minor").setValue(Ellipsoid.EQUATORIAL_METRES);
            return new Projection(factory.createParameterizedTransform(parameters), WEB_MERCATOR_LATITUDE);
        } catch (FactoryException e) {
            throw new IllegalStateException("GeoTools does not know Web Mercator", e);
        }
    }

    static Projection gaussKruger(double centralMeridian) {
        return new Projection(new GaussKruger(centralMeridian), 90);
    }

    /** Null where the projection is not defined. */
    Coordinate findEastNorth(Coordinate lonLat) {
        return isDefinedAt(lonLat) ? find(forward, lonLat) : null;
    }

    /** Null where the projection is not defined. */
    Coordinate findLonLat(Coordinate eastNorth) {
        Coordinate lonLat = find(back, eastNorth);
        if (lonLat != null && Math.abs(lonLat.x) <= 180 + ROUNDING_DEGREES) {
            lonLat.x = Math.max(-180, Math.min(180, lonLat.x));
        }
        return lonLat != null && isDefinedAt(lonLat) ? lonLat : null;
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
}
