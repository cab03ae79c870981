package org.tongcheng.network.sketch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.StoredFeature;

/**
 * An administrative unit as land.
 *
 * @param id       adcode
 * @param outline  polygons, longitude and latitude in degrees
 * @param people   persons, NaN where not known
 * @param areaKm2  official area, NaN where not known: then that of the outline
 */
public record LandUnit(String id, Geometry outline, double people, double areaKm2) {

    /**
     * The finest tiling of the units given: the counties of a {@code partitioned} prefecture, every other unit itself. A
     * county whose prefecture stands undivided among them is left out, for its prefecture covers it.
     *
     * @param units features of {@code administrative-units}
     */
    public static List<LandUnit> finest(List<StoredFeature> units) {
        Set<String> undivided = new HashSet<>();
        for (StoredFeature unit : units) {
            Feature feature = unit.feature();
            if ("prefecture".equals(feature.text("level")) && !isPartitioned(feature)) {
                undivided.add(feature.text("adcode"));
            }
        }
        List<LandUnit> finest = new ArrayList<>();
        for (StoredFeature unit : units) {
            Feature feature = unit.feature();
            boolean covered = "county".equals(feature.text("level")) && undivided.contains(feature.text("parent_adcode"));
            if (feature.geometry() instanceof Polygonal && !isPartitioned(feature) && !covered) {
                finest.add(new LandUnit(feature.id(), feature.geometry(),
                        number(feature, "population_2020"), number(feature, "area_official_km2")));
            }
        }
        return finest;
    }

    private static boolean isPartitioned(Feature feature) {
        return Boolean.TRUE.equals(feature.value("partitioned"));
    }

    private static double number(Feature feature, String property) {
        return feature.value(property) instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
