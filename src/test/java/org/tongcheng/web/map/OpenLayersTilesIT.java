package org.tongcheng.web.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client that knows nothing but the standard, OpenLayers' own source for OGC API – Tiles, given a tileset's address. */
class OpenLayersTilesIT {

    /**
     * A map of one layer around Xiamen; gives each hub seen with its place, in the view's system. The map is made once its
     * source knows its tiles, because a frame drawn before that counts as complete without any.
     */
    private static final String LOOK = """
            async ([url, projection]) => {
              const target = document.createElement('div');
              target.style.cssText = 'position: fixed; inset: 0; width: 800px; height: 600px; z-index: 99';
              document.body.append(target);
              const source = new ol.source.OGCVectorTile({url, format: new ol.format.MVT({featureClass: ol.Feature}),
                projection: projection ?? undefined});
              await new Promise((ready, failed) => source.on('change', () => {
                if (source.getState() === 'ready') ready();
                if (source.getState() === 'error') failed(new Error('no tileset'));
              }));
              const layer = new ol.layer.VectorTile({source});
              const view = new ol.View({projection: projection ?? 'EPSG:3857',
                center: ol.proj.fromLonLat([118.1, 24.5], projection ?? 'EPSG:3857'), zoom: 8});
              const map = new ol.Map({target, layers: [layer], view});
              await new Promise(done => map.once('rendercomplete', done));
              const seen = layer.getFeaturesInExtent(view.calculateExtent([800, 600]));
              return seen.map(one => [one.get('id'), ...one.getGeometry().getFlatCoordinates().slice(0, 2)]);
            }""";

    /** Where items say the hubs are. */
    private static final String ITEMS = """
            async () => (await (await fetch('../collections/hubs/items?limit=1000')).json()).features
              .map(one => [one.id, ...one.geometry.coordinates])""";

    @RegisterExtension
    private final MapBrowser browser = MapStage.browser();

    /** A unit of a tile at zoom 7, the one drawn, is 180 or 360 degrees / 2^7 / 4096. */
    @ParameterizedTest
    @CsvSource({"WebMercatorQuad, , 0.0007", "CGCS2000Quad, EPSG:4326, 0.0004"})
    void hubsAreSeenWhereTheyAre(String set, String projection, double unit) {
        Page page = browser.open("panel=layers");
        String address = page.url().replaceFirst("/map/.*", "/collections/hubs/tiles/" + set);
        Map<String, double[]> items = places(page.evaluate(ITEMS));
        Map<String, double[]> seen = places(page.evaluate(LOOK, Arrays.asList(address, projection)));
        assertThat(seen).containsKeys("xiamen-gaoqi-airport");
        assertThat(seen.size()).isGreaterThan(5);
        seen.forEach((id, at) -> {
            double[] lonLat = projection == null ? lonLat(at) : at;
            assertThat(lonLat[0]).as(id).isCloseTo(items.get(id)[0], within(unit));
            assertThat(lonLat[1]).as(id).isCloseTo(items.get(id)[1], within(unit));
        });
    }

    private static double[] lonLat(double[] mercator) {
        return new double[] {Math.toDegrees(mercator[0] / 6378137), Math.toDegrees(Math.atan(Math.sinh(mercator[1] / 6378137)))};
    }

    private static Map<String, double[]> places(Object list) {
        Map<String, double[]> places = new LinkedHashMap<>();
        for (Object one : (List<?>) list) {
            List<?> row = (List<?>) one;
            places.put((String) row.get(0), new double[] {((Number) row.get(1)).doubleValue(), ((Number) row.get(2)).doubleValue()});
        }
        return places;
    }
}
