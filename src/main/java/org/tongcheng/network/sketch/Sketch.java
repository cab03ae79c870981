package org.tongcheng.network.sketch;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.network.Profile;
import org.tongcheng.network.RoadClass;
import org.tongcheng.network.StreetGraph;
import org.tongcheng.network.StreetSource;
import org.tongcheng.network.Streets;

/**
 * A lattice over the land of administrative units, and the streets it gives to each way of travelling.
 *
 * <pre>
 *   Sketch sketch = Sketch.of(SketchSettings.read(Path.of("data/streets/sketch.yml")), LandUnit.finest(units));
 *   Streets byCar = sketch.streets(drive);
 * </pre>
 *
 * Threads: immutable but for a cache of streets by their speed, safe for any number.
 */
public final class Sketch implements StreetSource {

    private static final Text ASSUMED = new Text(
            "街道为按行政区陆地范围生成的三角格网，速度取自人口密度，并非实测道路",
            "streets are a modelled lattice over land with speeds by the density of people, not surveyed streets");

    private final SketchSettings settings;
    private final Lattice lattice;
    private final Land land;
    private final LandUnion union;
    private final LatticeNodes nodes;
    private final StreetGraph graph;
    private final byte[] densityClass;
    private final Streets.Provenance provenance;
    private final Map<List<Double>, Streets> byMillisPerMetre = new ConcurrentHashMap<>();

    private Sketch(SketchSettings settings, List<LandUnit> units) {
        this.settings = settings;
        this.lattice = new Lattice(settings.spacingMetres());
        this.land = new Land(
                units.stream().map(unit -> Outline.of(unit.outline(), lattice)).toList(),
                settings.gapMetres() / settings.spacingMetres());
        this.union = new LandUnion(units.stream().map(LandUnit::outline).toList(), settings.gapMetres());
        List<Land.Stretch> pieces = land.scan(Land.Family.ROWS);
        LatticeBuilder builder = new LatticeBuilder(lattice, land, land.join(pieces));
        this.nodes = builder.nodes();
        this.graph = builder.graph(settings.coast(), settings.coastMetres());
        this.densityClass = classes(units, pieces);
        this.provenance = new Streets.Provenance("sketch",
                "triangular lattice of %.0f m over %d administrative units".formatted(settings.spacingMetres(), units.size()),
                settings.vintage(), ASSUMED);
    }

    /** Builds the lattice; takes about two seconds for half a million square kilometres at 1 km. */
    public static Sketch of(SketchSettings settings, List<LandUnit> units) {
        return new Sketch(settings, units.stream().sorted(Comparator.comparing(LandUnit::id)).toList());
    }

    private byte[] classes(List<LandUnit> units, List<Land.Stretch> pieces) {
        byte[] classOfUnit = new byte[units.size()];
        for (int i = 0; i < classOfUnit.length; i++) {
            LandUnit unit = units.get(i);
            double area = Double.isNaN(unit.areaKm2()) ? Geodesy.areaSquareMetres(unit.outline()) / 1e6 : unit.areaKm2();
            classOfUnit[i] = (byte) settings.classOf(unit.people() / area);
        }
        byte[] ofNode = new byte[nodes.count()];
        for (Land.Stretch piece : pieces) {
            int last = -1;
            // One past the end, so that a node in a gap that counts as land has the class of the unit to its west.
            for (int i = (int) Math.ceil(piece.start()); i <= Math.floor(piece.end()) + 1; i++) {
                int node = nodes.find(i, piece.line());
                if (node >= 0 && (last < 0 || node == last + 1)) {
                    ofNode[node] = classOfUnit[piece.unit()];
                    last = node;
                }
            }
        }
        return ofNode;
    }

    @Override
    public Streets streets(Profile profile) {
        double detour = profile.streets().detour().value();
        Profile.Value local = profile.streets().shares().get(RoadClass.LOCAL);
        double share = local == null ? 1 : local.value();
        List<Double> millisPerMetre = settings.classes().stream()
                .map(c -> profile.streets().speed() == null ? c.driveKmh() * share : profile.streets().speed().value())
                .map(kmh -> 3600 / kmh * detour)
                .toList();
        return byMillisPerMetre.computeIfAbsent(millisPerMetre, this::build);
    }

    private Streets build(List<Double> millisPerMetre) {
        double[] slowness = millisPerMetre.stream().mapToDouble(Double::doubleValue).toArray();
        double[] metres = new double[graph.nodes()];
        for (int node = 0; node < metres.length; node++) {
            metres[node] = settings.spacingMetres() / ConicPlane.scale(graph.lat(node));
        }
        int[] millis = new int[graph.arcs()];
        for (int node = 0; node < metres.length; node++) {
            for (int arc = graph.firstOut(node); arc < graph.firstOut(node + 1); arc++) {
                int head = graph.head(arc);
                double length = (metres[node] + metres[head]) / 2;
                double slow = (slowness[densityClass[node]] + slowness[densityClass[head]]) / 2;
                millis[arc] = Math.max(1, (int) Math.round(length * slow));
            }
        }
        LatticeGround ground = new LatticeGround(lattice, land, nodes, graph, node -> slowness[densityClass[node]], union);
        return new Streets(provenance, graph, millis, ground);
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
