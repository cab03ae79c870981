package org.tongcheng.web.map;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the map at {@code /map/} is set up ({@code --tongcheng.map.…}).
 *
 * @param baseMap        what is drawn beneath everything
 * @param approvalNumber number under which the map may be published (审图号), shown on it; empty for none
 * @param area           area that the map opens at; empty for the first of the catalogue
 */
public record MapSettings(
        @DefaultValue BaseMap baseMap, @DefaultValue("") String approvalNumber, @DefaultValue("") String area) {

    /**
     * A base map of someone else; the reader's browser asks its host, this service never does.
     *
     * @param kind        {@code none}, {@code xyz}, {@code wmts} or {@code tianditu}
     * @param url         xyz: template with {@code {z}}, {@code {x}}, {@code {y}}; wmts: address of the capabilities; else empty
     * @param layer       wmts: id of the layer; tianditu: {@code vec}, {@code img} or {@code ter}
     * @param matrixSet   wmts: id of the tile matrix set, empty for the first that fits
     * @param key         tianditu: the key of the one who runs this service
     * @param attribution what must stand on the map
     * @param datum       {@code GCJ-02} where the tiles are offset (高德, 腾讯), {@code BD-09}: then everything is drawn with that offset
     */
    public record BaseMap(
            @DefaultValue("none") String kind, @DefaultValue("") String url, @DefaultValue("") String layer,
            @DefaultValue("") String matrixSet, @DefaultValue("") String key, @DefaultValue("") String attribution,
            @DefaultValue("WGS84") String datum) {

        private static final Set<String> KINDS = Set.of("none", "xyz", "wmts", "tianditu");
        private static final Set<String> DATUMS = Set.of("WGS84", "GCJ-02", "BD-09");
        private static final Set<String> TIANDITU_LAYERS = Set.of("", "vec", "img", "ter");
        private static final int TIANDITU_HOSTS = 8;

        public BaseMap {
            require(KINDS.contains(kind), "kind", kind, "none, xyz, wmts or tianditu");
            require(DATUMS.contains(datum), "datum", datum, "WGS84, GCJ-02 or BD-09");
            boolean needsUrl = kind.equals("xyz") || kind.equals("wmts");
            require(!needsUrl || url.startsWith("http://") || url.startsWith("https://"), "url", url, "an http or https address");
            require(!kind.equals("wmts") || !layer.isEmpty(), "layer", layer, "the id of a layer");
            require(!kind.equals("tianditu") || !key.isEmpty(), "key", "", "the key that tianditu gave you");
            require(!kind.equals("tianditu") || TIANDITU_LAYERS.contains(layer), "layer", layer, "vec, img or ter");
            attribution = kind.equals("tianditu") && attribution.isEmpty() ? "天地图 国家地理信息公共服务平台" : attribution;
        }

        /** Hosts that the page may ask by script: that of the capabilities. */
        List<String> documentSources() {
            return kind.equals("wmts") ? imageSources() : List.of();
        }

        /** Hosts that the page may load images from, as sources of a content security policy. */
        List<String> imageSources() {
            if (kind.equals("tianditu")) {
                return IntStream.range(0, TIANDITU_HOSTS).mapToObj(i -> "https://t" + i + ".tianditu.gov.cn").toList();
            }
            if (kind.equals("none")) {
                return List.of();
            }
            String plain = url.replaceAll("\\{([a-z0-9])-([a-z0-9])}", "*").replaceAll("[{}]", "");
            String host = plain.replaceFirst("^(https?://[^/?#]+).*$", "$1");
            require(!host.matches(".*[;,\\s'\"].*"), "url", url, "an address whose host is plain");
            return List.of(host.contains("*") ? host.replaceFirst("//[^.]*\\*[^.]*", "//*") : URI.create(host).toString());
        }

        private static void require(boolean holds, String name, String value, String allowed) {
            if (!holds) {
                throw new IllegalArgumentException("tongcheng.map.base-map." + name + " is '" + value + "', not " + allowed);
            }
        }
    }
}
