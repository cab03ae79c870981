/**
 * Where do roads cross the borders between units, and where do they stop short of them, resume beside each other or change class?
 *
 * <p>Words: a road is an expressway, arterial, bridge or tunnel of the catalogue, or a street of class secondary and above of an
 * imported file; an end is the place where a road ends and meets no other; a finding is an end, or a pair of them, at a border.
 *
 * <p>Guarantees: borders are those of the finest tiling; distances are geodesic; an end outside every area is no finding; a finding
 * is certain only where everything that makes it one holds wherever road and border lie within their stated accuracies. An end
 * within 300 m of another road meets it, as in the network. Bridges and tunnels carry a road on without changing its class.
 *
 * <p>Not here: railways; what a join would gain for people (gain); whether it may be built (siting).
 */
package org.tongcheng.planning.continuity;
