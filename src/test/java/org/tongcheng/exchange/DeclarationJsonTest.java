package org.tongcheng.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.DeclarationRules;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.FeatureCheck;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.InvalidDeclaration;
import org.tongcheng.catalog.PropertyDeclaration;
import org.tongcheng.catalog.PropertyFault;
import org.tongcheng.catalog.PropertyType;
import org.tongcheng.catalog.Text;

class DeclarationJsonTest {

    /** The example of api.md. */
    private static final String HOSPITALS = """
            {"id": "hospitals", "title": {"zh": "医院", "en": "Hospitals"}, "geometry": "Point",
             "properties": {"beds": {"type": "integer", "unit": "1", "title": {"zh": "床位"}, "queryable": true},
                            "level": {"type": "string", "enum": ["1", "2", "3"]}}}""";

    @Test
    void readsTheExampleOfTheContract() {
        assertThat(read(HOSPITALS)).isEqualTo(new CollectionDeclaration(
                "hospitals", new Text("医院", "Hospitals"), null, GeometryKind.POINT,
                List.of(new PropertyDeclaration(
                                "beds", PropertyType.INTEGER, Text.of("床位"), null, "1", List.of(), true, false, null, null),
                        new PropertyDeclaration("level", PropertyType.STRING, Text.of("level"), null, null,
                                List.of("1", "2", "3"), false, false, null, null)),
                false));
    }

    @Test
    void everyBuiltInDeclarationIsTheSameAfterWritingAndReading() {
        List<CollectionDeclaration> builtIn = DeclarationJson.builtIn();
        assertThat(builtIn).extracting(CollectionDeclaration::id).containsExactly(
                "administrative-units", "metropolitan-areas", "corridors", "stops", "hubs", "industrial-parks", "zones", "projects",
                "documents", "claims", "indicators");
        for (CollectionDeclaration declaration : builtIn) {
            CollectionDeclaration own = new CollectionDeclaration(declaration.id(), declaration.title(), declaration.description(),
                    declaration.geometry(), declaration.properties(), false);
            assertThat(read(DeclarationJson.write(declaration))).isEqualTo(own);
        }
    }

    @Test
    void builtInReferencesNameBuiltInCollectionsAndWhatOpensCanClose() {
        List<CollectionDeclaration> builtIn = DeclarationJson.builtIn();
        List<String> ids = builtIn.stream().map(CollectionDeclaration::id).toList();
        for (CollectionDeclaration declaration : builtIn) {
            assertThat(declaration.properties().stream().map(PropertyDeclaration::references).filter(r -> r != null))
                    .as(declaration.id()).allMatch(ids::contains);
            Optional<PropertyDeclaration> opened = declaration.findProperty("opened");
            assertThat(declaration.findProperty("closed").isPresent()).as(declaration.id()).isEqualTo(opened.isPresent());
            opened.ifPresent(p -> assertThat(p.type()).isEqualTo(PropertyType.PERIOD));
        }
    }

    /** A line that states a speed or a headway that nobody could travel by is refused where it is written, not where it is travelled. */
    @ParameterizedTest
    @CsvSource({"corridors, design_speed_kmh, 0, 1, 1000, 1001", "corridors, headway_min, 0, 0.5, 1440, 1441", "stops, run_min, -1, 0.1, 1440, 2000"})
    void numbersOfLinesHaveBounds(String collection, String property, double below, double least, double most, double above) {
        CollectionDeclaration declaration = DeclarationJson.builtIn().stream().filter(c -> c.id().equals(collection)).findFirst().orElseThrow();
        FeatureCheck check = new FeatureCheck(declaration);
        for (double number : new double[] {below, least, most, above}) {
            List<PropertyFault> faults = check.check(new Feature("a", null, Map.of(property, number))).faults().stream()
                    .filter(f -> f.property().equals(property)).toList();
            if (number == below || number == above) {
                assertThat(faults).extracting(PropertyFault::code).containsExactly(PropertyFault.NOT_ALLOWED);
                assertThat(faults.get(0).allowed()).startsWith("number from ").contains(" up to ");
            } else {
                assertThat(faults).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []                                                                    | a declaration is a JSON object
            {"geometry":"Point","properties":{}}                                  | id: a string is required
            {"id":"Hospitals","geometry":"Point","properties":{}}                 | id: 'Hospitals' is not a small letter
            {"id":"a_b","geometry":"Point","properties":{}}                       | id: 'a_b' is not
            {"id":"a","properties":{}}                                            | geometry: a string is required
            {"id":"a","geometry":"Circle","properties":{}}                        | geometry: 'Circle' is none of [Point, LineString
            {"id":"a","geometry":"Point"}                                         | properties: an object with one member
            {"id":"a","geometry":"Point","properties":{},"colour":1}              | colour: unknown member; known are [description
            {"id":"a","geometry":"Point","properties":{"b":1}}                    | properties.b: an object with at least a type
            {"id":"a","geometry":"Point","properties":{"b":{}}}                   | properties.b.type: a string is required
            {"id":"a","geometry":"Point","properties":{"b":{"type":"text"}}}      | properties.b.type: 'text' is none of [string, integer
            {"id":"a","geometry":"Point","properties":{"b":{"type":"string","x":1}}}            | properties.b.x: unknown member
            {"id":"a","geometry":"Point","properties":{"id":{"type":"string"}}}                 | properties.id: is a reserved name
            {"id":"a","geometry":"Point","properties":{"status":{"type":"string"}}}             | properties.status: is a reserved name
            {"id":"a","geometry":"Point","properties":{"1b":{"type":"string"}}}                 | properties.1b: is not a letter
            {"id":"a","geometry":"Point","properties":{"limit":{"type":"integer","queryable":true}}} | properties.limit.queryable: a parameter
            {"id":"a","geometry":"Point","properties":{"b":{"type":"integer","queryable":"yes"}}} | properties.b.queryable: true or false
            {"id":"a","geometry":"Point","properties":{"b":{"type":"integer","enum":["1"]}}}    | properties.b.enum: only a string
            {"id":"a","geometry":"Point","properties":{"b":{"type":"string","enum":["1","1"]}}} | properties.b.enum: names a value twice
            {"id":"a","geometry":"Point","properties":{"b":{"type":"string","enum":[]}}}        | properties.b.enum: an array of at least
            {"id":"a","geometry":"Point","properties":{"b":{"type":"string","unit":"m"}}}       | properties.b.unit: only an integer
            {"id":"a","geometry":"Point","properties":{"b":{"type":"number","unit":"平方米"}}}  | properties.b.unit: '平方米' is no UCUM
            {"id":"a","geometry":"Point","properties":{"b":{"type":"object","queryable":true}}} | properties.b.queryable: an object
            {"id":"a","geometry":"Point","properties":{"b":{"type":"number","references":"c"}}} | properties.b.references: only a string
            {"id":"a","geometry":"Point","properties":{"b":{"type":"number","aggregate":"max"}}} | properties.b.aggregate: 'max' is none of [sum
            {"id":"a","geometry":"Point","properties":{"b":{"type":"string","aggregate":"sum"}}} | properties.b.aggregate: only an integer
            {"id":"a","geometry":"Point","properties":{"b":{"type":"number","minimum":"1"}}}    | properties.b.minimum: a number is allowed
            {"id":"a","geometry":"Point","properties":{"b":{"type":"string","maximum":1}}}      | properties.b.maximum: only an integer
            {"id":"a","geometry":"Point","properties":{"b":{"type":"number","minimum":2,"maximum":1}}} | properties.b.minimum: is above
            {"id":"a","title":{"de":"x"},"geometry":"Point","properties":{}}      | title.de: unknown member
            {"id":"a","title":7,"geometry":"Point","properties":{}}               | title: a string or an object
            """)
    void namesThePlaceOfWhatBreaksTheForm(String json, String message) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(InvalidDeclaration.class).hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"id":"a","id":"b"}       | id
            {"id":"a"                 | end
            {"id":NaN}                | NaN
            {"id":"a"} x              | x
            ``                        | end
            """)
    void whatIsNoJsonIsMalformed(String json, String named) {
        assertThatThrownBy(() -> read(json == null ? "" : json))
                .isInstanceOf(MalformedInput.class).hasMessageContaining(named).hasMessageContaining("line 1");
    }

    @Test
    void propertyNamesOfAnyScriptAreTaken() {
        assertThat(DeclarationRules.isPropertyName("名称")).isTrue();
        assertThat(DeclarationRules.isPropertyName("Code_County")).isTrue();
        assertThat(DeclarationRules.isPropertyName("a b")).isFalse();
        assertThat(DeclarationRules.isPropertyName("geometry")).isFalse();
    }

    private static CollectionDeclaration read(String json) {
        return DeclarationJson.read(new ByteArrayInputStream(json.getBytes(UTF_8)));
    }
}
