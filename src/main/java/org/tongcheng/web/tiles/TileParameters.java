package org.tongcheng.web.tiles;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.geometry.Datum;
import org.tongcheng.tiles.TileAddress;
import org.tongcheng.tiles.TileMatrixSet;
import org.tongcheng.tiles.TileQuestion;
import org.tongcheng.web.Addresses;
import org.tongcheng.web.AsOfParameters;
import org.tongcheng.web.Parameters;
import org.tongcheng.web.problem.Problem;
import org.tongcheng.web.problem.Refusal;

/** Reads the addresses and queries of tiles. What an address names and is not there is refused with 404, else 400. */
public final class TileParameters {

    static final String COLLECTIONS = "collections";

    /** What a tile depends on beside its address; tilesets take the same and hand them on to their tiles. */
    static final List<String> OF_COLLECTION = List.of("asOf", "scenario", "horizon", "datum", "f");

    static final List<String> OF_ALL = List.of(COLLECTIONS, "asOf", "scenario", "horizon", "datum", "f");

    private TileParameters() {}

    /** Refuses with 404 what is none. */
    public static TileMatrixSet matrixSet(String id) {
        return TileMatrixSet.find(id).orElseThrow(() -> new Refusal(Problem.at(404, "tileMatrixSet", id,
                Arrays.stream(TileMatrixSet.values()).map(TileMatrixSet::id).collect(Collectors.joining(", ")),
                "there is no such tile matrix set")));
    }

    /** @param path the parts of the address by the standard's names */
    public static TileAddress address(Map<String, String> path) {
        TileMatrixSet set = matrixSet(path.get("tileMatrixSetId"));
        int zoom = (int) number("z", path.get("tileMatrix"), set.maxZoom());
        return new TileAddress(set, zoom, number("y", path.get("tileRow"), set.rows(zoom) - 1),
                number("x", path.get("tileCol"), set.columns(zoom) - 1));
    }

    private static long number(String name, String text, long greatest) {
        boolean there = text.matches("0|[1-9][0-9]{0,9}") && Long.parseLong(text) <= greatest;
        if (!there) {
            throw new Refusal(Problem.at(404, name, text, "a whole number from 0 to " + greatest, "the tile matrix set has no such tile"));
        }
        return Long.parseLong(text);
    }

    /** The collection of an address; one without geometry has no tiles. */
    static CollectionDeclaration collection(FeatureStore store, String id) {
        CollectionDeclaration collection = store.getCollection(id);
        if (collection.geometry() == GeometryKind.NONE) {
            throw new Refusal(Problem.at(404, "collection", id, "a collection with geometry", "its features have no geometry, so it has no tiles"));
        }
        return collection;
    }

    /** Those that {@code collections} names by id or by address, in its order; all that have geometry where it is not given. */
    static List<CollectionDeclaration> collections(FeatureStore store, Parameters given, HttpServletRequest request) {
        List<CollectionDeclaration> drawable =
                store.collections().stream().filter(collection -> collection.geometry() != GeometryKind.NONE).toList();
        String base = Addresses.base(request);
        return given.find(COLLECTIONS).map(text -> Arrays.stream(text.split(",", -1)).map(name -> drawable.stream()
                .filter(collection -> name.equals(collection.id()) || name.equals(base + TilesetLayer.address(collection)))
                .findFirst().orElseThrow(() -> Refusal.parameter(COLLECTIONS, name,
                        drawable.stream().map(CollectionDeclaration::id).collect(Collectors.joining(", ")),
                        "there is no such collection with geometry"))).distinct().toList()).orElse(drawable);
    }

    static TileQuestion question(TileAddress address, List<CollectionDeclaration> collections, Parameters given) {
        return new TileQuestion(address, collections, AsOfParameters.find(given).orElse(null), datum(given));
    }

    public static Datum datum(Parameters given) {
        return given.find("datum").map(name -> Datum.find(name).orElseThrow(
                () -> Refusal.parameter("datum", name, "WGS84, GCJ-02, BD-09", "there is no such datum"))).orElse(Datum.WGS84);
    }
}
