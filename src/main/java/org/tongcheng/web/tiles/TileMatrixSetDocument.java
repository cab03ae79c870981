package org.tongcheng.web.tiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tongcheng.tiles.TileMatrixSet;
import org.tongcheng.web.Members;
import org.tongcheng.web.html.PageFrame;

/** A tile matrix set as JSON (17-083r4, 6.2 and annex on JSON). */
final class TileMatrixSetDocument {

    /** The well-known scale set that Web Mercator's is built on; that of degrees has no name for two tiles at the top. */
    private static final String GOOGLE_SCALES = "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible";

    private TileMatrixSetDocument() {}

    static String address(String base, TileMatrixSet set) {
        return base + "/tileMatrixSets/" + set.id();
    }

    /** By which it is known: as registered, else the address of its definition here. */
    static String uri(String base, TileMatrixSet set) {
        return set.uri().orElse(address(base, set));
    }

    static Map<String, Object> of(String base, TileMatrixSet set) {
        boolean mercator = set == TileMatrixSet.WEB_MERCATOR_QUAD;
        List<Object> matrices = new ArrayList<>();
        for (int zoom = 0; zoom <= set.maxZoom(); zoom++) {
            matrices.add(Members.of(
                    "id", String.valueOf(zoom),
                    "scaleDenominator", set.scaleDenominator(zoom),
                    "cellSize", set.cellSize(zoom),
                    "cornerOfOrigin", "topLeft",
                    "pointOfOrigin", List.of(set.origin()[0], set.origin()[1]),
                    "tileWidth", TileMatrixSet.CELLS,
                    "tileHeight", TileMatrixSet.CELLS,
                    "matrixWidth", set.columns(zoom),
                    "matrixHeight", set.rows(zoom)));
        }
        return Members.of("id", set.id(), "title", PageFrame.both(set.title()), "uri", uri(base, set), "crs", set.crs(),
                // by the abbreviations and in the order of the EPSG dataset
                "orderedAxes", mercator ? List.of("X", "Y") : List.of("Lat", "Lon"),
                "wellKnownScaleSet", mercator ? GOOGLE_SCALES : null,
                "tileMatrices", matrices);
    }
}
