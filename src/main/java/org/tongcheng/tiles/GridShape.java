package org.tongcheng.tiles;

import java.util.List;

/**
 * What is left of a geometry on the grid of a tile.
 *
 * @param kind  points, lines or polygons
 * @param paths each x, y, x, y … of grid points: one path with all points; each line; each ring, its first point not repeated,
 *              an outer ring clockwise as one sees it and followed by its holes, which run the other way
 */
record GridShape(Kind kind, List<int[]> paths) {

    enum Kind {
        POINTS,
        LINES,
        POLYGONS
    }
}
