package org.tongcheng.planning.siting;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.geometry.LocalPlane;
import org.tongcheng.planning.ProposedSite;

/** The site must lie wholly in the layer. What is measured is the distance to its edge, negative where the site reaches beyond it. */
record Inside(Layer layer) implements RuleTest {

    @Override
    public String type() {
        return "inside";
    }

    @Override
    public boolean metByAbsence() {
        return false;
    }

    @Override
    public Limit limit() {
        return Limit.atLeast(0, "m");
    }

    @Override
    public Finding measure(ProposedSite site, Surroundings around) {
        List<LayerFeature> near = around.near(layer, site, 0);
        List<LayerFeature> areas = near.stream().filter(LayerFeature::isArea)
                .filter(f -> Geodesy.distanceMetres(site.geometry(), f.geometry()) <= layer.nearM()).toList();
        if (areas.isEmpty()) {
            return Finding.noneNear(layer, Outside.POLYGON);
        }
        Finding found = in(site, layer.title(), areas);
        Optional<Lie> marked = found.state() != Finding.State.BROKEN ? Optional.empty()
                : near.stream().filter(f -> !f.isArea()).map(f -> Lie.of(site, f)).filter(Lie::mayOverlap).findFirst();
        return marked.map(lie -> found.doubtful(Doubt.of(layer, lie), lie)).orElse(found);
    }

    /**
     * How the site lies to the union of areas, at least one.
     *
     * @param title what they are called together
     */
    static Finding in(ProposedSite site, Text title, List<LayerFeature> areas) {
        Geometry union = Parts.union(areas.stream().map(LayerFeature::geometry).toList());
        boolean known = areas.stream().allMatch(a -> a.accuracyM() != null);
        double worst = areas.stream().filter(a -> a.accuracyM() != null).mapToDouble(LayerFeature::accuracyM).max().orElse(0);
        Double tolerance = known ? Double.valueOf(worst + site.accuracy()) : null;
        boolean modelled = areas.stream().anyMatch(LayerFeature::isModelled);
        Geometry beyond = union.covers(site.geometry()) ? null : site.isArea() ? Parts.without(site.geometry(), union) : site.geometry();
        double edge = beyond == null ? Geodesy.distanceMetres(site.geometry(), union.getBoundary())
                : -Depth.farthestMetres(beyond, union.getBoundary());
        boolean sure = known && !modelled && Math.abs(edge) > tolerance;
        Finding.State state = !sure ? Finding.State.UNCERTAIN : edge > 0 ? Finding.State.MET : Finding.State.BROKEN;
        String relation = sure ? edge > 0 ? "holds" : "nearest" : "may-hold";
        List<LayerFeature> met = touching(site, areas);
        List<Concerned> concerned = met.stream().map(f -> new Concerned(f.ref().toString(), f.name(), relation,
                Math.round(Geodesy.distanceMetres(site.geometry(), f.geometry())), f.accuracyM(), f.method())).toList();
        Shared shared = beyond == null ? Shared.of(site, site.geometry()) : site.isArea() ? Shared.of(site, Parts.without(site.geometry(), beyond)) : null;
        return new Finding(state, Measure.metres(edge), tolerance, shared, concerned, state == Finding.State.MET ? null : beyond,
                why(state, title, edge, tolerance, modelled), met);
    }

    /** Those that the site meets; where it meets none, the nearest. */
    private static List<LayerFeature> touching(ProposedSite site, List<LayerFeature> areas) {
        List<LayerFeature> met = areas.stream().filter(f -> f.geometry().intersects(site.geometry())).toList();
        if (!met.isEmpty()) {
            return met;
        }
        return areas.stream().min(Comparator.comparingDouble(f -> Geodesy.distanceMetres(site.geometry(), f.geometry()))).stream().toList();
    }

    private static Text why(Finding.State state, Text called, double edge, Double tolerance, boolean modelled) {
        String title = called.zh();
        String english = called.en();
        long metres = Math.round(Math.abs(edge));
        if (state == Finding.State.MET) {
            return new Text("场地在“" + title + "”内，距其边界" + metres + "米",
                    "the site lies in '" + english + "', " + metres + " m from its edge");
        }
        if (state == Finding.State.BROKEN) {
            return new Text("场地超出“" + title + "”边界" + metres + "米", "the site reaches " + metres + " m beyond the edge of '" + english + "'");
        }
        if (tolerance == null) {
            return new Text("“" + title + "”未注明精度", "nobody says how exactly '" + english + "' is drawn");
        }
        return modelled ? new Text("“" + title + "”是按公布面积推绘的图形", "'" + english + "' is a figure of a stated area, not its ground")
                : new Text("距“" + title + "”边界" + metres + "米，小于两者精度之和（" + Math.round(tolerance) + "米）",
                        "the edge of '" + english + "' is " + metres + " m away, less than both may be off together (" + Math.round(tolerance) + " m)");
    }

    @Override
    public Ground ground(ProposedSite site, Surroundings around, double metres, LocalPlane plane) {
        return held(site, around.within(layer, site.geometry().getEnvelopeInternal(), ShiftSearch.FARTHEST_METRES).stream()
                .filter(LayerFeature::isArea).toList(), plane);
    }

    static Ground held(ProposedSite site, List<LayerFeature> areas, LocalPlane plane) {
        double worst = areas.stream().filter(a -> a.accuracyM() != null).mapToDouble(LayerFeature::accuracyM).max().orElse(0);
        return new Ground(List.of(), Parts.shrunk(areas.stream().map(LayerFeature::geometry).toList(), site, worst + site.accuracy(), plane));
    }
}
