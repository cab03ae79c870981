/**
 * The planning features: collections as data, features with their period and provenance, queries and the revision log.
 *
 * <p>Words: a {@link org.tongcheng.catalog.CollectionDeclaration collection} is one declaration from which everything about
 * it follows; a {@link org.tongcheng.catalog.Feature} is a geometry with properties; an
 * {@link org.tongcheng.catalog.Existence} says when a feature is there in the world and since when it is known; a
 * {@link org.tongcheng.catalog.Revision} says when its record was written.
 *
 * <p>Guarantees: coordinates are longitude, latitude in degrees on CGCS2000 / WGS84 everywhere in this room; values of
 * properties have the Java type that {@link org.tongcheng.catalog.PropertyType} names; nothing here knows SQL, JSON or HTTP.
 * {@link org.tongcheng.catalog.FeatureStore} is the port behind which the stores stand.
 */
package org.tongcheng.catalog;
