package org.tongcheng.web.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.exchange.DeclarationJson;
import org.tongcheng.web.Addresses;
import org.tongcheng.web.Body;
import org.tongcheng.web.Documents;
import org.tongcheng.web.Parameters;
import org.tongcheng.web.Representation;
import org.tongcheng.web.problem.Problem;
import org.tongcheng.web.problem.Refusal;

/** Adding and removing collections (api.md, Feature service). */
@RestController
public class CollectionsWriting {

    private static final List<String> MEDIA_TYPES = List.of("application/json");

    private final FeatureStore store;

    public CollectionsWriting(FeatureStore store) {
        this.store = store;
    }

    @RequestMapping(path = "/collections", method = RequestMethod.OPTIONS)
    public void options(HttpServletResponse response) {
        response.setHeader("Allow", "GET, HEAD, OPTIONS, POST");
        response.setHeader("Accept-Post", MEDIA_TYPES.get(0));
    }

    @PostMapping("/collections")
    public void create(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Parameters.only(request);
        byte[] body = Body.read(request, "Accept-Post", MEDIA_TYPES);
        CollectionDeclaration declaration = DeclarationJson.read(new ByteArrayInputStream(body));
        store.create(declaration);
        response.setStatus(HttpServletResponse.SC_CREATED);
        response.setHeader("Location", CollectionDocument.address(Addresses.base(request), declaration.id()));
        Documents.json(response, Representation.JSON, Map.of("id", declaration.id()));
    }

    @DeleteMapping("/collections/{c}")
    public void drop(@PathVariable("c") String id, HttpServletRequest request, HttpServletResponse response) {
        boolean force = Parameters.only(request, "force").flag("force");
        if (store.getCollection(id).builtIn()) {
            throw new Refusal(Problem.of(403, "'" + id + "' ships with the product and is never removed").with("parameter", "collection"));
        }
        store.drop(id, force);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
