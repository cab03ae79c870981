/**
 * The feature service: OGC API – Features Part 1 (17-069r4), Part 2 (18-058r1), Part 4 (20-002r1) and Part 5, which is OGC API –
 * Common Part 3 (23-058r2), over a {@link org.tongcheng.catalog.FeatureStore}.
 *
 * <p>Guarantees: every conformance class named at {@code /conformance} holds in full; pages are written while they are read, so
 * that no page sits in memory; coordinates come in and go out in the axis order of the system that is named; a strong entity
 * tag names the revision, and nothing is written over a revision that its writer has not seen.
 */
package org.tongcheng.web.ogc;
