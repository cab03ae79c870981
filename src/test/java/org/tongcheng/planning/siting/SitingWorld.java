package org.tongcheng.planning.siting;

import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.catalog.Text;
import org.tongcheng.network.corridor.LineNetworks;
import org.tongcheng.planning.EvenLand;
import org.tongcheng.planning.Form;
import org.tongcheng.planning.ProposedSite;
import org.tongcheng.planning.ProposedSites;
import org.tongcheng.planning.TestRecords;
import org.tongcheng.planning.rules.RuleNode;

/**
 * A square degree of two prefectures that meet at 119° E, rules of a test's own, and sites measured in metres east and north of the
 * middle, 118.5° E, 24.5° N.
 */
final class SitingWorld {

    static final Geodesic EARTH = new Geodesic(6_378_137, 1 / 298.257222101);
    static final double LON = 118.5;
    static final double LAT = 24.5;

    private static final String HEAD = """
            kinds:
              - {id: plant, title: {zh: 厂, en: Plant}, traits: [building]}
            layers:
              - {id: farmland, title: {zh: 农田, en: Farmland}, from: [{collection: fields}], near_m: 5000, accuracy_m: {value: 10, reason: drawn so}}
              - {id: rough, title: {zh: 粗略, en: Rough}, from: [{collection: fields}], near_m: 5000}
              - {id: marked, title: {zh: 标示, en: Marked}, from: [{collection: zones, property: kind, any: [reserve]}], near_m: 5000}
              - {id: stations, title: {zh: 站, en: Stations}, from: [{collection: stations}], near_m: 30000, accuracy_m: {value: 0, reason: exact}}
              - {id: either, title: {zh: 两处, en: Either}, from: [{collection: barracks}, {collection: stations}], near_m: 30000, accuracy_m: {value: 0, reason: exact}}
              - {id: vague, title: {zh: 粗绘, en: Vague}, from: [{collection: fields}], near_m: 5000, accuracy_m: {value: 40, reason: sketched}}
              - {id: hubs, title: {zh: 枢纽, en: Hubs}, from: [{collection: hubs}], near_m: 30000}
              - {id: some, title: {zh: 部分, en: Some}, from: [{collection: fields}], near_m: 5000, accuracy_m: {value: 10, reason: drawn so}, complete: false}
              - {id: cities, title: {zh: 市, en: Cities}, from: [{collection: administrative-units, property: level, any: [prefecture]}], near_m: 60000}
            rules:
            """;

    private final TestRecords records = new TestRecords()
            .unit("350100", TestRecords.box(118, 24, 119, 25), "level", "prefecture", "accuracy_m", 50, "name_zh", "甲")
            .unit("350200", TestRecords.box(119, 24, 120, 25), "level", "prefecture", "accuracy_m", 50, "name_zh", "乙");

    private final StringBuilder rules = new StringBuilder(HEAD);

    /** A rule for every site. */
    SitingWorld rule(String id, String test, String otherwise) {
        rules.append("  - {id: ").append(id).append(", for: [building], test: {").append(test).append("}, otherwise: ").append(otherwise)
                .append(", rests_on: law, reason: {zh: 因, en: Reason}, basis: {zh: 法, en: Law}, clause: read}\n");
        return this;
    }

    SitingWorld with(String collection, String id, String wkt, Object... properties) {
        records.with(collection, id, wkt, properties);
        return this;
    }

    SitingAnswer ask(boolean single, ProposedSite... sites) {
        SitingRules read = SitingRules.of(List.of(RuleNode.read("test.yml", new StringReader(rules.toString()))), List.of("drive"));
        Form<ProposedSites> given = new Form<>(text -> new ProposedSites(Arrays.asList(sites), single), any -> "given", "sites", List.of(), Form.OBJECT, false);
        LineNetworks networks = new LineNetworks(List.of(EvenLand.profile("drive")), EvenLand.of(records.records()));
        Siting siting = new Siting(read, networks, given);
        return (SitingAnswer) siting.answer(TestRecords.ask(siting, new TreeMap<>(Map.of("site", List.of("given")))), records.records());
    }

    Verdict verdict(ProposedSite site) {
        return ask(true, site).verdicts().get(0);
    }

    /** The first rule held against the site. */
    Check check(ProposedSite site) {
        return verdict(site).checks().get(0);
    }

    static ProposedSite site(String wkt) {
        return site(wkt, null);
    }

    static ProposedSite site(String wkt, Double accuracyM) {
        return new ProposedSite("s", Text.of("s"), "plant", TestRecords.geometry(wkt), accuracyM, null);
    }

    static double lon(double east) {
        GeodesicData there = EARTH.Direct(LAT, LON, 90, east);
        return there.lon2;
    }

    static double lat(double north) {
        return EARTH.Direct(LAT, LON, 0, north).lat2;
    }

    static String point(double east, double north) {
        return "POINT (" + lon(east) + " " + lat(north) + ")";
    }

    /** From so many metres east and north to so many. */
    static String square(double west, double south, double east, double north) {
        return TestRecords.box(lon(west), lat(south), lon(east), lat(north));
    }

    static double metres(Geometry a, Geometry b) {
        return EARTH.Inverse(a.getCoordinate().y, a.getCoordinate().x, b.getCoordinate().y, b.getCoordinate().x).s12;
    }
}
