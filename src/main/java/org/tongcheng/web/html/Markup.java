package org.tongcheng.web.html;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/**
 * Writes HTML element by element; closes what it opened and escapes every text and attribute value.
 *
 * <pre>{@code
 * markup.open("p", "class", "note").text("1 < 2").close();
 * }</pre>
 *
 * Not safe for several threads. Failures of the output come out as {@link UncheckedIOException}.
 */
public final class Markup {

    private static final Pattern SAFE_LINK = Pattern.compile("(?i)(https?://|mailto:|/|#|\\?|\\.).*", Pattern.DOTALL);

    private final Appendable out;
    private final Deque<String> open = new ArrayDeque<>();

    public Markup(Appendable out) {
        this.out = out;
    }

    /** Opens an element; attributes are name, value, name, value … and a null value leaves its attribute out. */
    public Markup open(String element, String... attributes) {
        startTag(element, attributes);
        open.push(element);
        return this;
    }

    /** An element that has no content and no end tag. */
    public Markup single(String element, String... attributes) {
        startTag(element, attributes);
        return this;
    }

    /** Closes the element opened last. */
    public Markup close() {
        put("</");
        put(open.pop());
        put(">");
        return this;
    }

    /** Closes elements until {@code depth} are left open. */
    public Markup closeTo(int depth) {
        while (open.size() > depth) {
            close();
        }
        return this;
    }

    public int depth() {
        return open.size();
    }

    public Markup text(Object text) {
        put(escape(text == null ? "" : text.toString()));
        return this;
    }

    /** An element with text in it. */
    public Markup element(String element, Object text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    /** A link; an address that is neither of the web nor of this service stays plain text. */
    public Markup link(String href, Object text) {
        if (!SAFE_LINK.matcher(href).matches()) {
            return text(text);
        }
        return element("a", text, "href", href);
    }

    /** Written as it is: only for what this code itself has made. */
    Markup raw(String markup) {
        put(markup);
        return this;
    }

    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c < ' ' && c != '\n' && c != '\t' ? '\uFFFD' : c);
            }
        }
        return escaped.toString();
    }

    private void startTag(String element, String... attributes) {
        put("<");
        put(element);
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                put(" ");
                put(attributes[i]);
                put("=\"");
                put(escape(attributes[i + 1]));
                put("\"");
            }
        }
        put(">");
    }

    private void put(String text) {
        try {
            out.append(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
