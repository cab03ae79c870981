package org.tongcheng.tiles;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.geometry.Datum;

/**
 * The tiles of a store. Those drawn are kept in memory by what they show and the version of the records, as far as there is room,
 * so that a write makes all that it touches be drawn anew and nothing else. Threads: safe for many.
 */
public final class Tiles {

    /** Of an entry of the cache beside its bytes, roughly. */
    private static final int ENTRY_BYTES = 300;

    private final FeatureStore store;
    private final Cache<Key, KeptTile> drawn;

    private record Key(TileQuestion question, long version) {}

    /** @param mostKeptBytes how much memory tiles may take */
    public Tiles(FeatureStore store, long mostKeptBytes) {
        this.store = store;
        this.drawn = Caffeine.newBuilder().maximumWeight(mostKeptBytes)
                .weigher((Key key, KeptTile kept) -> kept.tile().bytes().length + kept.gzip().length + ENTRY_BYTES).build();
    }

    /** Of the records that a tile shows; what exists at a date rests on documents and corridors too. Throws UnknownCollection. */
    public long version(TileQuestion question) {
        return store.version(question.asOf() == null ? question.collections().stream().map(CollectionDeclaration::id).toList() : List.of());
    }

    /** The tile where it was drawn at that version and is kept still. */
    public Optional<KeptTile> findKept(TileQuestion question, long version) {
        return Optional.ofNullable(drawn.getIfPresent(new Key(question, version)));
    }

    /**
     * The tile as the records stand at that version or, where they have changed since, a little later. Throws
     * {@link org.tongcheng.catalog.UnknownCollection}.
     */
    public KeptTile tile(TileQuestion question, long version) {
        return drawn.get(new Key(question, version), key -> {
            Tile tile = draw(question);
            return new KeptTile(tile, compressed(tile.bytes()));
        });
    }

    /** Draws without looking at what is kept. */
    public Tile draw(TileQuestion question) {
        return new TileDrawing(store, question).tile();
    }

    /**
     * Draws what stands in no store, in one layer: the largest first, and over the limits of a tile the smallest are left out.
     *
     * @param datum of the tile's grid
     */
    public static KeptTile draw(TileAddress address, Datum datum, String layer, List<Drawable> features) {
        GridShapes shapes = new GridShapes(new TileFrame(address, datum));
        LayerWriter writer = new LayerWriter(layer);
        List<Drawable> largestFirst = new ArrayList<>(features);
        largestFirst.sort(Comparator.comparingDouble((Drawable one) -> Drawable.span(one.geometry())).reversed());
        long leftOut = 0;
        for (Drawable one : largestFirst) {
            List<GridShape> left = shapes.of(one.geometry());
            boolean fits = leftOut == 0 && writer.features() < Tile.MOST_FEATURES;
            if (!left.isEmpty() && !(fits && writer.add(left, one.attributes()::forEach, Tile.MOST_BYTES))) {
                leftOut++;
            }
        }
        byte[] bytes = LayerWriter.tile(List.of(writer));
        return new KeptTile(new Tile(bytes, writer.features(), leftOut), compressed(bytes));
    }

    private static byte[] compressed(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2 + 32);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
