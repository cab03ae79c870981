package org.tongcheng.planning.siting;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.Puntal;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.geometry.LocalPlane;
import org.tongcheng.geometry.Overlap;
import org.tongcheng.planning.ProposedSite;

/** Puts together and takes apart what sites and layers share. */
final class Parts {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private Parts() {}

    /** Each place once; of different kinds of geometry only the highest. Empty where all are. */
    static Geometry union(List<Geometry> geometries) {
        List<Geometry> areas = geometries.stream().filter(g -> g instanceof Polygonal && !g.isEmpty()).toList();
        if (!areas.isEmpty()) {
            return areas.size() == 1 ? areas.get(0) : OverlayNGRobust.union(areas);
        }
        List<Geometry> others = geometries.stream().filter(g -> !g.isEmpty() && (g instanceof Lineal || g instanceof Puntal)).toList();
        return others.isEmpty() ? FACTORY.createGeometryCollection() : FACTORY.buildGeometry(others).union();
    }

    /** Of an area what lies outside others. */
    static Geometry without(Geometry area, Geometry others) {
        return OverlayNGRobust.overlay(area, others, OverlayNG.DIFFERENCE);
    }

    /** Of an area what lies within a true distance of a geometry, of which only what is near is looked at. */
    static Geometry within(Geometry area, Geometry geometry, double metres) {
        Geometry near = clipped(geometry, area, metres);
        return near.isEmpty() || metres <= 0 ? Overlap.common(area, geometry)
                : Overlap.common(area, Geodesy.buffer(List.of(near), metres));
    }

    /** What of a geometry lies in the box that holds all within so many metres of another. */
    static Geometry clipped(Geometry geometry, Geometry other, double metres) {
        Envelope box = Geodesy.around(other.getEnvelopeInternal(), metres * 1.01 + 1);
        return box.contains(geometry.getEnvelopeInternal()) ? geometry : Overlap.common(geometry, FACTORY.toGeometry(box));
    }

    /** Each of them with so many metres, and as many as it and the site may be off, to keep away by. */
    static List<Ground.Kept> kept(List<LayerFeature> features, ProposedSite site, double metres) {
        return features.stream().map(feature -> {
            Double tolerance = feature.tolerance(site);
            return new Ground.Kept(feature.geometry(), metres + (tolerance == null ? 0 : tolerance));
        }).toList();
    }

    /** The ground that lies in the union of areas and so many metres from its edge, in the plane. */
    static Geometry shrunk(List<Geometry> areas, ProposedSite site, double metres, LocalPlane plane) {
        List<Geometry> near = areas.stream().map(a -> clipped(a, site.geometry(), ShiftSearch.FARTHEST_METRES + metres + 1000))
                .filter(g -> !g.isEmpty()).toList();
        return near.isEmpty() ? FACTORY.createPolygon()
                : plane.toMetres(union(near)).buffer(-KeptGround.apart(metres));
    }
}
