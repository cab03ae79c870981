package org.tongcheng.network;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongcheng.catalog.Text;

/**
 * How one travels: named speeds, waits and limits, each with its unit and the reason for it; one file in {@code data/profiles}.
 *
 * @param id         as asked for, for example {@code transit}
 * @param title      what people call it
 * @param definition piece of a sentence that can be quoted: what is counted, door to door or not
 * @param streets    how one moves on the streets, between stations alone too; null where it is the fastest of others or counts riding alone
 * @param modes      the lines that are travelled; a mode without rules is not
 * @param stations   where it counts from station to station; null where it counts from door to door
 * @param feeder     what brings one to stations and from them where that is faster than walking; null where nothing does
 * @param fastestOf  the profiles of which the fastest counts, for each place by itself; empty where it is none of others
 */
public record Profile(
        String id,
        Text title,
        Text definition,
        StreetRules streets,
        Map<Mode, ModeRules> modes,
        StationRules stations,
        Feeder feeder,
        List<Profile> fastestOf) {

    public Profile {
        modes = Map.copyOf(modes);
        fastestOf = List.copyOf(fastestOf);
    }

    /** One with streets and lines of its own. */
    public Profile(String id, Text title, Text definition, StreetRules streets, Map<Mode, ModeRules> modes) {
        this(id, title, definition, streets, modes, null, null, List.of());
    }

    /** The fastest of others; throws {@link IllegalArgumentException} where two of them travel lines of one mode. */
    public static Profile fastest(String id, Text title, Text definition, List<Profile> of) {
        Map<Mode, ModeRules> modes = new EnumMap<>(Mode.class);
        for (Profile each : of) {
            for (Mode mode : Mode.values()) {
                ModeRules rules = each.modes().get(mode);
                if (rules != null && modes.putIfAbsent(mode, rules) != null) {
                    throw new IllegalArgumentException("'" + each.id() + "' travels " + mode.label() + ", as another of them does");
                }
            }
        }
        return new Profile(id, title, definition, null, modes, null, null, of);
    }

    /** Whether it has streets of its own on which one goes from door to door: neither the fastest of others nor between stations. */
    public boolean isFromDoorToDoor() {
        return fastestOf.isEmpty() && stations == null;
    }

    public Optional<ModeRules> findMode(Mode mode) {
        return Optional.ofNullable(modes.get(mode));
    }

    /**
     * One number of the profile.
     *
     * @param value  in {@code unit}
     * @param unit   as written in the file
     * @param reason why this value, or where it is from
     */
    public record Value(double value, String unit, String reason) {}

    /** The same with a feeder: for each way over the streets by itself the faster of walking and being fed, on the same lines. */
    public Profile fedBy(Feeder by) {
        StreetRules ridden = new StreetRules(by.speed(), streets.detour(), Map.of());
        Map<Mode, ModeRules> boarded = new EnumMap<>(Mode.class);
        modes.forEach((mode, rules) -> boarded.put(mode, rules.fed(by)));
        Profile walked = new Profile(id + "/walk", title, definition, streets, modes);
        Profile fed = new Profile(id + "/" + by.kind(), title, definition, ridden, boarded, null, by, List.of());
        return new Profile(id, title, definition, streets, modes, null, by, List.of(walked, fed));
    }

    /**
     * What brings one to stations and from them: wherever walkers may go, any distance.
     *
     * @param kind    {@code bicycle} or {@code bus}
     * @param speed   km/h, stops and lights counted
     * @param pickUp  minutes until one moves: to a bicycle and unlocking it, or to a bus stop and waiting there
     * @param putDown minutes from where it stops: parking and locking, or from the stop
     */
    public record Feeder(String kind, Value speed, Value pickUp, Value putDown) {}

    /**
     * Counting from station to station: nobody moves on the streets.
     *
     * @param within      kilometres within which a point stands for stations
     * @param ridingAlone whether only run and dwell count, no wait and no transfer
     */
    public record StationRules(Value within, boolean ridingAlone) {}

    /**
     * Moving on the streets.
     *
     * @param speed  km/h; null where the streets' own speeds hold (by the density of people, or by the kind of street)
     * @param detour how many times longer the way through real streets is than along the modelled lattice; not used on real streets
     * @param shares share of the streets' own speed that is kept up, by class of road; one that is not named keeps all of it
     */
    public record StreetRules(Value speed, Value detour, Map<RoadClass, Value> shares) {

        public StreetRules {
            shares = Map.copyOf(shares);
        }

        /** Whether one walks: at one speed, on ways that cars may not use too. */
        public boolean onFoot() {
            return speed != null;
        }
    }

    /**
     * Travelling the lines of one mode.
     *
     * @param speed   km/h where a line states no design speed
     * @param share   share of the design speed that is kept up between stops
     * @param detour  length of the real track or road over that of the drawn line
     * @param headway minutes between vehicles where a line states none; null where nobody waits
     * @param waitCap longest wait, minutes; the wait is half the headway up to this; null where nobody waits
     * @param dwell   seconds a vehicle stands at a stop
     * @param entry   minutes from the street to where one boards, or up the ramp
     * @param exit    minutes back
     */
    public record ModeRules(
            Value speed, Value share, Value detour, Value headway, Value waitCap, Value dwell, Value entry, Value exit) {

        /** One is put down before entering and picked up after the exit. */
        private ModeRules fed(Feeder by) {
            return new ModeRules(speed, share, detour, headway, waitCap, dwell, plus(entry, by.putDown()), plus(exit, by.pickUp()));
        }

        private static Value plus(Value minutes, Value more) {
            return new Value(minutes.value() + more.value(), minutes.unit(), minutes.reason() + "; " + more.reason());
        }
    }
}
