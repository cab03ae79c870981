package org.tongcheng.planning.siting;

import java.util.List;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.catalog.Text;
import org.tongcheng.planning.AnswerNumbers;

/**
 * What a test finds of a site.
 *
 * @param state     how it ends
 * @param measured  what was measured; null where nothing could be
 * @param accuracyM how exact a measured distance is, metres; null where nobody knows or none was measured
 * @param shared    the ground shared; null where the site has no area or the test asks for none
 * @param concerned the features that decide it
 * @param geometry  where site and rule are in conflict or may be; null where they are not
 * @param why       why it ends so, one sentence
 * @param rests     the features that the finding rests on
 */
record Finding(State state, Measure measured, Double accuracyM, Shared shared, List<Concerned> concerned, Geometry geometry, Text why,
        List<LayerFeature> rests) {

    /** How a test ends. */
    enum State {
        MET,
        BROKEN,
        UNCERTAIN,
        /** Nothing of the layer is on record. */
        NOT_LOADED,
        /** Nothing of it lies near enough to say that it covers the place. */
        NONE_NEAR
    }

    Finding {
        concerned = List.copyOf(concerned);
        rests = List.copyOf(rests);
    }

    static Finding notLoaded(Layer layer) {
        return new Finding(State.NOT_LOADED, null, null, null, List.of(), null, new Text(
                "未加载图层“" + layer.title().zh() + "”，无从判断", "the layer '" + layer.title().en() + "' is not loaded: nothing can be said"),
                List.of());
    }

    /** @param what polygon or feature, in both languages */
    static Finding noneNear(Layer layer, Text what) {
        String km = AnswerNumbers.plain(layer.nearM() / 1000);
        return new Finding(State.NONE_NEAR, null, null, null, List.of(), null, new Text(
                "周边" + km + "公里内没有“" + layer.title().zh() + "”的" + what.zh() + "，不能确认该图层覆盖此处",
                "no " + what.en() + " of '" + layer.title().en() + "' lies within " + km + " km: nothing says that it covers this place"),
                List.of());
    }

    /** The same where the layer may not hold what would decide otherwise. */
    Finding leftOpen(Layer layer) {
        return new Finding(State.UNCERTAIN, measured, accuracyM, shared, concerned, geometry, new Text(
                why.zh() + "；但“" + layer.title().zh() + "”图层并不齐全",
                why.en() + "; but the layer '" + layer.title().en() + "' does not hold all there are"), rests);
    }

    /** The same, left open by a feature that it does not rest on. */
    Finding doubtful(Text other, Lie by) {
        return new Finding(State.UNCERTAIN, measured, accuracyM, shared, Stream.concat(concerned.stream(), Stream.of(by.concerned("may-overlap"))).toList(),
                geometry, other, Stream.concat(rests.stream(), Stream.of(by.feature())).toList());
    }

    Finding withWhy(Text other) {
        return new Finding(state, measured, accuracyM, shared, concerned, geometry, other, rests);
    }
}
