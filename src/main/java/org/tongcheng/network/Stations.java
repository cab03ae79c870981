package org.tongcheng.network;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;
import org.tongcheng.geometry.Geodesy;

/**
 * The ground of a network without streets: a point stands for every station within a distance of it, an area for every station inside
 * it, at no cost. Threads: immutable, safe for any number.
 */
public final class Stations implements Ground {

    private final List<Station> stations;
    private final double withinMetres;
    private final STRtree tree = new STRtree();

    /**
     * A stop of a line.
     *
     * @param boarding  node from which its line is boarded
     * @param alighting node at which one has left it
     */
    public record Station(double lon, double lat, int boarding, int alighting) {

        private double metresTo(double otherLon, double otherLat) {
            return Geodesy.distanceMetres(lon, lat, otherLon, otherLat);
        }
    }

    /** @param withinMetres how far from a point the stations may be that it stands for, straight along the geodesic */
    public Stations(List<Station> stations, double withinMetres) {
        this.stations = List.copyOf(stations);
        this.withinMetres = withinMetres;
        stations.forEach(station -> tree.insert(new Envelope(new Coordinate(station.lon, station.lat)), station));
        tree.build();
    }

    /** How far from a point the stations may be that it stands for, metres. */
    public double withinMetres() {
        return withinMetres;
    }

    /** The stations around a point; the distance asked for does not count, but the profile's. */
    @Override
    public Optional<Foothold> find(double lon, double lat, double ignored) {
        Envelope around = Geodesy.around(new Envelope(new Coordinate(lon, lat)), withinMetres);
        return foothold(lon, lat, in(around).stream().filter(station -> station.metresTo(lon, lat) <= withinMetres).toList());
    }

    /** The stations inside an area, for a place that stands at a point in it; empty where there is none. */
    public Optional<Foothold> inside(double lon, double lat, Geometry area) {
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(area);
        return foothold(lon, lat, in(area.getEnvelopeInternal()).stream()
                .filter(station -> locator.locate(new Coordinate(station.lon, station.lat)) != Location.EXTERIOR).toList());
    }

    @SuppressWarnings("unchecked")
    private List<Station> in(Envelope box) {
        List<Station> found = tree.query(box);
        return found.stream().sorted(Comparator.comparingInt(Station::boarding)).toList();
    }

    private static Optional<Foothold> foothold(double lon, double lat, List<Station> there) {
        if (there.isEmpty()) {
            return Optional.empty();
        }
        int count = there.size();
        int[] nodes = IntStream.concat(there.stream().mapToInt(Station::boarding), there.stream().mapToInt(Station::alighting)).toArray();
        int[] millis = new int[2 * count];
        int[] millisBack = new int[2 * count];
        Arrays.fill(millis, count, 2 * count, Streets.UNREACHED);
        Arrays.fill(millisBack, 0, count, Streets.UNREACHED);
        return Optional.of(new Foothold(lon, lat, nodes, millis, millisBack, 0));
    }

    @Override
    public double metresToNearest(double lon, double lat) {
        return stations.stream().mapToDouble(station -> station.metresTo(lon, lat)).min().orElse(Double.POSITIVE_INFINITY);
    }

    /** Nobody goes from point to point but by the lines. */
    @Override
    public int directMillis(Foothold from, Foothold to) {
        return Streets.UNREACHED;
    }

    @Override
    public Geometry land() {
        return new GeometryFactory().createPolygon();
    }
}
