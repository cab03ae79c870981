package org.tongcheng.network.corridor;

import java.util.Arrays;
import org.tongcheng.network.Overlay;

/**
 * Arcs being gathered. Platforms are numbered from {@link #PLATFORM} until it is known how many places come before them.
 */
final class Arcs {

    /** Number of the first platform while arcs are gathered: above any street node or place. */
    static final int PLATFORM = 1 << 30;

    private int[] from = new int[4096];
    private int[] to = new int[4096];
    private int[] millis = new int[4096];
    private int[] corridor = new int[4096];
    private int count;

    /** Adds an arc; one that takes more milliseconds than an int holds, 24 days, is none. */
    void add(int fromNode, int toNode, double time, int ridden) {
        if (time >= Integer.MAX_VALUE) {
            return;
        }
        if (count == from.length) {
            from = Arrays.copyOf(from, count * 2);
            to = Arrays.copyOf(to, count * 2);
            millis = Arrays.copyOf(millis, count * 2);
            corridor = Arrays.copyOf(corridor, count * 2);
        }
        from[count] = fromNode;
        to[count] = toNode;
        millis[count] = (int) Math.round(time);
        corridor[count++] = ridden;
    }

    void addBoth(int node, int other, double time, int ridden) {
        add(node, other, time, ridden);
        add(other, node, time, ridden);
    }

    /** Gives platforms their final numbers, from {@code firstPlatform}. */
    void settle(int firstPlatform) {
        from = Arrays.copyOf(from, count);
        to = Arrays.copyOf(to, count);
        millis = Arrays.copyOf(millis, count);
        corridor = Arrays.copyOf(corridor, count);
        for (int i = 0; i < count; i++) {
            from[i] = from[i] < PLATFORM ? from[i] : from[i] - PLATFORM + firstPlatform;
            to[i] = to[i] < PLATFORM ? to[i] : to[i] - PLATFORM + firstPlatform;
        }
    }

    Overlay forward(int streetNodes, int ownNodes) {
        return Overlay.of(streetNodes, ownNodes, from, to, millis, corridor);
    }

    Overlay backward(int streetNodes, int ownNodes) {
        return Overlay.of(streetNodes, ownNodes, to, from, millis, corridor);
    }
}
