package org.tongcheng.planning.siting;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.LocalPlane;
import org.tongcheng.planning.ProposedSite;

/**
 * The site must share no ground with the layer. What is measured is the ground shared, else the distance to the nearest of its areas; of
 * a point the distance.
 */
record Outside(Layer layer) implements RuleTest {

    static final Text POLYGON = new Text("面", "polygon");

    @Override
    public String type() {
        return "outside";
    }

    @Override
    public Finding measure(ProposedSite site, Surroundings around) {
        List<Lie> sure = new ArrayList<>();
        List<Lie> doubtful = new ArrayList<>();
        Lie nearest = null;
        for (LayerFeature feature : around.near(layer, site, 0)) {
            Lie lie = Lie.of(site, feature);
            if (lie.surelyOverlaps()) {
                sure.add(lie);
            } else if (lie.mayOverlap()) {
                doubtful.add(lie);
            }
            if (feature.isArea() && lie.metres() <= layer.nearM() && (nearest == null || lie.metres() < nearest.metres())) {
                nearest = lie;
            }
        }
        if (!sure.isEmpty()) {
            return overlapping(site, Finding.State.BROKEN, sure, doubtful);
        }
        if (!doubtful.isEmpty()) {
            return overlapping(site, Finding.State.UNCERTAIN, sure, doubtful);
        }
        return nearest == null ? Finding.noneNear(layer, POLYGON) : clear(nearest);
    }

    private Finding clear(Lie nearest) {
        long metres = Math.round(nearest.metres());
        return new Finding(Finding.State.MET, Measure.metres(nearest.metres()), nearest.tolerance(), null,
                List.of(nearest.concerned("nearest")), null,
                new Text("最近的“" + layer.title().zh() + "”在" + metres + "米外，大于两者精度之和",
                        "the nearest '" + layer.title().en() + "' is " + metres + " m away, farther than both may be off"),
                List.of(nearest.feature()));
    }

    private Finding overlapping(ProposedSite site, Finding.State state, List<Lie> sure, List<Lie> doubtful) {
        List<Lie> all = new ArrayList<>(sure);
        all.addAll(doubtful);
        Geometry common = Parts.union(all.stream().map(Lie::common).toList());
        Geometry drawn = common.isEmpty() ? null : common;
        List<Concerned> concerned = new ArrayList<>(sure.stream().map(lie -> lie.concerned("overlaps")).toList());
        concerned.addAll(doubtful.stream().map(lie -> lie.concerned("may-overlap")).toList());
        Lie first = all.get(0);
        Shared shared = Shared.of(site, common);
        Measure measured = shared == null || shared.m2() == 0 ? Measure.metres(first.metres()) : new Measure(shared.m2(), "m2");
        return new Finding(state, measured, first.tolerance(), shared, concerned, drawn,
                state == Finding.State.BROKEN ? broken() : Doubt.of(layer, first), all.stream().map(Lie::feature).toList());
    }

    private Text broken() {
        return new Text("场地位于“" + layer.title().zh() + "”内或与其重叠，且超出两者精度",
                "the site lies in '" + layer.title().en() + "' or overlaps it by more than both may be off");
    }

    @Override
    public Ground ground(ProposedSite site, Surroundings around, double metres, LocalPlane plane) {
        return new Ground(Parts.kept(around.inTheWay(layer, site, metres), site, 0), null);
    }
}
