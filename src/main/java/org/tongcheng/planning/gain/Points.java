package org.tongcheng.planning.gain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Network;
import org.tongcheng.network.Streets;
import org.tongcheng.planning.Unit;
import org.tongcheng.reach.TravelTimes;

/**
 * Counts people and land by points that lie evenly over the units: each stands for an equal part of its unit's land and people, so
 * that a unit wholly reached counts as a whole. The points stand where they stand whatever is asked, but for their spacing.
 * Threads: immutable.
 */
final class Points {

    private static final double KM_PER_DEGREE = 111.2;
    private static final double LEAST_SPACING_KM = 0.5;
    private static final double MOST_POINTS = 100_000;

    private final Network network;
    private final Skeleton skeleton;
    private final TravelTimes before;
    private final TravelTimes full;
    private final int budget;
    private final Envelope box;
    private final double spacingKm;

    /**
     * @param before times from the origins without the players
     * @param full   times from the origins with all of them
     * @param budget milliseconds within which is counted
     */
    Points(Skeleton skeleton, TravelTimes before, TravelTimes full, int budget) {
        this.network = skeleton.network();
        this.skeleton = skeleton;
        this.before = before;
        this.full = full;
        this.budget = budget;
        this.box = reached(full, budget);
        double height = box.getHeight() * KM_PER_DEGREE;
        double width = box.getWidth() * KM_PER_DEGREE * Math.cos(Math.toRadians(box.isNull() ? 0 : box.centre().y));
        this.spacingKm = Math.max(LEAST_SPACING_KM, Math.ceil(10 * Math.sqrt(height * width / MOST_POINTS)) / 10);
    }

    /**
     * What a unit counts for.
     *
     * @param built  its worth to the origins without the players
     * @param gained what the full plan brings within the minutes
     */
    record Counted(long[] built, List<Target> gained) {}

    double spacingKm() {
        return spacingKm;
    }

    boolean mayReach(Unit unit) {
        return unit.geometry() != null && !box.isNull() && box.intersects(unit.geometry().getEnvelopeInternal());
    }

    Counted count(Unit unit) {
        Counted counted = new Counted(new long[Worth.MEASURES], new ArrayList<>());
        List<Coordinate> points = within(unit.geometry());
        long people = unit.population() == null ? 0 : Math.round(1000.0 * unit.population() / points.size());
        long land = Math.round(Geodesy.areaSquareMetres(unit.geometry()) / points.size());
        for (Coordinate point : points) {
            count(point, people, land, 0, counted);
        }
        if (unit.seat() != null) {
            count(unit.seat(), 0, 0, 1, counted);
        }
        return counted;
    }

    private void count(Coordinate at, long people, long land, int units, Counted counted) {
        if (!box.contains(at)) {
            return;
        }
        Optional<Foothold> foothold = network.find(at.x, at.y);
        if (foothold.isEmpty()) {
            return;
        }
        Target target = Target.of(network, foothold.get(), people, land, units);
        if (target.millis(before, skeleton, -1) <= budget) {
            Worth.add(counted.built(), new long[] {people, land, units, 0, 0});
        } else if (target.millis(full, null, -1) <= budget) {
            counted.gained().add(target);
        }
    }

    /** The points of the grid that lie in a geometry; one inside it where none does. */
    private List<Coordinate> within(Geometry land) {
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(land);
        Envelope around = land.getEnvelopeInternal();
        List<Coordinate> points = new ArrayList<>();
        double down = spacingKm / KM_PER_DEGREE;
        for (long row = (long) Math.ceil(around.getMinY() / down); row * down <= around.getMaxY(); row++) {
            double lat = row * down;
            double across = down / Math.cos(Math.toRadians(lat));
            for (long column = (long) Math.ceil(around.getMinX() / across); column * across <= around.getMaxX(); column++) {
                Coordinate point = new Coordinate(column * across, lat);
                if (locator.locate(point) != Location.EXTERIOR) {
                    points.add(point);
                }
            }
        }
        return points.isEmpty() ? List.of(land.getInteriorPoint().getCoordinate()) : points;
    }

    /** The box of the nodes within the time, and as much around it as a point may lie off its nodes. */
    private static Envelope reached(TravelTimes times, int budget) {
        Envelope box = new Envelope();
        Streets streets = times.network().streets();
        for (int page = 0; page < times.pages(); page++) {
            int[] millis = times.page(page);
            for (int i = 0; millis != null && i < millis.length; i++) {
                if (millis[i] <= budget) {
                    int node = page * TravelTimes.PAGE_NODES + i;
                    box.expandToInclude(streets.lon(node), streets.lat(node));
                }
            }
        }
        if (times.network().isOfStations()) {
            times.stops(budget).forEach(stop -> box.expandToInclude(stop.place().foothold().lon(), stop.place().foothold().lat()));
        }
        times.origins().forEach(o -> box.expandToInclude(o.lon(), o.lat()));
        box.expandBy(0.05);
        return box;
    }
}
