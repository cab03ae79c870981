package org.tongcheng.web.planning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Datum;
import org.tongcheng.planning.AnswerFeature;
import org.tongcheng.tiles.Drawable;
import org.tongcheng.tiles.KeptTile;
import org.tongcheng.tiles.TileAddress;
import org.tongcheng.tiles.TileAttributes;
import org.tongcheng.tiles.TileMatrixSet;
import org.tongcheng.tiles.Tiles;
import org.tongcheng.web.Addresses;
import org.tongcheng.web.Documents;
import org.tongcheng.web.EntityTags;
import org.tongcheng.web.Parameters;
import org.tongcheng.web.Representation;
import org.tongcheng.web.problem.Problem;
import org.tongcheng.web.problem.Refusal;
import org.tongcheng.web.tiles.TileParameters;
import org.tongcheng.web.tiles.TileResponse;
import org.tongcheng.web.tiles.Tileset;
import org.tongcheng.web.tiles.TilesetLayer;
import org.tongcheng.web.tiles.TilesetResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an answer draws, reach polygons above all, as vector tiles: one layer called by the question, each feature with its
 * {@code id} and those of its properties that are single values. An answer never changes.
 */
@Controller
class AnswerTiles {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** An answer stays as it is, but a later version of this program may draw it better. */
    private static final String SAME_FOR_A_DAY = "public, max-age=86400";

    private static final long KEPT_TILES_BYTES = 8L << 20;
    private static final long KEPT_VERTICES = 200_000;
    private static final int ENTRY_BYTES = 300;

    private final AnswerDesk desk;

    private final Cache<String, Layer> layers = Caffeine.newBuilder().maximumWeight(KEPT_VERTICES)
            .weigher((String id, Layer layer) -> 1 + layer.features().stream().mapToInt(one -> one.geometry().getNumPoints()).sum()).build();

    private final Cache<Key, KeptTile> tiles = Caffeine.newBuilder().maximumWeight(KEPT_TILES_BYTES)
            .weigher((Key key, KeptTile kept) -> kept.tile().bytes().length + kept.gzip().length + ENTRY_BYTES).build();

    AnswerTiles(AnswerDesk desk) {
        this.desk = desk;
    }

    private record Key(String answerId, TileAddress address, Datum datum) {}

    private record Layer(String name, Text title, List<Drawable> features) {}

    @GetMapping("/answers/{answerId}/tiles")
    public void tilesets(@PathVariable String answerId, HttpServletRequest request, HttpServletResponse response) throws IOException {
        TilesetResponse.list(tileset(answerId, request), request, response);
    }

    @GetMapping("/answers/{answerId}/tiles/{tileMatrixSetId}")
    public void tileset(@PathVariable String answerId, @PathVariable String tileMatrixSetId, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        TileMatrixSet set = TileParameters.matrixSet(tileMatrixSetId);
        TilesetResponse.one(tileset(answerId, request), set, request, response);
    }

    private Tileset tileset(String answerId, HttpServletRequest request) {
        Parameters given = Parameters.only(request, "datum", "f");
        TileParameters.datum(given);
        Layer layer = layer(answerId);
        String source = address(answerId);
        return new Tileset(layer.title(), source, List.of(TilesetLayer.of(layer.name(), layer.title(), layer.features(), source)), given);
    }

    /** Of an answer, below the landing page. */
    private static String address(String answerId) {
        return "/answers/" + Addresses.segment(answerId);
    }

    @GetMapping("/answers/{answerId}/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}")
    public void tile(@PathVariable Map<String, String> path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        TileAddress address = TileParameters.address(path);
        Parameters given = Parameters.only(request, "datum", "f");
        Key key = new Key(path.get("answerId"), address, TileParameters.datum(given));
        Representation form = Representation.choose(request, given.find("f"), TileResponse.MVT);
        KeptTile tile = tiles.getIfPresent(key);
        if (tile == null) {
            Layer layer = layer(key.answerId());
            tile = Tiles.draw(address, key.datum(), layer.name(), layer.features());
            tiles.put(key, tile);
        }
        boolean known = Documents.isKnown(request, response, EntityTags.strong(1, key));
        response.setHeader("Cache-Control", SAME_FOR_A_DAY);
        if (!known) {
            TileResponse.write(tile, key.datum(), address, form, request, response);
        }
    }

    private Layer layer(String answerId) {
        Layer layer = layers.getIfPresent(answerId);
        if (layer == null) {
            layer = of(desk.again(answerId).orElseThrow(() -> new Refusal(
                    Problem.at(404, "answer_id", answerId, "the answer_id of an answer given here", "there is no such answer"))));
            layers.put(answerId, layer);
        }
        return layer;
    }

    private static Layer of(Given given) {
        List<AnswerFeature> drawn = given.answer().drawn();
        JsonNode written = given.geoJson() ? JSON.readTree(given.json()).get("features") : null;
        List<Drawable> features = new ArrayList<>();
        for (int i = 0; i < drawn.size(); i++) {
            if (drawn.get(i).geometry() != null) {
                Map<String, Object> attributes = new LinkedHashMap<>();
                attributes.put(TileAttributes.ID, drawn.get(i).id());
                if (written != null) {
                    written.get(i).get("properties").forEachEntry((name, value) -> add(name, value, attributes));
                }
                features.add(new Drawable(drawn.get(i).geometry(), attributes));
            }
        }
        return new Layer(given.question(), given.title(), features);
    }

    private static void add(String name, JsonNode value, Map<String, Object> attributes) {
        if (value.isString() && value.asString().length() <= TileAttributes.LONGEST_TEXT) {
            attributes.putIfAbsent(name, value.asString());
        } else if (value.isBoolean()) {
            attributes.putIfAbsent(name, value.asBoolean());
        } else if (value.isIntegralNumber() && value.canConvertToLong()) {
            attributes.putIfAbsent(name, value.asLong());
        } else if (value.isNumber()) {
            attributes.putIfAbsent(name, value.asDouble());
        }
    }
}
