package org.tongcheng.planning.delineate;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygonal;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Network;
import org.tongcheng.network.Streets;
import org.tongcheng.planning.Origin;
import org.tongcheng.planning.Unit;
import org.tongcheng.reach.Direction;
import org.tongcheng.reach.Search;
import org.tongcheng.reach.TravelTimes;

/** Times from the core's seat to others, and how far off they may be because a seat is not exactly known. Of one thread. */
final class Seconds {

    /** Beyond this nobody commutes; what takes longer has no time. */
    static final int MOST_MINUTES = 240;

    private static final int DIRECTIONS = 8;

    private final TravelTimes times;
    private final Integer coreError;

    /** @param core whose seat the footholds are of */
    Seconds(Network network, List<Foothold> from, Unit core, Coordinate seat) {
        times = Search.run(network, from, Direction.FROM, Duration.ofMinutes(MOST_MINUTES));
        coreError = spread(core, seat, 0);
    }

    /** Ids of the corridors that shortest ways within the minutes ride. */
    Set<String> corridors(int minutes) {
        return times.corridorsUsed(minutes * 60_000);
    }

    boolean joins(Origin.Point point) {
        return point.on(times.network()).isPresent();
    }

    /** Null where it takes longer than is looked for or joins no street. */
    Integer to(Origin.Point point) {
        int millis = millis(point);
        return TravelTimes.secondsIfReached(millis);
    }

    /** Null where nobody states how exact one of both seats is, or it has no time. */
    Integer error(Unit tile, Origin.Point point) {
        int millis = millis(point);
        Integer own = millis == Streets.UNREACHED ? null : spread(tile, point.at(), millis);
        return own == null || coreError == null ? null : Integer.valueOf(TravelTimes.seconds(own + coreError));
    }

    /** The largest difference to the times at eight points as far off as the seat is inexact, those within the unit. */
    private Integer spread(Unit unit, Coordinate seat, int millis) {
        if (unit.seatAccuracyM() == null || unit.seat() == null) {
            return null;
        }
        if (times.network().isOfStations()) {
            // All stations inside stand for the unit, wherever its seat is.
            return 0;
        }
        IndexedPointInAreaLocator land = unit.geometry() instanceof Polygonal ? new IndexedPointInAreaLocator(unit.geometry()) : null;
        int most = 0;
        for (Coordinate moved : Geodesy.ring(seat, unit.seatAccuracyM(), DIRECTIONS)) {
            if (land == null || land.locate(moved) != Location.EXTERIOR) {
                Optional<Foothold> foothold = find(moved);
                // where one would not get to in the time looked for, it takes at least as long as that
                int there = Math.min(foothold.map(times::millisAt).orElse(millis), times.budgetMillis());
                most = Math.max(most, Math.abs(there - millis));
            }
        }
        return most;
    }

    private int millis(Origin.Point point) {
        return point.on(times.network()).map(times::millisAt).orElse(Streets.UNREACHED);
    }

    private Optional<Foothold> find(Coordinate at) {
        return times.network().find(at.x, at.y);
    }
}
