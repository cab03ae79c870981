package org.tongcheng.geometry;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/** The shortest geodesic distance between two geometries. */
final class NearestDistance {

    private NearestDistance() {}

    static double metres(Geometry a, Geometry b) {
        if (a.isEmpty() || b.isEmpty()) {
            throw new IllegalArgumentException("an empty geometry has no distance");
        }
        if (a.intersects(b)) {
            return 0;
        }
        double scale = Math.cos(Math.toRadians((a.getEnvelopeInternal().centre().y + b.getEnvelopeInternal().centre().y) / 2));
        Coordinate[] nearest = new IndexedFacetDistance(Globe.moved(a, c -> new Coordinate(c.x * scale, c.y)))
                .nearestPoints(Globe.moved(b, c -> new Coordinate(c.x * scale, c.y)));
        return Geodesy.distanceMetres(nearest[0].x / scale, nearest[0].y, nearest[1].x / scale, nearest[1].y);
    }
}
