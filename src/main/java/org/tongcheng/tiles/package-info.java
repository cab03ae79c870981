/**
 * Vector tiles: the grid of tiles, and a tile's features cut out, brought onto the tile's own grid and written as Mapbox Vector
 * Tile 2.1.
 *
 * <p>Words: a {@link org.tongcheng.tiles.TileMatrixSet} divides the land into tiles, zoom by zoom; a
 * {@link org.tongcheng.tiles.TileAddress} is one of them; a <em>unit</em> is a 4096th of a tile's side, and a pixel eight of them
 * (a tile is drawn 512 pixels wide). Inside a tile x grows eastward and y southward, in units from the north-west corner.
 *
 * <p>Guarantees:
 *
 * <ul>
 *   <li>What simplifies is the grid of the zoom: each vertex goes to the nearest grid point whatever it belongs to, and grid
 *       points that lie straight between their neighbours are left out. So what shares a border shares it still, in one tile and
 *       in the next, and no point of a tile lies farther than 0.71 units from its source. Edges are straight in the matrix set's
 *       own system, as those of items asked for in that system are.
 *   <li>Polygons are valid by the rules of OGC Simple Features and of MVT; where rounding made one touch or cross itself it is
 *       noded on the grid, which moves nothing by more than a unit. What has no area left is left out.
 *   <li>Lines and polygons smaller than a pixel are not even read. A tile has at most {@link org.tongcheng.tiles.Tile#MOST_BYTES}
 *       bytes and {@link org.tongcheng.tiles.Tile#MOST_FEATURES} features a layer; over that the smallest go first, and the tile
 *       counts them.
 *   <li>The same records give the same bytes. A table is never loaded for a tile; features stream.
 * </ul>
 *
 * Not here: HTTP, compression, styles, raster.
 */
package org.tongcheng.tiles;
