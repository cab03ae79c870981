package org.tongcheng.planning.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.tongcheng.catalog.Text;
import org.tongcheng.network.Mode;
import org.tongcheng.network.Profile;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.Unit;

/** Holds journeys by one profile against a stated time. */
final class Testing {

    private static final List<String> RAIL = List.of("rail", "metro", "train", "emu", "铁", "轨", "动车");
    private static final List<String> ROAD = List.of("road", "expressway", "highway", "car", "bus", "公路", "高速公路");

    private final Statement statement;
    private final long stated;
    private final Profile profile;

    /** @param statement with minutes */
    Testing(Statement statement, Profile profile) {
        this.statement = statement;
        this.stated = Math.round(statement.minutes() * 60);
        this.profile = profile;
    }

    /** One test of a single pair; of several the least, the median and the most. */
    List<Tested.Test> of(List<Journey> journeys) {
        List<Journey> sorted = journeys.stream().sorted(Comparator.comparingInt(Journey::order)).toList();
        int count = sorted.size();
        if (count == 1) {
            return List.of(test("only", sorted.get(0)));
        }
        List<Tested.Test> tests = new ArrayList<>();
        tests.add(test("least", sorted.get(0)));
        Journey lower = sorted.get((count - 1) / 2);
        Journey upper = sorted.get(count / 2);
        tests.add(lower == upper ? test("median", lower) : test("median", between(lower, upper)));
        tests.add(test("most", sorted.get(count - 1)));
        return tests;
    }

    /** Of an even number of pairs: half way between the two in the middle, as sure as the less sure of them. */
    private static Journey between(Journey lower, Journey upper) {
        if (upper.seconds() == null || lower.errorSeconds() == null || upper.errorSeconds() == null) {
            return upper.seconds() == null || upper.errorSeconds() == null ? upper : lower;
        }
        List<String> corridors = new ArrayList<>(lower.corridors());
        upper.corridors().stream().filter(c -> !corridors.contains(c)).forEach(corridors::add);
        int middle = (int) Math.ceil((lower.seconds() + (double) upper.seconds()) / 2);
        return new Journey(null, middle, Math.max(lower.errorSeconds(), upper.errorSeconds()), corridors, null);
    }

    private Tested.Test test(String statistic, Journey journey) {
        Verdict verdict = verdict(journey);
        Statement.Pair pair = journey.seconds() == null && !statistic.equals("only") ? null : journey.pair();
        return new Tested.Test(profile.id(), fitsMode(), statistic, pair == null ? null : pair.from(), pair == null ? null : pair.to(),
                journey.seconds(), journey.errorSeconds(), verdict.verdict(), verdict.reason(), journey.corridors());
    }

    private Verdict verdict(Journey journey) {
        if (journey.fault() != null) {
            return new Verdict(Verdict.NOT_TESTABLE, journey.fault());
        }
        return journey.seconds() == null
                ? new Verdict(Verdict.NOT_SUPPORTED, new Text("按所载线路和道路六小时内不可达", "no way within six hours on what is loaded"))
                : Verdict.of(stated, journey.seconds(), journey.errorSeconds());
    }

    /** Members within the time: surely, as computed and possibly. */
    Tested.Circle circle(List<Journey> journeys, Records records) {
        int low = 0;
        int within = 0;
        int high = 0;
        long reached = 0;
        long people = 0;
        for (Journey j : journeys) {
            Long living = records.findUnit(j.pair().to()).map(Unit::population).orElse(null);
            boolean in = j.seconds() != null && j.seconds() <= stated;
            boolean known = j.errorSeconds() != null;
            within += in ? 1 : 0;
            low += in && known && j.seconds() + j.errorSeconds() <= stated ? 1 : 0;
            high += j.seconds() != null && (!known || j.seconds() - j.errorSeconds() <= stated) || j.fault() != null && !in && j.seconds() == null ? 1 : 0;
            people += living == null ? 0 : living;
            reached += living == null || !in ? 0 : living;
        }
        return new Tested.Circle(profile.id(), journeys.size(), low, within, high,
                people == 0 ? null : Double.valueOf(Math.rint(1e6 * reached / people) / 1e6));
    }

    /** Null where the statement does not say how one travels. */
    private Boolean fitsMode() {
        if (statement.mode() == null) {
            return null;
        }
        String mode = statement.mode().toLowerCase(Locale.ROOT);
        boolean rail = RAIL.stream().anyMatch(mode::contains);
        boolean road = ROAD.stream().anyMatch(mode::contains);
        boolean byRail = profile.modes().keySet().stream().anyMatch(m -> m.boarded() && m != Mode.BUS);
        boolean byRoad = profile.modes().containsKey(Mode.EXPRESSWAY) || profile.modes().containsKey(Mode.ARTERIAL);
        return rail || road ? Boolean.valueOf(rail && byRail || road && byRoad) : null;
    }
}
