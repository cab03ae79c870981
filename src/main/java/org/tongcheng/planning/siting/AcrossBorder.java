package org.tongcheng.planning.siting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.geometry.Overlap;
import org.tongcheng.planning.ProposedSite;
import org.tongcheng.planning.Unit;

/**
 * Another unit's land must not lie so near: where it does, the site's effects cross a border. Where the land on record ends as near,
 * there may be sea or a unit that is not on record, and nothing is known.
 *
 * @param layer  units of the levels whose borders count
 * @param finest whether only those of the finest tiling do
 * @param metres geodesic
 */
record AcrossBorder(Layer layer, boolean finest, double metres) implements RuleTest {

    /**
     * @param level prefecture or county; units directly under a province count as both, a prefecture whose counties are not on record
     *              as one of them
     */
    static AcrossBorder of(String level, double metres) {
        boolean finest = level.equals(Unit.COUNTY);
        List<String> levels = finest ? List.of(Unit.PREFECTURE, Unit.COUNTY, Unit.COUNTY_DIRECT) : List.of(level, Unit.COUNTY_DIRECT);
        return new AcrossBorder(Layer.ofUnits(levels), finest, metres);
    }

    @Override
    public String type() {
        return "across-border";
    }

    @Override
    public Limit limit() {
        return Limit.atLeast(metres, "m");
    }

    @Override
    public Finding measure(ProposedSite site, Surroundings around) {
        List<Lie> lies = new ArrayList<>();
        Lie host = null;
        List<String> tiling = finest ? around.finestTiling() : null;
        for (LayerFeature unit : around.near(layer, site, metres)) {
            if (!unit.isArea() || tiling != null && !tiling.contains(unit.ref().id())) {
                continue;
            }
            Lie lie = Lie.of(site, unit);
            lies.add(lie);
            host = !lie.common().isEmpty() && (host == null || lie.depthM() > host.depthM()) ? lie : host;
        }
        if (host == null) {
            return Finding.noneNear(layer, Outside.POLYGON).withWhy(new Text("场地不在任何已加载行政区内", "the site lies in no unit on record"));
        }
        lies.remove(host);
        List<Lie> near = lies.stream().filter(lie -> lie.metres() <= layer.nearM()).toList();
        Finding found = near.isEmpty() ? alone(host) : beside(site, host, near);
        return found.state() == Finding.State.MET ? unlessNearTheEdge(site, host, near, found) : found;
    }

    private Finding unlessNearTheEdge(ProposedSite site, Lie host, List<Lie> others, Finding met) {
        List<Geometry> known = new ArrayList<>(List.of(host.feature().geometry()));
        others.forEach(lie -> known.add(lie.feature().geometry()));
        Geometry land = Parts.union(known);
        double edge = land.covers(site.geometry()) ? Geodesy.distanceMetres(site.geometry(), land.getBoundary()) : 0;
        if (host.tolerance() != null && edge >= metres + host.tolerance()) {
            return met;
        }
        return new Finding(Finding.State.UNCERTAIN, met.measured(), host.tolerance(), null, met.concerned(), null,
                new Text("已知行政区在" + Math.round(edge) + "米外到头，其外是海还是未载的行政区无从得知",
                        "the land on record ends " + Math.round(edge) + " m away; whether sea or a unit that is not on record lies beyond is not known"),
                met.rests());
    }

    private Finding alone(Lie host) {
        String km = String.valueOf(Math.round(layer.nearM() / 1000));
        return new Finding(Finding.State.MET, null, null, null, List.of(host.concerned("holds")), null,
                new Text("周边" + km + "公里内没有其他行政区", "no other unit on record lies within " + km + " km"), List.of(host.feature()));
    }

    private Finding beside(ProposedSite site, Lie host, List<Lie> others) {
        Lie nearest = others.stream().min(Comparator.comparingDouble(Lie::metres)).orElseThrow();
        List<Lie> sure = others.stream().filter(lie -> lie.tolerance() != null && lie.metres() + lie.tolerance() < metres).toList();
        List<Lie> doubtful = others.stream().filter(lie -> !sure.contains(lie))
                .filter(lie -> lie.metres() < metres + (lie.tolerance() == null ? Surroundings.LEAST_EXACT_METRES : lie.tolerance())).toList();
        Finding.State state = !sure.isEmpty() ? Finding.State.BROKEN : doubtful.isEmpty() ? Finding.State.MET : Finding.State.UNCERTAIN;
        List<Concerned> concerned = new ArrayList<>(List.of(host.concerned("holds")));
        sure.forEach(lie -> concerned.add(lie.concerned("too-near")));
        doubtful.forEach(lie -> concerned.add(lie.concerned("may-be-too-near")));
        List<LayerFeature> rests = new ArrayList<>(List.of(host.feature(), nearest.feature()));
        sure.forEach(lie -> rests.add(lie.feature()));
        doubtful.forEach(lie -> rests.add(lie.feature()));
        return new Finding(state, Measure.metres(nearest.metres()), nearest.tolerance(), null, concerned,
                state == Finding.State.MET || nearest.metres() == 0 ? null
                        : Overlap.between(site.geometry(), nearest.feature().geometry()),
                why(state, nearest), rests.stream().distinct().toList());
    }

    private Text why(Finding.State state, Lie nearest) {
        long is = Math.round(nearest.metres());
        long must = Math.round(metres);
        String zh = "相邻的" + nearest.feature().name().zh() + "在" + is + "米外，界限为" + must + "米";
        String en = "the neighbour " + nearest.feature().name().en() + " is " + is + " m away; the limit is " + must + " m";
        return state != Finding.State.UNCERTAIN ? new Text(zh, en)
                : new Text(zh + "，小于精度所能判断", en + ", nearer than the borders are exact");
    }
}
