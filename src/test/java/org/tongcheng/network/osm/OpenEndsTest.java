package org.tongcheng.network.osm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.network.Streets;

class OpenEndsTest {

    @TempDir
    Path folder;

    private static OsmXml nodes() {
        return new OsmXml().node(1, 0.01, 0).node(2, 0.02, 0).node(3, 0.03, 0).node(4, 0.04, 0);
    }

    /** Open ends by hundredths of a degree east. */
    private List<Long> openEnds(OsmXml xml) {
        Streets streets = xml.byCar(folder);
        return IntStream.range(0, streets.nodes()).filter(streets.graph()::isOpenEnd)
                .mapToObj(node -> Math.round(streets.lon(node) * 100)).sorted().toList();
    }

    @Test
    void whereAWayNamesANodeThatTheFileLacks() {
        assertThat(openEnds(nodes().way("1 2 3 99", "highway=residential"))).containsExactly(3L);
        assertThat(openEnds(nodes().way("1 2 99 3 4", "highway=residential"))).containsExactly(2L, 3L);
    }

    @Test
    void outsideTheBoundsOfTheHeader() {
        assertThat(openEnds(nodes().bounds(0, -1, 0.035, 1).way("1 2 3 4", "highway=residential"))).containsExactly(4L);
    }

    @Test
    void whereAMainRoadEndsInNothing() {
        assertThat(openEnds(nodes().way("1 2", "highway=secondary").way("2 3", "highway=residential"))).containsExactly(1L);
        assertThat(openEnds(nodes().way("1 2 3 4", "highway=tertiary"))).as("lesser streets end in truth").isEmpty();
    }
}
