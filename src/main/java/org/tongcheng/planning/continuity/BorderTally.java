package org.tongcheng.planning.continuity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.planning.Unit;

/** Counts, border by border, what crosses and what does not. Of one thread. */
final class BorderTally {

    /** A bridge within this distance of another road that crosses the same border carries that road and is no crossing of its own. */
    private static final double BRIDGE_METRES = 1000;

    private final Tiles tiles;
    private final Map<String, List<Crossings.Crossing>> crossings = new TreeMap<>();
    private final Map<String, Unit[]> units = new TreeMap<>();

    /**
     * What is found at one border.
     *
     * @param units     adcodes of the two
     * @param names     of the two
     * @param level     county or prefecture
     * @param of        units, or area where one of them lies outside it
     * @param crossings of corridors, those that share track and a bridge beside its road once
     * @param certain   how many of them cross wherever road and border lie within their accuracies
     * @param streets   how many imported streets cross; null where none are loaded
     * @param deadEnds  findings of that kind; likewise the next two
     * @param roads     ids of the corridors that cross
     */
    record Row(List<String> units, List<Text> names, String level, String of, int crossings, int certain, Integer streets,
            int deadEnds, int offsets, int classChanges, List<String> roads) {}

    BorderTally(Tiles tiles) {
        this.tiles = tiles;
    }

    /** One name for the border of two units, in whichever order. */
    static String key(Unit a, Unit b) {
        return key(a.adcode(), b.adcode());
    }

    void add(List<Crossings.Crossing> some) {
        for (Crossings.Crossing crossing : some) {
            note(crossing.from(), crossing.to());
            crossings.computeIfAbsent(key(crossing.from(), crossing.to()), k -> new ArrayList<>()).add(crossing);
        }
    }

    /** Remembers the two units of a border; the first to come stays the first. */
    void note(Unit a, Unit b) {
        Unit[] both = a.adcode().compareTo(b.adcode()) < 0 ? new Unit[] {a, b} : new Unit[] {b, a};
        units.putIfAbsent(key(a, b), both);
    }

    /** Remembers every border of the area, crossed or not. */
    void noteAll(List<Unit> all) {
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                if (tiles.concerns(all.get(i), all.get(j)) && tiles.touch(all.get(i), all.get(j))) {
                    note(all.get(i), all.get(j));
                }
            }
        }
    }

    /** @param streets crossings of imported streets by border; null where none are loaded */
    List<Row> rows(List<Finding> findings, Map<String, Integer> streets) {
        List<Row> rows = new ArrayList<>();
        units.forEach((key, both) -> {
            List<Crossings.Crossing> distinct = distinct(crossings.getOrDefault(key, List.of()));
            rows.add(new Row(List.of(both[0].adcode(), both[1].adcode()), List.of(both[0].name(), both[1].name()),
                    Tiles.level(both[0], both[1]), tiles.of(both[0], both[1]), distinct.size(),
                    (int) distinct.stream().filter(Crossings.Crossing::certain).count(),
                    streets == null ? null : streets.getOrDefault(key, 0), count(findings, key, Finding.DEAD_END),
                    count(findings, key, Finding.OFFSET), count(findings, key, Finding.CLASS_CHANGE),
                    List.copyOf(new TreeSet<>(distinct.stream().map(c -> c.road().id()).toList()))));
        });
        return rows;
    }

    private static int count(List<Finding> findings, String key, String kind) {
        return (int) findings.stream().filter(f -> f.kind().equals(kind) && key.equals(key(f.from().unit(), f.to().unit()))).count();
    }

    private static String key(String a, String b) {
        return a.compareTo(b) < 0 ? a + "|" + b : b + "|" + a;
    }

    /** Those that share track once, and a bridge only where no road of another kind crosses beside it; certain ones first. */
    private static List<Crossings.Crossing> distinct(List<Crossings.Crossing> all) {
        List<Crossings.Crossing> distinct = new ArrayList<>();
        List<Crossings.Crossing> sorted = all.stream().sorted(Comparator.comparing((Crossings.Crossing c) -> c.road().carries())
                .thenComparing(c -> !c.certain()).thenComparing(c -> c.road().id())).toList();
        for (Crossings.Crossing each : sorted) {
            boolean counted = distinct.stream().anyMatch(other -> other.road().group().equals(each.road().group())
                    || each.road().carries() && Geodesy.distanceMetres(other.at(), each.at()) <= BRIDGE_METRES);
            if (!counted) {
                distinct.add(each);
            }
        }
        return distinct;
    }
}
