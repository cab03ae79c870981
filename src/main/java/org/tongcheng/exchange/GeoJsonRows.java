package org.tongcheng.exchange;

import java.io.InputStream;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongcheng.geometry.Crs;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Rows of a GeoJSON file: a FeatureCollection, one Feature, or features one after another (newline-delimited). A feature that is
 * none is a bad row; the next ones are still read. A {@code crs} member of older files is heeded: one that is not in degrees
 * stops the reading unless the caller has named a system.
 */
public final class GeoJsonRows implements RowSource {

    private static final Pattern EPSG = Pattern.compile("(?i)EPSG[:/]+(?:[\\d.]*[:/]+)?(\\d{4,6})$");

    private enum State { ROOT, IN_FEATURES, BETWEEN, END }

    private final JsonParser parser;
    private final GeoJsonFeatures features;
    private final boolean systemNamed;
    private GeoJsonFeatures.Members root = new GeoJsonFeatures.Members();
    private State state = State.ROOT;
    private long row;

    /** @param systemNamed whether the caller says which system the file is in */
    public GeoJsonRows(InputStream in, boolean systemNamed) {
        try {
            parser = Json.MAPPER.createParser(in);
        } catch (JacksonException e) {
            throw Json.malformed(e);
        }
        features = new GeoJsonFeatures(parser, false);
        this.systemNamed = systemNamed;
    }

    @Override
    public SourceRow next() {
        try {
            return switch (state) {
                case ROOT -> root();
                case IN_FEATURES -> inFeatures();
                case BETWEEN -> between();
                case END -> null;
            };
        } catch (JacksonException e) {
            throw Json.malformed(e);
        }
    }

    private SourceRow root() {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new MalformedInput("not JSON: the file is empty", 1, 1);
        }
        if (first != JsonToken.START_OBJECT) {
            throw new InvalidFeature("", "a GeoJSON file is a FeatureCollection or a Feature");
        }
        return members();
    }

    /** Members of the file's object up to the features, or all where it is a feature itself. */
    private SourceRow members() {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (name.equals("features") && token == JsonToken.START_ARRAY) {
                state = State.IN_FEATURES;
                return inFeatures();
            }
            if (name.equals("crs")) {
                requireDegrees(features.value());
            } else {
                features.member(name, root);
            }
        }
        if ("FeatureCollection".equals(root.type())) {
            throw new InvalidFeature("/features", "an array of features is required");
        }
        state = State.BETWEEN;
        row++;
        return SourceRow.of(row, features.finish("", root));
    }

    private SourceRow inFeatures() {
        JsonToken token = parser.nextToken();
        if (token != JsonToken.END_ARRAY) {
            return feature(token);
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals("crs")) {
                requireDegrees(features.value());
            } else {
                features.member(name, root);
            }
        }
        if (!"FeatureCollection".equals(root.type())) {
            throw new InvalidFeature("/type", "\"FeatureCollection\" is required beside features");
        }
        if (parser.nextToken() != null) {
            throw new MalformedInput("not JSON: something follows the collection",
                    parser.currentTokenLocation().getLineNr(), parser.currentTokenLocation().getColumnNr());
        }
        state = State.END;
        return null;
    }

    private SourceRow between() {
        JsonToken token = parser.nextToken();
        if (token == null) {
            state = State.END;
            return null;
        }
        return feature(token);
    }

    private SourceRow feature(JsonToken token) {
        row++;
        if (token != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return SourceRow.bad(row, Finding.INVALID_FEATURE, "a GeoJSON Feature is an object");
        }
        int depth = parser.streamReadContext().getNestingDepth();
        try {
            return SourceRow.of(row, features.read());
        } catch (InvalidFeature e) {
            while (parser.currentToken() != null && parser.streamReadContext().getNestingDepth() >= depth) {
                parser.nextToken();
            }
            return SourceRow.bad(row, Finding.INVALID_FEATURE, e.getMessage());
        }
    }

    private void requireDegrees(Object crs) {
        String name = crs instanceof Map<?, ?> map && map.get("properties") instanceof Map<?, ?> properties
                ? String.valueOf(properties.get("name")) : "";
        Matcher epsg = EPSG.matcher(name);
        if (systemNamed || !epsg.find()) {
            return;
        }
        String code = "EPSG:" + epsg.group(1);
        if (!Crs.findByCode(code).map(Crs::inDegrees).orElse(false)) {
            throw new InvalidFeature("/crs", "the file says that it is in " + code + ", which is not longitude, latitude; name the system"
                    + " it is in (--crs)");
        }
    }

    @Override
    public void close() {
        parser.close();
    }
}
