package org.tongcheng.planning.connectivity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Polygonal;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Network;
import org.tongcheng.planning.Area;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.FeatureRef;
import org.tongcheng.planning.Member;
import org.tongcheng.planning.Origin;
import org.tongcheng.planning.Origins;
import org.tongcheng.planning.Place;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.Unit;
import org.tongcheng.planning.Used;

/**
 * The members of an area in its order, then core cities that are none.
 *
 * @param all     each once
 * @param members how many of them are members
 */
record Seats(List<Seat> all, int members) {

    static Seats of(Area area, Records records, Network network, AsOf asOf, Used.Gathering used, List<String> warnings) {
        Origins origins = new Origins(records, asOf, "area", used, warnings);
        Set<String> seen = new HashSet<>();
        List<Seat> all = new ArrayList<>();
        for (Member member : area.members()) {
            Optional<Unit> unit = placed(member.adcode(), records);
            if (unit.isEmpty()) {
                warnings.add("member " + member.adcode() + " (" + member.name() + ") has neither a seat nor an outline and is left out");
            } else if (seen.add(member.adcode())) {
                String holder = records.findUnit(String.valueOf(member.containedIn())).map(Unit::adcode).orElse(null);
                all.add(seat(unit.get(), origins, network, holder, true, area.cores().contains(member.adcode())));
            }
        }
        int members = all.size();
        for (String core : area.cores()) {
            Optional<Unit> unit = placed(core, records);
            if (unit.isEmpty()) {
                warnings.add("core city " + core + " is not in the records and nothing is counted from it");
            } else if (seen.add(core)) {
                all.add(seat(unit.get(), origins, network, null, false, true));
            }
        }
        Seats seats = new Seats(all, members);
        seats.warn(area, network, warnings);
        return seats;
    }

    private static Optional<Unit> placed(String adcode, Records records) {
        return records.findUnit(adcode)
                .filter(u -> u.seat() != null || u.geometry() instanceof Polygonal && !u.geometry().isEmpty());
    }

    private static Seat seat(Unit unit, Origins origins, Network network, String holder, boolean member, boolean core) {
        String ref = Collections.UNITS + "/" + unit.adcode();
        Origin origin = origins.of(new Place.Site(FeatureRef.of(ref)), ref);
        return new Seat(unit, origin, Seat.points(origin, network), holder, member, core);
    }

    private void warn(Area area, Network network, List<String> warnings) {
        String off = all.stream().filter(s -> s.points().isEmpty()).map(s -> s.unit().adcode()).collect(Collectors.joining(", "));
        if (!off.isEmpty()) {
            warnings.add("more than " + Math.round(network.snapMetres()) + " m from any " + (network.isOfStations() ? "station" : "street") + ", so that there is no way: " + off);
        }
        String unknown = counted().stream().filter(s -> s.unit().population() == null).map(s -> s.unit().adcode())
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            warnings.add("the people of these units are unknown and not counted: " + unknown);
        }
        String inside = all.stream().filter(s -> s.containedIn() != null).map(s -> s.unit().adcode() + " in " + s.containedIn())
                .collect(Collectors.joining(", "));
        if (!inside.isEmpty()) {
            warnings.add("inside another member, so that times are given but people and pairs not counted again: " + inside);
        }
        String partial = area.members().stream().filter(m -> !m.extentKnown()).map(Member::name).collect(Collectors.joining(", "));
        if (!partial.isEmpty()) {
            warnings.add(area.id() + ": of these members it is unknown how much takes part, their people count whole: " + partial);
        }
        if (counted().size() < 2) {
            warnings.add("there are fewer than two members that count: shares of pairs are given as 0");
        }
    }

    List<Seat> counted() {
        return all.stream().filter(Seat::counts).toList();
    }

    List<Foothold> points() {
        return all.stream().flatMap(s -> s.points().stream()).toList();
    }

    long people() {
        return counted().stream().mapToLong(Seat::people).sum();
    }
}
