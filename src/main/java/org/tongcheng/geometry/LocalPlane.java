package org.tongcheng.geometry;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Metres around a place: the transverse Mercator projection whose central meridian runs through it, so that lengths within 100 km
 * are right to 0.013 %, within 10 km to 0.0002 %, and shapes moved about keep theirs. Threads: immutable.
 */
public final class LocalPlane {

    private final Projection projection;

    private LocalPlane(Projection projection) {
        this.projection = projection;
    }

    /** @param lon longitude of the place, degrees */
    public static LocalPlane at(double lon) {
        return new LocalPlane(Projection.gaussKruger(lon));
    }

    /** Longitude, latitude in degrees, up to 60° from the place, to easting and northing in metres. */
    public Geometry toMetres(Geometry lonLat) {
        return Globe.moved(lonLat, position -> required(projection.findEastNorth(position), position));
    }

    /** The way back. */
    public Geometry toLonLat(Geometry metres) {
        return Globe.moved(metres, position -> required(projection.findLonLat(position), position));
    }

    private static Coordinate required(Coordinate projected, Coordinate from) {
        if (projected == null) {
            throw new IllegalArgumentException("no place of the plane: " + from);
        }
        return projected;
    }
}
