package org.tongcheng.network.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.network.Profile;
import org.tongcheng.network.RoadClass;
import org.tongcheng.network.StreetShapes;
import org.tongcheng.network.Streets;

/**
 * Small files on the equator, where a degree is {@code π / 180 · 6 371 000 m} = 111 194.93 m on GraphHopper's sphere, so that 0.01°
 * is 1111.949 m.
 */
class OsmStreetsTest {

    private static final double METRES = Math.PI / 180 * 6_371_000 * 0.01;

    @TempDir
    Path folder;

    private static OsmXml nodes(int count) {
        OsmXml xml = new OsmXml();
        for (int i = 1; i <= count; i++) {
            xml.node(i, i * 0.01, 0);
        }
        return xml;
    }

    /** Milliseconds between two nodes on the equator, by how many hundredths of a degree they lie east. */
    private static int millis(Streets streets, int from, int to) {
        for (int node = 0; node < streets.nodes(); node++) {
            for (int arc = streets.firstOut(node); arc < streets.firstOut(node + 1); arc++) {
                if (isAt(streets, node, from) && isAt(streets, streets.head(arc), to)) {
                    return streets.millis(arc);
                }
            }
        }
        throw new AssertionError("no arc from " + from + " to " + to);
    }

    private static boolean isAt(Streets streets, int node, int hundredths) {
        return Math.abs(streets.lon(node) - hundredths * 0.01) < 1e-7;
    }

    private static int atKmh(double kmh) {
        return (int) Math.round(METRES / kmh * 3600);
    }

    @Test
    void aCompressedFileGivesTheSameStreets() throws IOException {
        Path plain = nodes(3).way("1 2 3", "highway=residential").write(folder);
        Path compressed = folder.resolve("streets.osm.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
            Files.copy(plain, out);
        }
        Streets expected = OsmXml.source(plain).streets(OsmXml.car(Map.of()));
        Streets streets = OsmXml.source(compressed).streets(OsmXml.car(Map.of()));
        assertThat(streets.nodes()).isEqualTo(expected.nodes()).isPositive();
        assertThat(millis(streets, 1, 3)).isEqualTo(millis(expected, 1, 3));
    }

    @Test
    void untaggedSpeedsAreGraphHoppersByClass() {
        Streets streets = nodes(6).way("1 2", "highway=motorway").way("2 3", "highway=motorway_link").way("3 4", "highway=primary")
                .way("4 5", "highway=residential").way("5 6", "highway=tertiary", "surface=gravel").byCar(folder);
        assertThat(millis(streets, 1, 2)).isCloseTo(atKmh(100), within(1));
        assertThat(millis(streets, 2, 3)).isCloseTo(atKmh(70), within(1));
        assertThat(millis(streets, 3, 4)).as("65, kept in steps of 2").isCloseTo(atKmh(66), within(1));
        assertThat(millis(streets, 4, 5)).isCloseTo(atKmh(30), within(1));
        assertThat(millis(streets, 5, 6)).isCloseTo(atKmh(30), within(1));
    }

    @Test
    void aSpeedLimitIsKeptToNineTenths() {
        Streets streets = nodes(3).way("1 2", "highway=residential", "maxspeed=60").way("2 3", "highway=primary", "maxspeed=20").byCar(folder);
        assertThat(millis(streets, 1, 2)).isCloseTo(atKmh(54), within(1));
        assertThat(millis(streets, 2, 3)).isCloseTo(atKmh(18), within(1));
    }

    @Test
    void everyEdgeHasTwoArcsAndAOneWayStreetIsClosedBackwards() {
        Streets streets = nodes(3).way("1 2", "highway=primary", "oneway=yes").way("2 3", "highway=primary", "oneway=-1").byCar(folder);
        assertThat(streets.arcs()).isEqualTo(4);
        assertThat(millis(streets, 1, 2)).isLessThan(Streets.UNREACHED);
        assertThat(millis(streets, 2, 1)).isEqualTo(Streets.UNREACHED);
        assertThat(millis(streets, 2, 3)).isEqualTo(Streets.UNREACHED);
        assertThat(millis(streets, 3, 2)).isLessThan(Streets.UNREACHED);
        for (int edge = 0; edge < streets.graph().shapes().edges(); edge++) {
            int along = streets.graph().shapes().along(edge);
            int against = streets.graph().shapes().against(edge);
            assertThat(streets.millis(along)).isEqualTo(streets.millisBack(against));
            assertThat(streets.millis(against)).isEqualTo(streets.millisBack(along));
        }
    }

    @Test
    void oneSpeedOnFootWhateverTheWayAndAgainstOneWayStreets() {
        OsmXml xml = nodes(5).way("1 2", "highway=footway").way("2 3", "highway=primary", "oneway=yes").way("3 4", "highway=steps")
                .way("4 5", "highway=motorway");
        Streets streets = xml.onFoot(folder, 4.8);
        assertThat(streets.nodes()).as("no motorway on foot").isEqualTo(4);
        for (int i = 1; i < 4; i++) {
            assertThat(millis(streets, i, i + 1)).isCloseTo(atKmh(4.8), within(1));
            assertThat(millis(streets, i + 1, i)).isCloseTo(atKmh(4.8), within(1));
        }
        assertThat(millis(xml.onFoot(folder, 6), 1, 2)).isCloseTo(atKmh(6), within(1));
        assertThat(xml.byCar(folder).nodes()).as("no footway nor steps by car").isEqualTo(4);
    }

    @Test
    void aProfilesSharesSlowTheClassesTheyName() {
        OsmXml xml = nodes(3).way("1 2", "highway=primary").way("2 3", "highway=residential");
        Streets slowed = xml.streets(folder, OsmXml.car(Map.of(RoadClass.PRIMARY, new Profile.Value(0.5, "1", "halved"))));
        assertThat(millis(slowed, 1, 2)).isCloseTo(atKmh(66 * 0.5), within(2));
        assertThat(millis(slowed, 2, 3)).isCloseTo(atKmh(30), within(1));
    }

    @Test
    void waysMeetAtSharedNodesOnlyAndBridgesPassOver() {
        OsmXml xml = new OsmXml().node(1, -0.01, 0).node(2, 0.01, 0).node(3, 0, -0.01).node(4, 0, 0.01).node(5, 0.01, 0.01)
                .way("1 2", "highway=primary", "bridge=yes", "layer=1").way("3 4", "highway=primary").way("2 5", "highway=primary")
                .way("5 4", "highway=primary");
        Streets streets = xml.byCar(folder);
        assertThat(streets.nodes()).isEqualTo(5);
        assertThat(streets.graph().shapes().edges()).isEqualTo(4);
    }

    @Test
    void whatIsPrivateOrBehindABollardIsClosedToCars() {
        OsmXml xml = nodes(3).node(9, 0.04, 0, "barrier=bollard").node(10, 0.05, 0).way("1 2", "highway=residential")
                .way("2 3", "highway=service", "access=private").way("3 9 10", "highway=residential");
        Streets car = xml.byCar(folder);
        assertThatThrownBy(() -> millis(car, 2, 3)).isInstanceOf(AssertionError.class);
        assertThat(reached(car, 3, 5)).isFalse();
        assertThat(reached(xml.onFoot(folder, 5), 3, 5)).isTrue();
    }

    private static boolean reached(Streets streets, int from, int to) {
        int start = nodeAt(streets, from);
        int[] times = PlainDijkstra.millis(streets, start);
        return times[nodeAt(streets, to)] < Streets.UNREACHED;
    }

    private static int nodeAt(Streets streets, int hundredths) {
        for (int node = 0; node < streets.nodes(); node++) {
            if (isAt(streets, node, hundredths)) {
                return node;
            }
        }
        throw new AssertionError("no node at " + hundredths);
    }

    @Test
    void aRoundaboutRunsOneWay() {
        OsmXml xml = new OsmXml().node(1, 0.01, 0).node(2, 0.02, 0.01).node(3, 0.03, 0).node(4, 0.02, -0.01).node(5, 0, 0)
                .way("1 4 3 2 1", "highway=secondary", "junction=roundabout").way("5 1", "highway=secondary").way("3 2", "highway=service");
        Streets streets = xml.byCar(folder);
        int from = nodeAt(streets, 1);
        int to = nodeAt(streets, 3);
        double side = Math.hypot(METRES, METRES) / 60 * 3600;
        assertThat(PlainDijkstra.millis(streets, from)[to]).isCloseTo((int) (2 * side), within(10));
        assertThat(PlainDijkstra.millis(streets, to)[from]).as("on round by the north, as cars keep right").isCloseTo((int) (2 * side), within(10));
        assertThat(streets.graph().shapes().edges()).as("no edge joins a node to itself").isGreaterThanOrEqualTo(5);
    }

    @Test
    void parallelStreetsStayEachWithItsCourse() {
        OsmXml xml = nodes(2).node(3, 0.015, 0.005).way("1 2", "highway=primary").way("1 3 2", "highway=residential");
        Streets streets = xml.byCar(folder);
        StreetShapes shapes = streets.graph().shapes();
        assertThat(shapes.edges()).isEqualTo(2);
        int curved = shapes.firstPoint(1) > 0 ? 0 : 1;
        assertThat(shapes.firstPoint(curved + 1) - shapes.firstPoint(curved)).isEqualTo(1);
        assertThat(shapes.lon(0)).isCloseTo(0.015, within(1e-9));
        assertThat(shapes.roadClass(curved)).isEqualTo(RoadClass.LOCAL);
        assertThat(shapes.roadClass(1 - curved)).isEqualTo(RoadClass.PRIMARY);
    }

    @Test
    void theOrderNamesEveryNodeOnce() {
        Streets streets = nodes(9).way("1 2 3 4 5 6 7 8 9", "highway=primary").way("2 5", "highway=primary").way("5 8", "highway=primary")
                .byCar(folder);
        int[] order = new int[streets.nodes()];
        Arrays.setAll(order, streets::ordered);
        Arrays.sort(order);
        assertThat(order).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void theHeaderSaysWhatDayTheStreetsStandFor() {
        Streets streets = nodes(2).timestamp("2023-05-06T07:08:09Z").way("1 2", "highway=primary").byCar(folder);
        assertThat(streets.provenance().kind()).isEqualTo("osm");
        assertThat(streets.provenance().vintage()).isEqualTo("2023-05-06");
        assertThat(streets.provenance().assumed()).isNull();
    }

    @Test
    void whatIsNoStreetFileIsNamed() throws IOException {
        Path missing = folder.resolve("missing.osm.pbf");
        assertThatThrownBy(() -> OsmStreets.of(missing, new OsmSettings(1, 1))).isInstanceOf(NoSuchFileException.class);
        Path text = Files.writeString(folder.resolve("notes.osm"), "no streets here");
        assertThatThrownBy(() -> OsmStreets.of(text, new OsmSettings(1, 1))).isInstanceOf(IOException.class).hasMessageContaining("notes.osm");
        assertThatThrownBy(() -> nodes(2).way("1 2", "highway=footway").byCar(folder))
                .hasMessageContaining("streets.osm").hasMessageContaining("holds no street open to cars");
    }
}
