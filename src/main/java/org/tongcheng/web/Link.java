package org.tongcheng.web;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A link (RFC 8288).
 *
 * @param href  absolute address
 * @param rel   relation, a registered word or a URI
 * @param type  media type of what is there, or null
 * @param title for people, or null
 */
public record Link(String href, String rel, String type, String title) {

    public Map<String, Object> document() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("href", href);
        members.put("rel", rel);
        if (type != null) {
            members.put("type", type);
        }
        if (title != null) {
            members.put("title", title);
        }
        return members;
    }

    /** As in the header {@code Link}; the title, which may hold any character, is left out. */
    public String header() {
        return "<" + href + ">; rel=\"" + rel + "\"" + (type == null ? "" : "; type=\"" + type + "\"");
    }
}
