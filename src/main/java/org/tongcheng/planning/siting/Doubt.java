package org.tongcheng.planning.siting;

import org.tongcheng.catalog.Text;

/** Says why a layer that is there cannot decide. */
final class Doubt {

    private Doubt() {}

    static Text of(Layer layer, Lie lie) {
        String name = lie.feature().name().zh();
        String english = lie.feature().name().en();
        if (!lie.feature().isArea()) {
            return new Text("“" + name + "”只以点或线标示，范围不明",
                    "'" + english + "' is drawn as a point or line only: nobody knows how far it extends");
        }
        if (lie.tolerance() == null) {
            return new Text("“" + name + "”未注明精度", "nobody says how exactly '" + english + "' is drawn");
        }
        if (lie.feature().isModelled() && lie.depthM() > lie.tolerance()) {
            return new Text("“" + name + "”是按公布面积推绘的图形，不是实际边界",
                    "'" + english + "' is a figure of a stated area, not its ground");
        }
        long tolerance = Math.round(lie.tolerance());
        return new Text("余量小于场地与“" + layer.title().zh() + "”的精度之和（" + tolerance + "米）",
                "the margin is smaller than site and '" + layer.title().en() + "' may be off together (" + tolerance + " m)");
    }
}
