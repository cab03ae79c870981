package org.tongcheng.web.tiles;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.tongcheng.tiles.TileMatrixSet;
import org.tongcheng.web.Addresses;
import org.tongcheng.web.Documents;
import org.tongcheng.web.EntityTags;
import org.tongcheng.web.Representation;

/** How tilesets are given out: JSON, TileJSON in Web Mercator, and pages. */
public final class TilesetResponse {

    private static final Representation TILE_JSON =
            Representation.of("tilejson", "application/json", "application/vnd.mapbox.tile+json");

    private TilesetResponse() {}

    /** The list of the tilesets, one for each tile matrix set. */
    public static void list(Tileset tileset, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Representation form = Representation.choose(request, tileset.given().find("f"), Representation.JSON, Representation.HTML);
        String base = Addresses.base(request);
        give(tileset.list(base), form, TilesetPages.list(base, tileset), request, response);
    }

    public static void one(Tileset tileset, TileMatrixSet set, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Representation[] forms = set == TileMatrixSet.WEB_MERCATOR_QUAD
                ? new Representation[] {Representation.JSON, TILE_JSON, Representation.HTML}
                : new Representation[] {Representation.JSON, Representation.HTML};
        Representation form = Representation.choose(request, tileset.given().find("f"), forms);
        String base = Addresses.base(request);
        Map<String, Object> document = form.equals(TILE_JSON) ? tileset.tileJson(base) : tileset.document(base, set);
        give(document, form, TilesetPages.one(base, tileset, set), request, response);
    }

    /** @param page says the same as the document */
    static void give(Map<String, Object> document, Representation form, TilesetPages.Page page, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        if (Documents.isKnown(request, response, EntityTags.weak(0, form.f(), document))) {
            return;
        }
        if (form.isHtml()) {
            Documents.page(response, page.frame(), page.content());
        } else {
            Documents.json(response, form, document);
        }
    }
}
