package org.tongcheng.planning.delineate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.planning.Area;
import org.tongcheng.planning.Member;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.Unit;

/**
 * The tiles that an area's members are, or lie in.
 *
 * @param area   that declares them
 * @param shares by adcode of the tile, how much of its land the members are: 1 where it is one itself or lies in one
 */
record Declared(Area area, Map<String, Double> shares) {

    /** What is left of a tile when all its counties are members is the last digits of their borders. */
    private static final double WHOLE = 0.999;

    /** @param warnings takes what of the members cannot be told or counts whole */
    static Declared of(Area area, List<Unit> tiles, Records records, List<String> warnings) {
        Set<String> members = area.members().stream().map(Member::adcode).collect(Collectors.toSet());
        Map<String, Unit> byAdcode = tiles.stream().collect(Collectors.toMap(Unit::adcode, t -> t));
        Set<String> resolved = new HashSet<>();
        Map<String, Double> shares = new LinkedHashMap<>();
        for (Unit tile : tiles) {
            List<String> holders = upwards(tile, records).stream().filter(members::contains).toList();
            if (!holders.isEmpty()) {
                shares.put(tile.adcode(), 1.0);
                resolved.addAll(holders);
            }
        }
        Map<String, Double> parts = new TreeMap<>();
        for (String adcode : members) {
            Unit member = records.findUnit(adcode).orElse(null);
            Unit tile = member == null ? null
                    : upwards(member, records).stream().map(byAdcode::get).filter(Objects::nonNull).findFirst().orElse(null);
            if (tile != null) {
                resolved.add(adcode);
                parts.merge(tile.adcode(), km2(member) / km2(tile), Double::sum);
            }
        }
        parts.forEach((tile, share) -> shares.putIfAbsent(tile, share >= WHOLE ? 1.0 : share));
        warn(area, shares, resolved, warnings);
        return new Declared(area, shares);
    }

    private static void warn(Area area, Map<String, Double> shares, Set<String> resolved, List<String> warnings) {
        area.members().stream().filter(m -> m.containedIn() == null && !resolved.contains(m.adcode())).forEach(m -> warnings.add(
                area.id() + ": member " + m.adcode() + " " + m.name() + " is not among the units looked at"));
        String unknown = area.members().stream().filter(m -> !m.extentKnown()).map(Member::name).collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            warnings.add(area.id() + ": of these members it is unknown how much takes part, they count whole: " + unknown);
        }
        String parts = shares.entrySet().stream().filter(e -> e.getValue() < 1).map(Map.Entry::getKey).sorted().collect(Collectors.joining(", "));
        if (!parts.isEmpty()) {
            warnings.add(area.id() + ": of these units only a part is a member, at this level they count whole: " + parts);
        }
    }

    /** The adcodes of the unit and of those above it. */
    private static List<String> upwards(Unit unit, Records records) {
        List<String> chain = new ArrayList<>();
        for (String adcode = unit.adcode(); adcode != null && !chain.contains(adcode);
                adcode = records.findUnit(adcode).map(Unit::parent).orElse(null)) {
            chain.add(adcode);
        }
        return chain;
    }

    private static double km2(Unit unit) {
        return unit.geometry() == null ? 0 : Geodesy.areaSquareMetres(unit.geometry()) / 1e6;
    }
}
