package org.tongcheng.planning.conflicts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.geometry.Overlap;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.Unit;

/** Says which units a site answers to and whether two sites stand across a border that their units share. Of one thread. */
final class Borders {

    private final Records records;
    private final STRtree tiles = new STRtree();
    private final double worstM;
    private final Map<String, Hosts> hosts = new HashMap<>();
    private final Map<String, Boolean> neighbours = new HashMap<>();

    /**
     * The border between two sites.
     *
     * @param units the two units, that of the first site first
     * @param sure  whether each site surely answers to its own
     */
    record Across(List<String> units, boolean sure) {}

    Borders(Records records) {
        this.records = records;
        double worst = 0;
        for (Unit unit : records.finestTiling()) {
            if (unit.geometry() != null && !unit.geometry().isEmpty()) {
                tiles.insert(unit.geometry().getEnvelopeInternal(), unit);
                worst = Math.max(worst, accuracy(unit));
            }
        }
        this.worstM = worst;
    }

    Hosts hosts(Site site) {
        return hosts.computeIfAbsent(site.ref(), ref -> site.stated().isEmpty() ? lain(site) : stated(site.stated()));
    }

    /** Empty where they stand in one unit, one inside the other's, or in units that share no border. */
    Optional<Across> across(Site first, Site second) {
        Hosts a = hosts(first);
        Hosts b = hosts(second);
        Optional<List<String>> sure = pair(a.sure(), b.sure());
        return sure.isPresent()
                ? sure.map(units -> new Across(units, true))
                : pair(a.possible(), b.possible()).map(units -> new Across(units, false));
    }

    private Optional<List<String>> pair(List<String> first, List<String> second) {
        for (String a : first) {
            for (String b : second) {
                if (differ(a, b) && neighbours(a, b)) {
                    return Optional.of(List.of(a, b));
                }
            }
        }
        return Optional.empty();
    }

    private boolean differ(String a, String b) {
        return !a.equals(b) && !b.equals(parent(a)) && !a.equals(parent(b));
    }

    private String parent(String adcode) {
        return records.findUnit(adcode).map(Unit::parent).orElse(null);
    }

    private boolean neighbours(String a, String b) {
        String key = a.compareTo(b) < 0 ? a + " " + b : b + " " + a;
        return neighbours.computeIfAbsent(key, k -> meet(records.findUnit(a).orElseThrow(), records.findUnit(b).orElseThrow()));
    }

    /** Two outlines of one border lie as far apart as the worse of them is off. */
    private static boolean meet(Unit a, Unit b) {
        if (a.geometry() == null || b.geometry() == null || a.geometry().isEmpty() || b.geometry().isEmpty()) {
            return false;
        }
        double apart = Math.max(accuracy(a), accuracy(b));
        return Geodesy.around(a.geometry().getEnvelopeInternal(), apart).intersects(b.geometry().getEnvelopeInternal())
                && Geodesy.distanceMetres(a.geometry(), b.geometry()) <= apart;
    }

    private static Hosts stated(List<String> adcodes) {
        return new Hosts(adcodes, adcodes, "stated");
    }

    private Hosts lain(Site site) {
        double accuracy = site.accuracyM() == null ? 0 : site.accuracyM();
        Geometry geometry = site.geometry();
        List<Unit> near = new ArrayList<>();
        for (Object tile : tiles.query(Geodesy.around(geometry.getEnvelopeInternal(), accuracy + worstM))) {
            near.add((Unit) tile);
        }
        List<String> possible = new ArrayList<>();
        List<String> sure = new ArrayList<>();
        for (Unit unit : near) {
            double both = accuracy + accuracy(unit);
            if (Geodesy.distanceMetres(geometry, unit.geometry()) <= both) {
                possible.add(unit.adcode());
                boolean known = site.accuracyM() != null && unit.accuracyM() != null;
                Geometry common = Overlap.common(geometry, unit.geometry());
                if (known && Overlap.depthMetres(geometry, unit.geometry(), common) > both) {
                    sure.add(unit.adcode());
                }
            }
        }
        return new Hosts(possible.stream().sorted().toList(), sure.stream().sorted().toList(), "geometry");
    }

    private static double accuracy(Unit unit) {
        return unit.accuracyM() == null ? 0 : unit.accuracyM();
    }
}
