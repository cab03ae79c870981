package org.tongcheng.network.osm;

import static com.graphhopper.json.Statement.Else;
import static com.graphhopper.json.Statement.If;
import static com.graphhopper.json.Statement.Op.LIMIT;
import static com.graphhopper.json.Statement.Op.MULTIPLY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.graphhopper.GraphHopper;
import com.graphhopper.routing.Dijkstra;
import com.graphhopper.routing.Path;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.NodeAccess;
import com.graphhopper.util.CustomModel;
import com.graphhopper.util.PMap;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcheng.Seeds;
import org.tongcheng.network.StreetShapes;
import org.tongcheng.network.Streets;

/** Times on our arrays are those of GraphHopper's own Dijkstra on the same file, read through its front door. */
class GraphHopperTimesTest {

    private static final int PAIRS = 60;
    private static final double WALKING_KMH = 4.8;

    @TempDir
    java.nio.file.Path folder;

    private static java.nio.file.Path fetched(String name) {
        String base = System.getenv().getOrDefault("TONGCHENG_FETCHED", "../shared/data/fetched");
        java.nio.file.Path file = java.nio.file.Path.of(base, "osm", name);
        assumeTrue(Files.exists(file), "not fetched: " + file);
        return file;
    }

    @ParameterizedTest
    @ValueSource(strings = {"porto_r5.osm.pbf", "malta-latest.osm.pbf", "liechtenstein-latest_valhalla.osm.pbf"})
    void byCarAsGraphHopper(String name) throws IOException {
        CustomModel model = new CustomModel().setDistanceInfluence(0d)
                .addToPriority(If("!car_access", MULTIPLY, "0"))
                .addToSpeed(If("true", LIMIT, "car_average_speed"));
        compare(fetched(name), "car_access, car_average_speed", model, OsmXml.car(Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"malta-latest.osm.pbf", "liechtenstein-latest_valhalla.osm.pbf"})
    void onFootAsGraphHopperAtOneSpeed(String name) throws IOException {
        CustomModel model = new CustomModel().setDistanceInfluence(0d)
                .addToPriority(If("!foot_access || hike_rating >= 2", MULTIPLY, "0"))
                .addToSpeed(If("road_environment == FERRY", LIMIT, "ferry_speed"))
                .addToSpeed(Else(LIMIT, String.valueOf(WALKING_KMH)));
        compare(fetched(name), "foot_access, hike_rating, road_environment, ferry_speed", model, OsmXml.foot(WALKING_KMH));
    }

    private void compare(java.nio.file.Path file, String values, CustomModel model, org.tongcheng.network.Profile profile)
            throws IOException {
        long seed = Seeds.first();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Streets streets = OsmStreets.of(file, new OsmSettings(1000, 2000)).streets(profile);
        GraphHopper hopper = new GraphHopper().setOSMFile(file.toString()).setGraphHopperLocation(folder.resolve("hopper").toString())
                .setEncodedValuesString(values).setProfiles(new com.graphhopper.config.Profile("own").setCustomModel(model));
        try {
            hopper.importOrLoad();
            Weighting weighting = hopper.createWeighting(hopper.getProfile("own"), new PMap());
            Map<Long, Integer> theirs = nodes(hopper.getBaseGraph().getNodeAccess(), hopper.getBaseGraph().getNodes());
            int compared = 0;
            while (compared < PAIRS) {
                Integer from = theirs.get(key(streets, random.nextInt(streets.nodes())));
                int ourTo = random.nextInt(streets.nodes());
                Integer to = theirs.get(key(streets, ourTo));
                if (from == null || to == null || from < 0 || to < 0) {
                    continue;
                }
                Path path = new Dijkstra(hopper.getBaseGraph(), weighting, TraversalMode.NODE_BASED).calcPath(from, to);
                int ours = PlainDijkstra.millis(streets, ourNode(streets, hopper, from))[ourTo];
                assertThat(ours < Streets.UNREACHED).isEqualTo(path.isFound());
                if (path.isFound()) {
                    assertThat((double) ours).isCloseTo(path.getTime(), within(2.0 + path.getEdgeCount()));
                }
                compared++;
            }
        } finally {
            hopper.close();
        }
    }

    private static int ourNode(Streets streets, GraphHopper hopper, int theirs) {
        long key = key(hopper.getBaseGraph().getNodeAccess(), theirs);
        for (int node = 0; node < streets.nodes(); node++) {
            if (key(streets, node) == key) {
                return node;
            }
        }
        throw new AssertionError("no node of ours at theirs");
    }

    /** Their nodes by place; -1 where two stand at one place, as at barriers. */
    private static Map<Long, Integer> nodes(NodeAccess access, int count) {
        Map<Long, Integer> nodes = new HashMap<>();
        for (int node = 0; node < count; node++) {
            nodes.merge(key(access, node), node, (one, other) -> -1);
        }
        return nodes;
    }

    private static long key(NodeAccess access, int node) {
        return key(access.getLon(node), access.getLat(node));
    }

    private static long key(Streets streets, int node) {
        return key(streets.lon(node), streets.lat(node));
    }

    private static long key(double lon, double lat) {
        return OsmReading.key((int) Math.round(lon / StreetShapes.DEGREES), (int) Math.round(lat / StreetShapes.DEGREES));
    }
}
