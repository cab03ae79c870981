package org.tongcheng.planning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tongcheng.network.CatalogueFiles;
import org.tongcheng.network.Networks;
import org.tongcheng.network.Profiles;
import org.tongcheng.network.corridor.LineNetworks;
import org.tongcheng.network.sketch.LandUnit;
import org.tongcheng.network.sketch.Sketch;
import org.tongcheng.network.sketch.SketchSettings;
import org.tongcheng.planning.times.Times;

/** The bundled catalogue and its sketch, built once. */
public final class Bundled {

    public static final Records RECORDS = new TestRecords()
            .stored(Collections.UNITS, CatalogueFiles.units())
            .stored(Collections.AREAS, TestRecords.bundled().features(Collections.AREAS))
            .stored(Collections.CORRIDORS, CatalogueFiles.read(Collections.CORRIDORS))
            .stored(Collections.STOPS, CatalogueFiles.read(Collections.STOPS))
            .stored(Collections.HUBS, CatalogueFiles.read(Collections.HUBS))
            .stored(Collections.PARKS, CatalogueFiles.read(Collections.PARKS))
            .records();

    public static final Networks NETWORKS = networks();

    private Bundled() {}

    /** What {@code /travel-times} says, {@link TimeMatrix#NONE} where there is no way; places as it takes them. */
    public static int[][] seconds(List<String> origins, List<String> destinations, String asOf, String profile) {
        Times times = new Times(NETWORKS);
        Asked asked = TestRecords.ask(times,
                Map.of("origins", origins, "destinations", destinations, "asOf", List.of(asOf), "profile", List.of(profile)));
        return ((Answer.Times) times.answer(asked, RECORDS)).seconds().rows(0, origins.size());
    }

    private static Networks networks() {
        try {
            SketchSettings settings = SketchSettings.read(Path.of("data/streets/sketch.yml"));
            Sketch sketch = Sketch.of(settings, LandUnit.finest(CatalogueFiles.units()));
            return new LineNetworks(Profiles.readAll(Path.of("data/profiles")), sketch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
