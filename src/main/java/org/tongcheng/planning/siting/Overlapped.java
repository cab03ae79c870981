package org.tongcheng.planning.siting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.geometry.LocalPlane;
import org.tongcheng.geometry.Overlap;
import org.tongcheng.planning.AnswerNumbers;
import org.tongcheng.planning.ProposedSite;

/**
 * At most such a share of the site may overlap the layer; a point lies in it wholly or not at all. The share is told from below and
 * above by what the accuracies leave open.
 *
 * @param most from 0 to 1
 */
record Overlapped(Layer layer, double most) implements RuleTest {

    @Override
    public String type() {
        return "share";
    }

    @Override
    public Limit limit() {
        return Limit.atMost(most, "1");
    }

    @Override
    public Finding measure(ProposedSite site, Surroundings around) {
        List<Lie> lies = around.near(layer, site, 0).stream().map(f -> Lie.of(site, f)).toList();
        List<Lie> touching = lies.stream().filter(Lie::mayOverlap).toList();
        if (!touching.isEmpty()) {
            return touched(site, touching);
        }
        return lies.stream().filter(lie -> lie.feature().isArea() && lie.metres() <= layer.nearM())
                .min(Comparator.comparingDouble(Lie::metres))
                .map(nearest -> finding(site, Finding.State.MET, 0, List.of(nearest), null))
                .orElseGet(() -> Finding.noneNear(layer, Outside.POLYGON));
    }

    private Finding touched(ProposedSite site, List<Lie> touching) {
        Geometry common = Overlap.common(site.geometry(), union(touching.stream().filter(lie -> lie.feature().isArea()).toList()));
        List<Lie> known = touching.stream().filter(Overlapped::isKnown).toList();
        Geometry union = union(known);
        double tolerance = known.stream().mapToDouble(Lie::tolerance).max().orElse(0);
        double low = known.isEmpty() ? 0 : low(site, Overlap.common(site.geometry(), union), union, tolerance);
        double high = known.size() < touching.size() ? 1 : high(site, union, tolerance);
        Finding.State state = low > most ? Finding.State.BROKEN : high <= most ? Finding.State.MET : Finding.State.UNCERTAIN;
        List<Lie> told = new ArrayList<>(touching);
        told.sort(Comparator.comparing(Overlapped::isKnown));
        return finding(site, state, share(site, common), state == Finding.State.UNCERTAIN ? told : touching,
                common.isEmpty() || state == Finding.State.MET ? null : common);
    }

    /** Whether its extent is known as far as its accuracy tells. */
    private static boolean isKnown(Lie lie) {
        return lie.feature().isArea() && lie.tolerance() != null && !lie.feature().isModelled();
    }

    private static Geometry union(List<Lie> areas) {
        return Parts.union(areas.stream().map(lie -> lie.feature().geometry()).toList());
    }

    private static double share(ProposedSite site, Geometry common) {
        return site.isArea() ? Geodesy.areaSquareMetres(common) / Geodesy.areaSquareMetres(site.geometry()) : common.isEmpty() ? 0 : 1;
    }

    private static double low(ProposedSite site, Geometry common, Geometry union, double tolerance) {
        if (common.isEmpty() || tolerance <= 0) {
            return share(site, common);
        }
        if (!site.isArea()) {
            return Geodesy.distanceMetres(site.geometry(), union.getBoundary()) > tolerance ? 1 : 0;
        }
        Geometry edge = Parts.clipped(union.getBoundary(), site.geometry(), tolerance);
        return edge.isEmpty() ? share(site, common)
                : share(site, OverlayNGRobust.overlay(common, Geodesy.buffer(List.of(edge), tolerance), OverlayNG.DIFFERENCE));
    }

    private static double high(ProposedSite site, Geometry union, double tolerance) {
        return site.isArea() ? share(site, Parts.within(site.geometry(), union, tolerance))
                : Geodesy.distanceMetres(site.geometry(), union) <= tolerance ? 1 : 0;
    }

    private Finding finding(ProposedSite site, Finding.State state, double share, List<Lie> lies, Geometry common) {
        double rounded = Math.round(share * 1e6) / 1e6;
        String relation = state == Finding.State.BROKEN ? "overlaps" : state == Finding.State.UNCERTAIN ? "may-overlap" : "nearest";
        return new Finding(state, new Measure(rounded, "1"), lies.get(0).tolerance(), common == null ? null : Shared.of(site, common),
                lies.stream().map(lie -> lie.concerned(relation)).toList(), common, why(state, rounded, lies.get(0)),
                lies.stream().map(Lie::feature).toList());
    }

    private Text why(Finding.State state, double share, Lie first) {
        if (state == Finding.State.UNCERTAIN) {
            return Doubt.of(layer, first);
        }
        String is = percent(share);
        String must = percent(most);
        return new Text("与“" + layer.title().zh() + "”重叠" + is + "，要求不大于" + must,
                is + " of the site overlaps '" + layer.title().en() + "'; at most " + must + " may");
    }

    private static String percent(double share) {
        return AnswerNumbers.plain(Math.round(share * 1e4) / 1e2) + "%";
    }

    @Override
    public Ground ground(ProposedSite site, Surroundings around, double metres, LocalPlane plane) {
        return new Outside(layer).ground(site, around, metres, plane);
    }
}
