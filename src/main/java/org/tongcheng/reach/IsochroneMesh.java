package org.tongcheng.reach;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.operation.linemerge.LineMerger;
import org.tongcheng.network.Streets;

/**
 * The land cut into triangles whose corners are the nodes of the streets and the vertices of the outline: what isochrones are
 * drawn on. It covers the land exactly and nothing else, so what is drawn on it never crosses water.
 *
 * <p>Corners {@code 0 .. nodes - 1} are the nodes; the others are shore corners. A shore corner knows up to three nodes it is
 * reached from, with the way to each along the edges of the strip.
 *
 * <p>Threads: immutable, safe for any number. Built once for each set of streets; different profiles share it.
 */
final class IsochroneMesh {

    /** How many nodes a shore corner is reached from. */
    static final int ANCHORS = 3;

    final int nodes;
    final double spacingMetres;
    final double[] lon;
    final double[] lat;
    /** Corners of the triangles, three each, anticlockwise. */
    final int[] corner;
    /** Edges of the land's outline, two corners each, land to the left. */
    final int[] rim;
    /** Nodes each shore corner is reached from, nearest first, {@link #ANCHORS} each; -1 where there are fewer. */
    final int[] anchor;
    final float[] anchorMetres;
    private final IsochroneEdges rimEdges;
    private final IsochroneCells cells;

    private IsochroneMesh(Streets streets, IsochroneShore shore) {
        nodes = streets.nodes();
        spacingMetres = shore.spacingMetres();
        List<Coordinate> outline = shore.outline();
        lon = new double[nodes + outline.size()];
        lat = new double[lon.length];
        for (int v = 0; v < lon.length; v++) {
            lon[v] = v < nodes ? streets.lon(v) : outline.get(v - nodes).x;
            lat[v] = v < nodes ? streets.lat(v) : outline.get(v - nodes).y;
        }
        int[] strip = shore.stripTriangles();
        int[] lattice = shore.latticeTriangles();
        corner = Arrays.copyOf(lattice, lattice.length + strip.length);
        System.arraycopy(strip, 0, corner, lattice.length, strip.length);
        rim = rim(strip, shore.latticeBorder());
        rimEdges = new IsochroneEdges(rim.length / 2);
        for (int r = 0; r < rim.length; r += 2) {
            rimEdges.put(IsochroneEdges.key(rim[r], rim[r + 1]), r);
        }
        anchor = new int[ANCHORS * outline.size()];
        anchorMetres = new float[anchor.length];
        new IsochroneAnchors(this, strip).find();
        cells = new IsochroneCells(this);
    }

    /** The mesh of streets that form a lattice: three nodes joined each to each are a triangle. */
    static IsochroneMesh of(Streets streets) {
        return new IsochroneMesh(streets, new IsochroneShore(streets, IsochroneLattice.triangles(streets)));
    }

    int triangles() {
        return corner.length / 3;
    }

    boolean isRim(int a, int b) {
        return rimEdges.contains(IsochroneEdges.key(a, b));
    }

    double metres(int a, int b) {
        return IsochroneLattice.metres(lon[a], lat[a], lon[b], lat[b]);
    }

    /** Numbers of the triangles that may come within so many metres of a place; some that do not are among them. */
    int[] trianglesNear(double placeLon, double placeLat, double metres) {
        return cells.near(placeLon, placeLat, metres);
    }

    /** The outline where it is reached first from one of these nodes at both ends. */
    MultiLineString rimAt(BitSet wanted) {
        GeometryFactory factory = new GeometryFactory();
        LineMerger merger = new LineMerger();
        for (int r = 0; r < rim.length; r += 2) {
            if (isReachedFrom(rim[r], wanted) && isReachedFrom(rim[r + 1], wanted)) {
                merger.add(factory.createLineString(new Coordinate[] {
                    new Coordinate(lon[rim[r]], lat[rim[r]]), new Coordinate(lon[rim[r + 1]], lat[rim[r + 1]])
                }));
            }
        }
        LineString[] lines = ((Collection<?>) merger.getMergedLineStrings()).toArray(LineString[]::new);
        return factory.createMultiLineString(lines);
    }

    private boolean isReachedFrom(int corner, BitSet wanted) {
        int node = corner < nodes ? corner : anchor[ANCHORS * (corner - nodes)];
        return node >= 0 && wanted.get(node);
    }

    /** What of the strip's and the lattice's outer edges belongs to one of them alone. */
    private static int[] rim(int[] strip, int[] latticeBorder) {
        int[] ofStrip = IsochroneShore.edgesOf(strip);
        int[] all = Arrays.copyOf(ofStrip, ofStrip.length + latticeBorder.length);
        System.arraycopy(latticeBorder, 0, all, ofStrip.length, latticeBorder.length);
        return IsochroneShore.once(all);
    }
}
