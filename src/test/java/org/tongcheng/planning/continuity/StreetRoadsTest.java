package org.tongcheng.planning.continuity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.planning.TestRecords.box;
import static org.tongcheng.planning.TestRecords.member;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.tongcheng.network.RoadClass;
import org.tongcheng.network.StreetGraph;
import org.tongcheng.network.StreetShapes;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.TestRecords;
import org.tongcheng.planning.Unit;

/** Two cells of a degree whose border is 1°E, and imported streets along parallels beside it; a thousandth of a degree is 111 m. */
class StreetRoadsTest {

    private final List<double[]> nodes = new ArrayList<>();
    private final List<int[]> edges = new ArrayList<>();

    @Test
    void mainStreetsThatEndBeforeTheBorderAreDeadEndsAndLesserOnesAreNot() {
        street(RoadClass.SECONDARY, 0.9, 0.5, 0.996, 0.5);
        street(RoadClass.TERTIARY, 0.9, 0.6, 0.996, 0.6);
        street(RoadClass.LOCAL, 1.004, 0.51, 1.1, 0.51);
        List<Finding> findings = findings(look());
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).kind()).isEqualTo("dead-end");
        assertThat(findings.get(0).certainty()).isEqualTo("certain");
        assertThat(findings.get(0).from().road()).isEqualTo("streets/0.9960000,0.5000000");
    }

    @Test
    void whereTheFileHoldsNothingAcrossTheDataEnd() {
        street(RoadClass.SECONDARY, 0.9, 0.5, 0.996, 0.5);
        StreetRoads streets = look();
        assertThat(findings(streets)).isEmpty();
        assertThat(streets.dataEnds()).isEqualTo(1);
    }

    @Test
    void twoMainStreetsThatFaceEachOtherAreAnOffset() {
        street(RoadClass.PRIMARY, 0.9, 0.5, 0.997, 0.5);
        street(RoadClass.SECONDARY, 1.003, 0.502, 1.1, 0.502);
        List<Finding> findings = findings(look());
        assertThat(findings).extracting(Finding::kind).containsExactly("offset");
        assertThat(Set.of(findings.get(0).from().roadClass(), findings.get(0).to().roadClass())).containsExactlyInAnyOrder("primary", "secondary");
    }

    @Test
    void streetsThatCrossAreCountedAndChangeTheirClassOnlyAtTheBorder() {
        street(RoadClass.PRIMARY, 0.9, 0.5, 1.002, 0.5);
        street(RoadClass.TERTIARY, 1.002, 0.5, 1.1, 0.5);
        street(RoadClass.PRIMARY, 0.9, 0.7, 1.05, 0.7);
        street(RoadClass.TERTIARY, 1.05, 0.7, 1.1, 0.7);
        StreetRoads streets = look();
        assertThat(streets.crossings()).containsEntry("1|2", 2);
        List<Finding> findings = findings(streets);
        assertThat(findings).extracting(Finding::kind).containsExactly("class-change");
        assertThat(findings.get(0).from().roadClass()).isEqualTo("primary");
        assertThat(findings.get(0).to().roadClass()).isEqualTo("tertiary");
    }

    private StreetRoads look() {
        return new StreetRoads(graph(), tiles(), 1000);
    }

    private static List<Finding> findings(StreetRoads streets) {
        Pairing pairing = new Pairing(tiles(), 1000, (end, unit) -> streets.crosses(end, unit), end -> null);
        // ends at 0.9 and 1.1 lie 11 km off
        Predicate<End> near = end -> Math.abs(end.at().x - 1) < 0.02;
        List<Finding> findings = new ArrayList<>(pairing.of(streets.ends().stream().filter(near).toList()));
        streets.changes().forEach(change -> findings.add(pairing.change(change)));
        return findings;
    }

    private static Tiles tiles() {
        Records records = new TestRecords().unit("1", box(0, 0, 1, 1), "level", "prefecture", "accuracy_m", 50)
                .unit("2", box(1, 0, 2, 1), "level", "prefecture", "accuracy_m", 50)
                .area("both", null, List.of(member("1", "whole"), member("2", "whole"))).records();
        assertThat(records.finestTiling()).extracting(Unit::adcode).containsExactly("1", "2");
        return new Tiles(records, records.findArea("both").orElseThrow(), 1000);
    }

    /** Ends at one place are one node. */
    private void street(RoadClass roadClass, double lon1, double lat1, double lon2, double lat2) {
        edges.add(new int[] {node(lon1, lat1), node(lon2, lat2), roadClass.ordinal()});
    }

    private int node(double lon, double lat) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i)[0] == lon && nodes.get(i)[1] == lat) {
                return i;
            }
        }
        nodes.add(new double[] {lon, lat});
        return nodes.size() - 1;
    }

    private StreetGraph graph() {
        List<int[]> arcs = new ArrayList<>();
        for (int e = 0; e < edges.size(); e++) {
            arcs.add(new int[] {edges.get(e)[0], edges.get(e)[1], e, 0});
            arcs.add(new int[] {edges.get(e)[1], edges.get(e)[0], e, 1});
        }
        arcs.sort(Comparator.comparingInt(a -> a[0]));
        int[] firstOut = new int[nodes.size() + 1];
        int[][] arcOf = new int[2][edges.size()];
        byte[] classes = new byte[edges.size()];
        for (int i = 0; i < arcs.size(); i++) {
            firstOut[arcs.get(i)[0] + 1]++;
            arcOf[arcs.get(i)[3]][arcs.get(i)[2]] = i;
            classes[arcs.get(i)[2]] = (byte) edges.get(arcs.get(i)[2])[2];
        }
        for (int v = 0; v < nodes.size(); v++) {
            firstOut[v + 1] += firstOut[v];
        }
        StreetShapes shapes = new StreetShapes(arcOf[0], arcOf[1], new int[edges.size() + 1], new int[0], new int[0], classes);
        return new StreetGraph(nodes.stream().mapToDouble(n -> n[0]).toArray(), nodes.stream().mapToDouble(n -> n[1]).toArray(), firstOut,
                arcs.stream().mapToInt(a -> a[1]).toArray(), new BitSet(), shapes);
    }
}
