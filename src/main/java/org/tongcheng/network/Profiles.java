package org.tongcheng.network;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads profiles from files; what is wrong in one is told by the file's name and the key. */
public final class Profiles {

    private static final Set<String> KEYS = Set.of("id", "title", "definition", "streets", "modes");
    private static final String FASTEST_OF = "fastest_of";
    private static final String STATIONS = "stations";
    private static final String LINES_OF = "lines_of";
    private static final Set<String> STATION_KEYS = Set.of("id", "title", "definition", STATIONS, LINES_OF);
    private static final String FEEDER = "feeder";
    private static final Set<String> FED_KEYS = Set.of("id", "title", "definition", FEEDER, LINES_OF);
    private static final List<String> FEEDERS = List.of("bicycle", "bus");
    private static final String RIDING = "riding";
    private static final List<String> COUNTS = List.of(RIDING, "waits-and-transfers");
    private static final Profile.Value NOTHING = new Profile.Value(0, "min", "riding alone counts");
    private static final Set<String> FASTEST_KEYS = Set.of("id", "title", "definition", FASTEST_OF);
    private static final Set<String> ROAD_KEYS = Set.of("speed", "share", "detour", "entry", "exit");
    private static final Set<String> RAIL_KEYS =
            Set.of("speed", "share", "detour", "entry", "exit", "headway", "wait_cap", "dwell");
    private static final Profile.Value NO_DWELL = new Profile.Value(0, "s", "nothing stops on a road");

    private Profiles() {}

    /**
     * All {@code *.yml} files of a folder, in the order of their names. Throws {@link IllegalArgumentException} that names the file and
     * the key at fault.
     */
    public static List<Profile> readAll(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.filter(f -> f.getFileName().toString().endsWith(".yml")).sorted().toList();
        }
        Map<String, Settings> roots = new LinkedHashMap<>();
        for (Path file : files) {
            try (Reader reader = Files.newBufferedReader(file)) {
                Settings root = Settings.read(file.toString(), reader);
                if (roots.putIfAbsent(root.text("id"), root) != null) {
                    throw root.fault("id", "is '" + root.text("id") + "', which another file has too");
                }
            }
        }
        Map<String, Profile> alone = new LinkedHashMap<>();
        roots.forEach((id, root) -> {
            if (!root.has(FASTEST_OF) && !root.has(LINES_OF) && !root.has(STATIONS) && !root.has(FEEDER)) {
                alone.put(id, read(root));
            }
        });
        return roots.entrySet().stream().map(e -> alone.containsKey(e.getKey()) ? alone.get(e.getKey())
                : e.getValue().has(FASTEST_OF) ? fastest(e.getValue(), alone)
                : e.getValue().has(FEEDER) ? fed(e.getValue(), alone) : betweenStations(e.getValue(), alone)).toList();
    }

    /** From door to door on the lines of another, which is walked to, with a feeder. */
    private static Profile fed(Settings root, Map<String, Profile> alone) {
        root.only(FED_KEYS);
        Profile other = named(root, LINES_OF, root.text(LINES_OF), alone);
        if (!other.streets().onFoot() || other.modes().isEmpty()) {
            throw root.fault(LINES_OF, "names '" + other.id() + "', which walks to no line");
        }
        Settings feeder = root.map(FEEDER);
        feeder.only(Set.of("kind", "speed", "pick_up", "put_down"));
        if (!FEEDERS.contains(feeder.text("kind"))) {
            throw feeder.fault("kind", "must be " + String.join(" or ", FEEDERS));
        }
        Profile.Value speed = feeder.positiveValue("speed", "km/h");
        if (speed.value() <= other.streets().speed().value()) {
            throw feeder.fault("speed.value", "must be above that of walking");
        }
        return new Profile(root.text("id"), root.titles("title"), root.titles("definition"), other.streets(), other.modes())
                .fedBy(new Profile.Feeder(feeder.text("kind"), speed, feeder.value("pick_up", "min"), feeder.value("put_down", "min")));
    }

    /** From station to station on the lines of another, with its numbers. */
    private static Profile betweenStations(Settings root, Map<String, Profile> alone) {
        root.only(STATION_KEYS);
        Settings stations = root.map(STATIONS);
        stations.only(Set.of("within", "counts"));
        String counts = stations.text("counts");
        if (!COUNTS.contains(counts)) {
            throw stations.fault("counts", "must be " + String.join(" or ", COUNTS));
        }
        boolean riding = counts.equals(RIDING);
        Profile other = named(root, LINES_OF, root.text(LINES_OF), alone);
        Map<Mode, Profile.ModeRules> rules = new EnumMap<>(Mode.class);
        other.modes().forEach((mode, all) -> {
            if (!mode.boarded()) {
                throw root.fault(LINES_OF, "names '" + other.id() + "', which travels " + mode.label() + "; that has no stations");
            }
            rules.put(mode, riding ? ridingAlone(all) : all);
        });
        return new Profile(root.text("id"), root.titles("title"), root.titles("definition"), riding ? null : other.streets(), rules,
                new Profile.StationRules(stations.positiveValue("within", "km"), riding), null, List.of());
    }

    private static Profile.ModeRules ridingAlone(Profile.ModeRules all) {
        return new Profile.ModeRules(all.speed(), all.share(), all.detour(), null, null, all.dwell(), NOTHING, NOTHING);
    }

    private static Profile named(Settings root, String key, String id, Map<String, Profile> alone) {
        if (!alone.containsKey(id)) {
            throw root.fault(key, "names '" + id + "'; there are " + String.join(", ", alone.keySet()));
        }
        return alone.get(id);
    }

    /** One file's, which must be made of no others; throws as {@link #readAll} does. */
    public static Profile read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            return read(Settings.read(file.toString(), reader));
        }
    }

    /** The fastest of others, which must not be such themselves. */
    private static Profile fastest(Settings root, Map<String, Profile> alone) {
        root.only(FASTEST_KEYS);
        List<Profile> of = new ArrayList<>();
        for (String id : root.texts(FASTEST_OF)) {
            of.add(named(root, FASTEST_OF, id, alone));
        }
        if (of.size() < 2) {
            throw root.fault(FASTEST_OF, "must name two profiles or more");
        }
        try {
            return Profile.fastest(root.text("id"), root.titles("title"), root.titles("definition"), of);
        } catch (IllegalArgumentException e) {
            throw root.fault(FASTEST_OF, "cannot be had: " + e.getMessage());
        }
    }

    private static Profile read(Settings root) {
        root.only(KEYS);
        Map<Mode, Profile.ModeRules> rules = new EnumMap<>(Mode.class);
        Settings modes = root.map("modes");
        for (String label : modes.keys()) {
            Mode mode = mode(modes, label);
            rules.put(mode, rules(modes.map(label), mode));
        }
        Profile.StreetRules streets = streets(root.map("streets"));
        if (streets.speed() == null && rules.keySet().stream().anyMatch(Mode::boarded)) {
            throw root.fault("streets.speed", "must be a walking speed: 'modes' holds some that are boarded");
        }
        return new Profile(root.text("id"), root.titles("title"), root.titles("definition"), streets, rules);
    }

    private static Mode mode(Settings modes, String label) {
        Mode mode;
        try {
            mode = Mode.of(label);
        } catch (IllegalArgumentException e) {
            throw modes.fault(label, "is not a mode: " + e.getMessage());
        }
        if (mode.access() == Mode.Access.NOBODY) {
            throw modes.fault(label, "carries nobody");
        }
        return mode;
    }

    private static Profile.StreetRules streets(Settings streets) {
        streets.only(Set.of("speed", "detour", "shares"));
        boolean own = streets.has("speed") && !streets.isMap("speed");
        if (own && !streets.text("speed").equals("by-streets")) {
            throw streets.fault("speed", "must be by-streets, or a number with unit and reason");
        }
        if (!own && streets.has("shares")) {
            throw streets.fault("shares", "means nothing beside one speed for all streets; it needs speed: by-streets");
        }
        return new Profile.StreetRules(
                own ? null : streets.positiveValue("speed", "km/h"), atLeastOne(streets), shares(streets));
    }

    private static Map<RoadClass, Profile.Value> shares(Settings streets) {
        Map<RoadClass, Profile.Value> shares = new EnumMap<>(RoadClass.class);
        if (!streets.has("shares")) {
            return shares;
        }
        Settings byClass = streets.map("shares");
        for (String label : byClass.keys()) {
            Profile.Value share = byClass.positiveValue(label, "1");
            if (share.value() > 1) {
                throw byClass.fault(label + ".value", "must be at most 1: nobody drives faster than in free flow");
            }
            shares.put(roadClass(byClass, label), share);
        }
        return shares;
    }

    private static RoadClass roadClass(Settings byClass, String label) {
        try {
            return RoadClass.of(label);
        } catch (IllegalArgumentException e) {
            throw byClass.fault(label, "is not a class of road: " + e.getMessage());
        }
    }

    private static Profile.ModeRules rules(Settings rules, Mode mode) {
        rules.only(mode.boarded() ? RAIL_KEYS : ROAD_KEYS);
        return new Profile.ModeRules(
                rules.positiveValue("speed", "km/h"),
                rules.positiveValue("share", "1"),
                atLeastOne(rules),
                mode.boarded() ? rules.value("headway", "min") : null,
                mode.boarded() ? rules.value("wait_cap", "min") : null,
                mode.boarded() ? rules.value("dwell", "s") : NO_DWELL,
                rules.value("entry", "min"),
                rules.value("exit", "min"));
    }

    private static Profile.Value atLeastOne(Settings settings) {
        Profile.Value detour = settings.value("detour", "1");
        if (detour.value() < 1) {
            throw settings.fault("detour.value", "must be at least 1: no way is shorter than the straight one");
        }
        return detour;
    }
}
