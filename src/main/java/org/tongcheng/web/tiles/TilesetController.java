package org.tongcheng.web.tiles;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.catalog.Text;
import org.tongcheng.web.AsOfParameters;
import org.tongcheng.web.Parameters;

/** Which tiles there are: the tilesets of a collection and of all (20-057, 8–11). */
@RestController
public class TilesetController {

    private static final Text ALL = new Text("同城", "Tongcheng");

    private final FeatureStore store;

    public TilesetController(FeatureStore store) {
        this.store = store;
    }

    @GetMapping("/collections/{c}/tiles")
    public void listOfCollection(@PathVariable("c") String c, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        TilesetResponse.list(ofCollection(c, request), request, response);
    }

    @GetMapping("/collections/{c}/tiles/{tileMatrixSetId}")
    public void oneOfCollection(@PathVariable("c") String c, @PathVariable("tileMatrixSetId") String set, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        TilesetResponse.one(ofCollection(c, request), TileParameters.matrixSet(set), request, response);
    }

    @GetMapping("/tiles")
    public void listOfAll(HttpServletRequest request, HttpServletResponse response) throws IOException {
        TilesetResponse.list(ofAll(request), request, response);
    }

    @GetMapping("/tiles/{tileMatrixSetId}")
    public void oneOfAll(@PathVariable("tileMatrixSetId") String set, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        TilesetResponse.one(ofAll(request), TileParameters.matrixSet(set), request, response);
    }

    private Tileset ofCollection(String id, HttpServletRequest request) {
        CollectionDeclaration collection = TileParameters.collection(store, id);
        Parameters given = Parameters.of(request).allowOnly(TileParameters.OF_COLLECTION);
        return new Tileset(collection.title(), TilesetLayer.address(collection), layers(List.of(collection), given), given);
    }

    private Tileset ofAll(HttpServletRequest request) {
        Parameters given = Parameters.of(request).allowOnly(TileParameters.OF_ALL);
        return new Tileset(ALL, "", layers(TileParameters.collections(store, given, request), given), given);
    }

    /** What tiles would refuse is refused here. */
    private List<TilesetLayer> layers(List<CollectionDeclaration> collections, Parameters given) {
        boolean dated = AsOfParameters.find(given).isPresent();
        TileParameters.datum(given);
        return collections.stream().map(collection -> TilesetLayer.of(collection, store, dated)).toList();
    }
}
