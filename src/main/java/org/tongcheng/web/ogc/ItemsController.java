package org.tongcheng.web.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.geometry.OutsideDomain;
import org.tongcheng.web.Addresses;
import org.tongcheng.web.Documents;
import org.tongcheng.web.EntityTags;
import org.tongcheng.web.Parameters;
import org.tongcheng.web.Representation;
import org.tongcheng.web.html.PageFrame;
import org.tongcheng.web.problem.Problem;
import org.tongcheng.web.problem.Refusal;

/** Reading pages of items (Part 1, 7.15; Part 2, 6.3). A page is written while it is read. */
@RestController
public class ItemsController {

    /** What fails within these first bytes can still be answered with a problem. */
    private static final int BUFFER_BYTES = 64 * 1024;

    /** Of long pages, and as many of short ones: together fewer than the store has connections (16 by default). */
    private static final int PAGES_AT_ONCE = 6;

    private static final long PATIENCE_MILLISECONDS = 3000;

    private final FeatureStore store;
    private final Counts counts;
    private final ReadingTurns turns = new ReadingTurns(PAGES_AT_ONCE, PATIENCE_MILLISECONDS);

    public ItemsController(FeatureStore store) {
        this.store = store;
        this.counts = new Counts(store);
    }

    @GetMapping("/collections/{c}/items")
    public void items(@PathVariable("c") String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        CollectionDeclaration collection = store.getCollection(id);
        Parameters given = Parameters.of(request);
        Representation form = Representation.choose(request, given.find("f"), Representation.GEOJSON, Representation.HTML);
        ItemsRequest asked = ItemsParameters.read(store, collection, given, form);
        String base = Addresses.base(request);
        long version = store.version(dependencies(asked));
        String tag = EntityTags.weak(version, form.f(), base, request.getQueryString(), collection);
        sayFrame(response, asked.frame());
        if (Documents.isKnown(request, response, tag)) {
            return;
        }
        response.setBufferSize(BUFFER_BYTES);
        boolean bodiless = "HEAD".equals(request.getMethod());
        ItemsLinks links = new ItemsLinks(asked, base, form.f());
        if (bodiless) {
            response.setContentType(form.mediaType());
            return;
        }
        try (ReadingTurns.Turn turn = turns.take(asked.page().limit())) {
            if (form.isHtml()) {
                page(response, asked, links, base, version);
            } else {
                response.setContentType(form.mediaType());
                new ItemsStream(store, asked, links).write(response.getOutputStream(), () -> counts.of(id, version, asked.query()));
            }
        } catch (OutsideDomain e) {
            throw outside(given, e);
        }
    }

    /** Names the system of the coordinates that go out (Part 2, 6.3.4); a datum stands outside it. */
    static void sayFrame(HttpServletResponse response, CoordinateFrame frame) {
        if (frame.datum() == org.tongcheng.geometry.Datum.WGS84) {
            response.setHeader("Content-Crs", frame.contentCrs());
        }
    }

    static Refusal outside(Parameters given, OutsideDomain e) {
        return new Refusal(Problem.at(400, "crs", given.find("crs").orElse(""),
                "a coordinate reference system that is defined where the features lie", e.getMessage()));
    }

    /** What a feature's period rests on lies in other collections too, and so does what it is compared with. */
    private static List<String> dependencies(ItemsRequest asked) {
        boolean alone = asked.asOf() == null && asked.query().during() == null
                && asked.given().find("intersects").isEmpty() && asked.given().find("inside").isEmpty();
        return alone ? List.of(asked.collection().id()) : List.of();
    }

    private void page(HttpServletResponse response, ItemsRequest asked, ItemsLinks links, String base, long version) throws IOException {
        CollectionDeclaration collection = asked.collection();
        PageFrame frame = CatalogPages.frame(base, collection.title(), links.with("json", java.util.Set.of(), null),
                CatalogPages.collectionsCrumb(base), CatalogPages.collectionCrumb(base, collection));
        Documents.page(response, frame, markup -> {
            long matched = counts.of(collection.id(), version, asked.query());
            markup.element("p", "符合 " + matched + " 条 · " + matched + " match", "class", "soft");
            int depth = markup.depth();
            ItemPages.beginTable(markup, collection, asked.asOf());
            long[] returned = {0};
            long next = store.read(collection.id(), asked.query(), asked.page(), stored -> {
                ItemPages.row(markup, base, collection, asked.asOf(), stored);
                returned[0]++;
            });
            markup.closeTo(depth);
            markup.open("p");
            if (asked.passed() > 0) {
                markup.link(links.previous(), "← 上一页 Previous").text(" ");
            }
            if (next != 0) {
                markup.link(links.next(next, returned[0]), "下一页 Next →");
            }
            markup.close();
        });
    }
}
