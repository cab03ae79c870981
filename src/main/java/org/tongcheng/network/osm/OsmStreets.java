package org.tongcheng.network.osm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tongcheng.network.Profile;
import org.tongcheng.network.RoadClass;
import org.tongcheng.network.Shelf;
import org.tongcheng.network.StreetGraph;
import org.tongcheng.network.StreetSource;
import org.tongcheng.network.Streets;

/**
 * Real streets, read from an OpenStreetMap file: one net for cars, one on foot, each read when first asked for.
 *
 * <pre>
 *   OsmStreets osm = OsmStreets.of(Path.of("porto.osm.pbf"), OsmSettings.read(Path.of("data/streets/osm.yml")));
 *   Streets byCar = osm.streets(drive);
 * </pre>
 *
 * <p>By car each street takes what GraphHopper makes of its tags, over the profile's share of speed for its class; on foot its length
 * at the profile's walking speed; a ferry what its tags or its length say. A profile's detour is not applied: the streets make their
 * own. See {@link OsmReading} for what is read and what is not.
 *
 * <p>Threads: safe for any number; while a net is read, those who ask for it wait.
 */
public final class OsmStreets implements StreetSource {

    private static final double MILLIS_PER_HOUR = 3_600_000;
    private static final double MILLIMETRES_PER_KM = 1_000_000;

    private final Path file;
    private final OsmSettings settings;
    private final OsmHeader header;
    /** Null where nothing is kept. */
    private final StreetCache cache;
    private final Map<Vehicle, Net> nets = new EnumMap<>(Vehicle.class);
    private final Map<Object, Streets> streets = new ConcurrentHashMap<>();

    /** What the profiles of one vehicle share. */
    private record Net(StreetArrays arrays, StreetGraph graph, EdgeTree tree, BitSet ferries, BitSet smallOrFerries) {

        static Net of(StreetArrays arrays) {
            StreetGraph graph = arrays.graph();
            BitSet ferries = new BitSet();
            for (int edge : arrays.ferries()) {
                ferries.set(edge);
            }
            BitSet smallOrFerries = SmallNets.edges(arrays);
            smallOrFerries.or(ferries);
            return new Net(arrays, graph, new EdgeTree(graph), ferries, smallOrFerries);
        }
    }

    private OsmStreets(Path file, OsmSettings settings, OsmHeader header, StreetCache cache) {
        this.file = file;
        this.settings = settings;
        this.header = header;
        this.cache = cache;
    }

    /** Streets that nothing is kept of. Throws {@link IOException} that names the file where it is missing or no OpenStreetMap file. */
    public static OsmStreets of(Path file, OsmSettings settings) throws IOException {
        return new OsmStreets(file, settings, OsmHeader.read(file), null);
    }

    /**
     * Streets that are kept for the next start, and found there if the file is the same.
     *
     * @param cache folder for it, made where it is missing
     */
    public static OsmStreets of(Path file, OsmSettings settings, Path cache) throws IOException {
        return new OsmStreets(file, settings, OsmHeader.read(file), StreetCache.of(cache, file));
    }

    /** Throws {@link UncheckedIOException} where the file cannot be read or holds no street for the profile's vehicle. */
    @Override
    public Streets streets(Profile profile) {
        Profile.StreetRules rules = profile.streets();
        if (rules.onFoot()) {
            double kmh = rules.speed().value();
            return streets.computeIfAbsent(kmh, same -> walked(net(Vehicle.FOOT), kmh));
        }
        List<Double> shares = Arrays.stream(RoadClass.values())
                .map(roadClass -> rules.shares().containsKey(roadClass) ? rules.shares().get(roadClass).value() : 1)
                .toList();
        return streets.computeIfAbsent(shares, same -> driven(net(Vehicle.CAR), shares));
    }

    private Net net(Vehicle vehicle) {
        synchronized (nets) {
            return nets.computeIfAbsent(vehicle, missing -> Net.of(kept(missing)));
        }
    }

    private StreetArrays kept(Vehicle vehicle) {
        return cache == null ? read(vehicle)
                : StreetArrays.of(cache.arrays("streets-" + vehicle.label(), "", () -> read(vehicle).list()));
    }

    private StreetArrays read(Vehicle vehicle) {
        try {
            Progress progress = new Progress("Streets by " + vehicle.label() + " from " + file.getFileName());
            OsmReading reading = new OsmReading(vehicle, progress);
            RawStreets raw = reading.read(file);
            progress.phase(50, "numbering nodes and edges");
            StreetArrays arrays = StreetLayout.of(raw);
            arrays = arrays.openAt(OpenEnds.of(arrays, reading.cutAt(), header.bounds()));
            progress.phase(55, "finding the order of contraction of %d nodes".formatted(arrays.nodes()));
            arrays = arrays.ordered(Contraction.order(arrays));
            progress.done(arrays.nodes(), arrays.edges());
            return arrays;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Streets walked(Net net, double kmh) {
        double millisPerMillimetre = MILLIS_PER_HOUR / MILLIMETRES_PER_KM / kmh;
        StreetArrays arrays = net.arrays();
        int[] millis = new int[arrays.measure().length];
        for (int edge = 0; edge < arrays.edges(); edge++) {
            double factor = net.ferries().get(edge) ? 1 : millisPerMillimetre;
            scale(arrays, arrays.along()[edge], factor, millis);
            scale(arrays, arrays.against()[edge], factor, millis);
        }
        return streets(net, millis, "foot " + kmh + " km/h");
    }

    private Streets driven(Net net, List<Double> shares) {
        StreetArrays arrays = net.arrays();
        if (shares.stream().allMatch(share -> share == 1)) {
            // Free flow is what was measured: one array serves both, ten bytes a node less.
            return streets(net, arrays.measure(), "car " + shares);
        }
        int[] millis = new int[arrays.measure().length];
        for (int edge = 0; edge < arrays.edges(); edge++) {
            double factor = net.ferries().get(edge) ? 1 : 1 / shares.get(arrays.roadClass()[edge]);
            scale(arrays, arrays.along()[edge], factor, millis);
            scale(arrays, arrays.against()[edge], factor, millis);
        }
        return streets(net, millis, "car " + shares);
    }

    private static void scale(StreetArrays arrays, int arc, double factor, int[] millis) {
        int measure = arrays.measure()[arc];
        millis[arc] = measure == Streets.UNREACHED ? Streets.UNREACHED
                : (int) Math.max(1, Math.min(Streets.UNREACHED - 1, Math.round(measure * factor)));
    }

    private Streets streets(Net net, int[] millis, String speeds) {
        StreetArrays arrays = net.arrays();
        int[] millisBack = new int[millis.length];
        for (int edge = 0; edge < arrays.edges(); edge++) {
            millisBack[arrays.along()[edge]] = millis[arrays.against()[edge]];
            millisBack[arrays.against()[edge]] = millis[arrays.along()[edge]];
        }
        StreetGround ground = new StreetGround(net.graph(), net.tree(), net.ferries(), net.smallOrFerries(), millis);
        return new Streets(provenance(), net.graph(), millis, millisBack, ground, arrays.order(),
                cache == null ? Shelf.NONE : cache.shelf(speeds));
    }

    private Streets.Provenance provenance() {
        return new Streets.Provenance("osm", "OpenStreetMap contributors, " + file.getFileName()
                + ", read by GraphHopper 11: speeds as tagged, else its defaults by class of road; turn restrictions not modelled",
                header.vintage(), null);
    }

    @Override
    public double snapMetres() {
        return settings.snapMetres();
    }

    @Override
    public double headMetres() {
        return settings.headMetres();
    }
}
