/**
 * Turns corridors into lines and joins them to the streets (design.md, Streets and lines).
 *
 * <p>A line has a platform at each of its stops that exist: on a rail or bus line an arriving and a departing side, between
 * which a vehicle dwells, on a road one node. Those that stand on land have a place, their street side, joined to the street
 * nodes around it:
 *
 * <pre>
 *    streets ── place ──entry + wait──▶ departing ──run──▶ arriving ──exit──▶ place ── streets
 *                                           ▲                 │
 *                                           └──────dwell──────┘
 * </pre>
 *
 * <p>Guarantees: lines only add nodes and arcs, so that no travel time ever grows by one; every time is at least 0.
 */
package org.tongcheng.network.corridor;
