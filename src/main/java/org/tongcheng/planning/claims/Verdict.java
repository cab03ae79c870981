package org.tongcheng.planning.claims;

import org.tongcheng.catalog.Text;

/**
 * How a stated time stands to a computed one.
 *
 * @param verdict supported, not-supported, within-error or not-testable
 * @param reason  why
 */
record Verdict(String verdict, Text reason) {

    static final String SUPPORTED = "supported";
    static final String NOT_SUPPORTED = "not-supported";
    static final String WITHIN_ERROR = "within-error";
    static final String NOT_TESTABLE = "not-testable";

    static Verdict notTestable(String zh, String en) {
        return new Verdict(NOT_TESTABLE, new Text(zh, en));
    }

    /**
     * @param stated  seconds at most
     * @param seconds computed
     * @param error   how far off those may be
     */
    static Verdict of(long stated, int seconds, int error) {
        String zh = "计算" + seconds + "秒±" + error + "秒，文件所述至多" + stated + "秒";
        String en = "computed " + seconds + " s ± " + error + " s, stated at most " + stated + " s";
        if (seconds + error <= stated) {
            return new Verdict(SUPPORTED, new Text(zh + "：计入误差仍不超过", en + ": within it even with the error"));
        }
        return seconds - error > stated
                ? new Verdict(NOT_SUPPORTED, new Text(zh + "：减去误差仍超过", en + ": beyond it even without the error"))
                : new Verdict(WITHIN_ERROR, new Text(zh + "：相差在误差之内", en + ": the difference lies within the error"));
    }
}
