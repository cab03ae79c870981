package org.tongcheng.planning.siting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.planning.ProposedSite;
import org.tongcheng.reach.Direction;

/**
 * Some feature of the layer must be so near by travel time. Uncertain where the time differs from the limit by less than the share
 * by which times may be off and the time that the accuracies of both ends are worth.
 *
 * @param minutes   the limit
 * @param profile   how one travels
 * @param direction to the site or from it
 * @param margin    of the limit: how far off a time may be
 */
record Minutes(Layer layer, int minutes, String profile, Direction direction, double margin) implements RuleTest {

    /** What lies between where something is drawn and where it is, is driven or walked no slower: 30 km/h and less count more. */
    private static final double PACE_METRES_PER_SECOND = 30 / 3.6;

    private static final Text FEATURE = new Text("要素", "feature");

    @Override
    public String type() {
        return "minutes";
    }

    @Override
    public boolean metByAbsence() {
        return false;
    }

    @Override
    public Limit limit() {
        return Limit.atMost(minutes * 60.0, "s");
    }

    @Override
    public Finding measure(ProposedSite site, Surroundings around) {
        List<LayerFeature> features = around.within(layer, site.geometry().getEnvelopeInternal(), layer.nearM()).stream()
                .filter(f -> Geodesy.distanceMetres(site.geometry(), f.geometry()) <= layer.nearM()).toList();
        if (features.isEmpty()) {
            return Finding.noneNear(layer, FEATURE);
        }
        int budget = 2 * minutes * 60;
        Optional<Journeys.Arrivals> arrivals = around.journeys().arrivals(site, features, profile, direction, budget);
        if (arrivals.isEmpty()) {
            return finding(Finding.State.UNCERTAIN, null, List.of(),
                    new Text("场地离道路过远，无法计算出行时间", "the site lies too far from any street for travel times"));
        }
        List<Journeys.Arrival> within = new ArrayList<>(arrivals.get().within());
        boolean known = arrivals.get().allJoined() && features.stream().allMatch(f -> allowance(f, site) < minutes * 60.0);
        return within.isEmpty() ? unreached(features, known) : reached(site, within, known);
    }

    /**
     * Nothing within twice the limit.
     *
     * @param known whether all of the features join the streets and are so exact that none can be within the limit itself
     */
    private Finding unreached(List<LayerFeature> features, boolean known) {
        return finding(known ? Finding.State.BROKEN : Finding.State.UNCERTAIN, null, features.subList(0, 1), new Text(
                2 * minutes + "分钟内没有可达的“" + layer.title().zh() + "”" + (known ? "" : "；但有的位置不明或离道路过远"),
                "nothing of '" + layer.title().en() + "' within " + 2 * minutes + " minutes"
                        + (known ? "" : "; but where some of it stands is not known well enough, or no street is near")));
    }

    private Finding reached(ProposedSite site, List<Journeys.Arrival> arrivals, boolean known) {
        double limit = minutes * 60.0;
        arrivals.sort(Comparator.comparingInt(Journeys.Arrival::seconds).thenComparing(a -> a.feature().ref().toString()));
        Journeys.Arrival soonest = arrivals.get(0);
        boolean met = arrivals.stream().anyMatch(a -> a.seconds() + allowance(a.feature(), site) <= limit);
        boolean broken = !met && known && arrivals.stream().allMatch(a -> a.seconds() - allowance(a.feature(), site) > limit);
        Finding.State state = met ? Finding.State.MET : broken ? Finding.State.BROKEN : Finding.State.UNCERTAIN;
        String is = minutesAndSeconds(soonest.seconds());
        Text name = soonest.feature().name();
        Text why = new Text("到最近的“" + name.zh() + "”需" + is + "，要求不超过" + minutes + "分钟"
                + (state == Finding.State.UNCERTAIN ? "；差值小于误差" : ""),
                "the soonest, '" + name.en() + "', takes " + is + " (min:s); at most " + minutes + " minutes are demanded"
                        + (state == Finding.State.UNCERTAIN ? "; they differ by less than times may be off" : ""));
        return finding(state, new Measure(soonest.seconds(), "s"), List.of(soonest.feature()), why);
    }

    /** By how many seconds a time may be off; without end where nobody knows where the feature is. */
    private double allowance(LayerFeature feature, ProposedSite site) {
        Double tolerance = feature.tolerance(site);
        return minutes * 60 * margin + (tolerance == null ? Double.POSITIVE_INFINITY : tolerance / PACE_METRES_PER_SECOND);
    }

    private Finding finding(Finding.State state, Measure measured, List<LayerFeature> features, Text why) {
        List<Concerned> concerned = features.stream().filter(f -> measured != null).map(f -> new Concerned(f.ref().toString(), f.name(),
                state == Finding.State.MET ? "near-enough" : "nearest", null, f.accuracyM(), f.method())).toList();
        return new Finding(state, measured, null, null, concerned, null, why, features);
    }

    private static String minutesAndSeconds(int seconds) {
        return seconds / 60 + ":" + String.format("%02d", seconds % 60);
    }
}
