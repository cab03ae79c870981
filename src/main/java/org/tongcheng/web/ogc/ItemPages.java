package org.tongcheng.web.ogc;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.PropertyDeclaration;
import org.tongcheng.catalog.PropertyType;
import org.tongcheng.catalog.Revision;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.web.Addresses;
import org.tongcheng.web.html.Markup;
import org.tongcheng.web.html.PageFrame;

/** Pages about features. */
final class ItemPages {

    private static final int LONGEST_CELL = 80;

    /** What is longer is broken over lines; the rest stands on one. */
    private static final int WIDE_CELL = 28;

    private ItemPages() {}

    static String address(String base, CollectionDeclaration collection, String id) {
        return CollectionDocument.address(base, collection.id()) + "/items/" + Addresses.segment(id);
    }

    /** Opens the table of items with its heads. */
    static void beginTable(Markup markup, CollectionDeclaration collection, AsOf asOf) {
        markup.open("div", "class", "wide").open("table").open("tr").element("th", "编号 Id");
        if (asOf != null) {
            markup.element("th", "状态 Status");
        }
        collection.properties().forEach(p -> markup.element("th", p.title().zh(), "title", p.name() + " · " + p.title().en()));
        markup.close();
    }

    static void row(Markup markup, String base, CollectionDeclaration collection, AsOf asOf, StoredFeature stored) {
        String id = stored.feature().id();
        markup.open("tr").open("td").link(address(base, collection, id) + "?f=html", id).close();
        if (asOf != null) {
            markup.element("td", stored.existence().statusAt(asOf.date()).label());
        }
        for (PropertyDeclaration property : collection.properties()) {
            cell(markup, base, property, stored.feature().value(property.name()), LONGEST_CELL);
        }
        markup.close();
    }

    static void item(Markup markup, String base, CollectionDeclaration collection, StoredFeature stored) {
        String self = address(base, collection, stored.feature().id());
        markup.open("p").text("版本 Revision " + stored.revision() + " · ").link(self + "/revisions?f=html", "全部版本 All revisions").close();
        Outline.draw(markup, stored.feature().geometry());
        markup.open("table", "class", "facts");
        for (PropertyDeclaration property : collection.properties()) {
            markup.open("tr").element("th", PageFrame.both(property.title()), "title", property.name());
            cell(markup, base, property, stored.feature().value(property.name()), Integer.MAX_VALUE);
            markup.close();
        }
        markup.close();
    }

    static void revisions(Markup markup, String self, List<Revision> revisions) {
        markup.open("table").open("tr");
        List.of("版本 Revision", "记录时间 Recorded", "操作 Operation").forEach(head -> markup.element("th", head));
        markup.close();
        for (Revision revision : revisions) {
            markup.open("tr").open("td");
            String n = String.valueOf(revision.n());
            if (revision.operation() == Revision.Operation.DELETE) {
                markup.text(n);
            } else {
                markup.link(self + "/revisions/" + n + "?f=html", n);
            }
            markup.close().element("td", revision.recorded()).element("td", revision.operation().label()).close();
        }
        markup.close();
    }

    private static void cell(Markup markup, String base, PropertyDeclaration property, Object value, int longest) {
        boolean number = property.type() == PropertyType.INTEGER || property.type() == PropertyType.NUMBER;
        String shown = value == null ? "" : text(value);
        markup.open("td", "class", number ? "number" : shown.length() > WIDE_CELL ? "text" : null);
        if (property.references() != null && value instanceof String id) {
            markup.link(base + "/collections/" + Addresses.segment(property.references()) + "/items/" + Addresses.segment(id) + "?f=html", id);
        } else {
            markup.text(shown.length() <= longest ? shown : shown.substring(0, longest - 1) + "…");
        }
        markup.close();
    }

    private static String text(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof List<?> list) {
            return String.join("、", list.stream().map(ItemPages::text).toList());
        }
        if (value instanceof Map<?, ?> map) {
            return String.join(", ", map.entrySet().stream().map(e -> e.getKey() + "=" + text(e.getValue())).toList());
        }
        return value instanceof Double number
                ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString() : value.toString();
    }
}
