package org.tongcheng.planning.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.planning.TestRecords.box;
import static org.tongcheng.planning.TestRecords.member;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.LineString;
import org.tongcheng.catalog.Text;
import org.tongcheng.network.Mode;
import org.tongcheng.network.Profile;
import org.tongcheng.network.Profile.Value;
import org.tongcheng.network.corridor.LineNetworks;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.EvenLand;
import org.tongcheng.planning.IsochroneCache;
import org.tongcheng.planning.OwnCorridor;
import org.tongcheng.planning.QuestionReader;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.TestRecords;

/**
 * A hub, 0.93 km west of a metro that takes 7.9 minutes for 78.5 km to a park at its other end: 17 to 19 minutes on foot and by metro,
 * 79 by car. Nobody waits.
 */
class CoverageErrorsTest {

    private static final Map<Mode, Profile.ModeRules> METRO = Map.of(Mode.METRO, new Profile.ModeRules(
            value(600, "km/h"), value(1, "1"), value(1, "1"), value(0, "min"), value(0, "min"), value(0, "s"), value(0, "min"), value(0, "min")));
    private static final Profile CAR = EvenLand.profile("car");
    private static final Profile FOOT = new Profile("foot", Text.of("foot"), Text.of("on foot"),
            new Profile.StreetRules(value(6, "km/h"), value(1, "1"), Map.of()), METRO);
    private static final Profile BOTH = Profile.fastest("both", Text.of("both"), Text.of("the faster"), List.of(CAR, FOOT));
    private static final Profile STATIONS = new Profile("stations", Text.of("stations"), Text.of("from station to station"),
            FOOT.streets(), METRO, new Profile.StationRules(value(2, "km"), false), null, List.of());

    /** A hub that may be a kilometre off is ten minutes off on foot, whatever a car would make of it. */
    @Test
    void anAccuracyIsWorthWhatItTakesByTheWayTaken() {
        assertThat(covered("both", 25, 1000)).isEqualTo("uncertain");
        assertThat(covered("both", 25, 100)).as("a minute").isEqualTo("yes");
        assertThat(covered("both", 12, 100)).isEqualTo("no");
        assertThat(covered("both", 100, 1000)).as("at the worst one drives").isEqualTo("yes");
    }

    /** The station, 0.93 km away, stands for the hub within two kilometres: not where that may be farther than it is drawn. */
    @Test
    void aHubStandsForStationsOnlyWhereThatIsSure() {
        assertThat(covered("stations", 10, 500)).isEqualTo("yes");
        assertThat(covered("stations", 10, 1500)).isEqualTo("uncertain");
        assertThat(covered("stations", 7, 500)).isEqualTo("no");
    }

    private static String covered(String profile, int minutes, int hubAccuracyM) {
        Records records = new TestRecords()
                .unit("1", box(108, 32.9, 109, 33.1), "level", "prefecture", "seat", List.of(108.5, 33.0))
                .area("all", null, List.of(member("1", "whole")))
                .with(Collections.HUBS, "hub", "POINT (108.05 33.0)", "accuracy_m", hubAccuracyM)
                .with(Collections.PARKS, "park", "POINT (108.9 33.0)", "accuracy_m", 1).records();
        List<Profile> profiles = List.of(CAR, FOOT, BOTH, STATIONS);
        Coverage coverage = new Coverage(new LineNetworks(profiles, EvenLand.of(records)), new IsochroneCache());
        OwnCorridor metro = new OwnCorridor("mine", "metro", (LineString) TestRecords.geometry("LINESTRING (108.06 33.0, 108.9 33.0)"),
                List.of(), 600.0, null);
        Asked asked = new QuestionReader(() -> profiles.stream().map(Profile::id).toList(), TestRecords.clock()).read(coverage, Map.of(
                "area", List.of("all"), "by", List.of("hubs"), "of", List.of("industrial-parks"), "minutes", List.of(String.valueOf(minutes)),
                "profile", List.of(profile)), List.of(metro)).get(0);
        CoverageAnswer answer = (CoverageAnswer) coverage.answer(asked, records);
        return ((Served) answer.features().get(0).properties()).covered();
    }

    private static Value value(double number, String unit) {
        return new Value(number, unit, "test");
    }
}
