package org.tongcheng.planning.siting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.geometry.LocalPlane;
import org.tongcheng.planning.ProposedSite;

/** The site must not stand across the border of any area of the layer: partly in it, partly out of it. */
record Straddles(Layer layer) implements RuleTest {

    /** How deep the site reaches to the shallower side of an area's border. */
    private record Across(LayerFeature area, double depthM, double toBorderM, Double tolerance) {

        boolean sure() {
            return tolerance != null && !area.isModelled() && depthM > tolerance;
        }

        boolean possible() {
            return depthM > 0 || toBorderM <= (tolerance == null ? Surroundings.LEAST_EXACT_METRES : tolerance);
        }

        Concerned concerned(String relation) {
            return new Concerned(area.ref().toString(), area.name(), relation, Math.round(toBorderM), area.accuracyM(), area.method());
        }
    }

    @Override
    public String type() {
        return "straddles";
    }

    @Override
    public Finding measure(ProposedSite site, Surroundings around) {
        List<Across> all = around.near(layer, site, 0).stream().filter(LayerFeature::isArea).map(f -> across(site, f))
                .filter(a -> a.toBorderM() <= layer.nearM() || a.area().geometry().intersects(site.geometry())).toList();
        if (all.isEmpty()) {
            return Finding.noneNear(layer, Outside.POLYGON);
        }
        List<Across> sure = all.stream().filter(Across::sure).toList();
        List<Across> doubtful = all.stream().filter(a -> !a.sure() && a.possible()).toList();
        Across nearest = all.stream().min(Comparator.comparingDouble(Across::toBorderM)).orElseThrow();
        Finding.State state = !sure.isEmpty() ? Finding.State.BROKEN : doubtful.isEmpty() ? Finding.State.MET : Finding.State.UNCERTAIN;
        List<Concerned> concerned = new ArrayList<>(sure.stream().map(a -> a.concerned("crossed")).toList());
        concerned.addAll(doubtful.stream().map(a -> a.concerned("may-be-crossed")).toList());
        if (state == Finding.State.MET) {
            concerned.add(nearest.concerned("nearest"));
        }
        List<LayerFeature> rests = new ArrayList<>();
        (state == Finding.State.MET ? List.of(nearest) : sure.isEmpty() ? doubtful : sure).forEach(a -> rests.add(a.area()));
        return new Finding(state, Measure.metres(nearest.toBorderM()), nearest.tolerance(), null, concerned,
                state == Finding.State.MET ? null : crossing(site, sure.isEmpty() ? doubtful : sure), why(state, nearest), rests);
    }

    private static Across across(ProposedSite site, LayerFeature area) {
        Geometry border = area.geometry().getBoundary();
        Lie lie = Lie.of(site, area);
        double depth = 0;
        if (site.isArea() && !lie.common().isEmpty() && !area.geometry().covers(site.geometry())) {
            depth = Math.min(Depth.farthestMetres(lie.common(), border),
                    Depth.farthestMetres(Parts.without(site.geometry(), area.geometry()), border));
        }
        return new Across(area, depth, Geodesy.distanceMetres(site.geometry(), border), lie.tolerance());
    }

    /** The border within the site; null where it runs outside. */
    private static Geometry crossing(ProposedSite site, List<Across> crossed) {
        List<Geometry> pieces = crossed.stream().map(a -> site.geometry().intersection(a.area().geometry().getBoundary())).toList();
        Geometry all = Parts.union(pieces);
        return all.isEmpty() ? null : all;
    }

    private Text why(Finding.State state, Across nearest) {
        String title = layer.title().zh();
        String english = layer.title().en();
        return switch (state) {
            case BROKEN -> new Text("场地跨越“" + title + "”的边界", "the site stands across a border of '" + english + "'");
            case MET -> new Text("场地不跨“" + title + "”的边界，最近的边界在" + Math.round(nearest.toBorderM()) + "米外",
                    "the site crosses no border of '" + english + "'; the nearest is " + Math.round(nearest.toBorderM()) + " m away");
            default -> nearest.tolerance() == null
                    ? new Text("“" + title + "”未注明精度", "nobody says how exactly '" + english + "' is drawn")
                    : new Text("“" + title + "”的边界比精度之和（" + Math.round(nearest.tolerance()) + "米）更近",
                            "a border of '" + english + "' is nearer than both may be off together (" + Math.round(nearest.tolerance()) + " m)");
        };
    }

    @Override
    public Ground ground(ProposedSite site, Surroundings around, double metres, LocalPlane plane) {
        List<Ground.Kept> borders = new ArrayList<>();
        for (LayerFeature area : around.inTheWay(layer, site, metres)) {
            if (area.isArea()) {
                Double tolerance = area.tolerance(site);
                borders.add(new Ground.Kept(area.geometry().getBoundary(), tolerance == null ? 0 : tolerance));
            }
        }
        return new Ground(borders, null);
    }
}
