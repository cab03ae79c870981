package org.tongcheng.planning.gain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.tongcheng.network.Corridor;
import org.tongcheng.planning.Circumstances;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.Travel;

/**
 * Who plays: the corridors that are not built at the date and that the scenario adds in the area or the asker puts in anywhere.
 *
 * @param all       whose mode is travelled, by id
 * @param idle      those whose mode the profile does not travel
 * @param elsewhere ids of what the scenario adds outside the area; it is in neither side of the comparison
 */
record Players(List<Player> all, List<Player> idle, Set<String> elsewhere) {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    static Players of(Records records, Circumstances circumstances, Geometry outline) {
        Map<String, Corridor> byId = new HashMap<>();
        records.corridors().corridors().forEach(c -> byId.put(c.id(), c));
        Map<String, List<Corridor>> groups = new TreeMap<>();
        for (Corridor corridor : unbuilt(records, circumstances)) {
            groups.computeIfAbsent(root(corridor, byId), id -> new ArrayList<>()).add(corridor);
        }
        Set<String> put = new HashSet<>(circumstances.with());
        circumstances.add().forEach(own -> put.add(own.id()));
        PreparedGeometry area = PreparedGeometryFactory.prepare(outline);
        Predicate<Corridor> plays = c -> put.contains(c.id()) || area.intersects(line(c));
        List<Player> players = new ArrayList<>();
        Set<String> elsewhere = new HashSet<>();
        for (List<Corridor> group : groups.values()) {
            if (group.stream().anyMatch(plays)) {
                group.sort(Comparator.comparing((Corridor c) -> c.sameAs() != null).thenComparing(Corridor::id));
                players.add(new Player(group));
            } else {
                group.forEach(c -> elsewhere.add(c.id()));
            }
        }
        players.sort(Comparator.comparing(Player::id));
        return new Players(List.copyOf(players), List.of(), Set.copyOf(elsewhere));
    }

    static Geometry line(Corridor corridor) {
        return FACTORY.createLineString(corridor.course().toArray(Coordinate[]::new));
    }

    private static List<Corridor> unbuilt(Records records, Circumstances circumstances) {
        List<Corridor> unbuilt = new ArrayList<>();
        for (Corridor corridor : records.corridors().corridors()) {
            boolean there = corridor.existence().existsAt(circumstances.asOf()) || circumstances.with().contains(corridor.id());
            if (there && !corridor.existence().builtAt(circumstances.asOf().date())) {
                unbuilt.add(corridor);
            }
        }
        circumstances.add().forEach(own -> unbuilt.add(Travel.own(own)));
        unbuilt.removeIf(c -> circumstances.without().contains(c.id()));
        return unbuilt;
    }

    /** The row at the end of the chain of rows on the same track; of a chain that bites its tail the first id. */
    private static String root(Corridor corridor, Map<String, Corridor> byId) {
        Set<String> chain = new HashSet<>();
        String id = corridor.id();
        for (Corridor at = corridor; at != null && at.sameAs() != null && chain.add(at.id()); at = byId.get(id)) {
            id = at.sameAs();
        }
        return chain.contains(id) ? chain.stream().min(Comparator.naturalOrder()).orElseThrow() : id;
    }
}
