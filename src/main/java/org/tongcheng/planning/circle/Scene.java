package org.tongcheng.planning.circle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.network.Corridor;
import org.tongcheng.network.Corridors;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.Records;

/**
 * What records hold for travelling, read once.
 *
 * @param corridors        with their stops, existing or not
 * @param corridorFeatures the same as they are stored, by id
 * @param stopFeatures     stops as they are stored, by id
 * @param tiling           of units
 * @param faults           a sentence for each corridor and stop that contradicts itself and is not travelled
 */
record Scene(List<Corridor> corridors, Map<String, StoredFeature> corridorFeatures, Map<String, StoredFeature> stopFeatures,
        Tiling tiling, List<String> faults) {

    static Scene of(Records records) {
        List<StoredFeature> corridors = records.features(Collections.CORRIDORS);
        List<StoredFeature> stops = records.features(Collections.STOPS);
        List<String> faults = new ArrayList<>();
        List<Corridor> travelled = Corridors.from(corridors, stops, faults::add);
        return new Scene(travelled, byId(corridors), byId(stops), new Tiling(records), List.copyOf(faults));
    }

    private static Map<String, StoredFeature> byId(List<StoredFeature> features) {
        return features.stream().collect(Collectors.toMap(f -> f.feature().id(), Function.identity(), (a, b) -> a));
    }
}
