package org.tongcheng.exchange;

import java.io.InputStream;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.FeatureCheck;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.geometry.Repair;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads one feature of a request against its collection's declaration. Throws {@link MalformedInput},
 * {@link InvalidFeature}, {@link org.tongcheng.geometry.InvalidGeometry} or
 * {@link org.tongcheng.catalog.InvalidProperties}; references are not looked up. Threads: safe for many.
 *
 * <pre>{@code new GeoJsonReader(declaration, EntryOptions.LON_LAT).read(body).feature()}</pre>
 */
public final class GeoJsonReader {

    private final boolean geometryRequired;
    private final GeometryEntry entry;
    private final FeatureCheck check;

    public GeoJsonReader(CollectionDeclaration declaration, EntryOptions options) {
        this.geometryRequired = declaration.geometry() != GeometryKind.NONE;
        this.entry = new GeometryEntry(declaration.geometry(), options);
        this.check = new FeatureCheck(declaration);
    }

    /**
     * @param feature  fit for the store; its id is null where the request gave none
     * @param repaired what a repair did; null where nothing had to be mended
     */
    public record Read(Feature feature, Repair.Repaired repaired) {}

    /** Reads to the end of the stream, which stays open: nothing may follow the feature. */
    public Read read(InputStream in) {
        RawFeature raw = raw(in);
        GeometryEntry.Admitted admitted = entry.admit(raw.geometry());
        Feature feature = check.require(new Feature(raw.id(), admitted.geometry(), raw.properties()));
        return new Read(feature, admitted.repaired());
    }

    private RawFeature raw(InputStream in) {
        try (JsonParser parser = Json.MAPPER.createParser(in)) {
            JsonToken first = parser.nextToken();
            try {
                if (first == null) {
                    throw new MalformedInput("not JSON: the input is empty", 1, 1);
                }
                if (first != JsonToken.START_OBJECT) {
                    throw new InvalidFeature("", "a GeoJSON Feature is an object");
                }
                RawFeature raw = new GeoJsonFeatures(parser, geometryRequired).read();
                if (parser.nextToken() != null) {
                    throw new MalformedInput("not JSON: something follows the feature",
                            parser.currentTokenLocation().getLineNr(), parser.currentTokenLocation().getColumnNr());
                }
                return raw;
            } catch (InvalidFeature e) {
                drain(parser);
                throw e;
            }
        } catch (JacksonException e) {
            throw Json.malformed(e);
        }
    }

    /** What is no JSON further on is no JSON at all, whatever its beginning says. */
    private static void drain(JsonParser parser) {
        JsonToken token = parser.currentToken();
        while (token != null) {
            token = parser.nextToken();
        }
    }
}
