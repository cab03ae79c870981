package org.tongcheng.network;

import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.catalog.Existence;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Geodesy;

/**
 * A corridor of the catalogue, or one of the asker's own, with its stops: what a line is made of.
 *
 * @param id         of the corridor
 * @param name       of the corridor
 * @param mode       what runs on it
 * @param existence  when it is there
 * @param speedKmh   design speed, kilometres an hour; null where nobody stated one
 * @param headwayMin minutes between vehicles; null where nobody stated it
 * @param closedRing whether it returns to its first stop
 * @param sameAs     id of the corridor it shares track with, or null
 * @param course     its vertices, longitude and latitude in degrees, at least two
 * @param metres     length from each vertex to the next along the geodesic; one fewer than the vertices
 * @param stops      in the order of their vertices
 */
public record Corridor(
        String id,
        Text name,
        Mode mode,
        Existence existence,
        Double speedKmh,
        Double headwayMin,
        boolean closedRing,
        String sameAs,
        List<Coordinate> course,
        double[] metres,
        List<Stop> stops) {

    /** No line states more, by its speed or its run times. */
    public static final int MOST_KMH = 1000;

    /**
     * A place where a line is boarded or a road is entered.
     *
     * @param id        of the stop
     * @param vertex    number of the course's vertex it stands at, from 0
     * @param name      what people call it, in the language of the place; null where it has none
     * @param kind      {@code station}, {@code interchange} or {@code bridge-head}
     * @param existence its own, which overrides its line's where it states a year; null where it has none
     * @param lon       longitude, degrees
     * @param lat       latitude, degrees
     * @param runMin    minutes from the stop before it, at a ring's first from its last, without the dwell; null where nobody stated them
     */
    public record Stop(
            String id, int vertex, String name, String kind, Existence existence, double lon, double lat, Double runMin) {

        /** One to which nobody states how long the run takes. */
        public Stop(String id, int vertex, String name, String kind, Existence existence, double lon, double lat) {
            this(id, vertex, name, kind, existence, lon, lat, null);
        }

        /** Whether it is there at the date, given that its line is. */
        public boolean existsAt(AsOf asOf) {
            boolean ownYear = existence != null && (existence.opened() != null || existence.closed() != null);
            return !ownYear || existence.existsAt(asOf);
        }
    }

    public Corridor {
        course = List.copyOf(course);
        stops = stops.stream().sorted(Comparator.comparingInt(Stop::vertex)).toList();
    }

    /**
     * Measures the course; throws {@link IllegalArgumentException} that names the corridor where it has fewer than two vertices,
     * a stop stands at none of them, its speed, its headway or a run time is not greater than 0, or it would be faster than {@link #MOST_KMH}.
     */
    public static Corridor of(
            String id, Text name, Mode mode, Existence existence, Terms terms, List<Coordinate> course, List<Stop> stops) {
        if (course.size() < 2) {
            throw new IllegalArgumentException("corridor '" + id + "' has fewer than two vertices");
        }
        positive(id, "speed", terms.speedKmh());
        positive(id, "headway", terms.headwayMin());
        for (Stop stop : stops) {
            positive(id, "run time to stop '" + stop.id() + "'", stop.runMin());
            if (stop.vertex() < 0 || stop.vertex() >= course.size()) {
                throw new IllegalArgumentException("stop '" + stop.id() + "' stands at vertex " + (stop.vertex() + 1)
                        + " of corridor '" + id + "', which has " + course.size());
            }
        }
        Corridor corridor = new Corridor(id, name, mode, existence, terms.speedKmh(), terms.headwayMin(), terms.closedRing(), terms.sameAs(),
                course, measure(course), stops);
        if (corridor.mostStatedKmh() > MOST_KMH) {
            throw new IllegalArgumentException("corridor '" + id + "' states speeds or run times of " + Math.round(corridor.mostStatedKmh())
                    + " km/h; nothing is faster than " + MOST_KMH);
        }
        return corridor;
    }

    /** The highest speed that it states or that its stated run times come to, km/h; 0 where it states none. */
    public double mostStatedKmh() {
        double most = speedKmh == null ? 0 : speedKmh;
        for (int i = 1; i < stops.size(); i++) {
            Double minutes = stops.get(i).runMin();
            if (minutes != null) {
                most = Math.max(most, metresBetween(stops.get(i - 1).vertex(), stops.get(i).vertex()) * 60 / 1000 / minutes);
            }
        }
        return most;
    }

    private static void positive(String id, String what, Double number) {
        if (number != null && !(number > 0 && number < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the " + what + " of corridor '" + id + "' is " + number + "; it must be greater than 0");
        }
    }

    /**
     * What a corridor states about its running.
     *
     * @param speedKmh   null where nobody stated it
     * @param headwayMin null where nobody stated it
     * @param closedRing whether it returns to its first stop
     * @param sameAs     id of a corridor on the same track, or null
     */
    public record Terms(Double speedKmh, Double headwayMin, boolean closedRing, String sameAs) {

        public static final Terms UNSTATED = new Terms(null, null, false, null);
    }

    /** Length of the course between two vertices, metres; in either order. */
    public double metresBetween(int vertex, int other) {
        double sum = 0;
        for (int i = Math.min(vertex, other); i < Math.max(vertex, other); i++) {
            sum += metres[i];
        }
        return sum;
    }

    /** From the last vertex to the first, metres: 0 where a ring's last vertex is its first again. */
    public double seamMetres() {
        Coordinate first = course.get(0);
        Coordinate last = course.get(course.size() - 1);
        return Geodesy.distanceMetres(last.x, last.y, first.x, first.y);
    }

    private static double[] measure(List<Coordinate> course) {
        double[] metres = new double[course.size() - 1];
        for (int i = 0; i < metres.length; i++) {
            metres[i] = Geodesy.distanceMetres(course.get(i).x, course.get(i).y, course.get(i + 1).x, course.get(i + 1).y);
        }
        return metres;
    }
}
