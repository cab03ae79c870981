package org.tongcheng.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A default that an answer rests on, because the lines themselves do not state it.
 *
 * @param profile id of the one it is from where an answer's is made of several; null where it is the answer's own
 * @param mode   the mode it was taken for; null where it holds for the streets
 * @param what   {@code speed}, {@code headway}, {@code dwell} … as in the profile's file
 * @param value  in {@code unit}
 * @param unit   of the value
 * @param reason why this value
 * @param lines  how many lines it was taken for; 0 for the streets
 */
public record Assumed(String profile, Mode mode, String what, double value, String unit, String reason, int lines) {

    /** The same, told to be from this profile. */
    public Assumed of(Profile from) {
        return new Assumed(from.id(), mode, what, value, unit, reason, lines);
    }

    /** What the profile stands in for on the streets and on these corridors, by mode. */
    public static List<Assumed> of(Profile profile, Streets streets, Collection<Corridor> corridors) {
        List<Assumed> assumed = new ArrayList<>();
        addStreets(assumed, profile, streets);
        for (Mode mode : Mode.values()) {
            List<Corridor> ofMode = corridors.stream().filter(c -> c.mode() == mode).toList();
            profile.findMode(mode).filter(rules -> !ofMode.isEmpty()).ifPresent(rules -> addMode(assumed, mode, rules, ofMode));
        }
        return assumed;
    }

    /** What is taken for a feeder. */
    public static List<Assumed> of(Profile.Feeder feeder) {
        List<Assumed> assumed = new ArrayList<>();
        add(assumed, null, feeder.kind() + " speed", feeder.speed(), 0);
        add(assumed, null, feeder.kind() + " pick_up", feeder.pickUp(), 0);
        add(assumed, null, feeder.kind() + " put_down", feeder.putDown(), 0);
        return assumed;
    }

    private static void addStreets(List<Assumed> assumed, Profile profile, Streets streets) {
        if (profile.streets() == null) {
            return;
        }
        add(assumed, null, "speed", profile.streets().speed(), 0);
        if (streets.graph().isLattice() || profile.streets().onFoot()) {
            // Real streets make their own detour; a transfer between stations is walked with it on any.
            add(assumed, null, "detour", profile.streets().detour(), 0);
        }
        for (RoadClass roadClass : RoadClass.values()) {
            add(assumed, null, "share on " + roadClass.label(), profile.streets().shares().get(roadClass), 0);
        }
    }

    private static void addMode(List<Assumed> assumed, Mode mode, Profile.ModeRules rules, List<Corridor> lines) {
        List<Corridor> reckoned = lines.stream().filter(c -> c.stops().stream().skip(1).anyMatch(stop -> stop.runMin() == null)
                || c.stops().size() < 2 || c.closedRing() && c.stops().get(0).runMin() == null).toList();
        int withoutSpeed = (int) reckoned.stream().filter(c -> c.speedKmh() == null).count();
        int withoutHeadway = (int) lines.stream().filter(c -> c.headwayMin() == null).count();
        if (withoutSpeed > 0) {
            add(assumed, mode, "speed", rules.speed(), withoutSpeed);
        }
        if (!reckoned.isEmpty()) {
            add(assumed, mode, "share", rules.share(), reckoned.size());
            add(assumed, mode, "detour", rules.detour(), reckoned.size());
        }
        add(assumed, mode, "entry", rules.entry(), lines.size());
        add(assumed, mode, "exit", rules.exit(), lines.size());
        if (mode.boarded()) {
            if (withoutHeadway > 0) {
                add(assumed, mode, "headway", rules.headway(), withoutHeadway);
            }
            add(assumed, mode, "wait_cap", rules.waitCap(), lines.size());
            add(assumed, mode, "dwell", rules.dwell(), lines.size());
        }
    }

    private static void add(List<Assumed> assumed, Mode mode, String what, Profile.Value value, int lines) {
        if (value != null) {
            assumed.add(new Assumed(null, mode, what, value.value(), value.unit(), value.reason(), lines));
        }
    }
}
