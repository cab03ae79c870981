package org.tongcheng.planning.around;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.AnswerFeature;
import org.tongcheng.planning.AnswerHeader;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.BadParameter;
import org.tongcheng.planning.FeatureRef;
import org.tongcheng.planning.Form;
import org.tongcheng.planning.Parameter;
import org.tongcheng.planning.Place;
import org.tongcheng.planning.PlanningQuestion;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.StreetsUsed;
import org.tongcheng.planning.Used;
import org.tongcheng.planning.Values;

/** What lies within a true distance of a place or of a feature, and what does it touch? */
public final class Around implements PlanningQuestion {

    static final Parameter<Place> POINT = Parameter.optional("point", Form.PLACE, "The place; this or a feature must be given.");

    static final Parameter<FeatureRef> FEATURE = Parameter.optional("feature", Form.FEATURE,
            "A feature of any collection, all of whose geometry counts; this or a point must be given.");

    static final Parameter<Double> WITHIN = Parameter.optional("within", Form.length("0m", "100km"),
            "The geodesic distance, up to 100km.").required();

    static final Parameter<String> COLLECTIONS = Parameter.several("collections", Form.ID_LIST, 50, List.of(),
            "The collections to look through; every one with geometry where none is named.");

    private static final int MOST_FEATURES = 10_000;

    /** How inexact the place of a thing may be and still be looked for beyond the distance. */
    private static final double LEAST_EXACT_METRES = 10_000;

    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** The place asked about; {@code accuracyM} is null where nobody states it. */
    private record Middle(String place, Text name, Geometry geometry, Double accuracyM) {}

    @Override
    public String name() {
        return "around";
    }

    @Override
    public Text title() {
        return new Text("周边", "What lies around");
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(POINT, FEATURE, WITHIN, COLLECTIONS);
    }

    @Override
    public Answer answer(Asked asked, Records records) {
        double within = asked.get(WITHIN);
        Used.Gathering used = new Used.Gathering();
        Middle middle = middle(asked, records, used);
        List<String> collections = records.collections(
                COLLECTIONS, asked.all(COLLECTIONS), kind -> kind != GeometryKind.NONE, "has no geometry");
        List<AnswerFeature> found = new ArrayList<>();
        for (String collection : collections) {
            for (StoredFeature stored : records.around(collection, middle.geometry().getEnvelopeInternal(),
                    within + LEAST_EXACT_METRES, asked.circumstances().asOf())) {
                if (!middle.place().equals(collection + "/" + stored.feature().id())) {
                    near(collection, stored, middle, within).ifPresent(near -> {
                        used.add(collection, stored.feature().id(), stored.revision());
                        found.add(new AnswerFeature(near.feature(), stored.feature().geometry(), near));
                    });
                }
            }
            if (found.size() > MOST_FEATURES) {
                throw new BadParameter(WITHIN.name(), WITHIN.form().writer().apply(within), "a distance within which at most "
                        + MOST_FEATURES + " features lie", "more than " + MOST_FEATURES + " features lie that near");
            }
        }
        found.sort(Comparator.comparingLong((AnswerFeature f) -> ((Near) f.properties()).metres()).thenComparing(AnswerFeature::id));
        AnswerHeader header = new AnswerHeader(asked.circumstances().asOf().date(), asked.circumstances().asOf().scenario().label(), null,
                definition(asked, middle), StreetsUsed.NONE, used.used(asked.circumstances().explain()), List.of(), List.of());
        return new AroundAnswer(header, middle.place(), middle.name(), middle.geometry().getInteriorPoint().getCoordinate(), within,
                collections,
                found.stream().filter(f -> ((Near) f.properties()).metres() == 0).count(), found);
    }

    private static Middle middle(Asked asked, Records records, Used.Gathering used) {
        Optional<Place> point = asked.find(POINT);
        Optional<FeatureRef> feature = asked.find(FEATURE);
        if (point.isPresent() == feature.isPresent()) {
            throw new BadParameter(POINT.name(), point.map(Place::toString).orElse(null), "either a point or a feature",
                    point.isPresent() ? "both a point and a feature are given" : "neither a point nor a feature is given");
        }
        if (point.isPresent() && point.get() instanceof Place.Point at) {
            String given = asked.canonical().get(POINT.name()).get(0);
            return new Middle(given, Text.of(given), FACTORY.createPoint(new Coordinate(at.lon(), at.lat())), 0.0);
        }
        String parameter = feature.isPresent() ? FEATURE.name() : POINT.name();
        FeatureRef ref = feature.orElseGet(() -> ((Place.Site) point.get()).feature());
        StoredFeature stored = records.get(ref, parameter, Form.FEATURE);
        Values values = new Values(stored.feature());
        Geometry geometry = stored.feature().geometry();
        if (geometry == null || geometry.isEmpty() || !values.isLocatable()) {
            throw new BadParameter(parameter, ref.toString(), "a feature that stands somewhere", "'" + ref + "' has no known place");
        }
        used.add(ref.collection(), ref.id(), stored.revision());
        return new Middle(ref.toString(), values.name(), geometry, values.accuracyM());
    }

    /** Empty where it surely lies farther off. */
    private static Optional<Near> near(String collection, StoredFeature stored, Middle middle, double within) {
        Values values = new Values(stored.feature());
        Double own = values.accuracyM();
        Double accuracy = own == null || middle.accuracyM() == null ? null : Double.valueOf(own + middle.accuracyM());
        double metres = Geodesy.distanceMetres(middle.geometry(), stored.feature().geometry());
        if (metres > within + (accuracy == null ? 0 : Math.min(accuracy, LEAST_EXACT_METRES))) {
            return Optional.empty();
        }
        boolean sure = accuracy != null && metres + accuracy < within;
        return Optional.of(new Near(collection, collection + "/" + stored.feature().id(), values.name(), sure ? Near.YES : Near.UNCERTAIN,
                Math.round(metres), accuracy, values.text("method")));
    }

    private static Text definition(Asked asked, Middle middle) {
        String date = asked.circumstances().asOf().date().toString();
        String within = asked.canonical().get(WITHIN.name()).get(0);
        return new Text(
                "截至" + date + "，距" + middle.name().zh() + "测地距离" + within + "以内的要素；两者精度之和大于该距离与实测之差、或精度未注明的，为不确定。",
                "The features within " + within + " of " + middle.name().en() + " by geodesic distance as of " + date
                        + "; uncertain where that distance and the measured one differ by less than the accuracies of both, or where"
                        + " nobody states them.");
    }
}
