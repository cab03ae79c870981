package org.tongcheng.network;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * The ground of streets on which one is fed to stations and from them: at a point one is picked up and put down, which takes time; a
 * place of a line has that in its ways in and out. So a point's foothold holds, as its one part, the foothold without.
 */
public final class FeederGround implements Ground {

    private static final double MILLIS_PER_MINUTE = 60_000;

    private final Ground ground;
    private final int pickUp;
    private final int putDown;

    /** @param ground of the same streets without a feeder's times */
    public FeederGround(Ground ground, Profile.Feeder feeder) {
        this.ground = ground;
        this.pickUp = (int) Math.round(feeder.pickUp().value() * MILLIS_PER_MINUTE);
        this.putDown = (int) Math.round(feeder.putDown().value() * MILLIS_PER_MINUTE);
    }

    @Override
    public Optional<Foothold> find(double lon, double lat, double withinMetres) {
        return ground.find(lon, lat, withinMetres).map(bare -> new Foothold(bare.lon(), bare.lat(), bare.nodes(),
                later(bare.millis(), pickUp), later(bare.millisBack(), putDown), bare.metresOff(), List.of(bare)));
    }

    private static int[] later(int[] millis, int by) {
        return Arrays.stream(millis).map(time -> plus(time, by)).toArray();
    }

    private static int plus(int millis, int by) {
        return millis == Streets.UNREACHED ? millis : millis + by;
    }

    @Override
    public double metresToNearest(double lon, double lat) {
        return ground.metresToNearest(lon, lat);
    }

    @Override
    public int directMillis(Foothold from, Foothold to) {
        int ridden = ground.directMillis(from.part(0), to.part(0));
        return plus(plus(ridden, isPoint(from) ? pickUp : 0), isPoint(to) ? putDown : 0);
    }

    private static boolean isPoint(Foothold foothold) {
        return !foothold.parts().isEmpty();
    }

    @Override
    public Geometry land() {
        return ground.land();
    }
}
