package org.tongcheng.exchange.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.PropertyDeclaration;
import org.tongcheng.catalog.PropertyType;
import org.tongcheng.catalog.Scenario;
import org.tongcheng.catalog.Text;
import org.tongcheng.catalog.Write;
import org.tongcheng.store.StoreSettings;
import org.tongcheng.store.Stores;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class MapDrawingTest {

    /** One degree around the equator's crossing with Greenwich: 1000 dots wide and high. */
    private static final Envelope BOX = new Envelope(0, 1, -0.5, 0.5);
    private static final AsOf IN_2020 = new AsOf(LocalDate.of(2020, 12, 31), Scenario.VISION, null);

    private FeatureStore store;

    @BeforeEach
    void openStore() {
        store = Stores.open(StoreSettings.of("jdbc:h2:mem:" + UUID.randomUUID()));
        store.create(declaration("documents", GeometryKind.NONE, "date"));
        store.create(declaration("administrative-units", GeometryKind.ANY, "name_zh", "name_en", "level"));
        store.create(declaration("corridors", GeometryKind.ANY, "name_zh", "mode", "status_at_doc", "opened", "document"));
        store.create(declaration("hubs", GeometryKind.ANY, "name_zh", "kind", "status_at_doc", "opened", "document"));
        put("documents", "plan-2015", null, Map.of("date", "2015"));
        put("documents", "plan-2022", null, Map.of("date", "2022"));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void aPolygonIsDrawnToScale() {
        Sheet sheet = new Sheet(BOX);
        assertThat(sheet.path(wkt("POLYGON ((0.1 0.4, 0.6 0.4, 0.6 -0.1, 0.1 -0.1, 0.1 0.4))")))
                .isEqualTo("M100 100l500 0 0 500 -500 0z");
        // a degree of the equator is 6378.137 km * pi / 180 = 111.319491 km
        assertThat(sheet.dotsPerKilometre()).isCloseTo(1000 / 111.319491, within(1e-6));
    }

    @Test
    void aDegreeOfLatitudeAtSixtyNorthIsDrawnTwiceAsLongAsOneOfLongitude() {
        Sheet sheet = new Sheet(new Envelope(10, 12, 59.5, 60.5));
        assertThat(sheet.x(11) - sheet.x(10)).isCloseTo(500, within(1e-9));
        assertThat(sheet.y(59.5) - sheet.y(60.5)).isCloseTo(1000, within(1e-6));
    }

    @Test
    void whatIsBuiltIsSolidWhatIsPlannedBrokenAndWhatNobodyKnewAbsent() {
        corridor("built", "LINESTRING (0.1 0.1, 0.9 0.1)", "expressway", "open", "2010", "base");
        corridor("planned", "LINESTRING (0.1 0.2, 0.9 0.2)", "expressway", "planned", null, "plan-2015");
        corridor("later", "LINESTRING (0.1 0.3, 0.9 0.3)", "expressway", "planned", null, "plan-2022");
        String svg = MapDrawing.svg(store, BOX, IN_2020, "Roads");
        assertThat(lineOf(svg, "M100 400l800 0")).doesNotContain("dasharray");
        assertThat(lineOf(svg, "M100 300l800 0")).contains("stroke-dasharray=\"6 4\"");
        assertThat(svg).doesNotContain("M100 200l800 0");
        String built = MapDrawing.svg(store, BOX, AsOf.built(IN_2020.date()), "Roads");
        assertThat(built).contains("M100 400l800 0").doesNotContain("M100 300l800 0");
    }

    @Test
    void noLabelCoversAnotherAndWhatFindsNoPlaceIsLeftOut() throws Exception {
        for (int i = 0; i < 60; i++) {
            put("hubs", "h" + i, wkt("POINT (" + (0.5 + 0.001 * (i % 8)) + " " + 0.001 * i / 8 + ")"),
                    Map.of("name_zh", "枢纽" + i, "kind", "port", "opened", "2000"));
        }
        List<Envelope> boxes = labelBoxes(xml(MapDrawing.svg(store, BOX, IN_2020, "Hubs")), "11");
        assertThat(boxes).hasSizeBetween(1, 59);
        IntStream.range(0, boxes.size()).forEach(i -> IntStream.range(0, i)
                .forEach(j -> assertThat(boxes.get(i).intersects(boxes.get(j))).as(boxes.get(i) + " " + boxes.get(j)).isFalse()));
    }

    @Test
    void wordsOfUsersCannotBreakTheDocument() throws Exception {
        put("administrative-units", "u", wkt("POLYGON ((0.1 -0.4, 0.9 -0.4, 0.9 0.4, 0.1 0.4, 0.1 -0.4))"),
                Map.of("name_zh", "<b>&\"\u0001", "level", "prefecture"));
        Document document = xml(MapDrawing.svg(store, BOX, IN_2020, "a < b & c"));
        assertThat(document.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("a < b & c");
        assertThat(document.getElementsByTagName("b").getLength()).isZero();
    }

    @Test
    void theSameQuestionGivesTheSameBytes() {
        corridor("a", "LINESTRING (0.1 0.1, 0.9 0.1)", "metro", "open", "2010", "base");
        assertThat(MapDrawing.svg(store, BOX, IN_2020, null)).isEqualTo(MapDrawing.svg(store, BOX, IN_2020, null));
    }

    @Test
    void aBoxOfWhichNoMapCanBeDrawnIsNamed() {
        assertThatThrownBy(() -> MapDrawing.svg(store, new Envelope(0, 10, 0, 0.1), IN_2020, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0.0,0.0,10.0,0.1");
        assertThatThrownBy(() -> MapDrawing.svg(store, new Envelope(5, 5, 1, 2), IN_2020, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void corridor(String id, String line, String mode, String status, String opened, String document) {
        Map<String, Object> properties = new java.util.LinkedHashMap<>(Map.of("mode", mode, "status_at_doc", status, "document", document));
        properties.put("opened", opened);
        put("corridors", id, wkt(line), properties);
    }

    private void put(String collection, String id, Geometry geometry, Map<String, Object> properties) {
        store.write(List.of(new Write.Put(collection, new Feature(id, geometry, properties))));
    }

    private static CollectionDeclaration declaration(String id, GeometryKind kind, String... properties) {
        List<PropertyDeclaration> declared = Arrays.stream(properties)
                .map(name -> new PropertyDeclaration(name, type(name), Text.of(name), null, null, List.of(), true, false, null, null))
                .toList();
        return new CollectionDeclaration(id, Text.of(id), null, kind, declared, true);
    }

    private static PropertyType type(String name) {
        return name.equals("opened") || name.equals("date") ? PropertyType.PERIOD : PropertyType.STRING;
    }

    private static String lineOf(String svg, String part) {
        return svg.lines().filter(line -> line.contains(part)).findFirst().orElseThrow(() -> new AssertionError(part + " is not drawn"));
    }

    private static Document xml(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    /** Boxes of the map's labels of one size, from their middles. */
    private static List<Envelope> labelBoxes(Document document, String size) {
        List<Envelope> boxes = new ArrayList<>();
        NodeList texts = document.getElementsByTagName("text");
        for (int i = 0; i < texts.getLength(); i++) {
            Element text = (Element) texts.item(i);
            if (text.getAttribute("font-size").equals(size) && text.getAttribute("text-anchor").equals("middle")) {
                double x = Double.parseDouble(text.getAttribute("x"));
                double y = Double.parseDouble(text.getAttribute("y"));
                double half = Labels.width(text.getTextContent(), Double.parseDouble(size)) / 2 - 0.2;
                boxes.add(new Envelope(x - half, x + half, y - 5, y + 5));
            }
        }
        return boxes;
    }

    private static Geometry wkt(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
