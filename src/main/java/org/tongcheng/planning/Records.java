package org.tongcheng.planning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.Page;
import org.tongcheng.catalog.Query;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.geometry.Geodesy;

/**
 * The features as they stood at one moment, whole collections at a time, typed where a question gives them a meaning.
 * Collections are read when first asked for and stay as they were at {@link #moment()} whatever is written meanwhile.
 *
 * <p>Threads: safe for many. Got from {@link PlanningFeatures}.
 */
public final class Records {

    private final Instant moment;
    private final List<CollectionDeclaration> collections;
    private final Function<String, List<StoredFeature>> reading;
    private final BiFunction<FeatureRef, Instant, Optional<StoredFeature>> finding;
    private final Querying querying;
    private final Map<String, Map<String, StoredFeature>> loaded = new ConcurrentHashMap<>();
    private final Map<String, Outline> outlines = new ConcurrentHashMap<>();
    private volatile Map<String, Unit> units;
    private volatile Map<String, Area> areas;
    private volatile CorridorRecords corridors;

    /** Reads of a user's collection what matches, in the store's order and not more than so many. */
    interface Querying {
        List<StoredFeature> read(String collection, Query query, int most);
    }

    Records(
            Instant moment,
            List<CollectionDeclaration> collections,
            Function<String, List<StoredFeature>> reading,
            BiFunction<FeatureRef, Instant, Optional<StoredFeature>> finding,
            Querying querying) {
        this.moment = moment;
        this.collections = List.copyOf(collections);
        this.reading = reading;
        this.finding = finding;
        this.querying = querying;
    }

    /** The moment whose records these are; reading as of it later gives the same. */
    public Instant moment() {
        return moment;
    }

    /** The collections there are, built-in and users' own. */
    public List<CollectionDeclaration> collections() {
        return collections;
    }

    public boolean hasCollection(String id) {
        return collections.stream().anyMatch(c -> c.id().equals(id));
    }

    /** Whether no feature of any collection, built-in or a user's own, is on record; also where the collection is not there. */
    public boolean isEmpty(String collection) {
        if (!hasCollection(collection)) {
            return true;
        }
        return Collections.ALL.contains(collection) ? byId(collection).isEmpty() : querying.read(collection, Query.ALL, 1).isEmpty();
    }

    /** All features of a built-in collection in the store's order; empty where the collection is not there. */
    public List<StoredFeature> features(String collection) {
        return List.copyOf(byId(collection).values());
    }

    /** A feature of any collection; empty where the collection or the feature is not there. */
    public Optional<StoredFeature> find(FeatureRef feature) {
        if (!hasCollection(feature.collection())) {
            return Optional.empty();
        }
        return Collections.ALL.contains(feature.collection())
                ? Optional.ofNullable(byId(feature.collection()).get(feature.id()))
                : finding.apply(feature, moment);
    }

    /**
     * The features of any collection that exist then, whose place is known, and whose box lies within so many metres of another
     * box, and perhaps some more; empty where the collection is not there. Of users' collections only what lies there is read.
     *
     * @param middle longitude, latitude in degrees, off the poles
     */
    public List<StoredFeature> around(String collection, Envelope middle, double metres, AsOf asOf) {
        return around(collection, List.of(middle), metres, asOf);
    }

    /** The same of several boxes, each feature once, read at once. */
    public List<StoredFeature> around(String collection, List<Envelope> middles, double metres, AsOf asOf) {
        GeometryFactory factory = new GeometryFactory();
        List<Geometry> boxes = middles.stream().map(middle -> factory.toGeometry(Geodesy.around(middle, metres))).toList();
        return matching(collection, Query.ALL.withAreas(boxes)).stream()
                .filter(f -> !f.feature().geometry().isEmpty() && f.existence().existsAt(asOf) && new Values(f.feature()).isLocatable())
                .toList();
    }

    /**
     * The features of any collection whose property has this value; empty where the collection is not there. Of users'
     * collections only these are read.
     */
    public List<StoredFeature> whose(String collection, String property, Object value) {
        return matching(collection, Query.ALL.withEqual(Map.of(property, value)));
    }

    private List<StoredFeature> matching(String collection, Query query) {
        if (!hasCollection(collection)) {
            return List.of();
        }
        return Collections.ALL.contains(collection) ? matching(features(collection), query) : querying.read(collection, query, Page.EVERYTHING);
    }

    /** Those whose box meets one of the query's areas, if it has any, and whose properties are equal to its values. */
    static List<StoredFeature> matching(List<StoredFeature> features, Query query) {
        return features.stream().filter(f -> meets(f.feature().geometry(), query.areas()))
                .filter(f -> query.equal().entrySet().stream().allMatch(e -> e.getValue().equals(f.feature().value(e.getKey()))))
                .toList();
    }

    private static boolean meets(Geometry geometry, List<Geometry> areas) {
        return areas.isEmpty() || geometry != null
                && areas.stream().anyMatch(a -> a.getEnvelopeInternal().intersects(geometry.getEnvelopeInternal()));
    }

    /** A feature that was asked about; throws {@link BadParameter} that says whether the collection or the feature is not there. */
    public StoredFeature get(FeatureRef feature, String parameter, Form<?> form) {
        return find(feature).orElseThrow(() -> new BadParameter(parameter, feature.toString(), form.allowed(),
                hasCollection(feature.collection())
                        ? "there is no feature '" + feature.id() + "' in '" + feature.collection() + "'"
                        : "there is no collection '" + feature.collection() + "'"));
    }

    /**
     * The collections named, or all that fit where none is named; throws {@link BadParameter} where one is not there or does not fit.
     *
     * @param fits which kinds of geometry can be asked about
     * @param lack what is said of a collection of another kind
     */
    public List<String> collections(Parameter<String> parameter, List<String> named, Predicate<GeometryKind> fits, String lack) {
        List<String> fitting = collections.stream().filter(c -> fits.test(c.geometry())).map(CollectionDeclaration::id).toList();
        for (String id : named) {
            if (!fitting.contains(id)) {
                String which = parameter.most() == 1 ? "one of " : "of ";
                throw new BadParameter(parameter.name(), id, which + String.join(", ", fitting),
                        hasCollection(id) ? "'" + id + "' " + lack : "there is no collection '" + id + "'");
            }
        }
        return named.isEmpty() ? fitting : named;
    }

    public List<Unit> units() {
        return List.copyOf(unitsByAdcode().values());
    }

    public Optional<Unit> findUnit(String adcode) {
        return Optional.ofNullable(unitsByAdcode().get(adcode));
    }

    public List<Area> areas() {
        return List.copyOf(areasById().values());
    }

    /** The area asked about, which has an outline; throws {@link BadParameter} where it is not there or has none. */
    public Area areaWithOutline(Asked asked, Parameter<String> parameter) {
        String id = asked.get(parameter);
        Area area = area(id, parameter);
        Geometry outline = outline(area).geometry();
        if (outline == null || outline.isEmpty()) {
            throw new BadParameter(parameter.name(), id, "an area with an outline", "'" + id + "' has no outline");
        }
        return area;
    }

    /** The area asked about; throws {@link BadParameter} where it is not there. */
    public Area area(String id, Parameter<String> parameter) {
        return findArea(id).orElseThrow(() -> new BadParameter(parameter.name(), id, parameter.form().allowed(), "there is no area '" + id + "'"));
    }

    public Optional<Area> findArea(String id) {
        return Optional.ofNullable(areasById().get(id));
    }

    /** The corridors with their stops, made travelable once. */
    public CorridorRecords corridors() {
        if (corridors == null) {
            corridors = CorridorRecords.of(features(Collections.CORRIDORS), features(Collections.STOPS));
        }
        return corridors;
    }

    public Optional<StoredFeature> findCorridor(String id) {
        return Optional.ofNullable(byId(Collections.CORRIDORS).get(id));
    }

    /**
     * The units that tile the land most finely, each place once: the counties of a partitioned prefecture, every other
     * prefecture and county-direct unit itself, and a county whose prefecture is not in the records.
     */
    public List<Unit> finestTiling() {
        return units().stream().filter(this::tiles).toList();
    }

    /** The area's land, its members united; kept. */
    public Outline outline(Area area) {
        return outlines.computeIfAbsent(area.id(), id -> unite(area));
    }

    private boolean tiles(Unit unit) {
        if (!Unit.COUNTY.equals(unit.level())) {
            return !unit.partitioned();
        }
        return unit.parent() == null || findUnit(unit.parent()).map(Unit::partitioned).orElse(true);
    }

    private Outline unite(Area area) {
        List<Unit> united = new ArrayList<>();
        List<Member> missing = new ArrayList<>();
        for (Member member : area.members()) {
            Optional<Unit> unit = findUnit(member.adcode()).filter(u -> u.geometry() != null);
            if (unit.isEmpty()) {
                missing.add(member);
            } else if (member.containedIn() == null || findUnit(member.containedIn()).isEmpty()) {
                united.add(unit.get());
            }
        }
        if (united.isEmpty()) {
            return new Outline(area.geometry(), List.of(), missing);
        }
        List<Geometry> geometries = united.stream().map(Unit::geometry).toList();
        return new Outline(OverlayNGRobust.union(geometries), united, missing);
    }

    private Map<String, StoredFeature> byId(String collection) {
        if (!hasCollection(collection)) {
            return Map.of();
        }
        return loaded.computeIfAbsent(collection, c -> index(reading.apply(c), f -> f.feature().id()));
    }

    private Map<String, Unit> unitsByAdcode() {
        if (units == null) {
            units = index(features(Collections.UNITS).stream().map(Unit::of).toList(), Unit::adcode);
        }
        return units;
    }

    private Map<String, Area> areasById() {
        if (areas == null) {
            areas = index(features(Collections.AREAS).stream().map(Area::of).toList(), Area::id);
        }
        return areas;
    }

    private static <T> Map<String, T> index(List<T> things, Function<T, String> id) {
        return things.stream().collect(Collectors.toMap(id, t -> t, (a, b) -> b, LinkedHashMap::new));
    }
}
