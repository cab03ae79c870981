package org.tongcheng.planning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tongcheng.network.Mode;
import org.tongcheng.network.Profile;

/** A profile's numbers in a few words. */
final class ProfileWording {

    private ProfileWording() {}

    /**
     * @param modes labels of the modes that matter; of all where none of them is the profile's
     */
    static String of(Profile profile, Collection<String> modes, boolean chinese) {
        if (profile.feeder() == null && !profile.fastestOf().isEmpty()) {
            return profile.fastestOf().stream().map(part -> part.id() + (chinese ? "：" : ": ") + of(part, modes, chinese))
                    .collect(Collectors.joining(chinese ? "；" : "; "));
        }
        List<String> parts = new ArrayList<>();
        if (profile.stations() != null) {
            parts.add((chinese ? "车站以内" : "stations within ") + value(profile.stations().within()));
        }
        if (profile.streets() != null) {
            parts.add(streets(profile.streets(), chinese));
        }
        if (profile.feeder() != null) {
            Profile.Feeder feeder = profile.feeder();
            parts.add((chinese ? "接驳（" : "feeder (") + feeder.kind() + (chinese ? "）" : ") ") + value(feeder.speed()) + ", "
                    + value(feeder.pickUp()) + " + " + value(feeder.putDown()));
        }
        List<Map.Entry<Mode, Profile.ModeRules>> known = profile.modes().entrySet().stream()
                .sorted(Comparator.comparing(e -> e.getKey().label())).toList();
        boolean some = known.stream().anyMatch(e -> modes.contains(e.getKey().label()));
        for (Map.Entry<Mode, Profile.ModeRules> each : known) {
            if (!some || modes.contains(each.getKey().label())) {
                parts.add(mode(each.getKey(), each.getValue(), chinese));
            }
        }
        return String.join(chinese ? "；" : "; ", parts);
    }

    private static String streets(Profile.StreetRules rules, boolean chinese) {
        String speed = rules.speed() == null
                ? chinese ? "街道自身车速" : "streets at their own speeds"
                : (chinese ? "街道" : "streets at ") + value(rules.speed());
        String detour = rules.detour() == null ? "" : (chinese ? "，示意网绕行" : ", detour on a sketch ") + number(rules.detour().value());
        return speed + detour;
    }

    private static String mode(Mode mode, Profile.ModeRules rules, boolean chinese) {
        List<String> numbers = new ArrayList<>();
        add(numbers, chinese ? "未载明时速度" : "speed where none is stated", rules.speed());
        add(numbers, chinese ? "速度保持率" : "share kept", rules.share());
        add(numbers, chinese ? "绕行" : "detour", rules.detour());
        add(numbers, chinese ? "班次间隔" : "headway", rules.headway());
        add(numbers, chinese ? "候车至多" : "wait at most", rules.waitCap());
        add(numbers, chinese ? "停站" : "dwell", rules.dwell());
        add(numbers, chinese ? "进" : "entry", rules.entry());
        add(numbers, chinese ? "出" : "exit", rules.exit());
        return mode.label() + " " + String.join(chinese ? "、" : ", ", numbers);
    }

    private static void add(List<String> numbers, String what, Profile.Value value) {
        if (value != null) {
            numbers.add(what + " " + value(value));
        }
    }

    private static String value(Profile.Value value) {
        return number(value.value()) + (value.unit() == null || value.unit().equals("1") ? "" : " " + value.unit());
    }

    private static String number(double value) {
        return new java.math.BigDecimal(String.valueOf(value)).stripTrailingZeros().toPlainString();
    }
}
