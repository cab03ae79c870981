package org.tongcheng.planning.gain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Network;
import org.tongcheng.planning.Unit;

/**
 * The members' seats that can be set out from.
 *
 * @param units      whose they are
 * @param footholds  where they join the streets
 * @param people     of each unit; 0 where unknown
 */
record Seats(List<Unit> units, List<Foothold> footholds, long[] people) {

    static Seats of(List<Unit> members, Network network, List<String> warnings) {
        List<Unit> units = new ArrayList<>();
        List<Foothold> footholds = new ArrayList<>();
        for (Unit member : members) {
            Optional<Foothold> foothold = member.seat() == null ? Optional.empty()
                    : network.find(member.seat().x, member.seat().y, member.geometry());
            if (foothold.isEmpty()) {
                warnings.add("member " + member.adcode() + " (" + member.name().zh() + ") has no seat on the streets;"
                        + " minutes saved and pairs are counted without it");
            } else {
                units.add(member);
                footholds.add(foothold.get());
            }
        }
        long[] people = units.stream().mapToLong(u -> u.population() == null ? 0 : u.population()).toArray();
        return new Seats(units, footholds, people);
    }
}
