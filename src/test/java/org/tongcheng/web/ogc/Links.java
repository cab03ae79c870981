package org.tongcheng.web.ogc;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The links of a document. */
final class Links {

    static final String OGC = "http://www.opengis.net/def/rel/ogc/1.0/";

    private Links() {}

    static List<JsonNode> of(JsonNode document, String rel) {
        return StreamSupport.stream(document.get("links").spliterator(), false).filter(link -> link.get("rel").asString().equals(rel)).toList();
    }

    /** Address of the first link of that relation. */
    static String href(JsonNode document, String rel) {
        return of(document, rel).stream().findFirst().orElseThrow(() -> new AssertionError("no link '" + rel + "' in " + document))
                .get("href").asString();
    }
}
