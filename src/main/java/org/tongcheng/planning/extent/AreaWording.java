package org.tongcheng.planning.extent;

import java.util.Locale;
import org.tongcheng.catalog.Text;

/** Areas as they stand in sentences. */
final class AreaWording {

    private AreaWording() {}

    /** To a tenth of a square kilometre, as 26 510.5. */
    static String km2(double km2) {
        return String.format(Locale.ROOT, "%,.1f", km2).replace(',', ' ');
    }

    /** The sentence about the area and, after it, how the declared figure stands to it. */
    static Text declared(Measured e, String zh, String en) {
        String stated = km2(e.declared().km2());
        String rounding = e.declared().roundingKm2() == null ? "" : "±" + km2(e.declared().roundingKm2());
        String difference = (e.differenceKm2() > 0 ? "+" : "") + km2(e.differenceKm2());
        return new Text(
                zh + "；公布" + stated + rounding + "平方公里，相差" + difference + "，" + switch (e.consistent()) {
                    case Comparison.YES -> "在误差内一致";
                    case Comparison.NO -> "超出误差，不一致";
                    default -> "无法判定";
                },
                en + "; declared " + stated + rounding + " km², difference " + difference + ", " + switch (e.consistent()) {
                    case Comparison.YES -> "consistent within the errors";
                    case Comparison.NO -> "not consistent: beyond the errors";
                    default -> "undecidable";
                });
    }
}
