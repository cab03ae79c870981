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
import org.tongcheng.tiles.TileMatrixSet;
import org.tongcheng.web.Addresses;
import org.tongcheng.web.Link;
import org.tongcheng.web.Members;
import org.tongcheng.web.Parameters;
import org.tongcheng.web.Representation;
import org.tongcheng.web.html.PageFrame;

/** The tile matrix sets, into which everything drawn is cut (17-083r4; 20-057, annex on tile matrix sets). */
@RestController
public class TileMatrixSetController {

    @GetMapping("/tileMatrixSets")
    public void all(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String base = Addresses.base(request);
        List<Object> sets = new ArrayList<>();
        for (TileMatrixSet set : TileMatrixSet.values()) {
            sets.add(Members.of("id", set.id(), "title", PageFrame.both(set.title()), "uri", TileMatrixSetDocument.uri(base, set),
                    "crs", set.crs(), "links", List.of(
                            new Link(TileMatrixSetDocument.address(base, set), "self", "application/json", "The tile matrix set").document())));
        }
        Map<String, Object> document = Members.of("tileMatrixSets", sets, "links", links(base + "/tileMatrixSets"));
        TilesetResponse.give(document, form(request), TilesetPages.matrixSets(base), request, response);
    }

    @GetMapping("/tileMatrixSets/{tileMatrixSetId}")
    public void one(@PathVariable("tileMatrixSetId") String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        TileMatrixSet set = TileParameters.matrixSet(id);
        String base = Addresses.base(request);
        Map<String, Object> document = TileMatrixSetDocument.of(base, set);
        document.put("links", links(TileMatrixSetDocument.address(base, set)));
        TilesetResponse.give(document, form(request), TilesetPages.matrixSet(base, set), request, response);
    }

    private static Representation form(HttpServletRequest request) {
        return Representation.choose(request, Parameters.only(request, "f").find("f"), Representation.JSON, Representation.HTML);
    }

    private static List<Object> links(String address) {
        return List.of(new Link(address + "?f=json", "self", "application/json", "This document").document(),
                new Link(address + "?f=html", "alternate", "text/html", "This document as a page").document());
    }
}
