package org.tongcheng.network.corridor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.tongcheng.network.LineStop;

/** The lines' own side of a network: the platforms of each at its stops that are there, and the runs between them. Of one thread. */
final class Tracks {

    private final Arcs arcs;
    private final List<Platform> platforms = new ArrayList<>();
    private int nodes;

    /** @param arcs takes runs and dwells */
    Tracks(Arcs arcs) {
        this.arcs = arcs;
    }

    /** @param each takes every platform, once it is made, with its stop on the way */
    void lay(Line line, BiConsumer<Platform, Line.Halt> each) {
        List<Platform> laid = new ArrayList<>();
        for (Line.Halt halt : line.halts()) {
            Platform platform = halt.there() ? platform(line, halt) : null;
            laid.add(platform);
            if (platform != null) {
                platforms.add(platform);
                each.accept(platform, halt);
            }
        }
        for (Line.Run run : line.runs()) {
            Platform from = laid.get(run.from());
            Platform to = laid.get(run.to());
            arcs.add(from.departing(), to.arriving(), run.millis(), line.number());
            arcs.add(to.departing(), from.arriving(), run.millis(), line.number());
        }
    }

    private Platform platform(Line line, Line.Halt halt) {
        int arriving = Arcs.PLATFORM + nodes++;
        if (!line.corridor().mode().boarded()) {
            return new Platform(line, halt.stop(), arriving, arriving);
        }
        int departing = Arcs.PLATFORM + nodes++;
        arcs.add(arriving, departing, line.dwellMillis(), line.number());
        return new Platform(line, halt.stop(), arriving, departing);
    }

    /** How many nodes the platforms have. */
    int nodes() {
        return nodes;
    }

    /** @param firstPlatform number of the first platform's node in the network */
    List<LineStop> lineStops(int firstPlatform) {
        int shift = firstPlatform - Arcs.PLATFORM;
        return platforms.stream().map(p -> new LineStop(p.line().number(), p.stop(), p.arriving() + shift, p.departing() + shift)).toList();
    }
}
