package org.tongcheng.planning.circle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tongcheng.network.CatalogueFiles;
import org.tongcheng.network.Profiles;
import org.tongcheng.network.corridor.LineNetworks;
import org.tongcheng.network.sketch.LandUnit;
import org.tongcheng.network.sketch.Sketch;
import org.tongcheng.network.sketch.SketchSettings;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.TestRecords;

/** The question on the bundled catalogue and its sketch, built once. */
final class BundledCircle {

    static final Records RECORDS = new TestRecords()
            .stored(Collections.UNITS, CatalogueFiles.units())
            .stored(Collections.AREAS, CatalogueFiles.read(Collections.AREAS))
            .stored(Collections.CORRIDORS, CatalogueFiles.read(Collections.CORRIDORS))
            .stored(Collections.STOPS, CatalogueFiles.read(Collections.STOPS))
            .records();

    static final Circle CIRCLE = circle();

    private BundledCircle() {}

    static CircleAnswer ask(Map<String, List<String>> texts) {
        Asked asked = TestRecords.ask(CIRCLE, texts);
        return (CircleAnswer) CIRCLE.answer(asked, RECORDS);
    }

    static Reached reached(CircleAnswer answer, int feature) {
        return (Reached) answer.features().get(feature).properties();
    }

    private static Circle circle() {
        try {
            SketchSettings settings = SketchSettings.read(Path.of("data/streets/sketch.yml"));
            Sketch sketch = Sketch.of(settings, LandUnit.finest(CatalogueFiles.units()));
            return new Circle(new LineNetworks(Profiles.readAll(Path.of("data/profiles")), sketch));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
