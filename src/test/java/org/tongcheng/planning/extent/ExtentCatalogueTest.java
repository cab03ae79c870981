package org.tongcheng.planning.extent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.TestRecords;

/** The bundled catalogue's areas against figures computed elsewhere and against what plans declare. */
class ExtentCatalogueTest {

    private static final Records RECORDS = TestRecords.bundled();
    private static final Extent EXTENT = new Extent();

    /** Computed with GeographicLib on GRS80, edges cut every 0.001°; agreement within 1e-6 or 0.0001 km², whichever is larger. */
    @Test
    void everyUnitAndAreaHasTheAreaThatAnIndependentComputationGives() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("src/test/resources/areas_check.csv"));
        assertThat(rows.size() - 1).isEqualTo(RECORDS.units().size() + RECORDS.areas().size()).isEqualTo(221);
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",");
            String collection = RECORDS.findUnit(cells[0]).isPresent() ? Collections.UNITS : Collections.AREAS;
            double expected = Double.parseDouble(cells[2]);
            assertThat(measured(collection + "/" + cells[0]).areaKm2())
                    .as(cells[0] + " " + cells[1])
                    .isCloseTo(expected, Offset.offset(Math.max(1e-6 * expected, 1e-4)));
        }
    }

    @Test
    void nanjingsDeclaredAreaAgreesWithWhatIsMeasured() {
        Measured nanjing = measured("metropolitan-areas/nanjing-metro-2021");
        assertThat(nanjing.declared().km2()).isEqualTo(27_000);
        assertThat(nanjing.declared().roundingKm2()).isEqualTo(500);
        assertThat(nanjing.differenceKm2()).isCloseTo(-489.5, Offset.offset(0.1));
        assertThat(nanjing.consistent()).isEqualTo("yes");
        assertThat(nanjing.unresolvedMembers()).extracting(Measured.UnresolvedMember::reason).containsOnly("membership-doubtful");
    }

    @Test
    void fuzhousIsUndecidableBecauseItIsUnknownHowMuchOfNingdeAndNanpingTakesPart() {
        Measured fuzhou = measured("metropolitan-areas/fuzhou-metro-2021");
        assertThat(fuzhou.consistent()).isEqualTo("undecidable");
        assertThat(fuzhou.reasons()).singleElement().asString().contains("宁德市", "南平市", "建阳区", "建瓯市");
    }

    @Test
    void pingtanIsNamedAndNotCountedTwice() {
        Measured fuzhou = measured("metropolitan-areas/fuzhou-metro-2021");
        assertThat(fuzhou.members()).filteredOn(m -> m.adcode().equals("350128")).singleElement()
                .matches(m -> !m.counted() && m.containedIn().equals("350100"));
        double counted = fuzhou.members().stream().filter(Measured.MemberExtent::counted)
                .mapToDouble(Measured.MemberExtent::areaKm2).sum();
        assertThat(fuzhou.areaKm2()).isCloseTo(counted, Offset.offset(0.01));
    }

    @Test
    void areasOfTheSameFootprintAndAreasWithinOthersAreOverlaps() {
        assertThat(measured("metropolitan-areas/hangzhou-metro-2021").overlaps()).singleElement()
                .matches(o -> o.feature().equals("metropolitan-areas/hangzhou-circle-2009") && o.share() == 1 && o.shareOfOther() == 1);
        assertThat(measured("metropolitan-areas/shenzhen-city-2011").overlaps()).extracting(Measured.Overlap::feature)
                .containsExactlyInAnyOrder("metropolitan-areas/prd", "metropolitan-areas/shenguanhui", "metropolitan-areas/shenguanhui-plus");
    }

    private static Measured measured(String feature) {
        return ((ExtentAnswer) EXTENT.answer(TestRecords.ask(EXTENT, Map.of("feature", List.of(feature))), RECORDS)).body();
    }
}
