package org.tongcheng.web.tiles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Datum;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.tiles.TileMatrixSet;
import org.tongcheng.web.Addresses;
import org.tongcheng.web.Link;
import org.tongcheng.web.Members;
import org.tongcheng.web.Parameters;
import org.tongcheng.web.html.PageFrame;

/**
 * The tiles of one thing, in each tile matrix set, as the standards describe them (17-083r4, 7.1; 20-057, 9 and 10) and as
 * TileJSON 3.0.0. The parameters given are handed on to the tiles' addresses. No limits are stated: beyond limits a tile would have
 * to be missing (20-057, requirement 6 A: 404 or 400), and whoever reads tiles by their address alone would meet errors at the edge
 * of what is drawn, and wherever a feature is yet to come. Here a tile beside the extent is empty; boxes and bounds say where to look.
 *
 * @param title  for people
 * @param source address below the landing page of what is drawn, empty for all there is; the tiles stand below it
 * @param layers in the order of the tiles
 * @param given  parameters of the request
 */
public record Tileset(Text title, String source, List<TilesetLayer> layers, Parameters given) {

    private static final String OGC_REL = "http://www.opengis.net/def/rel/ogc/1.0/";
    private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
    private static final Envelope WORLD = new Envelope(-180, 180, -90, 90);

    /** No datum lies farther from WGS84. */
    private static final double GREATEST_SHIFT_METRES = 2000;

    /** Places are told to the millionth of a degree, a tenth of a metre. */
    private static final double PER_DEGREE = 1e6;

    /** Nearer than this one does not begin. */
    private static final int CLOSEST_START = 14;

    String path() {
        return source + "/tiles";
    }

    /** What is common to its entry in a list and to its own document. */
    private Map<String, Object> head(String base, TileMatrixSet set) {
        return Members.of("title", PageFrame.both(title) + " · " + PageFrame.both(set.title()) + mark(),
                "description", shift().map(PageFrame::both).orElse(null),
                "dataType", "vector", "crs", set.crs(), "tileMatrixSetURI", TileMatrixSetDocument.uri(base, set));
    }

    Map<String, Object> list(String base) {
        List<Object> tilesets = new ArrayList<>();
        for (TileMatrixSet set : TileMatrixSet.values()) {
            Map<String, Object> one = head(base, set);
            one.put("links", documents(self(base, set), scheme(base, set)));
            tilesets.add(one);
        }
        return Members.of("tilesets", tilesets, "links", documents(
                new Link(base + path() + query("json"), "self", "application/json", "This document"),
                new Link(base + path() + query("html"), "alternate", "text/html", "This document as a page")));
    }

    Map<String, Object> document(String base, TileMatrixSet set) {
        Map<String, Object> document = head(base, set);
        if (set.uri().isEmpty()) {
            document.put("tileMatrixSet", TileMatrixSetDocument.of(base, set));
        }
        extent().ifPresent(box -> {
            document.put("boundingBox", box(box));
            int zoom = startZoom(set, box);
            document.put("centerPoint", Members.of("coordinates", centre(box), "crs", CRS84,
                    "tileMatrix", String.valueOf(zoom), "scaleDenominator", set.scaleDenominator(zoom), "cellSize", set.cellSize(zoom)));
        });
        document.put("layers", layers.stream().map(layer -> layer(base, layer)).toList());
        List<Object> links = documents(self(base, set),
                new Link(page(base, set), "alternate", "text/html", "This tileset as a page"),
                scheme(base, set),
                new Link(base + (source.isEmpty() ? "/" : source) + "?f=json", OGC_REL + "geodata", "application/json", "What is drawn"));
        if (set == TileMatrixSet.WEB_MERCATOR_QUAD) {
            links.add(new Link(tileJson(base, set), "alternate", "application/json", "This tileset as TileJSON").document());
        }
        Map<String, Object> tiles = new Link(template(base, set, "{tileMatrix}/{tileRow}/{tileCol}"), "item",
                TileResponse.MVT.mediaType(), "The tiles").document();
        tiles.put("templated", true);
        links.add(tiles);
        document.put("links", links);
        return document;
    }

    /** As TileJSON, which knows Web Mercator alone. */
    Map<String, Object> tileJson(String base) {
        TileMatrixSet set = TileMatrixSet.WEB_MERCATOR_QUAD;
        List<Object> vectorLayers = new ArrayList<>();
        for (TilesetLayer layer : layers) {
            vectorLayers.add(Members.of("id", layer.id(), "description", PageFrame.both(layer.title()), "fields", fields(layer),
                    "minzoom", 0, "maxzoom", set.maxZoom()));
        }
        Optional<Envelope> box = extent();
        return Members.of("tilejson", "3.0.0", "name", PageFrame.both(title) + mark(), "description", head(base, set).get("description"),
                "scheme", "xyz", "tiles", List.of(template(base, set, "{z}/{y}/{x}")), "minzoom", 0, "maxzoom", set.maxZoom(),
                "bounds", box.map(Tileset::bounds).orElse(null),
                "center", box.map(b -> List.of(centre(b).get(0), centre(b).get(1), startZoom(set, b))).orElse(null),
                "vector_layers", vectorLayers);
    }

    private static Map<String, Object> fields(TilesetLayer layer) {
        Map<String, Object> fields = new LinkedHashMap<>();
        layer.attributes().forEach((name, schema) -> {
            Map<?, ?> described = (Map<?, ?>) schema;
            fields.put(name, described.containsKey("title") ? described.get("title") : String.valueOf(described.get("type")));
        });
        return fields;
    }

    private Map<String, Object> layer(String base, TilesetLayer layer) {
        return Members.of("id", layer.id(), "title", PageFrame.both(layer.title()), "dataType", "vector",
                "geometryDimension", layer.dimension(),
                "boundingBox", layer.extent() == null ? null : box(shown(layer.extent())),
                "propertiesSchema", Members.of("type", "object", "properties", layer.attributes()),
                "links", documents(new Link(base + layer.source() + "?f=json", OGC_REL + "geodata", "application/json", "What is drawn")));
    }

    private static Map<String, Object> box(Envelope box) {
        return Members.of("lowerLeft", List.of(box.getMinX(), box.getMinY()), "upperRight", List.of(box.getMaxX(), box.getMaxY()),
                "crs", CRS84);
    }

    /** Of all layers as drawn; empty where there is nothing. */
    Optional<Envelope> extent() {
        Envelope all = new Envelope();
        layers.stream().filter(layer -> layer.extent() != null).forEach(layer -> all.expandToInclude(layer.extent()));
        return all.isNull() ? Optional.empty() : Optional.of(shown(all));
    }

    private Envelope shown(Envelope box) {
        return shifted().isEmpty() ? box : outward(Geodesy.around(box, GREATEST_SHIFT_METRES)).intersection(WORLD);
    }

    /** West, south, east, north. Clients ask for no tile that begins at the eastern or southern bound, though what lies there is in it. */
    private static List<Double> bounds(Envelope box) {
        Envelope wider = outward(box).intersection(WORLD);
        return List.of(wider.getMinX(), wider.getMinY(), wider.getMaxX(), wider.getMaxY());
    }

    /** A larger box, told so. */
    private static Envelope outward(Envelope box) {
        return new Envelope((Math.floor(box.getMinX() * PER_DEGREE) - 1) / PER_DEGREE, (Math.ceil(box.getMaxX() * PER_DEGREE) + 1) / PER_DEGREE,
                (Math.floor(box.getMinY() * PER_DEGREE) - 1) / PER_DEGREE, (Math.ceil(box.getMaxY() * PER_DEGREE) + 1) / PER_DEGREE);
    }

    /** The datum where it is not the true one. */
    Optional<Datum> shifted() {
        return Optional.of(TileParameters.datum(given)).filter(datum -> datum != Datum.WGS84);
    }

    /** What a shifted tileset says of itself; nothing of a true one. */
    Optional<Text> shift() {
        return shifted().map(datum -> new Text(
                "坐标已偏移到 " + datum.label() + "，供同样偏移的底图叠加；所标坐标系只是名义上的，与真实位置相差数百米以上，不可用于量算。",
                "Coordinates are offset to " + datum.label() + ", to lie on base maps that are. The crs named is meant nominally: true positions"
                        + " are some hundred metres away and more, so do not measure in these tiles."));
    }

    /** What titles of a shifted tileset end with. */
    private String mark() {
        return shifted().map(datum -> " · " + datum.label()).orElse("");
    }

    /** Its title on a page, beside what the page is about. */
    Text named(Text what) {
        return new Text(title.zh() + " · " + what.zh() + mark(), title.en() + " · " + what.en() + mark());
    }

    /** Longitude and latitude to the millionth of a degree. */
    static List<Double> centre(Envelope box) {
        return List.of(Math.round(box.centre().x * PER_DEGREE) / PER_DEGREE, Math.round(box.centre().y * PER_DEGREE) / PER_DEGREE);
    }

    /** The nearest zoom at which a tile is as large as the box. */
    static int startZoom(TileMatrixSet set, Envelope box) {
        double span = Math.max(box.getWidth(), box.getHeight());
        int zoom = 0;
        while (zoom < CLOSEST_START && 360.0 / set.columns(zoom + 1) >= span) {
            zoom++;
        }
        return zoom;
    }

    private Link self(String base, TileMatrixSet set) {
        return new Link(address(base, set) + query("json"), "self", "application/json", "This tileset");
    }

    private static Link scheme(String base, TileMatrixSet set) {
        return new Link(TileMatrixSetDocument.address(base, set), OGC_REL + "tiling-scheme", "application/json", PageFrame.both(set.title()));
    }

    String page(String base, TileMatrixSet set) {
        return address(base, set) + query("html");
    }

    String json(String base, TileMatrixSet set) {
        return address(base, set) + query("json");
    }

    String tileJson(String base, TileMatrixSet set) {
        return address(base, set) + query("tilejson");
    }

    /** A tile has one form, so that its address names none. */
    String template(String base, TileMatrixSet set, String place) {
        return address(base, set) + "/" + place + query(null);
    }

    private String address(String base, TileMatrixSet set) {
        return base + path() + "/" + set.id();
    }

    /** The parameters given, with another form. */
    private String query(String form) {
        List<String> all = new ArrayList<>();
        if (form != null) {
            all.add("f=" + form);
        }
        given.all().forEach((name, values) -> {
            if (!name.equals("f")) {
                // a comma that parts ids stands as it is (20-057, collections-selection)
                all.add(Addresses.queryPart(name) + "=" + Addresses.queryPart(values.get(0)).replace("%2C", ","));
            }
        });
        return all.isEmpty() ? "" : all.stream().collect(Collectors.joining("&", "?", ""));
    }

    private static List<Object> documents(Link... links) {
        List<Object> documents = new ArrayList<>();
        for (Link link : links) {
            documents.add(link.document());
        }
        return documents;
    }
}
