package org.tongcheng.network.sketch;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.tongcheng.network.Settings;

/**
 * The numbers of the sketch, read from {@code data/streets/sketch.yml}.
 *
 * @param spacingMetres length of a lattice edge in the plane
 * @param gapMetres     widest gap between two units' outlines that counts as land
 * @param snapMetres    how far off the land an origin or a stop may be
 * @param headMetres    how far off the land a bridge head may be
 * @param classes       speeds by density of people, from the thinnest up; the last has no upper bound
 * @param unknown       number of the class of a unit whose people or area are not known
 * @param coast         the coast, coarse, as runs of points
 * @param coastMetres   how near the coast the end of the streets is the sea's doing
 * @param vintage       what year the densities stand for
 */
public record SketchSettings(
        double spacingMetres,
        double gapMetres,
        double snapMetres,
        double headMetres,
        List<DensityClass> classes,
        int unknown,
        List<List<Coordinate>> coast,
        double coastMetres,
        String vintage) {

    /**
     * Units with fewer people to a square kilometre than {@code below}, and no fewer than the class before.
     *
     * @param below    persons per km²; infinite in the last class
     * @param driveKmh speed of a car
     */
    public record DensityClass(double below, double driveKmh) {}

    public SketchSettings {
        classes = List.copyOf(classes);
        coast = List.copyOf(coast);
    }

    /** Throws {@link IllegalArgumentException} that names the file and the key at fault. */
    public static SketchSettings read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            Settings root = Settings.read(file.toString(), reader);
            List<DensityClass> classes = new ArrayList<>();
            for (Settings entry : root.list("classes")) {
                double below = entry.has("below") ? entry.number("below", "persons/km2") : Double.POSITIVE_INFINITY;
                if (!classes.isEmpty() && below <= classes.get(classes.size() - 1).below()) {
                    throw entry.fault("below", "must be greater than that of the class before");
                }
                classes.add(new DensityClass(below, entry.positive("drive", "km/h")));
            }
            if (classes.isEmpty() || !Double.isInfinite(classes.get(classes.size() - 1).below())) {
                throw root.fault("classes", "must end with a class without 'below'");
            }
            int unknown = (int) root.number("unknown_density_class", "1") - 1;
            if (unknown < 0 || unknown >= classes.size()) {
                throw root.fault("unknown_density_class", "must be the number of a class, from 1");
            }
            Settings coast = root.map("coast");
            return new SketchSettings(
                    root.positive("spacing", "m"),
                    root.number("gap", "m"),
                    root.positive("snap", "m"),
                    root.positive("bridge_head", "m"),
                    classes,
                    unknown,
                    coast.lines("lines"),
                    coast.positive("within", "m"),
                    root.text("vintage"));
        }
    }

    /** Number of the class for so many people to a square kilometre; NaN where that is not known. */
    int classOf(double density) {
        if (Double.isNaN(density)) {
            return unknown;
        }
        int at = 0;
        while (density >= classes.get(at).below()) {
            at++;
        }
        return at;
    }
}
