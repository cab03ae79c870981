/**
 * Reading and writing features and declarations as files and requests hold them, with a report of what is wrong by row, code
 * and place.
 *
 * <p>Words: a {@link org.tongcheng.exchange.RawGeometry} is a geometry as numbers, before any check; an
 * {@link org.tongcheng.exchange.GeometryEntry} is the gate through which every geometry comes in; a
 * {@link org.tongcheng.exchange.Finding} is one thing wrong with a file, by row and code.
 *
 * <p>Guarantees: what is no JSON at all is {@link org.tongcheng.exchange.MalformedInput}, what is JSON but no feature is
 * {@link org.tongcheng.exchange.InvalidFeature}, a geometry that cannot be taken is
 * {@link org.tongcheng.geometry.InvalidGeometry}, properties that do not fit are
 * {@link org.tongcheng.catalog.InvalidProperties}, and nothing else is thrown for what a caller sent. Files are streamed: no
 * reader or writer holds more than one feature. Files hold longitude (easting) first; requests the order of the system's
 * authority.
 *
 * <p>Not here: SQL, HTTP, and the formats of answers that are no features.
 */
package org.tongcheng.exchange;
