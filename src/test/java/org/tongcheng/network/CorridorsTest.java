package org.tongcheng.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.tongcheng.catalog.Existence;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.StoredFeature;

class CorridorsTest {

    @Test
    void stopsComeToTheirCorridorInTheOrderOfItsVertices() {
        List<Corridor> corridors = Corridors.from(
                List.of(stored("c", "LINESTRING(118 24, 118.1 24, 118.2 24)", Map.of("mode", "metro", "design_speed_kmh", 80L))),
                List.of(stop("s2", 3L), stop("s1", 1L)),
                fault -> {
                    throw new AssertionError(fault);
                });
        Corridor corridor = corridors.get(0);
        assertThat(corridor.stops()).extracting(Corridor.Stop::id, Corridor.Stop::vertex)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("s1", 0), org.assertj.core.groups.Tuple.tuple("s2", 2));
        assertThat(corridor.speedKmh()).isEqualTo(80);
        assertThat(corridor.headwayMin()).isNull();
        assertThat(corridor.metresBetween(2, 0)).isEqualTo(corridor.metresBetween(0, 1) + corridor.metresBetween(1, 2));
    }

    @Test
    void whatContradictsItselfIsLeftOutAndTold() {
        List<String> faults = new ArrayList<>();
        List<Corridor> corridors = Corridors.from(
                List.of(stored("c", "LINESTRING(118 24, 118.1 24)", Map.of("mode", "metro")),
                        stored("p", "POINT(118 24)", Map.of("mode", "metro")),
                        stored("t", "LINESTRING(118 24, 118.1 24)", Map.of("mode", "tram")),
                        stored("z", "LINESTRING(118 24, 118.1 24)", Map.of("mode", "metro", "design_speed_kmh", 0L))),
                List.of(stop("s1", 1L), stop("s9", 9L), stop("none", null)),
                faults::add);
        assertThat(corridors).extracting(Corridor::id).containsExactly("c");
        assertThat(corridors.get(0).stops()).extracting(Corridor.Stop::id).containsExactly("s1");
        assertThat(faults).hasSize(5)
                .anyMatch(f -> f.contains("'s9' stands at vertex 9"))
                .anyMatch(f -> f.contains("'none' stands at vertex null"))
                .anyMatch(f -> f.contains("corridor 'p' is no line"))
                .anyMatch(f -> f.contains("corridor 't': no mode is called 'tram'"))
                .anyMatch(f -> f.contains("the speed of corridor 'z' is 0.0"));
    }

    @Test
    void anOwnCorridorStopsAtAllVerticesUnlessToldWhere() {
        List<Coordinate> course = List.of(new Coordinate(118, 24), new Coordinate(118.1, 24), new Coordinate(118.2, 24));
        assertThat(Corridors.own("o", Mode.BUS, Corridor.Terms.UNSTATED, course, List.of()).stops()).hasSize(3);
        assertThat(Corridors.own("o", Mode.BUS, Corridor.Terms.UNSTATED, course, List.of(1, 3)).stops())
                .extracting(Corridor.Stop::vertex).containsExactly(0, 2);
        assertThatThrownBy(() -> Corridors.own("o", Mode.BUS, Corridor.Terms.UNSTATED, course, List.of(4)))
                .hasMessage("corridor 'o' has no vertex 4; its vertices are 1 to 3");
        assertThatThrownBy(() -> Corridors.own("o", Mode.BUS, new Corridor.Terms(null, -1.0, false, null), course, List.of()))
                .hasMessageContaining("the headway of corridor 'o' is -1.0");
    }

    private static StoredFeature stop(String id, Long seq) {
        Map<String, Object> properties = new HashMap<>(Map.of("corridor_id", "c", "kind", "station"));
        properties.put("seq", seq);
        return stored(id, "POINT(118 24)", properties);
    }

    private static StoredFeature stored(String id, String wkt, Map<String, Object> properties) {
        try {
            Geometry geometry = new WKTReader().read(wkt);
            return new StoredFeature(new Feature(id, geometry, properties), 1, Existence.ALWAYS);
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }
}
