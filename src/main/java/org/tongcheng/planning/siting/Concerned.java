package org.tongcheng.planning.siting;

import org.tongcheng.catalog.Text;

/**
 * A feature that decides a check.
 *
 * @param feature   {@code collection/id}
 * @param name      what it is called
 * @param relation  how the site lies to it: overlaps, may-overlap, holds, may-hold, too-near, may-be-too-near, near-enough, nearest,
 *                  crossed or may-be-crossed
 * @param metres    shortest distance as drawn, whole metres; null where travel time is measured
 * @param accuracyM how exactly it is drawn, metres; null where nobody knows
 * @param method    how its geometry came to be; null where nobody says
 */
record Concerned(String feature, Text name, String relation, Long metres, Double accuracyM, String method) {}
