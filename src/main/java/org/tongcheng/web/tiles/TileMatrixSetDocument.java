package org.tongcheng.web.tiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tongcheng.tiles.TileMatrixSet;
import org.tongcheng.web.Members;
import org.tongcheng.web.html.PageFrame;

/** A tile matrix set as JSON (17-083r4, 6.2 and annex on JSON). */
final class TileMatrixSetDocument {

    private TileMatrixSetDocument() {}

    static String address(String base, TileMatrixSet set) {
        return base + "/tileMatrixSets/" + set.id();
    }

    static Map<String, Object> of(TileMatrixSet set) {
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
        return Members.of("id", set.id(), "title", PageFrame.both(set.title()), "uri", set.uri().orElse(null),
                "crs", set.crs(), "orderedAxes", set == TileMatrixSet.WEB_MERCATOR_QUAD ? List.of("E", "N") : List.of("Lat", "Lon"),
                "tileMatrices", matrices);
    }
}
