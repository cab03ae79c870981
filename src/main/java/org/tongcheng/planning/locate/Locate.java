package org.tongcheng.planning.locate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.index.strtree.STRtree;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.AnswerFeature;
import org.tongcheng.planning.AnswerHeader;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.Form;
import org.tongcheng.planning.Origin;
import org.tongcheng.planning.Origins;
import org.tongcheng.planning.Parameter;
import org.tongcheng.planning.Place;
import org.tongcheng.planning.PlanningQuestion;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.StreetsUsed;
import org.tongcheng.planning.Used;
import org.tongcheng.planning.Values;

/** Which unit, park, district or grid cell answers for a place? */
public final class Locate implements PlanningQuestion {

    static final Parameter<Place> POINT = Parameter.list("point", Form.PLACE, 1000,
            "The places, each a point, or a feature by the point that stands for it.");

    static final Parameter<String> COLLECTIONS = Parameter.several("collections", Form.ID_LIST, 50, List.of(),
            "The collections to look through; every one that may hold areas where none is named.");

    /** Outlines farther off than this are not looked at, however little is known of them. */
    static final double FARTHEST_METRES = 10_000;

    /** For so many places a collection is read at once. */
    private static final int POINTS_AT_ONCE = 50;

    private static final GeometryFactory FACTORY = new GeometryFactory();

    @Override
    public String name() {
        return "locate";
    }

    @Override
    public Text title() {
        return new Text("所在何处", "What holds a place");
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(POINT, COLLECTIONS);
    }

    @Override
    public Answer answer(Asked asked, Records records) {
        List<String> collections = records.collections(COLLECTIONS, asked.all(COLLECTIONS), Locate::mayHold, "holds no areas");
        List<String> warnings = new ArrayList<>();
        Used.Gathering used = new Used.Gathering();
        Origins resolved = new Origins(records, asked.circumstances().asOf(), POINT.name(), used, warnings);
        List<Place> places = asked.all(POINT);
        List<String> given = asked.canonical().get(POINT.name());
        List<Origin> origins = IntStream.range(0, places.size()).mapToObj(i -> resolved.of(places.get(i), given.get(i))).toList();
        Map<String, AnswerFeature> drawn = new LinkedHashMap<>();
        List<LocateAnswer.Located> located = new ArrayList<>();
        origins.forEach(origin -> origin.points().forEach(point ->
                located.add(new LocateAnswer.Located(origin.place(), origin.name(), point.at(), point.rule(), new ArrayList<>()))));
        for (int first = 0; first < located.size(); first += POINTS_AT_ONCE) {
            List<LocateAnswer.Located> some = located.subList(first, Math.min(first + POINTS_AT_ONCE, located.size()));
            for (String collection : collections) {
                STRtree near = near(collection, some, asked, records);
                some.forEach(place -> place.heldBy().addAll(holding(collection, place.at(), near, used, drawn)));
            }
        }
        AnswerHeader header = new AnswerHeader(asked.circumstances().asOf().date(), asked.circumstances().asOf().scenario().label(), null,
                definition(asked), StreetsUsed.NONE, used.used(asked.circumstances().explain()), List.of(), warnings);
        return new LocateAnswer(header, collections, located, List.copyOf(drawn.values()));
    }

    private static boolean mayHold(GeometryKind kind) {
        return kind == GeometryKind.POLYGON || kind == GeometryKind.MULTI_POLYGON || kind == GeometryKind.ANY;
    }

    /** What stands near any of the places. */
    private static STRtree near(String collection, List<LocateAnswer.Located> places, Asked asked, Records records) {
        STRtree tree = new STRtree();
        List<Envelope> boxes = places.stream().map(place -> new Envelope(place.at())).toList();
        for (StoredFeature stored : records.around(collection, boxes, FARTHEST_METRES, asked.circumstances().asOf())) {
            tree.insert(stored.feature().geometry().getEnvelopeInternal(), stored);
        }
        tree.build();
        return tree;
    }

    @SuppressWarnings("unchecked")
    private static List<Holding> holding(
            String collection, Coordinate at, STRtree near, Used.Gathering used, Map<String, AnswerFeature> drawn) {
        record Found(Holding holding, double area) {}
        List<Found> found = new ArrayList<>();
        for (StoredFeature stored : (List<StoredFeature>) near.query(Geodesy.around(new Envelope(at), FARTHEST_METRES))) {
            Geometry geometry = stored.feature().geometry();
            Optional<Holding> held = geometry instanceof Polygonal ? hold(collection, stored, FACTORY.createPoint(at)) : Optional.empty();
            held.ifPresent(holding -> {
                used.add(collection, stored.feature().id(), stored.revision());
                drawn.putIfAbsent(holding.feature(), new AnswerFeature(holding.feature(), geometry, holding));
                found.add(new Found(holding, geometry.getArea()));
            });
        }
        return found.stream()
                .sorted(Comparator.comparing((Found f) -> f.holding().holds()).reversed().thenComparingDouble(Found::area)
                        .thenComparing(f -> f.holding().feature()))
                .map(Found::holding).toList();
    }

    /** Empty where the place surely lies outside. */
    private static Optional<Holding> hold(String collection, StoredFeature stored, Point place) {
        Geometry geometry = stored.feature().geometry();
        boolean inside = geometry.covers(place);
        double metres = Geodesy.distanceMetres(place, geometry.getBoundary());
        Values values = new Values(stored.feature());
        Double accuracy = values.accuracyM();
        if (!inside && (accuracy == null || metres > Math.min(accuracy, FARTHEST_METRES))) {
            return Optional.empty();
        }
        boolean sure = inside && accuracy != null && metres > accuracy;
        return Optional.of(new Holding(collection, collection + "/" + stored.feature().id(), values.name(),
                sure ? Holding.YES : Holding.UNCERTAIN, Math.round(inside ? metres : -metres), accuracy, values.text("method")));
    }

    private static Text definition(Asked asked) {
        String date = asked.circumstances().asOf().date().toString();
        return new Text(
                "截至" + date + "，轮廓包含所问地点的要素；地点距轮廓的测地距离不大于轮廓精度、或精度未注明的，为不确定。",
                "The features whose outline holds the place as of " + date + "; uncertain where the border is, by geodesic distance, no"
                        + " farther than the outline is accurate, or where nobody states how accurate it is.");
    }
}
