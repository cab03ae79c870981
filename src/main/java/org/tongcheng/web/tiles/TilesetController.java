package org.tongcheng.web.tiles;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.catalog.Text;
import org.tongcheng.tiles.TileMatrixSet;
import org.tongcheng.web.Addresses;
import org.tongcheng.web.AsOfParameters;
import org.tongcheng.web.Documents;
import org.tongcheng.web.EntityTags;
import org.tongcheng.web.Link;
import org.tongcheng.web.Members;
import org.tongcheng.web.Parameters;
import org.tongcheng.web.Representation;
import org.tongcheng.web.html.PageFrame;

/** Which tiles there are: tilesets of a collection and of all, and the tile matrix sets (20-057, 8–10; 17-083r4). */
@RestController
public class TilesetController {

    private static final Text ALL = new Text("同城", "Tongcheng");
    private static final Representation TILE_JSON = Representation.of("tilejson", "application/json");

    private final FeatureStore store;

    public TilesetController(FeatureStore store) {
        this.store = store;
    }

    @GetMapping("/collections/{c}/tiles")
    public void listOfCollection(@PathVariable("c") String c, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        list(ofCollection(c, request), request, response);
    }

    @GetMapping("/collections/{c}/tiles/{tileMatrixSetId}")
    public void oneOfCollection(@PathVariable("c") String c, @PathVariable("tileMatrixSetId") String set, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        one(ofCollection(c, request), TileParameters.matrixSet(set), request, response);
    }

    @GetMapping("/tiles")
    public void listOfAll(HttpServletRequest request, HttpServletResponse response) throws IOException {
        list(ofAll(request), request, response);
    }

    @GetMapping("/tiles/{tileMatrixSetId}")
    public void oneOfAll(@PathVariable("tileMatrixSetId") String set, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        one(ofAll(request), TileParameters.matrixSet(set), request, response);
    }

    @GetMapping("/tileMatrixSets")
    public void matrixSets(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Representation form = Representation.choose(request, Parameters.only(request, "f").find("f"), Representation.JSON);
        String base = Addresses.base(request);
        List<Object> sets = new ArrayList<>();
        for (TileMatrixSet set : TileMatrixSet.values()) {
            sets.add(Members.of("id", set.id(), "title", PageFrame.both(set.title()), "uri", set.uri().orElse(null), "crs", set.crs(),
                    "links", List.of(new Link(TileMatrixSetDocument.address(base, set), "self", "application/json",
                            "The tile matrix set").document())));
        }
        give(Members.of("tileMatrixSets", sets), form, request, response);
    }

    @GetMapping("/tileMatrixSets/{tileMatrixSetId}")
    public void matrixSet(@PathVariable("tileMatrixSetId") String set, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Representation form = Representation.choose(request, Parameters.only(request, "f").find("f"), Representation.JSON);
        give(TileMatrixSetDocument.of(TileParameters.matrixSet(set)), form, request, response);
    }

    private TilesetDocument ofCollection(String id, HttpServletRequest request) {
        CollectionDeclaration collection = TileParameters.collection(store, id);
        Parameters given = checked(Parameters.of(request).allowOnly(TileParameters.OF_COLLECTION));
        return new TilesetDocument(PageFrame.both(collection.title()), "/collections/" + Addresses.segment(id) + "/tiles",
                List.of(collection), given);
    }

    private TilesetDocument ofAll(HttpServletRequest request) {
        Parameters given = checked(Parameters.of(request).allowOnly(TileParameters.OF_ALL));
        return new TilesetDocument(PageFrame.both(ALL), "/tiles", TileParameters.collections(store, given), given);
    }

    /** What tiles would refuse is refused here. */
    private static Parameters checked(Parameters given) {
        AsOfParameters.find(given);
        TileParameters.datum(given);
        return given;
    }

    private void list(TilesetDocument tileset, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Representation form = Representation.choose(request, tileset.given().find("f"), Representation.JSON);
        give(tileset.list(Addresses.base(request)), form, request, response);
    }

    private void one(TilesetDocument tileset, TileMatrixSet set, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        // TileJSON knows Web Mercator alone
        Representation[] forms = set == TileMatrixSet.WEB_MERCATOR_QUAD
                ? new Representation[] {Representation.JSON, TILE_JSON} : new Representation[] {Representation.JSON};
        Representation form = Representation.choose(request, tileset.given().find("f"), forms);
        String base = Addresses.base(request);
        give(form.equals(TILE_JSON) ? tileset.tileJson(base, set, store) : tileset.tileset(base, set, store), form, request, response);
    }

    private static void give(Map<String, Object> document, Representation form, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!Documents.isKnown(request, response, EntityTags.weak(0, form.f(), document))) {
            Documents.json(response, form, document);
        }
    }
}
