package org.tongcheng.planning.continuity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.network.Changes;
import org.tongcheng.network.Corridor;
import org.tongcheng.network.Corridors;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Mode;
import org.tongcheng.network.Network;
import org.tongcheng.network.Networks;
import org.tongcheng.network.Streets;
import org.tongcheng.planning.Circumstances;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.Travel;
import org.tongcheng.reach.Matrix;

/** What joining two ends would save: the time from one to the other before and after a line at grade is put in. Of one thread. */
final class Joins {

    private static final Duration LIMIT = Duration.ofHours(4);

    /** No id of the catalogue holds a slash. */
    private static final String ID = "continuity/join";

    private final Networks networks;
    private final Records records;
    private final Circumstances circumstances;
    private final Network before;

    Joins(Networks networks, Records records, Circumstances circumstances, Network before) {
        this.networks = networks;
        this.records = records;
        this.circumstances = circumstances;
        this.before = before;
    }

    /**
     * @param speedKmh of the line; null for the profile's on arterials
     * @param road     that it leads to
     */
    Finding.Join of(Coordinate from, Coordinate to, Double speedKmh, String road) {
        double metres = Geodesy.distanceMetres(from.x, from.y, to.x, to.y);
        Integer secondsBefore = seconds(before, from, to);
        Integer secondsAfter = metres == 0 ? secondsBefore : seconds(joined(from, to, speedKmh), from, to);
        Integer gained = secondsBefore == null || secondsAfter == null ? null : Integer.valueOf(secondsBefore - secondsAfter);
        return new Finding.Join(road, to, Pairing.round(metres), secondsBefore, secondsAfter, gained);
    }

    private Network joined(Coordinate from, Coordinate to, Double speedKmh) {
        List<Corridor> own = new ArrayList<>(circumstances.add().stream().map(Travel::own).toList());
        own.add(Corridors.own(ID, Mode.ARTERIAL, new Corridor.Terms(speedKmh, null, false, null), List.of(from, to), List.of()));
        Set<String> with = new HashSet<>(circumstances.with());
        return networks.join(before.profile(), records.corridors().corridors(), circumstances.asOf(),
                new Changes(with, new HashSet<>(circumstances.without()), own));
    }

    /** Rounded up; null where there is no way. */
    private static Integer seconds(Network network, Coordinate from, Coordinate to) {
        Foothold start = network.streets().ground().find(from.x, from.y, network.snapMetres()).orElse(null);
        Foothold end = network.streets().ground().find(to.x, to.y, network.snapMetres()).orElse(null);
        if (start == null || end == null) {
            return null;
        }
        int millis = Matrix.to(network, List.of(end), LIMIT).from(List.of(start))[0][0];
        return millis == Streets.UNREACHED ? null : Integer.valueOf((int) ((millis + 999L) / 1000));
    }
}
