package org.tongcheng.planning.siting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.LocalPlane;
import org.tongcheng.planning.ProposedSite;
import org.tongcheng.planning.Unit;

/**
 * The site must lie in one unit: in one of those the rule names, else in the one that the asker says it stands in, else in any.
 *
 * @param layer all units
 * @param units adcodes; empty for the one that the asker says
 */
record HostUnit(Layer layer, List<String> units) implements RuleTest {

    HostUnit {
        units = List.copyOf(units);
    }

    static HostUnit of(List<String> units) {
        return new HostUnit(Layer.ofUnits(List.of(Unit.PREFECTURE, Unit.COUNTY, Unit.COUNTY_DIRECT)), units);
    }

    @Override
    public String type() {
        return "host-unit";
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
        List<LayerFeature> hosts = wanted(site, around);
        if (!hosts.isEmpty()) {
            return Inside.in(site, names(hosts), hosts);
        }
        if (!units.isEmpty() || site.host() != null) {
            String codes = units.isEmpty() ? site.host() : String.join(", ", units);
            return Finding.notLoaded(layer).withWhy(new Text("行政区" + codes + "没有边界数据", "no outline of unit " + codes + " is on record"));
        }
        return anywhere(site, around);
    }

    private static Text names(List<LayerFeature> hosts) {
        return new Text(hosts.stream().map(f -> f.name().zh()).collect(Collectors.joining("、")),
                hosts.stream().map(f -> f.name().en()).collect(Collectors.joining(", ")));
    }

    private List<LayerFeature> wanted(ProposedSite site, Surroundings around) {
        List<String> codes = !units.isEmpty() ? units : site.host() == null ? List.of() : List.of(site.host());
        List<LayerFeature> found = new ArrayList<>();
        codes.forEach(code -> around.unit(layer, code).ifPresent(found::add));
        return found;
    }

    /** The finest unit that holds the site. */
    private Finding anywhere(ProposedSite site, Surroundings around) {
        List<String> tiling = around.finestTiling();
        Optional<LayerFeature> deepest = around.near(layer, site, 0).stream()
                .filter(f -> f.isArea() && tiling.contains(f.ref().id()) && f.geometry().intersects(site.geometry()))
                .max(Comparator.comparingDouble(f -> Lie.of(site, f).depthM()));
        if (deepest.isEmpty()) {
            return Finding.noneNear(layer, Outside.POLYGON).withWhy(new Text("场地不在任何已加载行政区内", "the site lies in no unit on record"));
        }
        Finding in = Inside.in(site, deepest.get().name(), List.of(deepest.get()));
        return in.state() != Finding.State.BROKEN ? in : new Finding(Finding.State.UNCERTAIN, in.measured(), in.accuracyM(), in.shared(),
                in.concerned(), in.geometry(),
                new Text("场地跨行政区，未注明所在单元", "the site lies in several units and nobody says which is its host"),
                in.rests());
    }

    @Override
    public Ground ground(ProposedSite site, Surroundings around, double metres, LocalPlane plane) {
        List<LayerFeature> hosts = wanted(site, around);
        return hosts.isEmpty() ? Ground.ANYWHERE : Inside.held(site, hosts, plane);
    }
}
