package org.tongcheng.network;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tongcheng.catalog.Text;
import org.tongcheng.network.Profile.ModeRules;
import org.tongcheng.network.Profile.StreetRules;
import org.tongcheng.network.Profile.Value;

/** Two profiles with round numbers: at {@link #TENTH_KMH} a tenth of a degree along the equator takes 600 s. */
public final class TestProfiles {

    /** 11 131.949 079 m of the equator in 600 s. */
    public static final double TENTH_KMH = 6378.137 * Math.PI / 1800 * 6;

    /** On foot and by metro (entry 180 s, wait 180 s, dwell 30 s, exit 120 s), high-speed rail (900, 600, 120, 300), bus. */
    public static final Profile RIDE = new Profile("ride", Text.of("ride"), Text.of("riding"),
            new StreetRules(value(3.6, "km/h"), value(1, "1"), Map.of()),
            Map.of(
                    Mode.METRO, rail(6, 10, 30, 3, 2),
                    Mode.HIGH_SPEED_RAIL, rail(60, 10, 120, 15, 5),
                    Mode.BUS, rail(10, 10, 20, 0, 0)));

    /** By car; ramps of expressways take a minute, those of crossings none. */
    public static final Profile DRIVE = new Profile("drive", Text.of("drive"), Text.of("driving"),
            new StreetRules(null, value(1, "1"), Map.of()),
            Map.of(Mode.EXPRESSWAY, road(1), Mode.ARTERIAL, road(0), Mode.BRIDGE, road(0), Mode.TUNNEL, road(0)));

    /** The lines of {@link #RIDE} from station to station, a point standing for those within 2 km: waits and transfers count. */
    public static final Profile STATIONS = new Profile("stations", Text.of("stations"), Text.of("from station to station"),
            RIDE.streets(), RIDE.modes(), new Profile.StationRules(value(2, "km"), false), null, List.of());

    /** The same where riding alone counts. */
    public static final Profile RIDING = new Profile("riding", Text.of("riding"), Text.of("riding alone"), null, ridingAlone(),
            new Profile.StationRules(value(2, "km"), true), null, List.of());

    /** {@link #RIDE} fed by bicycles, picked up in 120 s and put down in 60. */
    public static final Profile FED = new Profile("fed", Text.of("fed"), Text.of("riding, fed"), RIDE.streets(), RIDE.modes())
            .fedBy(new Profile.Feeder("bicycle", value(36, "km/h"), value(2, "min"), value(1, "min")));

    private TestProfiles() {}

    private static Map<Mode, ModeRules> ridingAlone() {
        Map<Mode, ModeRules> alone = new EnumMap<>(Mode.class);
        RIDE.modes().forEach((mode, all) -> alone.put(mode, new ModeRules(
                all.speed(), all.share(), all.detour(), null, null, all.dwell(), value(0, "min"), value(0, "min"))));
        return alone;
    }

    private static ModeRules rail(double headway, double cap, double dwell, double entry, double exit) {
        return new ModeRules(value(TENTH_KMH, "km/h"), value(1, "1"), value(1, "1"), value(headway, "min"), value(cap, "min"),
                value(dwell, "s"), value(entry, "min"), value(exit, "min"));
    }

    private static ModeRules road(double ramp) {
        return new ModeRules(value(TENTH_KMH, "km/h"), value(1, "1"), value(1, "1"), null, null, value(0, "s"),
                value(ramp, "min"), value(ramp, "min"));
    }

    private static Value value(double value, String unit) {
        return new Value(value, unit, "a round number");
    }
}
