package org.tongcheng.reach;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tongcheng.network.Streets;

/**
 * A contraction hierarchy laid out to be swept: every node has a position, and every edge leads from a higher node to one at a later
 * position, so that one pass over the positions settles all nodes (Delling, Goldberg, Nowatzyk, Werneck: PHAST, 2011,
 * doi:10.1109/IPDPS.2011.89).
 *
 * <p>Positions are the preorder of the elimination tree (Liu: The role of elimination trees in sparse factorization, 1990,
 * doi:10.1137/0611010): the ends of an edge are ancestor and descendant, what lies below a node stands together after it, and what is
 * near in the streets is mostly near in memory. Every {@link #BLOCK} positions make a block; of each node the blocks are known that
 * have an edge from it, so that a sweep visits those alone to which something within the budget leads (the idea of the active cells in
 * Baum, Buchhold, Dibbelt, Wagner: Fast exact computation of isochrones, 2016, arXiv:1512.09090).
 *
 * <p>Blocks of 256 are a compromise: on the streets of Porto a whole sweep takes 0.72 ms with 64, 0.52 with 256, 0.48 with 512, and the
 * smaller they are the less lies in them beyond the budget.
 *
 * <p>Both directions share the edges: times down them serve the sweep from origins, times up them the sweep to destinations.
 *
 * <p>Threads: immutable, safe for any number.
 */
final class Hierarchy {

    static final int BLOCK_BITS = 8;
    static final int BLOCK = 1 << BLOCK_BITS;

    private static final Cache<Streets, Hierarchy> KEPT = Caffeine.newBuilder().weakKeys().build();

    /** Node at each position, and the other way round. */
    final int[] node;
    final int[] position;
    /** Edges of the node at each position to nodes above; one longer than the nodes. */
    final int[] first;
    /** Position of an edge's higher end. */
    final int[] above;
    /** Time up an edge and down it, or {@link Streets#UNREACHED}. */
    final int[] up;
    final int[] down;
    /** Blocks other than its own to which edges lead down from each position; one longer than the nodes. */
    final int[] firstBlock;
    final int[] block;

    private Hierarchy(int[][] arrays) {
        node = arrays[0];
        position = arrays[1];
        first = arrays[2];
        above = arrays[3];
        up = arrays[4];
        down = arrays[5];
        firstBlock = arrays[6];
        block = arrays[7];
    }

    /** Of ordered streets; computed once for each and kept as long as they are, and beside them on their shelf. */
    static Hierarchy of(Streets streets) {
        if (streets.parts().size() > 1) {
            // before, because nothing may be kept while something else is being made to be kept
            List<Hierarchy> parts = streets.parts().stream().map(Hierarchy::of).toList();
            return KEPT.get(streets, s -> new Hierarchy(beside(parts)));
        }
        return KEPT.get(streets, s -> new Hierarchy(s.shelf().arrays("hierarchy-1-" + digest(s), () -> compute(s))));
    }

    /** Of streets beside each other: nothing leads from one to another, so that their orders stand one after the other. */
    private static int[][] beside(List<Hierarchy> parts) {
        int[] node = {};
        int[] position = {};
        int[] first = {0};
        int[] above = {};
        for (Hierarchy part : parts) {
            int nodes = node.length;
            int edges = above.length;
            node = IntStream.concat(Arrays.stream(node), Arrays.stream(part.node).map(v -> v + nodes)).toArray();
            position = IntStream.concat(Arrays.stream(position), Arrays.stream(part.position).map(p -> p + nodes)).toArray();
            first = IntStream.concat(Arrays.stream(first), Arrays.stream(part.first).skip(1).map(e -> e + edges)).toArray();
            above = IntStream.concat(Arrays.stream(above), Arrays.stream(part.above).map(p -> p + nodes)).toArray();
        }
        int[] up = parts.stream().flatMapToInt(part -> Arrays.stream(part.up)).toArray();
        int[] down = parts.stream().flatMapToInt(part -> Arrays.stream(part.down)).toArray();
        int[][] blocks = blocks(first, above);
        return new int[][] {node, position, first, above, up, down, blocks[0], blocks[1]};
    }

    int nodes() {
        return node.length;
    }

    int blocks() {
        return node.length + BLOCK - 1 >>> BLOCK_BITS;
    }

    /** Bytes that it takes. */
    long bytes() {
        return Integer.BYTES * ((long) node.length + position.length + first.length + above.length + up.length + down.length
                + firstBlock.length + block.length);
    }

    /** Of all times on the streets and of their order: FNV-1a over ints (Fowler, Noll, Vo). */
    private static String digest(Streets streets) {
        long hash = 0xcbf29ce484222325L;
        for (int arc = 0; arc < streets.arcs(); arc++) {
            hash = ((hash ^ streets.millis(arc)) * 0x100000001b3L ^ streets.millisBack(arc)) * 0x100000001b3L;
        }
        for (int rank = 0; rank < streets.nodes(); rank++) {
            hash = (hash ^ streets.ordered(rank)) * 0x100000001b3L;
        }
        return Long.toHexString(hash);
    }

    private static int[][] compute(Streets streets) {
        int nodes = streets.nodes();
        int[][] edges = Contraction.of(streets);
        int[] rank = new int[nodes];
        for (int r = 0; r < nodes; r++) {
            rank[streets.ordered(r)] = r;
        }
        int[] node = EliminationTree.preorder(streets, edges[0], edges[1], rank);
        levelBlocks(edges, node, rank);
        int[] position = inverse(node);
        int[][] laid = lay(edges, node, position, rank);
        int[][] blocks = blocks(laid[0], laid[1]);
        return new int[][] {node, position, laid[0], laid[1], laid[2], laid[3], blocks[0], blocks[1]};
    }

    private static int[] inverse(int[] order) {
        int[] inverse = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            inverse[order[i]] = i;
        }
        return inverse;
    }

    /**
     * Orders the nodes of each block by how many nodes of the block stand above them in a row, then by how many edges they have: a
     * node hardly ever waits for the one before it, and the processor guesses the number of edges.
     */
    private static void levelBlocks(int[][] edges, int[] node, int[] rank) {
        int[] position = inverse(node);
        int[] level = new int[node.length];
        long[] keyed = new long[BLOCK];
        for (int start = 0; start < node.length; start += BLOCK) {
            int end = Math.min(start + BLOCK, node.length);
            for (int p = start; p < end; p++) {
                int r = rank[node[p]];
                for (int e = edges[0][r]; e < edges[0][r + 1]; e++) {
                    int above = position[edges[1][e]];
                    level[p] = above < start ? level[p] : Math.max(level[p], level[above] + 1);
                }
                int degree = Math.min(edges[0][r + 1] - edges[0][r], Short.MAX_VALUE);
                keyed[p - start] = (long) level[p] << 48 | (long) degree << 32 | node[p];
            }
            Arrays.sort(keyed, 0, end - start);
            for (int p = start; p < end; p++) {
                node[p] = (int) keyed[p - start];
            }
        }
    }

    private static int[][] lay(int[][] edges, int[] node, int[] position, int[] rank) {
        int[] first = new int[node.length + 1];
        int[] above = new int[edges[1].length];
        int[] up = new int[above.length];
        int[] down = new int[above.length];
        int count = 0;
        for (int p = 0; p < node.length; p++) {
            int r = rank[node[p]];
            for (int e = edges[0][r]; e < edges[0][r + 1]; e++) {
                above[count] = position[edges[1][e]];
                up[count] = edges[2][e];
                down[count++] = edges[3][e];
            }
            first[p + 1] = count;
        }
        return new int[][] {first, above, up, down};
    }

    private static int[][] blocks(int[] first, int[] above) {
        int nodes = first.length - 1;
        int[] last = new int[nodes];
        int[] firstBlock = new int[nodes + 1];
        int[] block = {};
        for (int pass = 0; pass < 2; pass++) {
            Arrays.fill(last, -1);
            for (int p = 0; p < nodes; p++) {
                int own = p >>> BLOCK_BITS;
                for (int e = first[p]; e < first[p + 1]; e++) {
                    int from = above[e];
                    if (from >>> BLOCK_BITS != own && last[from] != own) {
                        last[from] = own;
                        if (pass == 0) {
                            firstBlock[from + 1]++;
                        } else {
                            block[firstBlock[from]++] = own;
                        }
                    }
                }
            }
            if (pass == 0) {
                Arrays.parallelPrefix(firstBlock, Integer::sum);
                block = new int[firstBlock[nodes]];
            }
        }
        System.arraycopy(firstBlock, 0, firstBlock, 1, nodes);
        firstBlock[0] = 0;
        return new int[][] {firstBlock, block};
    }
}
