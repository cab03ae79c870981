package org.tongcheng.web.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.catalog.Text;
import org.tongcheng.web.Addresses;
import org.tongcheng.web.ApiPart;
import org.tongcheng.web.Documents;
import org.tongcheng.web.Link;
import org.tongcheng.web.Parameters;
import org.tongcheng.web.Readiness;
import org.tongcheng.web.Representation;
import org.tongcheng.web.html.Markup;
import org.tongcheng.web.html.PageFrame;

/** The landing page and the conformance declaration (Part 1, 7.2 and 7.4). */
@RestController
public class LandingController {

    private static final Text TITLE = new Text("同城", "Tongcheng");
    private static final String OGC_REL = "http://www.opengis.net/def/rel/ogc/1.0/";
    private static final String DESCRIPTION =
            "Plans of metropolitan areas as geometry: boundaries, corridors, hubs, parks, zones and projects, each with its dates"
                    + " and its source, and questions about them.";

    private final FeatureStore store;
    private final Readiness readiness;
    private final List<ApiPart> parts;

    public LandingController(FeatureStore store, Readiness readiness, List<ApiPart> parts) {
        this.store = store;
        this.readiness = readiness;
        this.parts = parts;
    }

    @GetMapping("/")
    public void landing(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Parameters given = Parameters.only(request, "f");
        Representation form = Representation.choose(request, given.find("f"), Representation.JSON, Representation.HTML);
        String base = Addresses.base(request);
        List<Link> links = links(base);
        response.setHeader("Link", String.join(", ", links.stream().map(Link::header).toList()));
        if (form.isHtml()) {
            Documents.page(response, new PageFrame(base, TITLE, List.of(), base + "/?f=json"), markup -> page(markup, base));
            return;
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("title", PageFrame.both(TITLE));
        document.put("description", DESCRIPTION);
        document.put("links", links.stream().map(Link::document).toList());
        Documents.json(response, form, document);
    }

    @GetMapping("/conformance")
    public void conformance(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Parameters given = Parameters.only(request, "f");
        Representation form = Representation.choose(request, given.find("f"), Representation.JSON, Representation.HTML);
        String base = Addresses.base(request);
        if (form.isHtml()) {
            PageFrame frame = new PageFrame(base, new Text("所遵循的标准", "Conformance"), List.of(), base + "/conformance?f=json");
            Documents.page(response, frame, markup -> {
                markup.open("ul");
                Conformance.CLASSES.forEach(uri -> markup.open("li").link(uri, uri).close());
                markup.close();
            });
            return;
        }
        Documents.json(response, form, Map.of("conformsTo", Conformance.CLASSES));
    }

    private List<Link> links(String base) {
        List<Link> links = new ArrayList<>();
        links.add(new Link(base + "/?f=json", "self", "application/json", "This document"));
        links.add(new Link(base + "/?f=html", "alternate", "text/html", "This document as a page"));
        links.add(new Link(base + "/api?f=json", "service-desc", ApiController.OPENAPI.mediaType(), "The API in OpenAPI 3.0"));
        links.add(new Link(base + "/api?f=html", "service-doc", "text/html", "The API as a page"));
        links.add(new Link(base + "/conformance?f=json", "conformance", "application/json", "Conformance classes that hold"));
        links.add(new Link(base + "/collections?f=json", "data", "application/json", "The collections"));
        links.add(new Link(base + "/tiles?f=json", OGC_REL + "tilesets-vector", "application/json", "Vector tiles of the collections"));
        links.add(new Link(base + "/tileMatrixSets?f=json", OGC_REL + "tiling-schemes", "application/json", "Tile matrix sets"));
        return links;
    }

    private void page(Markup markup, String base) {
        markup.element("p", "都市圈规划的边界、走廊、枢纽、园区、管控区与项目；每条有日期与出处，可按日期与情景查询。");
        markup.element("p", DESCRIPTION, "class", "soft", "lang", "en");
        markup.open("ul", "class", "cards");
        if (new ClassPathResource("static/map/index.html").exists()) {
            card(markup, base + "/map/", new Text("地图", "Map"));
        }
        card(markup, base + "/collections?f=html", new Text("数据集", "Collections"));
        card(markup, base + "/tiles?f=html", new Text("矢量瓦片", "Vector tiles"));
        card(markup, base + "/tileMatrixSets?f=html", new Text("瓦片矩阵集", "Tile matrix sets"));
        parts.forEach(part -> part.pages().forEach((path, title) -> card(markup, base + path, title)));
        card(markup, base + "/api?f=html", new Text("接口说明", "API"));
        card(markup, base + "/conformance?f=html", new Text("所遵循的标准", "Conformance"));
        markup.close();
        if (readiness.ready()) {
            PageFrame.heading(markup, "h2", new Text("数据集", "Collections"));
            CatalogPages.cards(markup, base, store.collections());
        }
    }

    private static void card(Markup markup, String href, Text title) {
        markup.open("li").link(href, PageFrame.both(title)).close();
    }
}
