package org.tongcheng.planning;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.tongcheng.catalog.Period;
import org.tongcheng.catalog.Scenario;

/** The parameters that every planning question takes. */
public final class CommonParameters {

    public static final Parameter<Period> AS_OF = Parameter.several("asOf", Form.PERIOD, 50, List.of(),
            "What exists, and which plans are known, at the end of this year, month or day; several give several answers."
                    + " Today by default.");

    public static final Parameter<String> SCENARIO = Parameter.single("scenario",
            Form.choice(Arrays.stream(Scenario.values()).map(Scenario::label).toList()), Scenario.BUILT.label(),
            "Which known but unbuilt plans are added to what is built.");

    public static final Parameter<Integer> HORIZON = Parameter.optional("horizon", Form.whole(1900, 2200),
            "Of what the scenario adds, only what is due by the end of this year.");

    public static final Parameter<String> WITH = Parameter.several("with", Form.ID_LIST, 1000, List.of(),
            "Corridors put in, whatever their dates.");

    public static final Parameter<String> WITHOUT = Parameter.several("without", Form.ID_LIST, 1000, List.of(),
            "Corridors taken out; wins over with.");

    public static final Parameter<Integer> MINUTES = Parameter.several("minutes", Form.whole(1, 1440), 24, List.of(60),
            "Time budgets in minutes.");

    public static final Parameter<Instant> RECORDED = Parameter.optional("recorded", Form.INSTANT,
            "The records as they stood at this moment.");

    public static final Parameter<String> EXPLAIN = Parameter.single("explain",
            Form.choice(List.of("digest", "full")), "digest", "Whether the features used are listed one by one.");

    public static final Parameter<String> DATUM = Parameter.single("datum",
            Form.choice(List.of("WGS84", "GCJ-02", "BD-09")), "WGS84",
            "Datum of the points that come in and the geometry that goes out.");

    /** All of them but {@code profile}, whose values are known only when the profiles are. */
    public static final List<Parameter<?>> ALL =
            List.of(AS_OF, SCENARIO, HORIZON, WITH, WITHOUT, MINUTES, RECORDED, EXPLAIN, DATUM);

    private CommonParameters() {}

    /** The parameter {@code scenario} with another default. */
    public static Parameter<String> scenario(Scenario byDefault) {
        return Parameter.single(SCENARIO.name(), SCENARIO.form(), byDefault.label(), SCENARIO.meaning());
    }

    /** The parameter {@code profile} with these profiles to choose from; it must be given where the default is none of them. */
    public static Parameter<String> profile(List<String> names, String byDefault) {
        if (!names.contains(byDefault)) {
            return Parameter.optional("profile", Form.choice(names), "How one travels.").required();
        }
        return Parameter.single("profile", Form.choice(names), byDefault, "How one travels.");
    }
}
