package org.tongcheng.planning.siting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.geometry.LocalPlane;
import org.tongcheng.geometry.Overlap;
import org.tongcheng.planning.ProposedSite;

/**
 * The site must stand so far from every feature of the layer, or so near to one of them.
 *
 * @param metres  geodesic
 * @param atLeast whether it must be that far, else that near
 */
record Distance(Layer layer, double metres, boolean atLeast) implements RuleTest {

    private static final Text FEATURE = new Text("要素", "feature");

    /** A feature at its distance as drawn. */
    private record Far(LayerFeature feature, double metres, Double tolerance) {

        Concerned concerned(String relation) {
            return new Concerned(feature.ref().toString(), feature.name(), relation, Math.round(metres), feature.accuracyM(), feature.method());
        }
    }

    @Override
    public String type() {
        return "distance";
    }

    @Override
    public boolean metByAbsence() {
        return atLeast;
    }

    @Override
    public Limit limit() {
        return atLeast ? Limit.atLeast(metres, "m") : Limit.atMost(metres, "m");
    }

    @Override
    public Finding measure(ProposedSite site, Surroundings around) {
        List<Far> all = new ArrayList<>();
        for (LayerFeature feature : around.near(layer, site, metres)) {
            Far far = new Far(feature, Geodesy.distanceMetres(site.geometry(), feature.geometry()), feature.tolerance(site));
            if (far.metres() <= Math.max(layer.nearM(), metres + (far.tolerance() == null ? 0 : far.tolerance()))) {
                all.add(far);
            }
        }
        if (all.isEmpty()) {
            return Finding.noneNear(layer, FEATURE);
        }
        return atLeast ? far(site, all, nearest(all)) : near(site, all, nearest(all));
    }

    private Finding far(ProposedSite site, List<Far> all, Far nearest) {
        List<Far> sure = all.stream().filter(f -> isSure(f) && f.metres() + f.tolerance() < metres).toList();
        List<Far> doubtful = all.stream().filter(f -> !sure.contains(f))
                .filter(f -> f.metres() < metres + (f.tolerance() == null ? Surroundings.LEAST_EXACT_METRES : f.tolerance())).toList();
        List<Concerned> concerned = new ArrayList<>(sure.stream().map(f -> f.concerned("too-near")).toList());
        concerned.addAll(doubtful.stream().map(f -> f.concerned("may-be-too-near")).toList());
        List<Far> tooNear = new ArrayList<>(sure);
        tooNear.addAll(doubtful);
        if (tooNear.isEmpty()) {
            return finding(Finding.State.MET, nearest, List.of(nearest.concerned("nearest")), null, List.of(nearest.feature()));
        }
        Far decisive = nearest(sure.isEmpty() ? doubtful : sure);
        return finding(sure.isEmpty() ? Finding.State.UNCERTAIN : Finding.State.BROKEN, decisive, concerned, tooNear(site, tooNear, decisive),
                tooNear.stream().map(Far::feature).toList());
    }

    private static Far nearest(List<Far> some) {
        return some.stream().min(Comparator.comparingDouble(Far::metres)).orElseThrow();
    }

    private Finding near(ProposedSite site, List<Far> all, Far nearest) {
        boolean met = all.stream().anyMatch(f -> isSure(f) && f.metres() + f.tolerance() <= metres);
        boolean broken = !met && all.stream().allMatch(f -> isSure(f) && f.metres() - f.tolerance() > metres);
        Finding.State state = met ? Finding.State.MET : broken ? Finding.State.BROKEN : Finding.State.UNCERTAIN;
        String relation = met ? "near-enough" : "nearest";
        return finding(state, nearest, List.of(nearest.concerned(relation)), met ? null : way(site, nearest), List.of(nearest.feature()));
    }

    private static boolean isSure(Far far) {
        return far.tolerance() != null && !far.feature().isModelled();
    }

    private Finding finding(Finding.State state, Far nearest, List<Concerned> concerned, Geometry geometry, List<LayerFeature> rests) {
        return new Finding(state, Measure.metres(nearest.metres()), nearest.tolerance(), null, concerned, geometry, why(state, nearest), rests);
    }

    /** Of an area the part that stands too near; of a point the way to the nearest feature. */
    private Geometry tooNear(ProposedSite site, List<Far> all, Far nearest) {
        Geometry part = site.isArea()
                ? Parts.union(all.stream().map(f -> Parts.within(site.geometry(), f.feature().geometry(), metres)).toList()) : null;
        return part != null && !part.isEmpty() ? part : way(site, nearest);
    }

    private static Geometry way(ProposedSite site, Far nearest) {
        return nearest.metres() == 0 ? Overlap.common(site.geometry(), nearest.feature().geometry())
                : Overlap.between(site.geometry(), nearest.feature().geometry());
    }

    private Text why(Finding.State state, Far nearest) {
        long is = Math.round(nearest.metres());
        long must = Math.round(metres);
        String name = nearest.feature().name().zh();
        String english = nearest.feature().name().en();
        String demand = atLeast ? "要求不小于" + must + "米" : "要求不大于" + must + "米";
        String demanded = (atLeast ? "at least " : "at most ") + must + " m are demanded";
        if (state != Finding.State.UNCERTAIN) {
            return new Text("最近的“" + name + "”在" + is + "米外，" + demand, "the nearest, '" + english + "', is " + is + " m away; " + demanded);
        }
        if (nearest.tolerance() == null) {
            return new Text("“" + name + "”在" + is + "米外，" + demand + "；精度未注明", "the nearest, '" + english + "', is " + is + " m away; "
                    + demanded + "; nobody says how exactly it is drawn");
        }
        long tolerance = Math.round(nearest.tolerance());
        return new Text("“" + name + "”在" + is + "米外，" + demand + "；两者精度之和为" + tolerance + "米，不足以判断",
                "'" + english + "' is " + is + " m away; " + demanded + "; both may be off by " + tolerance + " m together");
    }

    @Override
    public Ground ground(ProposedSite site, Surroundings around, double reach, LocalPlane plane) {
        if (!atLeast) {
            return Ground.ANYWHERE;
        }
        return new Ground(Parts.kept(around.inTheWay(layer, site, reach + metres), site, metres), null);
    }
}
