package org.tongcheng.planning.coverage;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** How far servers serve: to a distance or for some minutes. Of one thread. */
interface Range {

    /** Whether a thing is served, sure or not, and by which server the best. */
    Served judge(Thing thing);

    /** Whether it is served as measured. */
    boolean holds(Served served);

    /** The land of the outline that is served. */
    Land land(Geometry outline);

    /** How many servers are near enough to count. */
    int servers();

    /** Says what a reader must know of the things judged. */
    default void warn(List<String> warnings) {
        // a distance can always be had
    }

    /** To a geodesic distance. */
    record Distance(ServerTree tree, List<Server> near, double metres) implements Range {

        static Distance of(List<Server> servers, Geometry outline, double metres) {
            ServerTree tree = new ServerTree(servers);
            double worst = servers.stream().filter(s -> s.accuracyM() != null).mapToDouble(Server::accuracyM).max().orElse(0);
            return new Distance(tree, tree.around(outline, metres + worst), metres);
        }

        @Override
        public Served judge(Thing thing) {
            return tree.judge(thing, metres);
        }

        @Override
        public boolean holds(Served served) {
            return served.metres() != null && served.metres() <= metres;
        }

        @Override
        public Land land(Geometry outline) {
            return Land.of(outline, near, metres);
        }

        @Override
        public int servers() {
            return near.size();
        }
    }
}
