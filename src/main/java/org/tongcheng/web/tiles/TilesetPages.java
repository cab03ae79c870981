package org.tongcheng.web.tiles;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tongcheng.catalog.Text;
import org.tongcheng.tiles.TileMatrixSet;
import org.tongcheng.web.Addresses;
import org.tongcheng.web.html.Markup;
import org.tongcheng.web.html.PageFrame;
import org.tongcheng.web.html.PageFrame.Crumb;

/** Pages about tilesets and tile matrix sets. */
final class TilesetPages {

    private static final Text TILES = new Text("矢量瓦片", "Vector tiles");
    private static final Text SETS = new Text("瓦片矩阵集", "Tile matrix sets");
    private static final Text LAYERS = new Text("图层与属性", "Layers and their attributes");

    /** A page that is written only where it is asked for. */
    record Page(PageFrame frame, Consumer<Markup> content) {}

    private TilesetPages() {}

    static Page list(String base, Tileset tileset) {
        PageFrame frame = new PageFrame(base, tileset.named(TILES), crumbs(base, tileset, false), base + tileset.path() + "?f=json");
        return new Page(frame, markup -> {
            shift(markup, tileset);
            heads(markup, "瓦片集 Tileset", "坐标系 CRS", "层级 Zooms");
            for (TileMatrixSet set : TileMatrixSet.values()) {
                markup.open("tr").open("td").link(tileset.page(base, set), PageFrame.both(set.title())).close();
                markup.open("td").link(set.crs(), set.crs()).close();
                markup.element("td", "0–" + set.maxZoom()).close();
            }
            markup.close().close();
            onMap(markup, base, tileset);
        });
    }

    static Page one(String base, Tileset tileset, TileMatrixSet set) {
        Text title = tileset.named(set.title());
        PageFrame frame = new PageFrame(base, title, crumbs(base, tileset, true), tileset.json(base, set));
        return new Page(frame, markup -> {
            markup.open("p").link(tileset.json(base, set), "JSON");
            if (set == TileMatrixSet.WEB_MERCATOR_QUAD) {
                markup.text(" · ").link(tileset.tileJson(base, set), "TileJSON");
            }
            markup.text(" · ").link(TileMatrixSetDocument.address(base, set) + "?f=html", PageFrame.both(set.title())).close();
            shift(markup, tileset);
            facts(markup, base, tileset, set);
            onMap(markup, base, tileset);
            PageFrame.heading(markup, "h2", LAYERS);
            boolean alone = tileset.layers().size() == 1;
            tileset.layers().forEach(layer -> layer(markup, base, layer, alone));
        });
    }

    static Page matrixSets(String base) {
        return new Page(new PageFrame(base, SETS, List.of(), base + "/tileMatrixSets?f=json"), markup -> {
            heads(markup, "编号 Id", "名称 Title", "坐标系 CRS", "层级 Zooms");
            for (TileMatrixSet set : TileMatrixSet.values()) {
                markup.open("tr").open("td").link(TileMatrixSetDocument.address(base, set) + "?f=html", set.id()).close();
                markup.element("td", PageFrame.both(set.title())).open("td").link(set.crs(), set.crs()).close();
                markup.element("td", "0–" + set.maxZoom()).close();
            }
            markup.close().close();
        });
    }

    static Page matrixSet(String base, TileMatrixSet set) {
        String address = TileMatrixSetDocument.address(base, set);
        List<Crumb> crumbs = List.of(new Crumb(base + "/tileMatrixSets?f=html", PageFrame.both(SETS)));
        return new Page(new PageFrame(base, set.title(), crumbs, address + "?f=json"), markup -> {
            markup.open("table", "class", "facts");
            row(markup, "编号 Id", set.id());
            row(markup, "坐标系 CRS", set.crs());
            row(markup, "原点 Origin", plain(set.origin()[0]) + ", " + plain(set.origin()[1]));
            row(markup, "瓦片像元 Cells of a tile", TileMatrixSet.CELLS + " × " + TileMatrixSet.CELLS);
            markup.close();
            String unit = set == TileMatrixSet.WEB_MERCATOR_QUAD ? "m" : "°";
            heads(markup, "层级 Zoom", "比例尺分母 Scale denominator", "像元 Cell size (" + unit + ")", "列 Columns", "行 Rows");
            for (int zoom = 0; zoom <= set.maxZoom(); zoom++) {
                markup.open("tr");
                for (Object figure : List.of(zoom, plain(set.scaleDenominator(zoom)), plain(set.cellSize(zoom)), set.columns(zoom), set.rows(zoom))) {
                    markup.element("td", figure, "class", "number");
                }
                markup.close();
            }
            markup.close().close();
        });
    }

    /** Twelve figures without an exponent. */
    private static String plain(double figure) {
        return new BigDecimal(figure).round(new MathContext(12)).stripTrailingZeros().toPlainString();
    }

    /** Said before anything else: who overlooks it draws in the wrong place. */
    private static void shift(Markup markup, Tileset tileset) {
        tileset.shift().ifPresent(text -> markup.element("p", text.zh()).element("p", text.en(), "class", "soft", "lang", "en"));
    }

    private static List<Crumb> crumbs(String base, Tileset tileset, boolean list) {
        List<Crumb> crumbs = new ArrayList<>();
        if (!tileset.source().isEmpty()) {
            crumbs.add(new Crumb(base + tileset.source() + "?f=html", PageFrame.both(tileset.title())));
        }
        if (list) {
            crumbs.add(new Crumb(base + tileset.path() + "?f=html", PageFrame.both(TILES)));
        }
        return crumbs;
    }

    private static void facts(Markup markup, String base, Tileset tileset, TileMatrixSet set) {
        markup.open("table", "class", "facts");
        markup.open("tr").element("th", "瓦片地址 Address of tiles").open("td").element("code", tileset.template(base, set, "{z}/{y}/{x}"));
        markup.close().close();
        row(markup, "格式 Form", TileResponse.MVT.mediaType());
        row(markup, "坐标系 CRS", set.crs() + tileset.shifted().map(datum -> "（名义 nominal）").orElse(""));
        row(markup, "层级 Zooms", "0–" + set.maxZoom());
        tileset.shifted().ifPresent(datum -> row(markup, "基准 Datum", datum.label()));
        tileset.extent().ifPresent(box -> row(markup, "范围 Extent",
                box.getMinX() + "–" + box.getMaxX() + "°E, " + box.getMinY() + "–" + box.getMaxY() + "°N"));
        markup.close();
    }

    /** The console begins where there is something to be seen. */
    private static void onMap(Markup markup, String base, Tileset tileset) {
        tileset.extent().ifPresent(box -> {
            int zoom = Tileset.startZoom(TileMatrixSet.WEB_MERCATOR_QUAD, box) + 1;
            List<Double> centre = Tileset.centre(box);
            String view = "view=" + centre.get(0) + "," + centre.get(1) + "," + zoom;
            String year = tileset.given().find("asOf").map(date -> "&year=" + date.substring(0, 4)).orElse("");
            String scenario = tileset.given().find("scenario").map(name -> "&scenario=" + Addresses.queryPart(name)).orElse("");
            markup.open("p").link(base + "/map/?" + view + year + scenario, "在地图上看 See it on the map").close();
        });
    }

    private static void layer(Markup markup, String base, TilesetLayer layer, boolean open) {
        markup.open("details", "open", open ? "" : null).open("summary").text(PageFrame.both(layer.title()) + " ").element("code", layer.id(), "class", "soft").close();
        markup.open("p").link(base + layer.source() + "?f=html", "出处 Source").close();
        heads(markup, "属性 Attribute", "名称 Title", "类型 Type", "取值 Values");
        layer.attributes().forEach((name, schema) -> {
            Map<?, ?> described = (Map<?, ?>) schema;
            markup.open("tr").open("td").element("code", name).close();
            markup.element("td", described.get("title")).element("td", described.get("type"));
            markup.element("td", described.get("enum") instanceof List<?> values ? String.join(", ", values.stream().map(String::valueOf).toList()) : "",
                    "class", "text").close();
        });
        markup.close().close().close();
    }

    /** Opens a table, which takes two ends. */
    private static void heads(Markup markup, String... heads) {
        markup.open("div", "class", "wide").open("table").open("tr");
        for (String head : heads) {
            markup.element("th", head, "scope", "col");
        }
        markup.close();
    }

    private static void row(Markup markup, String name, Object value) {
        markup.open("tr").element("th", name, "scope", "row").element("td", value).close();
    }
}
