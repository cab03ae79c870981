package org.tongcheng.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.network.Corridor;
import org.tongcheng.network.Corridors;

/**
 * What records hold for travelling. Threads: immutable.
 *
 * @param corridors with their stops, existing or not
 * @param features  the same as they are stored, by id
 * @param stops     stops as they are stored, by id
 * @param faults    a sentence for each corridor and stop that contradicts itself and is not travelled
 */
public record CorridorRecords(
        List<Corridor> corridors, Map<String, StoredFeature> features, Map<String, StoredFeature> stops, List<String> faults) {

    static CorridorRecords of(List<StoredFeature> corridors, List<StoredFeature> stops) {
        List<String> faults = new ArrayList<>();
        List<Corridor> travelled = Corridors.from(corridors, stops, faults::add);
        return new CorridorRecords(List.copyOf(travelled), byId(corridors), byId(stops), List.copyOf(faults));
    }

    /** Notes that the answer rests on the corridor and its stops; one of the asker's own is no record. */
    public void use(Corridor corridor, Used.Gathering used) {
        StoredFeature stored = features.get(corridor.id());
        if (stored != null) {
            used.add(Collections.CORRIDORS, corridor.id(), stored.revision());
            corridor.stops().stream().map(s -> stops.get(s.id())).filter(s -> s != null)
                    .forEach(s -> used.add(Collections.STOPS, s.feature().id(), s.revision()));
        }
    }

    private static Map<String, StoredFeature> byId(List<StoredFeature> features) {
        return features.stream().collect(Collectors.toMap(f -> f.feature().id(), Function.identity(), (a, b) -> a));
    }
}
