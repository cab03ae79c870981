/**
 * Vector tiles over HTTP: OGC API – Tiles Part 1 (20-057) with tile matrix sets and tileset metadata by OGC 17-083r4, TileJSON
 * 3.0.0, pages about all of these, and the tiles themselves as {@link org.tongcheng.tiles.Tiles} draws them.
 *
 * <p>A {@link org.tongcheng.web.tiles.Tileset} is the tiles of one thing (a collection, all collections, an answer), a
 * {@link org.tongcheng.web.tiles.TilesetLayer} what a layer in them holds.
 *
 * <p>Guarantees: an empty tile is 204; what a path names and is not there is 404, what a query gets wrong is 400, each with the
 * culprit; a tag names the version of the records that a tile shows. {@link org.tongcheng.web.tiles.TileResponse#LEFT_OUT} says
 * how many features a tile has no room for.
 */
package org.tongcheng.web.tiles;
