/**
 * Draws the catalogue as a map: one SVG file, for a report or a page, without fonts, screen or network.
 *
 * <p>Words: a {@link org.tongcheng.exchange.drawing.Sheet} is the paper with its scale; a mark is what stands on it at a place.
 *
 * <p>Guarantees: the same store, box and date give the same bytes; no label covers another, a mark or the margin: one that finds
 * no place is left out. Longitude and latitude are drawn on the cylinder that is true to scale along the box's middle parallel;
 * the scale bar holds there.
 */
package org.tongcheng.exchange.drawing;
