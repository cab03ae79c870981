package org.tongcheng.web.ogc;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.catalog.InvalidProperties;
import org.tongcheng.catalog.PropertyFault;
import org.tongcheng.catalog.ReferenceCheck;
import org.tongcheng.exchange.EntryOptions;
import org.tongcheng.exchange.GeoJsonReader;
import org.tongcheng.geometry.Crs;
import org.tongcheng.geometry.Datum;
import org.tongcheng.geometry.Repair;
import org.tongcheng.web.Members;
import org.tongcheng.web.Parameters;
import org.tongcheng.web.problem.Problem;
import org.tongcheng.web.problem.Refusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A feature as a request brings it: GeoJSON in the system of {@code Content-Crs} or in a {@code datum}, or a patch of one. */
final class FeatureBody {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern BRACKETED = Pattern.compile("<([^<>]*)>");

    private final CollectionDeclaration collection;
    private final EntryOptions options;

    private FeatureBody(CollectionDeclaration collection, EntryOptions options) {
        this.collection = collection;
        this.options = options;
    }

    /** A feature fit for the store, and its area before and after the repair; both the same where nothing had to be mended. */
    record Taken(Feature feature, double areaBeforeKm2, double areaAfterKm2) {}

    static FeatureBody of(HttpServletRequest request, CollectionDeclaration collection, Parameters given) {
        Datum datum = CoordinateFrame.datum(given);
        Optional<String> header = Optional.ofNullable(request.getHeader("Content-Crs"));
        if (datum != Datum.WGS84) {
            header.ifPresent(text -> CoordinateFrame.refuseBoth("Content-Crs", text, datum));
        }
        Crs crs = header.map(FeatureBody::crs).orElse(Crs.CRS84);
        return new FeatureBody(collection, EntryOptions.ofRequest(given.flag("repair"), crs, datum));
    }

    boolean repairs() {
        return options.repair();
    }

    Taken read(byte[] body) {
        GeoJsonReader.Read read = new GeoJsonReader(collection, options).read(new ByteArrayInputStream(body));
        Geometry geometry = read.feature().geometry();
        if (!repairs() || geometry == null) {
            return new Taken(read.feature(), 0, 0);
        }
        Repair.Repaired repaired = read.repaired() == null ? Repair.repair(geometry) : read.repaired();
        return new Taken(read.feature(), repaired.areaBeforeKm2(), repaired.areaAfterKm2());
    }

    /** The feature with a merge patch applied: null removes, a geometry is replaced whole, the id stays. */
    Feature patched(Feature current, JsonNode patch) {
        if (!patch.isObject()) {
            throw new Refusal(Problem.of(422, "a merge patch of a feature is a JSON object").with("parameter", "body"));
        }
        JsonNode id = patch.get("id");
        if (id != null && !id.asString("").equals(current.id())) {
            throw otherId(id.isNull() ? "null" : id.asString(id.toString()), current.id());
        }
        JsonNode type = patch.get("type");
        if (type != null && !"Feature".equals(type.asString(""))) {
            throw new Refusal(Problem.at(422, "type", type.toString(), "Feature", "a feature stays one"));
        }
        JsonNode properties = JSON.valueToTree(current.properties());
        if (patch.has("properties")) {
            properties = MergePatch.apply(properties, patch.get("properties"));
        }
        Map<String, Object> merged = Members.of("type", "Feature", "id", current.id(), "properties", properties);
        merged.put("geometry", patch.get("geometry"));
        Feature feature = read(JSON.writeValueAsBytes(merged)).feature();
        return patch.has("geometry") ? feature : new Feature(current.id(), current.geometry(), feature.properties());
    }

    /** The feature under the id of its address; refuses another one in the body. */
    static Feature named(Feature feature, String id) {
        if (feature.id() != null && !feature.id().equals(id)) {
            throw otherId(feature.id(), id);
        }
        return new Feature(id, feature.geometry(), feature.properties());
    }

    static void requireReferences(FeatureStore store, CollectionDeclaration collection, Feature feature) {
        List<PropertyFault> faults = ReferenceCheck.in(store).check(collection, feature);
        if (!faults.isEmpty()) {
            throw new InvalidProperties(faults);
        }
    }

    private static Refusal otherId(String given, String id) {
        return new Refusal(Problem.at(422, "id", given, id, "a feature keeps the id of its address"));
    }

    private static Crs crs(String header) {
        Matcher bracketed = BRACKETED.matcher(header.strip());
        return CoordinateFrame.crs("Content-Crs", bracketed.matches() ? bracketed.group(1) : header.strip());
    }
}
