package org.tongcheng.planning.siting;

/**
 * What was measured.
 *
 * @param value the figure
 * @param unit  m, m2, s or 1
 */
record Measure(double value, String unit) {

    static Measure metres(double metres) {
        return new Measure(Math.round(metres), "m");
    }
}
