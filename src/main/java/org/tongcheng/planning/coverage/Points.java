package org.tongcheng.planning.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.Puntal;

/** The points that stand for a geometry in travel times: a point for itself, a line and an outline every kilometre or so. */
final class Points {

    /** About a kilometre, the spacing of the sketch's streets in a city. */
    private static final double SPACING_DEGREES = 0.01;

    private Points() {}

    /** Of polygons also one inside. */
    static List<Coordinate> of(Geometry geometry) {
        if (geometry instanceof Puntal) {
            return Arrays.asList(geometry.getCoordinates());
        }
        List<Coordinate> points = new ArrayList<>(Arrays.asList(Densifier.densify(geometry, SPACING_DEGREES).getCoordinates()));
        if (geometry instanceof Polygonal) {
            points.add(geometry.getInteriorPoint().getCoordinate());
        }
        return points;
    }
}
