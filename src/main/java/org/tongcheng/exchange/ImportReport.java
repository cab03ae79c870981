package org.tongcheng.exchange;

import java.util.List;

/**
 * What an import came to.
 *
 * @param read     rows in the file
 * @param accepted rows fit for the store
 * @param repaired rows mended, among the accepted ones
 * @param bad      how many rows are not fit: skipped where that was asked for, else they refuse the file
 * @param findings why, each with row, code and place; the first {@link #MOST_FINDINGS}
 * @param notes    what else one should know: where ids come from, what was renamed
 * @param stored   whether the accepted rows stand in the store now
 */
public record ImportReport(
        long read, long accepted, List<Mended> repaired, long bad, List<Finding> findings, List<String> notes, boolean stored) {

    /** More are counted, not kept. */
    public static final int MOST_FINDINGS = 10_000;

    public ImportReport {
        repaired = List.copyOf(repaired);
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }

    /** Areas in square kilometres, as {@link org.tongcheng.geometry.Repair.Repaired} tells them. */
    public record Mended(long row, String id, double areaBeforeKm2, double areaAfterKm2) {}
}
