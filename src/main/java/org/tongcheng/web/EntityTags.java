package org.tongcheng.web;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongcheng.web.problem.Problem;
import org.tongcheng.web.problem.Refusal;

/**
 * Entity tags (RFC 9110, 8.8.3). The strong tag of a feature is {@code "revision.representation"}: every representation of one
 * revision has its own, and all of them name the revision. A compressed one ends in {@code -gzip} ({@link Compression}).
 */
public final class EntityTags {

    static final String GZIP = "-gzip";

    private static final Pattern ONE = Pattern.compile("\\s*(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"\\s*(,|$)");
    private static final Pattern OF_FEATURE = Pattern.compile("(\\d{1,18})\\.[0-9a-f]+");

    /** What a header lists: any at all ({@code *}), or these tags. */
    private record Tags(boolean any, List<Tag> tags) {}

    private record Tag(boolean weak, String opaque) {}

    private EntityTags() {}

    /** @param representation whatever makes this representation differ from others of the revision */
    public static String strong(long revision, Object... representation) {
        return "\"" + revision + "." + digest(representation) + "\"";
    }

    /** Of a document that says the time at which it was written and so is never the same byte by byte. */
    public static String weak(long version, Object... representation) {
        return "W/\"" + version + "." + digest(representation) + "\"";
    }

    /** Whether {@code If-None-Match} lists the tag, so that 304 is the answer. Compares weakly. */
    public static boolean isKnown(String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) {
            return false;
        }
        Tags tags = parse("If-None-Match", ifNoneMatch);
        String opaque = tag.substring(tag.indexOf('"') + 1, tag.length() - 1);
        return tags.any() || tags.tags().stream().anyMatch(t -> t.opaque().equals(opaque));
    }

    /** Whether {@code If-Match} lists any tag of this revision, strongly. Throws 428 where there is no such header. */
    public static boolean matches(String ifMatch, long revision) {
        if (ifMatch == null) {
            throw new Refusal(Problem.of(428, "writing over a feature needs If-Match with the ETag of the revision it was read at")
                    .with("parameter", "If-Match").with("allowed", "the ETag of the feature"));
        }
        Tags tags = parse("If-Match", ifMatch);
        return tags.any() || tags.tags().stream().anyMatch(t -> !t.weak() && isOf(t.opaque(), revision));
    }

    private static boolean isOf(String opaque, long revision) {
        OptionalLong named = revision(opaque);
        return named.isPresent() && named.getAsLong() == revision;
    }

    private static OptionalLong revision(String opaque) {
        Matcher matcher = OF_FEATURE.matcher(opaque);
        return matcher.matches() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }

    private static Tags parse(String header, String value) {
        if (value.strip().equals("*")) {
            return new Tags(true, List.of());
        }
        List<Tag> tags = new ArrayList<>();
        Matcher matcher = ONE.matcher(value);
        int at = 0;
        while (at < value.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw Refusal.parameter(header, value, "* or entity tags in quotes, parted by commas", "this is no entity tag");
            }
            String opaque = matcher.group(2);
            tags.add(new Tag(matcher.group(1) != null,
                    opaque.endsWith(GZIP) ? opaque.substring(0, opaque.length() - GZIP.length()) : opaque));
            at = matcher.end();
        }
        return new Tags(false, tags);
    }

    private static String digest(Object... parts) {
        long hash = 0xcbf29ce484222325L;
        for (Object part : parts) {
            String text = String.valueOf(part);
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
            }
            hash = (hash ^ 0x1f) * 0x100000001b3L;
        }
        return Long.toHexString(hash);
    }
}
