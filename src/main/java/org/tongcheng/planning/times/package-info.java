/**
 * How long does it take from each of many places to each of many others? What {@code /travel-times} answers.
 *
 * <p>A place of several points (an area with its core cities, a line with its stops) counts by its fastest pair. A place that joins
 * no street has nulls in its row or column and is named in a warning. Without {@code minutes} no time is too long.
 *
 * <p>Seconds are computed while they are written and never held together, so the answer's id cannot be a digest of them. It is one of
 * everything they follow from: the question, the features used and {@code network_digest}, a digest of the streets with all their
 * times, of the lines joined to them and of where the places join both. Equal digests mean equal seconds, because the search is exact.
 */
package org.tongcheng.planning.times;
