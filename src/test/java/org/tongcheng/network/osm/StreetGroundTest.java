package org.tongcheng.network.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Random;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;
import org.tongcheng.Seeds;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Ground;
import org.tongcheng.network.StreetGraph;
import org.tongcheng.network.StreetShapes;
import org.tongcheng.network.Streets;

class StreetGroundTest {

    @TempDir
    Path folder;

    private static double metres(double lon, double lat, double otherLon, double otherLat) {
        return Geodesic.WGS84.Inverse(lat, lon, otherLat, otherLon, GeodesicMask.DISTANCE).s12;
    }

    /** Distance to a street by every edge, every segment: the foot by plane geometry in scaled degrees, its length by geodesic. */
    private static double slowMetres(Streets streets, double lon, double lat) {
        StreetGraph graph = streets.graph();
        StreetShapes shapes = graph.shapes();
        double squeeze = Math.cos(Math.toRadians(lat));
        double best = Double.POSITIVE_INFINITY;
        for (int edge = 0; edge < shapes.edges(); edge++) {
            Coordinate before = new Coordinate(graph.lon(graph.head(shapes.against(edge))) * squeeze, graph.lat(graph.head(shapes.against(edge))));
            for (int point = shapes.firstPoint(edge); point <= shapes.firstPoint(edge + 1); point++) {
                Coordinate at = point < shapes.firstPoint(edge + 1)
                        ? new Coordinate(shapes.lon(point) * squeeze, shapes.lat(point))
                        : new Coordinate(graph.lon(graph.head(shapes.along(edge))) * squeeze, graph.lat(graph.head(shapes.along(edge))));
                Coordinate foot = new LineSegment(before, at).closestPoint(new Coordinate(lon * squeeze, lat));
                best = Math.min(best, metres(lon, lat, foot.x / squeeze, foot.y));
                before = at;
            }
        }
        return best;
    }

    private Streets random(Random random, double lat) {
        OsmXml xml = new OsmXml();
        for (int i = 1; i <= 120; i++) {
            xml.node(i, 24 + random.nextDouble() * 0.05, lat + random.nextDouble() * 0.05);
        }
        for (int i = 0; i < 60; i++) {
            xml.way((1 + random.nextInt(40)) + " " + (41 + random.nextInt(40)) + " " + (81 + random.nextInt(40)), "highway=residential");
        }
        return xml.byCar(folder);
    }

    @Test
    void findsTheNearestStreetAsALookAtEveryStreetDoes() {
        long seed = Seeds.first();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (double lat : new double[] {0, 31, -45, 69}) {
            Streets streets = random(random, lat);
            for (int i = 0; i < 100; i++) {
                double lon = 23.97 + random.nextDouble() * 0.1;
                double at = lat - 0.02 + random.nextDouble() * 0.09;
                double truth = slowMetres(streets, lon, at);
                assertThat(streets.ground().metresToNearest(lon, at)).isCloseTo(truth, within(truth * 0.002 + 0.01));
                assertThat(streets.ground().find(lon, at, truth * 0.997).isPresent()).isFalse();
                Foothold foothold = streets.ground().find(lon, at, truth * 1.003 + 0.1).orElseThrow();
                assertThat(metres(lon, at, foothold.lon(), foothold.lat())).isCloseTo(truth, within(truth * 0.003 + 0.11));
            }
        }
    }

    private Streets straight(String... tags) {
        return new OsmXml().node(1, 0.01, 0).node(2, 0.02, 0).way("1 2", tags).byCar(folder);
    }

    @Test
    void aQuarterOfTheWayTakesAQuarterOfTheTime() {
        Streets streets = straight("highway=residential");
        int whole = streets.millis(0);
        Foothold foothold = streets.ground().find(0.0125, 0.001, 1000).orElseThrow();
        assertThat(foothold.lon()).isCloseTo(0.0125, within(1e-9));
        assertThat(foothold.metresOff()).isCloseTo(metres(0.0125, 0.001, 0.0125, 0), within(0.2));
        for (int i = 0; i < 2; i++) {
            double share = streets.lon(foothold.nodes()[i]) < 0.015 ? 0.25 : 0.75;
            assertThat(foothold.millis()[i]).isCloseTo((int) (whole * share), within(1));
            assertThat(foothold.millisBack()[i]).isCloseTo((int) (whole * share), within(1));
        }
    }

    @Test
    void aOneWayStreetIsLeftAheadAndJoinedFromBehind() {
        Streets streets = straight("highway=residential", "oneway=yes");
        Ground ground = streets.ground();
        Foothold foothold = ground.find(0.0125, 0, 1000).orElseThrow();
        for (int i = 0; i < 2; i++) {
            boolean start = streets.lon(foothold.nodes()[i]) < 0.015;
            assertThat(foothold.millis()[i] == Streets.UNREACHED).isEqualTo(start);
            assertThat(foothold.millisBack()[i] == Streets.UNREACHED).isEqualTo(!start);
        }
        Foothold ahead = ground.find(0.0175, 0, 1000).orElseThrow();
        assertThat(ground.directMillis(foothold, ahead)).isCloseTo(Math.min(streets.millis(0), streets.millisBack(0)) / 2, within(1));
        assertThat(ground.directMillis(ahead, foothold)).isEqualTo(Streets.UNREACHED);
        assertThat(ground.directMillis(foothold, foothold)).isZero();
    }

    @Test
    void pointsOnParallelStreetsHaveNoDirectWay() {
        Streets streets = new OsmXml().node(1, 0.01, 0).node(2, 0.02, 0).node(3, 0.015, 0.004)
                .way("1 2", "highway=residential").way("1 3 2", "highway=residential").byCar(folder);
        Foothold straight = streets.ground().find(0.014, 0, 1000).orElseThrow();
        Foothold curved = streets.ground().find(0.014, 0.0035, 1000).orElseThrow();
        Foothold farther = streets.ground().find(0.016, 0, 1000).orElseThrow();
        assertThat(streets.ground().directMillis(straight, curved)).isEqualTo(Streets.UNREACHED);
        assertThat(streets.ground().directMillis(straight, farther)).isBetween(1, Streets.UNREACHED - 1);
    }

    @Test
    void nobodyJoinsASmallNetWhereALargerOneIsNear() {
        OsmXml xml = new OsmXml().node(1, 0.01, 0).node(2, 0.02, 0).node(3, 0.03, 0).node(4, 0.02, 0.002).node(5, 0.021, 0.002)
                .way("1 2", "highway=residential").way("2 3", "highway=residential").way("4 5", "highway=service");
        Ground ground = xml.byCar(folder).ground();
        assertThat(ground.find(0.0205, 0.002, 1000).orElseThrow().lat()).as("the street 220 m off").isCloseTo(0, within(1e-9));
        assertThat(ground.find(0.0205, 0.002, 100).orElseThrow().lat()).as("no other within 100 m").isCloseTo(0.002, within(1e-9));
    }

    @Test
    void farFromEveryStreetThereIsNone() {
        Ground ground = straight("highway=residential").ground();
        assertThat(ground.find(0.01, 0.02, 1000)).isEmpty();
        assertThat(ground.metresToNearest(0.01, 0.02)).isCloseTo(metres(0.01, 0.02, 0.01, 0), within(5.0));
        assertThat(ground.metresToNearest(5, 5)).isInfinite();
        assertThat(ground.metresToNearest(0, 90)).isInfinite();
    }
}
