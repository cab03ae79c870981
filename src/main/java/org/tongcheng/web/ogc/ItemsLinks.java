package org.tongcheng.web.ogc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongcheng.web.Addresses;
import org.tongcheng.web.Link;

/** Links of a page of items: they repeat the parameters given, so that following one asks the same question. */
final class ItemsLinks {

    private static final Set<String> PLACE = Set.of("offset", PageToken.PARAMETER);

    private final ItemsRequest asked;
    private final String base;
    private final String form;

    ItemsLinks(ItemsRequest asked, String base, String form) {
        this.asked = asked;
        this.base = base;
        this.form = form;
    }

    /** @param next where the next page starts, as the store gave it; 0 where nothing follows */
    List<Link> links(long next, long returned) {
        List<Link> links = new ArrayList<>();
        links.add(new Link(with(form, Set.of(), null), "self", type(form), "This page"));
        String other = form.equals("json") ? "html" : "json";
        links.add(new Link(with(other, Set.of(), null), "alternate", type(other), "This page in another form"));
        if (next != 0) {
            links.add(new Link(next(next, returned), "next", type(form), "The next page"));
        }
        if (asked.passed() > 0) {
            links.add(new Link(previous(), "prev", type(form), "The page before"));
        }
        links.add(new Link(CollectionDocument.address(base, asked.collection().id()), "collection", "application/json", "The collection"));
        return links;
    }

    String next(long next, long returned) {
        String token = new PageToken(next, asked.passed() + returned).text(asked.collection().id());
        return with(form, PLACE, PageToken.PARAMETER + "=" + token);
    }

    /** By offset: what stands before a page stays in its place, for new features come last. */
    String previous() {
        long offset = Math.max(0, asked.passed() - asked.page().limit());
        return with(form, PLACE, "offset=" + Math.min(offset, Integer.MAX_VALUE));
    }

    String with(String f, Set<String> without, String more) {
        StringBuilder address = new StringBuilder(CollectionDocument.address(base, asked.collection().id())).append("/items?f=").append(f);
        for (Map.Entry<String, List<String>> parameter : asked.given().all().entrySet()) {
            if (!parameter.getKey().equals("f") && !without.contains(parameter.getKey())) {
                address.append('&').append(Addresses.queryPart(parameter.getKey())).append('=')
                        .append(Addresses.queryPart(parameter.getValue().get(0)));
            }
        }
        return more == null ? address.toString() : address.append('&').append(more).toString();
    }

    private static String type(String form) {
        return form.equals("json") ? "application/geo+json" : "text/html";
    }
}
