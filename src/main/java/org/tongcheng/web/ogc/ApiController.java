package org.tongcheng.web.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.catalog.Text;
import org.tongcheng.web.Addresses;
import org.tongcheng.web.ApiPart;
import org.tongcheng.web.Documents;
import org.tongcheng.web.EntityTags;
import org.tongcheng.web.Parameters;
import org.tongcheng.web.Representation;
import org.tongcheng.web.html.PageFrame;

/** The description of the API: OpenAPI 3.0 (Part 1, 9) made from the collections there are, and a page of the same. */
@RestController
public class ApiController {

    static final Representation OPENAPI =
            Representation.of("json", "application/vnd.oai.openapi+json;version=3.0", "application/vnd.oai.openapi+json", "application/json");

    private final FeatureStore store;
    private final List<ApiPart> parts;

    public ApiController(FeatureStore store, List<ApiPart> parts) {
        this.store = store;
        this.parts = parts;
    }

    @GetMapping("/api")
    public void api(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Parameters given = Parameters.only(request, "f");
        Representation form = Representation.choose(request, given.find("f"), OPENAPI, Representation.HTML);
        String base = Addresses.base(request);
        Map<String, Object> document = new OpenApiDocument(store.collections(), parts).of(base);
        if (Documents.isKnown(request, response, EntityTags.weak(0, form.f(), document))) {
            return;
        }
        if (form.isHtml()) {
            PageFrame frame = CatalogPages.frame(base, new Text("接口说明", "API"), base + "/api?f=json");
            Documents.page(response, frame, markup -> ApiPage.write(markup, document));
            return;
        }
        Documents.json(response, form, document);
    }
}
