package org.tongcheng.web.ogc;

import java.util.List;
import java.util.Map;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.PropertyDeclaration;
import org.tongcheng.catalog.Text;
import org.tongcheng.web.html.Markup;
import org.tongcheng.web.html.PageFrame;
import org.tongcheng.web.html.PageFrame.Crumb;

/** Pages about collections. */
final class CatalogPages {

    static final Text COLLECTIONS = new Text("数据集", "Collections");

    private CatalogPages() {}

    static PageFrame frame(String base, Text title, String json, Crumb... crumbs) {
        return new PageFrame(base, title, List.of(crumbs), json);
    }

    static Crumb collectionsCrumb(String base) {
        return new Crumb(base + "/collections?f=html", PageFrame.both(COLLECTIONS));
    }

    static Crumb collectionCrumb(String base, CollectionDeclaration collection) {
        return new Crumb(CollectionDocument.address(base, collection.id()) + "?f=html", PageFrame.both(collection.title()));
    }

    static Crumb itemsCrumb(String base, CollectionDeclaration collection) {
        return new Crumb(CollectionDocument.address(base, collection.id()) + "/items?f=html", "要素 Items");
    }

    static void cards(Markup markup, String base, List<CollectionDeclaration> collections) {
        markup.open("ul", "class", "cards");
        for (CollectionDeclaration collection : collections) {
            markup.open("li").link(CollectionDocument.address(base, collection.id()) + "?f=html", PageFrame.both(collection.title()));
            markup.single("br").element("code", collection.id(), "class", "soft").text(" ");
            markup.element("span", collection.geometry().label(), "class", "tag");
            if (collection.description() != null) {
                markup.single("br").element("span", collection.description().zh(), "class", "soft");
            }
            markup.close();
        }
        markup.close();
    }

    static void collection(Markup markup, CollectionDeclaration collection, String base, Map<String, Object> document) {
        String self = CollectionDocument.address(base, collection.id());
        if (collection.description() != null) {
            markup.element("p", collection.description().zh());
            if (!collection.description().en().equals(collection.description().zh())) {
                markup.element("p", collection.description().en(), "class", "soft", "lang", "en");
            }
        }
        markup.open("p").link(self + "/items?f=html", "要素 Items").text(" · ");
        markup.link(self + "/schema?f=html", "结构 Schema").text(" · ");
        markup.link(self + "/queryables?f=html", "可查询项 Queryables");
        if (collection.geometry() != GeometryKind.NONE) {
            markup.text(" · ").link(self + "/tiles?f=html", "矢量瓦片 Vector tiles");
        }
        markup.close();
        markup.open("table", "class", "facts");
        row(markup, "编号 Id", collection.id());
        row(markup, "几何 Geometry", collection.geometry().label());
        if (document.get("extent") instanceof Map<?, ?> extent) {
            extent(markup, extent);
        }
        if (collection.geometry() != GeometryKind.NONE) {
            row(markup, "坐标系 CRS", String.join(" ", org.tongcheng.geometry.Crs.all().stream().map(Object::toString).toList()));
        }
        markup.close();
        properties(markup, collection.properties());
    }

    /** Both as they stand in the collection's document: {@code spatial.bbox} and {@code temporal.interval} hold one list each. */
    private static void extent(Markup markup, Map<?, ?> extent) {
        if (extent.get("spatial") instanceof Map<?, ?> spatial && spatial.get("bbox") instanceof List<?> boxes) {
            List<?> box = (List<?>) boxes.get(0);
            row(markup, "范围 Extent", box.get(0) + "–" + box.get(2) + "°E, " + box.get(1) + "–" + box.get(3) + "°N");
        }
        if (extent.get("temporal") instanceof Map<?, ?> temporal && temporal.get("interval") instanceof List<?> intervals) {
            List<?> interval = (List<?>) intervals.get(0);
            row(markup, "时段 Period", day(interval.get(0)) + " – " + day(interval.get(1)));
        }
    }

    private static String day(Object instant) {
        return instant == null ? "…" : instant.toString().substring(0, 10);
    }

    static void properties(Markup markup, List<PropertyDeclaration> properties) {
        markup.open("div", "class", "wide").open("table").open("tr");
        for (String head : List.of("属性 Property", "名称 Title", "类型 Type", "单位 Unit", "含义 Meaning", "可查询 Queryable")) {
            markup.element("th", head);
        }
        markup.close();
        for (PropertyDeclaration property : properties) {
            markup.open("tr").open("td").element("code", property.name()).close();
            markup.element("td", PageFrame.both(property.title())).element("td", property.type().label());
            markup.element("td", property.unit());
            String meaning = property.meaning() == null ? "" : PageFrame.both(property.meaning());
            String values = String.join(", ", property.values());
            markup.element("td", meaning + (meaning.isEmpty() || values.isEmpty() ? "" : ": ") + values, "class", "text");
            markup.element("td", property.queryable() ? "✓" : "").close();
        }
        markup.close().close();
    }

    private static void row(Markup markup, String name, Object value) {
        markup.open("tr").element("th", name).element("td", value).close();
    }
}
