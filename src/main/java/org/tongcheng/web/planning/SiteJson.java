package org.tongcheng.web.planning;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.Text;
import org.tongcheng.exchange.EntryOptions;
import org.tongcheng.exchange.GeoJsonRows;
import org.tongcheng.exchange.GeometryEntry;
import org.tongcheng.exchange.InvalidFeature;
import org.tongcheng.exchange.MalformedInput;
import org.tongcheng.exchange.RawFeature;
import org.tongcheng.exchange.SourceRow;
import org.tongcheng.geometry.InvalidGeometry;
import org.tongcheng.planning.BadParameter;
import org.tongcheng.planning.Form;
import org.tongcheng.planning.ProposedSite;
import org.tongcheng.planning.ProposedSites;
import org.tongcheng.planning.Values;

/**
 * Sites as GeoJSON: one Feature or a FeatureCollection, Point, Polygon or MultiPolygon. The property {@code kind} must be there;
 * {@code name_zh}, {@code name_en} or {@code name}, {@code accuracy_m} and {@code host_unit_adcode} may be; others are passed over. A
 * feature without an id is called by its number. Threads: immutable.
 */
public final class SiteJson {

    private static final String NAME = "site";
    private static final String KIND = "kind";
    private static final String ACCURACY = "accuracy_m";
    private static final String HOST = "host_unit_adcode";

    private final Set<String> kinds;

    private SiteJson(Collection<String> kinds) {
        this.kinds = new TreeSet<>(kinds);
    }

    /** @param kinds ids of the kinds that there are; another is refused */
    public static Form<ProposedSites> form(Collection<String> kinds) {
        return new Form<>(new SiteJson(kinds)::read, SiteJson::write,
                "a GeoJSON Feature (Point, Polygon or MultiPolygon) with a kind, or a FeatureCollection of up to " + ProposedSites.MOST, List.of(),
                Form.OBJECT, false);
    }

    /** Throws {@link BadParameter} that names the feature, the place and what is wrong. */
    private ProposedSites read(String text) {
        List<ProposedSite> sites = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        boolean several = isCollection(text);
        try (GeoJsonRows rows = new GeoJsonRows(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), false)) {
            for (SourceRow row = rows.next(); row != null; row = rows.next()) {
                if (sites.size() == ProposedSites.MOST) {
                    throw bad(null, "at most " + ProposedSites.MOST + " sites", "more than " + ProposedSites.MOST + " sites are given");
                }
                sites.add(site(row, several ? "/features/" + (row.row() - 1) : "", ids));
            }
        } catch (InvalidFeature e) {
            throw bad(null, "a GeoJSON Feature or FeatureCollection", e.getMessage());
        } catch (MalformedInput e) {
            throw bad(null, "GeoJSON", e.getMessage());
        }
        if (sites.isEmpty()) {
            throw bad(null, "at least one site", "the collection holds no site");
        }
        if (!several && sites.size() > 1) {
            throw bad(null, "one Feature or a FeatureCollection", "something follows the feature");
        }
        return new ProposedSites(sites, !several);
    }

    private static boolean isCollection(String text) {
        return "FeatureCollection".equals(QuestionJson.typeOf(text));
    }

    private ProposedSite site(SourceRow row, String pointer, Set<String> ids) {
        if (row.feature() == null) {
            throw bad(null, "GeoJSON Features", row.reason());
        }
        RawFeature raw = row.feature();
        String id = raw.id() == null ? String.valueOf(row.row()) : raw.id();
        if (!ProposedSite.ID.matcher(id).matches()) {
            throw bad(id, "an id without blanks, commas and control characters", pointer + "/id: this is no id");
        }
        if (!ids.add(id)) {
            throw bad(id, "ids that differ", pointer + "/id: two sites are called '" + id + "'");
        }
        Text name = new Values(raw.properties(), id).name();
        return new ProposedSite(id, name, kind(raw, pointer), geometry(raw, pointer, id), accuracy(raw, pointer), host(raw, pointer));
    }

    private String kind(RawFeature raw, String pointer) {
        Object kind = raw.properties().get(KIND);
        if (!(kind instanceof String word) || !kinds.contains(word)) {
            String given = kind == null ? null : kind.toString();
            throw bad(given, String.join(", ", kinds), pointer + "/properties/kind: " + (kind == null ? "a site needs a kind" : "there is no such kind"));
        }
        return word;
    }

    private static Geometry geometry(RawFeature raw, String pointer, String id) {
        String place = pointer + "/geometry: ";
        if (raw.geometry() == null) {
            throw bad(id, "a Point, Polygon or MultiPolygon", place + "a site has a geometry");
        }
        if (!ProposedSite.TYPES.contains(raw.geometry().type())) {
            throw bad(raw.geometry().type(), "a Point, Polygon or MultiPolygon", place + "a site is a point or a polygon");
        }
        try {
            Geometry geometry = new GeometryEntry(GeometryKind.ANY, EntryOptions.LON_LAT).admit(raw.geometry()).geometry();
            Envelope box = geometry.getEnvelopeInternal();
            if (Math.max(box.getWidth(), box.getHeight()) > ProposedSite.MOST_DEGREES) {
                throw bad(id, "a site at most 1° wide and high", place + "this is a region, not a site");
            }
            return geometry;
        } catch (InvalidGeometry e) {
            throw bad(id, "a valid geometry in longitude, latitude", place + e.fault().message());
        }
    }

    private static Double accuracy(RawFeature raw, String pointer) {
        Object value = raw.properties().get(ACCURACY);
        if (value == null) {
            return null;
        }
        double metres = value instanceof Number number ? number.doubleValue() : Double.NaN;
        if (!(metres >= 0 && metres <= ProposedSite.MOST_ACCURACY_M)) {
            throw bad(value.toString(), "metres from 0 to 100000", pointer + "/properties/" + ACCURACY + ": this is no such number");
        }
        return metres;
    }

    private static String host(RawFeature raw, String pointer) {
        Object value = raw.properties().get(HOST);
        if (value == null) {
            return null;
        }
        if (!value.toString().matches("[0-9A-Za-z-]{1,20}")) {
            throw bad(value.toString(), "the code of an administrative unit", pointer + "/properties/" + HOST + ": this is none");
        }
        return value.toString();
    }

    /** As {@link #read} reads it the same. */
    private static String write(ProposedSites sites) {
        List<Map<String, Object>> features = sites.sites().stream().map(SiteJson::feature).toList();
        Map<String, Object> collection = new LinkedHashMap<>();
        collection.put("type", "FeatureCollection");
        collection.put("features", features);
        return new String(AnswerJson.write(sites.single() ? features.get(0) : collection), StandardCharsets.UTF_8);
    }

    private static Map<String, Object> feature(ProposedSite site) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("name_zh", site.name().zh());
        properties.put("name_en", site.name().en());
        properties.put(KIND, site.kind());
        if (site.accuracyM() != null) {
            properties.put(ACCURACY, site.accuracyM());
        }
        if (site.host() != null) {
            properties.put(HOST, site.host());
        }
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        feature.put("id", site.id());
        feature.put("properties", properties);
        feature.put("geometry", site.geometry());
        return feature;
    }

    private static BadParameter bad(String value, String allowed, String reason) {
        return new BadParameter(NAME, value, allowed, reason);
    }
}
