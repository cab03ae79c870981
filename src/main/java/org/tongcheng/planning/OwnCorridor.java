package org.tongcheng.planning;

import java.util.Collections;
import java.util.List;
import org.locationtech.jts.geom.LineString;

/**
 * A corridor of the asker's own, travelled in this question alone and never stored as a feature.
 *
 * @param id         the asker's name for it, none of the catalogue's
 * @param mode       as in the collection {@code corridors}
 * @param line       longitude, latitude
 * @param stops      vertex numbers from 1, rising; all vertices where none was given
 * @param speedKmh   running speed in km/h; null for the profile's
 * @param headwayMin minutes between two departures; null for the profile's
 * @param runMin     minutes from each stop to the next, null where they follow from distance and speed; empty where all do
 */
public record OwnCorridor(String id, String mode, LineString line, List<Integer> stops, Double speedKmh, Double headwayMin,
        List<Double> runMin) {

    public OwnCorridor {
        stops = List.copyOf(stops);
        runMin = Collections.unmodifiableList(runMin);
    }

    /** One that states no run times. */
    public OwnCorridor(String id, String mode, LineString line, List<Integer> stops, Double speedKmh, Double headwayMin) {
        this(id, mode, line, stops, speedKmh, headwayMin, List.of());
    }

    OwnCorridor withLine(LineString other) {
        return new OwnCorridor(id, mode, other, stops, speedKmh, headwayMin, runMin);
    }
}
