package org.tongcheng.tiles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.Query;
import org.tongcheng.catalog.View;
import org.tongcheng.geometry.Datum;

/**
 * The making of one tile from the store. Each layer takes its features from the largest down until it alone would fill the tile;
 * where the layers together are too long, all are drawn once more with only as many of their largest as fit. One thread, once.
 */
final class TileDrawing {

    /** The shifted datums differ from the true one by less than this in longitude and latitude (0.9 km, BD-09 1.7 km). */
    private static final double MOST_SHIFT_DEGREES = 0.02;

    /** By less than this, for each degree, does their shift grow or shrink. */
    private static final double SHIFT_GROWS = 0.05;

    private final FeatureStore store;
    private final TileQuestion question;
    private final List<CollectionDeclaration> collections;
    private final Query query;
    private final GridShapes shapes;

    TileDrawing(FeatureStore store, TileQuestion question) {
        this.store = store;
        this.question = question;
        this.collections = question.collections().stream()
                .filter(collection -> collection.geometry() != GeometryKind.NONE).toList();
        this.query = Query.ALL.withAsOf(question.asOf());
        this.shapes = new GridShapes(new TileFrame(question.address(), question.datum()));
    }

    /** What a feature cost in the layer in which it was taken. */
    private record Taken(int layer, double span, int bytes) {}

    /** A layer drawn, what each of its features cost, and how many were left out of it. */
    private record Drawn(LayerWriter layer, List<Taken> taken, long leftOut) {}

    Tile tile() {
        List<Drawn> drawn = draw(collections.stream().map(collection -> Tile.MOST_FEATURES).toList());
        if (drawn.stream().mapToInt(layer -> layer.layer().bytes()).sum() > Tile.MOST_BYTES) {
            drawn = draw(fitting(drawn));
        }
        byte[] bytes = LayerWriter.tile(drawn.stream().map(Drawn::layer).toList());
        return new Tile(bytes, drawn.stream().mapToInt(layer -> layer.layer().features()).sum(),
                drawn.stream().mapToLong(Drawn::leftOut).sum());
    }

    private List<Drawn> draw(List<Integer> most) {
        List<Drawn> drawn = new ArrayList<>();
        for (int i = 0; i < collections.size(); i++) {
            drawn.add(layer(i, most.get(i)));
        }
        return drawn;
    }

    /** How many of each layer's largest features fit if the largest of all come first. */
    private List<Integer> fitting(List<Drawn> drawn) {
        List<Taken> all = new ArrayList<>();
        int bytes = 0;
        for (Drawn layer : drawn) {
            all.addAll(layer.taken());
            bytes += layer.layer().bytes() - layer.taken().stream().mapToInt(Taken::bytes).sum();
        }
        all.sort(Comparator.comparingDouble(Taken::span).reversed());
        int[] counts = new int[drawn.size()];
        for (Taken one : all) {
            bytes += one.bytes();
            if (bytes > Tile.MOST_BYTES) {
                break;
            }
            counts[one.layer()]++;
        }
        return java.util.Arrays.stream(counts).boxed().toList();
    }

    private Drawn layer(int number, int most) {
        CollectionDeclaration collection = collections.get(number);
        TileAttributes attributes = TileAttributes.of(collection);
        LayerWriter layer = new LayerWriter(collection.id());
        List<Taken> taken = new ArrayList<>();
        View view = new View(box(), leastSpan(), attributes.propertyNames(), Tile.MOST_FEATURES);
        long left = store.draw(collection.id(), query, view, stored -> {
            List<GridShape> shape = shapes.of(stored.feature().geometry());
            if (shape.isEmpty()) {
                return true;
            }
            int before = layer.bytes();
            boolean fits = taken.size() < most && layer.add(shape, each -> attributes.give(stored, question.asOf(), each), Tile.MOST_BYTES);
            if (fits) {
                // a layer that is alone never has to give way to others
                double span = collections.size() == 1 ? 0 : Drawable.span(stored.feature().geometry());
                taken.add(new Taken(number, span, layer.bytes() - before));
            }
            return fits;
        });
        return new Drawn(layer, taken, left);
    }

    /** The land to look at: the tile with its margin; of a shifted map where it truly lies, and as much more as the shift may differ in it. */
    private Envelope box() {
        Envelope box = question.address().box(Tile.MARGIN);
        if (question.datum() == Datum.WGS84) {
            return box;
        }
        Envelope wgs84 = new Envelope(question.datum().toWgs84(new Coordinate(box.getMinX(), box.getMinY())),
                question.datum().toWgs84(new Coordinate(box.getMaxX(), box.getMaxY())));
        wgs84.expandBy(Math.min(MOST_SHIFT_DEGREES, SHIFT_GROWS * Math.max(box.getWidth(), box.getHeight())));
        return wgs84;
    }

    /** A pixel in degrees where the tile's degrees of latitude are longest: what is smaller is smaller than a pixel everywhere. */
    private double leastSpan() {
        TileAddress address = question.address();
        double pixel = address.unitDegrees() * Tile.PIXEL;
        if (address.set() != TileMatrixSet.WEB_MERCATOR_QUAD) {
            return pixel;
        }
        Envelope box = address.box(Tile.MARGIN);
        return pixel * Math.cos(Math.toRadians(Math.max(Math.abs(box.getMinY()), Math.abs(box.getMaxY()))));
    }
}
