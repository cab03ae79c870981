package org.tongcheng.network.osm;

import com.graphhopper.reader.ReaderWay;
import com.graphhopper.reader.osm.OSMReader;
import com.graphhopper.reader.osm.WaySegmentParser.CoordinateSupplier;
import com.graphhopper.reader.osm.WaySegmentParser.NodeTagSupplier;
import com.graphhopper.routing.OSMReaderConfig;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.DecimalEncodedValue;
import com.graphhopper.routing.ev.DefaultImportRegistry;
import com.graphhopper.routing.ev.EnumEncodedValue;
import com.graphhopper.routing.ev.ImportRegistry;
import com.graphhopper.routing.ev.IntEncodedValue;
import com.graphhopper.routing.ev.RoadClass;
import com.graphhopper.routing.ev.RoadEnvironment;
import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.routing.util.EncodingManager;
import com.graphhopper.routing.util.OSMParsers;
import com.graphhopper.routing.util.parsers.TagParser;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.NodeAccess;
import com.graphhopper.storage.RAMDirectory;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PMap;
import com.graphhopper.util.PointList;
import com.graphhopper.util.shapes.GHPoint3D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.tongcheng.network.Streets;

/**
 * Reads the streets of one vehicle from an OpenStreetMap file with GraphHopper's parsers: tags, access, one-ways, barriers, speeds.
 *
 * <p>As GraphHopper does by default: private ways are closed; speeds are kept in steps of 2 km/h, a limit to nine tenths; courses lose points that lie within half a metre of the rest; lengths are
 * those of great circles on a sphere of 6 371 km, up to 0.5 % off the ellipsoid's; ferries are ways, at the speed that their tags or
 * their length give. Turn restrictions and turn costs are not read. On foot, paths of hiking scale T2 and above are left out, as in its
 * profile for walking.
 */
final class OsmReading {

    /** From this on, GraphHopper's profile for walking leaves a path out (sac_scale=mountain_hiking). */
    private static final int HIKE_TOO_HARD = 2;
    private static final double MILLIS_PER_SECOND = 1000;
    private static final double MILLIMETRES = 1000;
    private static final double KMH_PER_METRE_PER_SECOND = 3.6;

    private final Vehicle vehicle;
    private final Progress progress;
    private final EncodingManager values;
    private final BaseGraph graph;
    private final Set<Long> cutAt = new HashSet<>();

    OsmReading(Vehicle vehicle, Progress progress) {
        this.vehicle = vehicle;
        this.progress = progress;
        EncodingManager.Builder builder = new EncodingManager.Builder();
        ImportRegistry registry = new DefaultImportRegistry();
        for (String name : vehicle.encodedValues()) {
            builder.add(registry.createImportUnit(name).getCreateEncodedValue().apply(new PMap()));
        }
        this.values = builder.build();
        this.graph = new BaseGraph.Builder(values).setDir(new RAMDirectory()).create();
    }

    /** Places where ways were cut off because the file lacks their next node, by {@link #key}. */
    Set<Long> cutAt() {
        return cutAt;
    }

    /** Longitude and latitude, both in 1e-7 degrees, in one. */
    static long key(int lon, int lat) {
        return (long) lon << Integer.SIZE | lat & 0xFFFFFFFFL;
    }

    /** Throws {@link IOException} where the file cannot be read or holds no street for the vehicle. */
    RawStreets read(Path file) throws IOException {
        OSMParsers parsers = new OSMParsers();
        ImportRegistry registry = new DefaultImportRegistry();
        for (String name : vehicle.encodedValues()) {
            TagParser parser = registry.createImportUnit(name).getCreateTagParser().apply(values, new PMap());
            if (parser != null) {
                parsers.addWayTagParser(parser);
            }
        }
        try {
            new Reader(parsers).setFile(file.toFile()).readGraph();
        } catch (RuntimeException e) {
            if (graph.getNodes() == 0 && e.getCause() == null) {
                throw empty(file);
            }
            throw new IOException("'" + file + "' cannot be read as OpenStreetMap streets by " + vehicle.label() + ": " + e.getMessage(), e);
        }
        RawStreets raw = copied();
        graph.close();
        if (raw.edges == 0) {
            throw empty(file);
        }
        return raw;
    }

    private IOException empty(Path file) {
        return new IOException("'" + file + "' holds no street open " + (vehicle == Vehicle.CAR ? "to cars" : "on foot"));
    }

    /** GraphHopper's reader, limited to the ways of the vehicle, and listening to its progress. */
    private final class Reader extends OSMReader {

        private final Predicate<ReaderWay> opens = vehicle.opens(values);
        private long accepted;
        private long cut;

        Reader(OSMParsers parsers) {
            super(graph, parsers, new OSMReaderConfig().setParseWayNames(false));
        }

        @Override
        protected boolean acceptWay(ReaderWay way) {
            boolean accept = super.acceptWay(way) && opens.test(way);
            if (accept && cut == 0) {
                progress.found(++accepted);
            }
            return accept;
        }

        @Override
        protected void preprocessWay(ReaderWay way, CoordinateSupplier coordinates, NodeTagSupplier tags) {
            super.preprocessWay(way, coordinates, tags);
            progress.cut(++cut, accepted);
            GHPoint3D before = null;
            for (int i = 0; i < way.getNodes().size(); i++) {
                GHPoint3D at = coordinates.getCoordinate(way.getNodes().get(i));
                if (i > 0 && (at == null) != (before == null)) {
                    GHPoint3D last = at == null ? before : at;
                    cutAt.add(key(units(last.getLon()), units(last.getLat())));
                }
                before = at;
            }
        }
    }

    private RawStreets copied() {
        NodeAccess nodes = graph.getNodeAccess();
        int[] lon = new int[graph.getNodes()];
        int[] lat = new int[graph.getNodes()];
        for (int node = 0; node < lon.length; node++) {
            lon[node] = units(nodes.getLon(node));
            lat[node] = units(nodes.getLat(node));
        }
        RawStreets raw = new RawStreets(lon, lat);
        EnumEncodedValue<RoadClass> roadClass = values.getEnumEncodedValue(Vehicle.ROAD_CLASS, RoadClass.class);
        EnumEncodedValue<RoadEnvironment> environment = values.getEnumEncodedValue(Vehicle.ROAD_ENVIRONMENT, RoadEnvironment.class);
        AllEdgesIterator edge = graph.getAllEdges();
        while (edge.next()) {
            boolean ferry = edge.get(environment) == RoadEnvironment.FERRY;
            int along = measure(edge, ferry, false);
            int against = measure(edge, ferry, true);
            // GraphHopper cuts a way that returns to its first node in two, so that an edge joins two nodes.
            if (edge.getBaseNode() != edge.getAdjNode() && Math.min(along, against) != Streets.UNREACHED) {
                PointList inner = edge.fetchWayGeometry(FetchMode.PILLAR_ONLY);
                for (int i = 0; i < inner.size(); i++) {
                    raw.addPoint(units(inner.getLon(i)), units(inner.getLat(i)));
                }
                raw.addEdge(edge.getBaseNode(), edge.getAdjNode(), along, against, (byte) rank(edge.get(roadClass)).ordinal(), ferry);
            }
        }
        return raw;
    }

    private int measure(EdgeIteratorState edge, boolean ferry, boolean backward) {
        BooleanEncodedValue access = values.getBooleanEncodedValue(vehicle.access());
        if (!(backward ? edge.getReverse(access) : edge.get(access))) {
            return Streets.UNREACHED;
        }
        if (vehicle == Vehicle.CAR) {
            DecimalEncodedValue speed = values.getDecimalEncodedValue(vehicle.own());
            return millis(edge.getDistance(), backward ? edge.getReverse(speed) : edge.get(speed));
        }
        if (ferry) {
            return millis(edge.getDistance(), edge.get(values.getDecimalEncodedValue(Vehicle.FERRY_SPEED)));
        }
        IntEncodedValue hike = values.getIntEncodedValue(vehicle.own());
        return edge.get(hike) >= HIKE_TOO_HARD ? Streets.UNREACHED : bounded(edge.getDistance() * MILLIMETRES);
    }

    private static int millis(double metres, double kmh) {
        return kmh <= 0 ? Streets.UNREACHED : bounded(metres / kmh * KMH_PER_METRE_PER_SECOND * MILLIS_PER_SECOND);
    }

    private static int bounded(double value) {
        return (int) Math.max(1, Math.min(Streets.UNREACHED - 1, Math.round(value)));
    }

    private static int units(double degrees) {
        return (int) Math.round(degrees / org.tongcheng.network.StreetShapes.DEGREES);
    }

    private static org.tongcheng.network.RoadClass rank(RoadClass read) {
        return switch (read) {
            case MOTORWAY -> org.tongcheng.network.RoadClass.MOTORWAY;
            case TRUNK -> org.tongcheng.network.RoadClass.TRUNK;
            case PRIMARY -> org.tongcheng.network.RoadClass.PRIMARY;
            case SECONDARY -> org.tongcheng.network.RoadClass.SECONDARY;
            case TERTIARY -> org.tongcheng.network.RoadClass.TERTIARY;
            default -> org.tongcheng.network.RoadClass.LOCAL;
        };
    }
}
