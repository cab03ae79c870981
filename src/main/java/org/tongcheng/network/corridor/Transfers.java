package org.tongcheng.network.corridor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.network.Corridor;
import org.tongcheng.network.Overlay;
import org.tongcheng.network.Profile;

/**
 * Joins platforms of different lines: stations within 300 m, or of one name within 800 m, are a transfer on foot; road stops
 * within 300 m are a junction, driven at the slower line's speed.
 *
 * <p>Between lines of one mode nobody passes the gates: a transfer costs the walk and the wait. Between modes it also costs the way
 * out of the one and into the other. Where riding alone counts a transfer costs nothing.
 */
final class Transfers {

    private static final double NEAR_METRES = 300;
    private static final double SAME_NAME_METRES = 800;

    /** Degrees; a cell is at least 800 m wide and high up to 53°N, so that neighbours stand in neighbouring cells. */
    private static final double CELL_LON = 0.012;

    private static final double CELL_LAT = 0.008;

    private final Profile profile;
    private final Arcs arcs;

    Transfers(Profile profile, Arcs arcs) {
        this.profile = profile;
        this.arcs = arcs;
    }

    void join(List<Platform> platforms) {
        Map<Long, List<Platform>> cells = new HashMap<>();
        for (Platform platform : platforms) {
            long column = (long) Math.floor(platform.stop().lon() / CELL_LON);
            long row = (long) Math.floor(platform.stop().lat() / CELL_LAT);
            for (long dc = -1; dc <= 1; dc++) {
                for (long dr = -1; dr <= 1; dr++) {
                    for (Platform other : cells.getOrDefault(cell(column + dc, row + dr), List.of())) {
                        join(platform, other);
                    }
                }
            }
            cells.computeIfAbsent(cell(column, row), none -> new ArrayList<>()).add(platform);
        }
    }

    private static long cell(long column, long row) {
        return column << 32 ^ row & 0xFFFFFFFFL;
    }

    private void join(Platform a, Platform b) {
        boolean boarded = a.line().corridor().mode().boarded();
        if (a.line() == b.line() || boarded != b.line().corridor().mode().boarded()
                || Math.abs(a.stop().lat() - b.stop().lat()) > CELL_LAT
                || Math.abs(a.stop().lon() - b.stop().lon()) > CELL_LON) {
            return;
        }
        double metres = Geodesy.distanceMetres(a.stop().lon(), a.stop().lat(), b.stop().lon(), b.stop().lat());
        if (metres > (boarded && sameName(a.stop(), b.stop()) ? SAME_NAME_METRES : NEAR_METRES)) {
            return;
        }
        if (boarded && isFree()) {
            arcs.add(a.arriving(), b.departing(), 0, Overlay.NO_CORRIDOR);
            arcs.add(b.arriving(), a.departing(), 0, Overlay.NO_CORRIDOR);
        } else if (boarded) {
            double walk = metres * profile.streets().detour().value() * 3600 / profile.streets().speed().value();
            arcs.add(a.arriving(), b.departing(), walk + gates(a, b) + b.line().waitMillis(), Overlay.NO_CORRIDOR);
            arcs.add(b.arriving(), a.departing(), walk + gates(b, a) + a.line().waitMillis(), Overlay.NO_CORRIDOR);
        } else {
            double slower = Math.max(a.line().millisPerMetre(), b.line().millisPerMetre());
            arcs.addBoth(a.arriving(), b.arriving(), metres * slower, Overlay.NO_CORRIDOR);
        }
    }

    private boolean isFree() {
        return profile.stations() != null && profile.stations().ridingAlone();
    }

    private static double gates(Platform from, Platform to) {
        boolean sameMode = from.line().corridor().mode() == to.line().corridor().mode();
        return sameMode ? 0 : from.line().exitMillis() + to.line().entryMillis();
    }

    /** With or without the word for station at the end. */
    private static boolean sameName(Corridor.Stop a, Corridor.Stop b) {
        return a.name() != null && b.name() != null && bare(a.name()).equals(bare(b.name()));
    }

    private static String bare(String name) {
        return name.length() > 2 && name.endsWith("站") ? name.substring(0, name.length() - 1) : name;
    }
}
