/**
 * Whether a site may stand where somebody wants it: every rule of {@code data/rules/siting*.yml} that its kind falls under, one check
 * each, and a verdict.
 *
 * <p>Words: a <em>site</em> ({@link org.tongcheng.planning.ProposedSite}) is a point or polygon of a <em>kind</em>; a kind has
 * <em>traits</em>, by which rules choose what they are for; a <em>layer</em> is the ground a rule asks about: features of one or
 * several collections, built-in or a user's own; a <em>check</em> is one rule held against one site. What of a layer is drawn as a
 * point or line has no known extent.
 *
 * <p>Guarantees: a rule is passed or broken only where that holds however site and features lie within their accuracies. A layer
 * that is not loaded, has nothing near the site or is less accurate than the margin gives {@code unknown}, never {@code pass}; a disc
 * that stands for a stated area breaks no rule for certain. Distances are geodesic, areas ellipsoidal. Layers are read around each
 * site, never whole. Where the land on record ends near a site, a neighbour may lie beyond. From what a layer that is not complete
 * does not hold nothing follows. A shift that is named has been checked against every rule again and leaves as much of the site on
 * land as there was.
 *
 * <p>Not here: the rules, which are data; what stands too near what already, which is {@code conflicts}'.
 */
package org.tongcheng.planning.siting;
