package org.tongcheng.planning;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.catalog.Text;

/**
 * An administrative unit, typed.
 *
 * @param adcode        its id
 * @param name          what it is called
 * @param level         prefecture, county or county-direct
 * @param parent        adcode of the unit above, in the collection or not; null where none is stated
 * @param partitioned   whether all its counties are in the collection too
 * @param population    persons, census 2020; null where unknown
 * @param officialKm2   area as published, km²; null where unknown
 * @param seat          the place that stands for it in travel times; null where unknown
 * @param seatAccuracyM how far off the seat may be, metres; null where unknown
 * @param method        how the outline came to be
 * @param accuracyM     honest error of the outline, metres; null where unknown
 * @param geometry      its land; null where it has none
 * @param revision      of its record
 */
public record Unit(
        String adcode,
        Text name,
        String level,
        String parent,
        boolean partitioned,
        Long population,
        Double officialKm2,
        Coordinate seat,
        Double seatAccuracyM,
        String method,
        Double accuracyM,
        Geometry geometry,
        long revision) {

    public static final String PREFECTURE = "prefecture";
    public static final String COUNTY = "county";
    public static final String COUNTY_DIRECT = "county-direct";

    static Unit of(StoredFeature stored) {
        Values values = new Values(stored.feature());
        return new Unit(
                stored.feature().id(),
                values.name(),
                values.text("level"),
                values.text("parent_adcode"),
                values.flag("partitioned"),
                values.whole("population_2020"),
                values.number("area_official_km2"),
                seat(stored.feature().value("seat")),
                values.number("seat_accuracy_m"),
                values.text("method"),
                values.accuracyM(),
                stored.feature().geometry(),
                stored.revision());
    }

    private static Coordinate seat(Object value) {
        return value instanceof List<?> pair && pair.size() == 2
                        && pair.get(0) instanceof Number lon && pair.get(1) instanceof Number lat
                ? new Coordinate(lon.doubleValue(), lat.doubleValue())
                : null;
    }
}
