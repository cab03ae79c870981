package org.tongcheng.tiles;

import java.util.List;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.geometry.Datum;

/**
 * Which tile is asked for.
 *
 * @param address     where
 * @param collections whose features, one layer each in this order; those without geometry give none
 * @param asOf        only what exists then, each feature with its {@code status}; null for everything
 * @param datum       of the tile's grid: the address is one of that datum's map, and so are the coordinates
 */
public record TileQuestion(TileAddress address, List<CollectionDeclaration> collections, AsOf asOf, Datum datum) {

    public TileQuestion {
        collections = List.copyOf(collections);
    }
}
