/**
 * Travel times from or to places over a network, and the polygons of what lies within a time budget.
 *
 * <p>{@link org.tongcheng.reach.Search} gives {@link org.tongcheng.reach.TravelTimes}: exact shortest times of every node within a
 * budget and the tree of shortest paths, forward or backward, from one or several origins. Times are whole milliseconds; those
 * of points between nodes follow from the nodes around them.
 *
 * <p>{@link org.tongcheng.reach.Isochrones} draws from them the polygons of what lies within a budget: valid, nested, true to
 * every node, on land only.
 */
package org.tongcheng.reach;
