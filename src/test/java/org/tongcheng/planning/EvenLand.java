package org.tongcheng.planning;

import java.util.List;
import java.util.Map;
import org.tongcheng.catalog.Text;
import org.tongcheng.network.Mode;
import org.tongcheng.network.Profile;
import org.tongcheng.network.sketch.LandUnit;
import org.tongcheng.network.sketch.Sketch;
import org.tongcheng.network.sketch.SketchSettings;

/** Land on which everybody moves at 60 km/h: a kilometre of the lattice, whose nodes stand that far apart, takes a minute. */
public final class EvenLand {

    private static final Profile.Value KMH = new Profile.Value(60, "km/h", "even");
    private static final Profile.Value ONE = new Profile.Value(1, "1", "even");
    private static final Profile.Value NONE = new Profile.Value(0, "s", "even");

    private EvenLand() {}

    /** The lattice over the units. */
    public static Sketch of(Records records) {
        SketchSettings settings = new SketchSettings(1000, 300, 1000, 2000,
                List.of(new SketchSettings.DensityClass(Double.POSITIVE_INFINITY, 60)), 0, List.of(), 5000, "2020");
        return Sketch.of(settings, LandUnit.finest(records.features(Collections.UNITS)));
    }

    /** Streets and bridges at that speed, bridges without entry or exit. */
    public static Profile profile(String id) {
        Profile.ModeRules bridge = new Profile.ModeRules(KMH, ONE, ONE, null, null, NONE, NONE, NONE);
        return new Profile(id, Text.of(id), new Text("匀速", "evenly"), new Profile.StreetRules(KMH, ONE, Map.of()),
                Map.of(Mode.BRIDGE, bridge));
    }
}
