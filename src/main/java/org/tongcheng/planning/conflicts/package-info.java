/**
 * What stands too near what across a border: neighbours' projects, parks and zones that a rule wants apart.
 *
 * <p>Words: a <em>site</em> is a project, park or zone that is there at the date and of a kind that a rule names; its
 * <em>hosts</em> are the units it answers to, as its record states them, else those it lies in. Two sites stand <em>across a
 * border</em> where a host of one and a host of the other differ, neither lies in the other, and their outlines meet (to within
 * their own accuracy, since neighbours' outlines are drawn apart).
 *
 * <p>Guarantees: a conflict is {@code certain} only where it stands however the sites lie within their stated accuracies and whichever
 * side of a border they may lie on; a site without a stated accuracy, and a disc that stands for a stated area, is at most
 * {@code uncertain}. What is uncertain is listed with the reasons why. Distances are geodesic.
 *
 * <p>Not here: the rules, which are data ({@code data/rules/conflicts.yml}); whether a new site may stand, which is
 * {@code siting}'s.
 */
package org.tongcheng.planning.conflicts;
