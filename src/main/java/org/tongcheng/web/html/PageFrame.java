package org.tongcheng.web.html;

import java.util.List;
import org.tongcheng.catalog.Text;

/**
 * What stands around every page: head, crumbs and foot. Chinese comes first, English beside it.
 *
 * @param base   address of the landing page without its slash, the start of all links
 * @param title  of the page
 * @param crumbs the way to the page, outermost first, the page itself not among them
 * @param json   address of the same thing as JSON, or null
 */
public record PageFrame(String base, Text title, List<Crumb> crumbs, String json) {

    /** A step on the way to a page. */
    public record Crumb(String href, String text) {}

    /** Policy under which pages are sent: nothing from elsewhere, no script. */
    public static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Writes everything before the page's own content. */
    public Markup begin(Markup markup) {
        markup.raw("<!DOCTYPE html>\n");
        markup.open("html", "lang", "zh").open("head");
        markup.single("meta", "charset", "utf-8");
        markup.single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        markup.single("meta", "name", "color-scheme", "content", "light dark");
        markup.element("title", both(title) + " · Tongcheng 同城");
        markup.single("link", "rel", "icon", "type", "image/svg+xml", "href", base + "/assets/icon.svg");
        markup.single("link", "rel", "stylesheet", "href", base + "/assets/tongcheng.css");
        if (json != null) {
            markup.single("link", "rel", "alternate", "type", "application/json", "href", json);
        }
        markup.close().open("body").open("header").open("nav");
        if (isLanding()) {
            markup.text("Tongcheng 同城");
        } else {
            markup.link(base + "/", "Tongcheng 同城");
        }
        markup.text(" · ").link(base + "/map/", "地图 Map");
        for (Crumb crumb : crumbs) {
            markup.text(" / ").link(crumb.href(), crumb.text());
        }
        markup.close();
        if (json != null) {
            markup.open("a", "class", "json", "href", json).text("JSON").close();
        }
        markup.close().open("main");
        return heading(markup, "h1", title);
    }

    /** The landing page does not link to itself, so that its first link is the map. */
    private boolean isLanding() {
        return (base + "/?f=json").equals(json);
    }

    /** Closes the page. */
    public void end(Markup markup) {
        markup.closeTo(2);
        markup.open("footer").link(base + "/", "首页 Home").text(" · ")
                .link(base + "/api?f=html", "接口 API").text(" · ")
                .link(base + "/conformance?f=html", "标准 Conformance").close();
        markup.closeTo(0);
    }

    /** Chinese with the English beside it in smaller type; once where they are the same. */
    public static Markup heading(Markup markup, String element, Text text) {
        markup.open(element).text(text.zh());
        if (!text.zh().equals(text.en())) {
            markup.text(" ").element("small", text.en(), "lang", "en");
        }
        return markup.close();
    }

    public static String both(Text text) {
        return text.zh().equals(text.en()) ? text.zh() : text.zh() + " " + text.en();
    }
}
