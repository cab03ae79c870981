package org.tongcheng.exchange;

/**
 * One row of a file.
 *
 * @param row     from 1; a header is not counted
 * @param feature what it holds; null where it cannot be read
 * @param code    why not, a stable code; null where it can
 * @param reason  the same for people
 */
public record SourceRow(long row, RawFeature feature, String code, String reason) {

    static SourceRow of(long row, RawFeature feature) {
        return new SourceRow(row, feature, null, null);
    }

    static SourceRow bad(long row, String code, String reason) {
        return new SourceRow(row, null, code, reason);
    }
}
