/**
 * Travel times from or to places over a network, and the polygons of what lies within a time budget.
 *
 * <p>{@link org.tongcheng.reach.Search} gives {@link org.tongcheng.reach.TravelTimes}: exact shortest times of every node within a
 * budget and the lines that shortest ways ride, forward or backward, from one or several origins. {@link org.tongcheng.reach.Matrix}
 * gives times from many points to many. Times are whole milliseconds; those of points between nodes follow from the nodes around them.
 * On streets that have an order of contraction both sweep a hierarchy that is computed once, on others they search.
 *
 * <p>{@link org.tongcheng.reach.Isochrones} draws from them the polygons of what lies within a budget: valid, nested, true to
 * every node, on land only.
 */
package org.tongcheng.reach;
