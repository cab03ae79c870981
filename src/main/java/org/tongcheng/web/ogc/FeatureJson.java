package org.tongcheng.web.ogc;

import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.exchange.GeoJsonWriter;
import org.tongcheng.geometry.Datum;
import org.tongcheng.web.Link;
import org.tongcheng.web.Members;

/** Features as GeoJSON in a frame of coordinates: a page of them one after another, or one alone. Holds none. */
final class FeatureJson {

    private final GeoJsonWriter writer;
    private final CoordinateFrame frame;
    private final AsOf asOf;
    private long written;

    /** @param asOf date whose status each feature shows; null for none */
    FeatureJson(OutputStream out, CoordinateFrame frame, AsOf asOf) {
        this.writer = frame.isPlain()
                ? GeoJsonWriter.exact(out) : new GeoJsonWriter(out, frame::outward, frame.crs().decimals());
        this.frame = frame;
        this.asOf = asOf;
    }

    static void one(OutputStream out, StoredFeature stored, CoordinateFrame frame, List<Link> links) {
        FeatureJson json = new FeatureJson(out, frame, null);
        Map<String, Object> members = json.datum();
        members.put("links", documents(links));
        json.writer.feature(stored.feature(), Map.of(), members);
    }

    void begin() {
        writer.startCollection(datum());
    }

    void feature(StoredFeature stored) {
        Map<String, String> derived = asOf == null
                ? Map.of() : Map.of(CollectionSchema.STATUS, stored.existence().statusAt(asOf.date()).label());
        writer.next(stored, derived, Map.of());
        written++;
    }

    long written() {
        return written;
    }

    void end(long matched, Instant now, List<Link> links) {
        writer.endCollection(Members.of("numberMatched", matched, "numberReturned", written,
                "timeStamp", now.toString(), "links", documents(links)));
    }

    private Map<String, Object> datum() {
        return Members.of("datum", frame.datum() == Datum.WGS84 ? null : frame.datum().label());
    }

    private static List<Map<String, Object>> documents(List<Link> links) {
        return links.stream().map(Link::document).toList();
    }
}
