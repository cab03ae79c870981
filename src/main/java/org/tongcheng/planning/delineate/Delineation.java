package org.tongcheng.planning.delineate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygonal;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.network.Network;
import org.tongcheng.network.Networks;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.AnswerFeature;
import org.tongcheng.planning.AnswerHeader;
import org.tongcheng.planning.AnswerNumbers;
import org.tongcheng.planning.Area;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.Circumstances;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.FeatureRef;
import org.tongcheng.planning.Origin;
import org.tongcheng.planning.Origins;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.Travel;
import org.tongcheng.planning.Unit;
import org.tongcheng.planning.Used;
import org.tongcheng.planning.Values;

/** Reads every tile and puts what passes beside what is declared. Of one thread. */
final class Delineation {

    private final Networks networks;
    private final Records records;
    private final Asked asked;
    private final Used.Gathering used;
    private final List<String> warnings;

    Delineation(Networks networks, Records records, Asked asked, Used.Gathering used, List<String> warnings) {
        this.networks = networks;
        this.records = records;
        this.asked = asked;
        this.used = used;
        this.warnings = warnings;
    }

    /** @param collection of flows; null where time decides */
    Answer of(StoredFeature stored, List<Area> areas, CollectionDeclaration collection) {
        Circumstances c = asked.circumstances();
        Unit core = records.findUnit(stored.feature().id()).orElseThrow();
        Origin origin = new Origins(records, c.asOf(), Delineate.CORE.name(), used, warnings)
                .of(new FeatureRef(Collections.UNITS, core.adcode()), stored);
        Travel travel = new Travel(networks, records, c, warnings);
        travel.warnOfRecords();
        Network network = travel.network(c.asOf());
        travel.warnOfIdle(network);
        network.corridors().forEach(corridor -> records.corridors().use(corridor, used));
        Flows flows = collection == null ? null : Flows.to(core, collection, records, c.asOf(), used, warnings);
        Coordinate seat = origin.points().get(0).at();
        Seconds seconds = new Seconds(network, travel.footholds(origin, network, Delineate.CORE.name()), core, seat);
        Set<String> ridden = seconds.corridors(asked.get(Delineate.MINUTES));
        network.corridors().stream().filter(corridor -> ridden.contains(corridor.id())).forEach(travel::warnOfDates);
        List<Unit> tiles = tiles();
        Map<String, Reading> readings = new LinkedHashMap<>();
        tiles.forEach(tile -> readings.put(tile.adcode(), reading(tile, core, seconds, flows)));
        String first = first(readings, seat);
        List<Declared> declared = areas.stream().map(area -> Declared.of(area, tiles, records, warnings)).toList();
        Neighbours neighbours = asked.get(Delineate.CONTIGUOUS) ? new Neighbours(tiles) : null;
        List<Threshold> thresholds = Delineate.thresholds(asked, flows != null);
        List<Outcome> outcomes = thresholds.stream().map(t -> Outcome.of(t, readings, first, neighbours, declared)).toList();
        List<AnswerFeature> features = features(thresholds.get(0), readings, outcomes, declared);
        List<Reading> shown = features.stream().map(f -> readings.get(f.id())).toList();
        shown.forEach(r -> used.add(Collections.UNITS, r.adcode(), r.tile().revision()));
        Notes.warn(shown, outcomes.get(0).measured(), asked.get(Delineate.LEVEL).equals(Delineate.COUNTY), warnings);
        AnswerHeader header = new AnswerHeader(c.asOf().date(), c.asOf().scenario().label(), c.profile(),
                Notes.definition(asked, thresholds.get(0), core, network, flows), Travel.streets(network), used.used(c.explain()),
                Travel.assumed(network), warnings.stream().distinct().toList());
        return new DelineateAnswer(header, Notes.title(thresholds.get(0)), origin.standing(network), flows == null ? "travel-time" : "commuting-rate",
                asked.get(Delineate.LEVEL), asked.get(Delineate.CONTIGUOUS),
                flows == null ? null : new DelineateAnswer.FlowsUsed(flows.collection(), flows.year(), flows.rates().size()),
                outcomes.get(0), outcomes.subList(1, outcomes.size()), features.stream()
                        .map(f -> new AnswerFeature(Collections.UNITS + "/" + f.id(), f.geometry(), f.properties())).toList());
    }

    /** Those with land; every place once. */
    private List<Unit> tiles() {
        List<Unit> all = asked.get(Delineate.LEVEL).equals(Delineate.COUNTY) ? records.finestTiling()
                : records.units().stream().filter(unit -> !Unit.COUNTY.equals(unit.level())
                        || unit.parent() == null || records.findUnit(unit.parent()).isEmpty()).toList();
        return all.stream().filter(unit -> unit.geometry() instanceof Polygonal && !unit.geometry().isEmpty() && isLocatable(unit))
                .sorted(Comparator.comparing(Unit::adcode)).toList();
    }

    private boolean isLocatable(Unit unit) {
        return records.find(new FeatureRef(Collections.UNITS, unit.adcode())).filter(f -> new Values(f.feature()).isLocatable()).isPresent();
    }

    private Reading reading(Unit tile, Unit core, Seconds seconds, Flows flows) {
        FeatureRef ref = new FeatureRef(Collections.UNITS, tile.adcode());
        Origin.Point point = new Origins(records, asked.circumstances().asOf(), Delineate.CORE.name(), new Used.Gathering(), new ArrayList<>())
                .of(ref, records.find(ref).orElseThrow()).points().get(0);
        boolean isCore = tile.adcode().equals(core.adcode()) || core.adcode().equals(tile.parent()) || tile.adcode().equals(core.parent());
        return new Reading(tile, AnswerNumbers.km2(Geodesy.areaSquareMetres(tile.geometry())), point, seconds.joins(point), seconds.to(point),
                tile.adcode().equals(core.adcode()) ? Integer.valueOf(0) : seconds.error(tile, point), flows == null ? null : flows.of(tile, records, warnings), isCore);
    }

    /** The tile that holds the core's seat; where it stands on no land, the core's that is soonest reached. */
    private static String first(Map<String, Reading> readings, Coordinate seat) {
        Point point = new GeometryFactory().createPoint(seat);
        Comparator<Reading> soonest = Comparator.comparing(Reading::core).reversed()
                .thenComparing(Reading::seconds, Comparator.nullsLast(Comparator.naturalOrder()));
        return readings.values().stream().filter(r -> r.tile().geometry().covers(point)).min(soonest)
                .or(() -> readings.values().stream().min(soonest)).orElseThrow().adcode();
    }

    private List<AnswerFeature> features(Threshold threshold, Map<String, Reading> readings, List<Outcome> outcomes, List<Declared> declared) {
        Set<String> measured = Set.copyOf(outcomes.get(0).measured().units());
        Set<String> shown = new HashSet<>();
        outcomes.forEach(outcome -> shown.addAll(outcome.possible().units()));
        outcomes.forEach(outcome -> shown.addAll(outcome.measured().units()));
        declared.forEach(area -> shown.addAll(area.shares().keySet()));
        readings.values().stream().filter(threshold::passes).forEach(r -> shown.add(r.adcode()));
        List<String> order = List.of(UnitRow.IN_BOTH, UnitRow.ONLY_MEASURED, UnitRow.ONLY_DECLARED, UnitRow.NEITHER);
        return readings.values().stream().filter(r -> shown.contains(r.adcode()))
                .map(r -> new AnswerFeature(r.adcode(), r.tile().geometry(), row(r, threshold, measured, declared)))
                .sorted(Comparator.comparing((AnswerFeature f) -> order.indexOf(((UnitRow) f.properties()).set()))
                        .thenComparing(f -> ((UnitRow) f.properties()).commutingRate(), Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(f -> ((UnitRow) f.properties()).seconds(), Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(AnswerFeature::id))
                .toList();
    }

    private UnitRow row(Reading r, Threshold threshold, Set<String> measured, List<Declared> declared) {
        List<UnitRow.In> in = declared.stream().filter(area -> area.shares().containsKey(r.adcode()))
                .map(area -> new UnitRow.In(area.area().id(), AnswerNumbers.rounded(area.shares().get(r.adcode()), 6))).toList();
        boolean isMeasured = measured.contains(r.adcode());
        String set = isMeasured ? in.isEmpty() ? UnitRow.ONLY_MEASURED : UnitRow.IN_BOTH : in.isEmpty() ? UnitRow.NEITHER : UnitRow.ONLY_DECLARED;
        Boolean contiguous = asked.get(Delineate.CONTIGUOUS) && (threshold.passes(r) || isMeasured) ? Boolean.valueOf(isMeasured) : null;
        Flows.Rate rate = r.rate();
        return new UnitRow(Collections.UNITS + "/" + r.adcode(), r.tile().name(), r.tile().level(), set, in, threshold.judge(r), contiguous,
                r.core(), r.seconds(), r.errorSeconds(), threshold instanceof Threshold.Minutes m ? m.margin(r) : null,
                rate == null ? null : Double.valueOf(AnswerNumbers.rounded(rate.share(), 6)), threshold instanceof Threshold.Commuting c ? c.margin(r) : null,
                rate == null ? null : Double.valueOf(rate.commuters()), rate == null ? null : Double.valueOf(rate.residentWorkers()),
                r.areaKm2(), r.tile().population(), r.point().at(), r.point().rule(), r.tile().seatAccuracyM(), r.tile().method());
    }
}
