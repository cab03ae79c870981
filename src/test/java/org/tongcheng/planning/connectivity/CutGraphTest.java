package org.tongcheng.planning.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tongcheng.Seeds;

class CutGraphTest {

    /**
     * <pre>
     *   0 ── 1 ── 2 ══ 3      5
     *        │    │
     *        └─4──┘
     * </pre>
     */
    @Test
    void aLinkOnNoRingCutsAndTwoBesideEachOtherDoNot() {
        CutGraph graph = new CutGraph(6, new int[] {0, 1, 2, 2, 1, 4}, new int[] {1, 2, 3, 3, 4, 2});
        assertThat(graph.components()).isEqualTo(2);
        assertThat(graph.componentOf(5)).isNotEqualTo(graph.componentOf(0));
        assertThat(graph.cutOffByLink(0)).isEqualTo(1);
        for (int link = 1; link < 6; link++) {
            assertThat(graph.cutOffByLink(link)).as("link " + link).isZero();
        }
        assertThat(List.of(graph.cutOffByNode(0), graph.cutOffByNode(1), graph.cutOffByNode(2), graph.cutOffByNode(4), graph.cutOffByNode(5)))
                .containsExactly(0, 1, 1, 0, 0);
    }

    @Test
    void aLongLineIsWalkedWithoutRecursion() {
        int nodes = 200_000;
        int[] from = new int[nodes - 1];
        int[] to = new int[nodes - 1];
        for (int i = 0; i < nodes - 1; i++) {
            from[i] = i;
            to[i] = i + 1;
        }
        CutGraph graph = new CutGraph(nodes, from, to);
        assertThat(graph.cutOffByLink(49_999)).isEqualTo(50_000);
        assertThat(graph.cutOffByNode(100_000)).isEqualTo(99_999);
    }

    /** The slow twin takes each link and node out and floods what is left. */
    @Test
    void agreesWithTakingEachOut() {
        long seed = Seeds.first();
        Random random = new Random(seed);
        for (int round = 0; round < 400; round++) {
            int nodes = 1 + random.nextInt(12);
            int links = random.nextInt(16);
            int[] from = random.ints(links, 0, nodes).toArray();
            int[] to = random.ints(links, 0, nodes).toArray();
            CutGraph graph = new CutGraph(nodes, from, to);
            String shown = "seed " + seed + " round " + round;
            for (int link = 0; link < links; link++) {
                int expected = parts(nodes, from, to, link, -1, from[link]).size() > parts(nodes, from, to, -1, -1, from[link]).size()
                        ? Math.min(flood(nodes, from, to, link, -1, from[link]).cardinality(),
                                flood(nodes, from, to, link, -1, to[link]).cardinality()) : 0;
                assertThat(graph.cutOffByLink(link)).as(shown + " link " + link).isEqualTo(expected);
            }
            for (int node = 0; node < nodes; node++) {
                List<Integer> parts = parts(nodes, from, to, -1, node, node);
                int all = parts.stream().mapToInt(Integer::intValue).sum();
                int largest = parts.stream().mapToInt(Integer::intValue).max().orElse(0);
                assertThat(graph.cutOffByNode(node)).as(shown + " node " + node).isEqualTo(all - largest);
            }
            assertThat(graph.components()).as(shown).isEqualTo(components(nodes, from, to));
        }
    }

    /** Sizes of the parts of the start's component without a link or a node. */
    private static List<Integer> parts(int nodes, int[] from, int[] to, int link, int node, int start) {
        BitSet whole = flood(nodes, from, to, -1, -1, start);
        List<Integer> sizes = new ArrayList<>();
        BitSet seen = new BitSet();
        for (int n = whole.nextSetBit(0); n >= 0; n = whole.nextSetBit(n + 1)) {
            if (n != node && !seen.get(n)) {
                BitSet part = flood(nodes, from, to, link, node, n);
                seen.or(part);
                sizes.add(part.cardinality());
            }
        }
        return sizes;
    }

    private static BitSet flood(int nodes, int[] from, int[] to, int link, int node, int start) {
        BitSet reached = new BitSet(nodes);
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        reached.set(start);
        while (!open.isEmpty()) {
            int at = open.pop();
            for (int l = 0; l < from.length; l++) {
                int other = from[l] == at ? to[l] : to[l] == at ? from[l] : -1;
                if (l != link && other >= 0 && other != node && !reached.get(other)) {
                    reached.set(other);
                    open.push(other);
                }
            }
        }
        return reached;
    }

    private static int components(int nodes, int[] from, int[] to) {
        BitSet seen = new BitSet();
        int count = 0;
        for (int node = 0; node < nodes; node++) {
            if (!seen.get(node)) {
                seen.or(flood(nodes, from, to, -1, -1, node));
                count++;
            }
        }
        return count;
    }
}
