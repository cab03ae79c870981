package org.tongcheng.planning.delineate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Datum;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.AnswerFeature;
import org.tongcheng.planning.AnswerHeader;
import org.tongcheng.planning.AnswerNumbers;
import org.tongcheng.planning.Origin;
import org.tongcheng.planning.Table;

/**
 * What is measured around a core beside what is declared.
 *
 * @param title      what it may be called
 * @param core       with the point used
 * @param basis      travel-time or commuting-rate
 * @param level      county or prefecture
 * @param contiguous whether only units count that hang together with the core
 * @param flows      where commuters come from; null where time decides
 * @param body       at the threshold asked about
 * @param alsoAt     at the usual other thresholds
 * @param features   each unit that any of them measures or an area declares, with its {@link UnitRow}
 */
record DelineateAnswer(AnswerHeader header, Text title, Origin core, String basis, String level, boolean contiguous, FlowsUsed flows,
        Outcome body, List<Outcome> alsoAt, List<AnswerFeature> features) implements Answer.Features {

    private static final List<String> COLUMNS = List.of("unit", "name_zh", "name_en", "level", "set", "declared_in", "within", "contiguous",
            "core", "seconds", "error_seconds", "margin_seconds", "commuting_rate", "margin_rate", "commuters", "resident_workers", "area_km2",
            "population", "lon", "lat", "rule", "seat_accuracy_m", "method");

    /**
     * @param collection id of the collection
     * @param year       the rows are of; null where they name none
     * @param origins    how many origins have a flow to the core
     */
    record FlowsUsed(String collection, Integer year, int origins) {}

    @Override
    public Text result() {
        String declared = body.declared().stream().map(b -> "；" + b.name().zh() + "所列" + size(b.declared(), true) + "中"
                + b.inBoth().units().size() + "个在内").collect(Collectors.joining());
        String beside = body.declared().stream().map(b -> "; of the " + size(b.declared(), false) + " declared by " + b.name().en() + ", "
                + b.inBoth().units().size() + " are among them").collect(Collectors.joining());
        return new Text(size(body.measured(), true) + "（确定" + body.sure().units().size() + "个，可能" + body.possible().units().size() + "个）" + declared,
                size(body.measured(), false) + " (" + body.sure().units().size() + " for sure, " + body.possible().units().size() + " possibly)"
                        + beside);
    }

    private static String size(UnitSet set, boolean chinese) {
        String km2 = AnswerNumbers.plain(Math.rint(set.areaKm2()));
        return chinese ? set.units().size() + "个单元、" + km2 + "平方公里、" + set.population() + "人"
                : set.units().size() + " units with " + km2 + " km² and " + set.population() + " people";
    }

    /** Each threshold with each area beside it. */
    @Override
    public Optional<Table> facts() {
        List<List<Object>> rows = new ArrayList<>();
        for (Outcome outcome : Stream.concat(Stream.of(body), alsoAt.stream()).toList()) {
            List<Object> measured = Arrays.asList(outcome.minutes() != null ? outcome.minutes() + " min" : outcome.commuting(),
                    outcome.measured().units().size(), outcome.sure().units().size(), outcome.possible().units().size(),
                    outcome.measured().areaKm2(), outcome.measured().population());
            if (outcome.declared().isEmpty()) {
                rows.add(Stream.concat(measured.stream(), Arrays.asList(null, null, null, null, null, null, null).stream()).toList());
            }
            outcome.declared().forEach(b -> rows.add(Stream.concat(measured.stream(), Stream.of(b.area(), b.declared().units().size(),
                    b.inBoth().units().size(), b.onlyDeclared().units().size(), b.onlyMeasured().units().size(), b.areaShareMeasured(),
                    b.populationShareMeasured())).toList()));
        }
        return Optional.of(new Table(List.of("threshold", "measured_units", "sure", "possible", "measured_km2", "measured_population", "area",
                "declared_units", "in_both", "only_declared", "only_measured", "declared_area_share_measured",
                "declared_population_share_measured"), rows));
    }

    @Override
    public Table table(Datum datum) {
        List<List<Object>> rows = new ArrayList<>();
        for (AnswerFeature feature : features) {
            UnitRow u = (UnitRow) feature.properties();
            Coordinate at = datum.fromWgs84(u.at());
            rows.add(Arrays.asList(u.feature(), u.name().zh(), u.name().en(), u.level(), u.set(),
                    u.declaredIn().stream().map(UnitRow.In::area).collect(Collectors.joining(";")), u.within(), u.contiguous(), u.core(),
                    u.seconds(), u.errorSeconds(), u.marginSeconds(), u.commutingRate(), u.marginRate(), u.commuters(), u.residentWorkers(),
                    u.areaKm2(), u.population(), at.x, at.y, u.rule(), u.seatAccuracyM(), u.method()));
        }
        return new Table(COLUMNS, rows);
    }

    @Override
    public List<Coordinate> marks() {
        return core.points().stream().map(Origin.Point::at).toList();
    }

    /** Units in both, only declared and only measured, each drawn as one. */
    @Override
    public List<AnswerFeature> drawn() {
        List<AnswerFeature> drawn = new ArrayList<>();
        Map<String, String> names = new LinkedHashMap<>();
        names.put(UnitRow.IN_BOTH, "规划所列且实测在内 in both");
        names.put(UnitRow.ONLY_DECLARED, "仅规划所列 only declared");
        names.put(UnitRow.ONLY_MEASURED, "仅实测在内 only measured");
        for (String set : names.keySet()) {
            List<Geometry> lands = features.stream().filter(f -> ((UnitRow) f.properties()).set().equals(set)).map(AnswerFeature::geometry).toList();
            if (!lands.isEmpty()) {
                drawn.add(new AnswerFeature(names.get(set), OverlayNGRobust.union(lands), set));
            }
        }
        return drawn;
    }
}
