package org.tongcheng.tiles;

/**
 * A tile and its compressed form, made once for all who ask.
 *
 * @param gzip the tile's bytes compressed (RFC 1952)
 */
public record KeptTile(Tile tile, byte[] gzip) {}
