package org.tongcheng.web.tiles;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.tiles.KeptTile;
import org.tongcheng.tiles.TileAddress;
import org.tongcheng.tiles.TileQuestion;
import org.tongcheng.tiles.Tiles;
import org.tongcheng.web.Documents;
import org.tongcheng.web.EntityTags;
import org.tongcheng.web.Parameters;
import org.tongcheng.web.Representation;
import org.tongcheng.web.problem.Problem;
import org.tongcheng.web.problem.Refusal;

/** The tiles of one collection and of several (20-057, 7). */
@RestController
public class TileController {

    private static final long KEPT_BYTES = 32L << 20;
    private static final int RETRY_AFTER_SECONDS = 2;
    private static final long PATIENCE_SECONDS = 10;

    private final FeatureStore store;
    private final Tiles tiles;

    /** Drawing keeps a processor busy and a connection of the store; tiles at hand need neither. */
    private final Semaphore turns = new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

    public TileController(FeatureStore store) {
        this.store = store;
        this.tiles = new Tiles(store, KEPT_BYTES);
    }

    @GetMapping("/collections/{c}/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}")
    public void ofCollection(@PathVariable Map<String, String> path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        CollectionDeclaration collection = TileParameters.collection(store, path.get("c"));
        TileAddress address = TileParameters.address(path);
        Parameters given = Parameters.of(request).allowOnly(TileParameters.OF_COLLECTION);
        give(address, List.of(collection), given, request, response);
    }

    @GetMapping("/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}")
    public void ofSeveral(@PathVariable Map<String, String> path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        TileAddress address = TileParameters.address(path);
        Parameters given = Parameters.of(request).allowOnly(TileParameters.OF_ALL);
        give(address, TileParameters.collections(store, given, request), given, request, response);
    }

    private void give(TileAddress address, List<CollectionDeclaration> collections, Parameters given, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        Representation form = Representation.choose(request, given.find("f"), TileResponse.MVT);
        TileQuestion question = TileParameters.question(address, collections, given);
        long version = tiles.version(question);
        if (Documents.isKnown(request, response, EntityTags.strong(version, question))) {
            return;
        }
        TileResponse.write(tiles.findKept(question, version).orElseGet(() -> drawn(question, version)), question.datum(), address, form,
                request, response);
    }

    private KeptTile drawn(TileQuestion question, long version) {
        boolean mine = false;
        try {
            mine = turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (mine) {
                return tiles.tile(question, version);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (mine) {
                turns.release();
            }
        }
        throw new Refusal(Problem.of(503, "too many tiles are being drawn; ask again in " + RETRY_AFTER_SECONDS + " s"))
                .withHeader("Retry-After", String.valueOf(RETRY_AFTER_SECONDS));
    }
}
