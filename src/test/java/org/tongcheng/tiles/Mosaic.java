package org.tongcheng.tiles;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A rectangle divided into units with ragged borders, each border drawn once and used by both its sides, as in a catalogue.
 *
 * <pre>
 *    ┌──/\──┬──\──┐     columns × rows units; inner borders are fractal lines between corners that were moved a little;
 *    │  a   <  b   │     the outer border is straight
 *    ├─/\───┼───\─┤
 * </pre>
 */
final class Mosaic {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Coordinate[][] corners;
    private final List<List<List<Coordinate>>> across = new ArrayList<>();
    private final List<List<List<Coordinate>>> down = new ArrayList<>();
    private final SplittableRandom random;
    private final int columns;
    private final int rows;

    /** @param halvings how often each border is broken; it has 2^halvings edges */
    Mosaic(Envelope box, int columns, int rows, int halvings, SplittableRandom random) {
        this.random = random;
        this.columns = columns;
        this.rows = rows;
        this.corners = new Coordinate[rows + 1][columns + 1];
        double width = box.getWidth() / columns;
        double height = box.getHeight() / rows;
        for (int r = 0; r <= rows; r++) {
            for (int c = 0; c <= columns; c++) {
                double dx = c % columns == 0 ? 0 : (random.nextDouble() - 0.5) * width * 0.4;
                double dy = r % rows == 0 ? 0 : (random.nextDouble() - 0.5) * height * 0.4;
                corners[r][c] = new Coordinate(box.getMinX() + c * width + dx, box.getMinY() + r * height + dy);
            }
        }
        for (int r = 0; r <= rows; r++) {
            across.add(new ArrayList<>());
            down.add(new ArrayList<>());
            for (int c = 0; c <= columns; c++) {
                across.get(r).add(c == columns ? null : border(corners[r][c], corners[r][c + 1], r % rows == 0 ? 0 : halvings));
                down.get(r).add(r == rows ? null : border(corners[r][c], corners[r + 1][c], c % columns == 0 ? 0 : halvings));
            }
        }
    }

    List<Geometry> units() {
        List<Geometry> units = new ArrayList<>();
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                List<Coordinate> ring = new ArrayList<>(across.get(r).get(c));
                join(ring, down.get(r).get(c + 1), false);
                join(ring, across.get(r + 1).get(c), true);
                join(ring, down.get(r).get(c), true);
                units.add(FACTORY.createPolygon(ring.toArray(Coordinate[]::new)));
            }
        }
        return units;
    }

    private static void join(List<Coordinate> ring, List<Coordinate> border, boolean back) {
        for (int i = 1; i < border.size(); i++) {
            ring.add(border.get(back ? border.size() - 1 - i : i).copy());
        }
    }

    /** Each middle is moved sideways by up to a tenth of the edge, so that no border meets another. */
    private List<Coordinate> border(Coordinate from, Coordinate to, int halvings) {
        List<Coordinate> line = new ArrayList<>(List.of(from, to));
        for (int h = 0; h < halvings; h++) {
            List<Coordinate> finer = new ArrayList<>(List.of(line.get(0)));
            for (int i = 1; i < line.size(); i++) {
                Coordinate a = line.get(i - 1);
                Coordinate b = line.get(i);
                double aside = (random.nextDouble() - 0.5) / 5;
                finer.add(new Coordinate((a.x + b.x) / 2 + aside * (b.y - a.y), (a.y + b.y) / 2 - aside * (b.x - a.x)));
                finer.add(b);
            }
            line = finer;
        }
        return line;
    }
}
