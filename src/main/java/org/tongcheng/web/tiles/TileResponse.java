package org.tongcheng.web.tiles;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.tongcheng.geometry.Datum;
import org.tongcheng.tiles.KeptTile;
import org.tongcheng.tiles.TileAddress;
import org.tongcheng.web.Compression;
import org.tongcheng.web.Representation;

/** How a tile is given out: compressed for who takes that, 204 where it is empty. */
public final class TileResponse {

    public static final Representation MVT =
            Representation.of("mvt", "application/vnd.mapbox-vector-tile", "application/x-protobuf", "application/octet-stream");

    /** The header that says how many features, the smallest, were left out of a tile that had no room for them. */
    public static final String LEFT_OUT = "Features-Left-Out";

    private TileResponse() {}

    /** @param datum of the tile's grid; only a true one is a system that can be named */
    public static void write(KeptTile tile, Datum datum, TileAddress address, Representation form, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        if (tile.tile().leftOut() > 0) {
            response.setHeader(LEFT_OUT, String.valueOf(tile.tile().leftOut()));
        }
        if (datum == Datum.WGS84) {
            response.setHeader("Content-Crs", "<" + address.set().crs() + ">");
        }
        if (tile.tile().isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        boolean gzip = Compression.takesGzip(request);
        if (gzip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        byte[] body = gzip ? tile.gzip() : tile.tile().bytes();
        response.setContentType(form.mediaType());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
