package org.tongcheng.planning.coverage;

import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.tongcheng.geometry.Geodesy;

/** Servers by place; finds those near a geometry. Threads: safe for many once built. */
final class ServerTree {

    private static final double FARTHEST_METRES = 1_000_000;

    private final STRtree tree = new STRtree();
    private final double worstAccuracyM;
    private final boolean empty;

    ServerTree(List<Server> servers) {
        servers.forEach(s -> tree.insert(s.geometry().getEnvelopeInternal(), s));
        tree.build();
        worstAccuracyM = servers.stream().filter(s -> s.accuracyM() != null).mapToDouble(Server::accuracyM).max().orElse(0);
        empty = servers.isEmpty();
    }

    /** Those whose envelope comes within the distance; some stand farther. */
    @SuppressWarnings("unchecked")
    List<Server> around(Geometry geometry, double metres) {
        return empty ? List.of() : tree.query(Geodesy.around(geometry.getEnvelopeInternal(), metres));
    }

    /** Whether the thing is served within the distance, sure or not, and by which server it is nearest. */
    Served judge(Thing thing, double withinMetres) {
        double own = thing.accuracyM() == null ? 0 : thing.accuracyM();
        double radius = withinMetres + worstAccuracyM + own;
        Served served = judge(thing, withinMetres, radius);
        while (served.metres() == null && radius < FARTHEST_METRES && !empty) {
            radius = Math.min(FARTHEST_METRES, radius * 2 + 1000);
            served = judge(thing, withinMetres, radius);
        }
        return served;
    }

    private Served judge(Thing thing, double within, double radius) {
        Server nearest = null;
        double least = radius;
        boolean sure = false;
        boolean possible = false;
        List<Server> near = around(thing.geometry(), radius).stream().sorted(Comparator.comparing(Server::ref)).toList();
        for (Server server : near) {
            double metres = Geodesy.distanceMetres(thing.geometry(), server.geometry());
            boolean known = thing.accuracyM() != null && server.accuracyM() != null;
            double margin = (thing.accuracyM() == null ? 0 : thing.accuracyM())
                    + (server.accuracyM() == null ? 0 : server.accuracyM());
            sure |= known && metres + margin <= within;
            possible |= metres - margin <= within;
            if (metres < least || nearest == null && metres <= least) {
                least = metres;
                nearest = server;
            }
        }
        // what is nobody's stated accuracy off may stand anywhere
        boolean unknown = thing.accuracyM() == null || near.stream().anyMatch(s -> s.accuracyM() == null);
        String covered = sure ? Served.YES : possible || unknown ? Served.UNCERTAIN : Served.NO;
        return new Served(thing.ref(), thing.name(), covered, nearest == null ? null : Long.valueOf(Math.round(least)), null,
                nearest == null ? null : nearest.ref(), thing.accuracyM(), thing.method());
    }
}
