package org.tongcheng.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.network.sketch.SketchSettings;

class ProfilesTest {

    private static final Path BUNDLED = Path.of("data/profiles");
    private static final Path SKETCH = Path.of("data/streets/sketch.yml");

    @TempDir
    Path folder;

    @Test
    void theBundledProfilesAreWhole() throws IOException {
        List<Profile> profiles = Profiles.readAll(BUNDLED);
        assertThat(profiles).extracting(Profile::id).contains("drive", "drive-peak", "walk", "transit", "commute");
        Profile transit = Profiles.read(BUNDLED.resolve("transit.yml"));
        assertThat(transit.streets().speed().value()).isEqualTo(4.8);
        assertThat(transit.modes().keySet()).allMatch(Mode::boarded).hasSize(6);
        Profile.ModeRules metro = transit.findMode(Mode.METRO).orElseThrow();
        assertThat(metro.entry().value()).isEqualTo(3);
        assertThat(metro.exit().value()).isEqualTo(2);
        assertThat(transit.findMode(Mode.HIGH_SPEED_RAIL).orElseThrow().entry().value()).isEqualTo(15);
        assertThat(Profiles.read(BUNDLED.resolve("drive.yml")).modes().keySet()).noneMatch(Mode::boarded).hasSize(4);
    }

    @Test
    void aFaultNamesTheFileAndTheKey() throws IOException {
        assertFault("value: 4.8", "value: fast", "streets.speed.value", "must be a number");
        assertFault("unit: km/h, reason: \"1.33", "unit: m/s, reason: \"1.33", "streets.speed.unit", "is 'm/s'; it must be km/h");
        assertFault("  metro:", "  tram:", "modes.tram", "is not a mode");
        assertFault("  metro:", "  pipeline:", "modes.pipeline", "carries nobody");
        assertFault("    headway: {value: 6", "    headways: {value: 6", "modes.metro.headways", "is no setting here");
        assertFault("id: transit", "id: ", "id", "must be a text");
        assertFault("    value: 1.15", "    value: 0.9", "streets.detour.value", "must be at least 1");
        assertFault("  speed: {value: 4.8", "  speed: by-streets\n  pace: {value: 4.8", "streets.pace", "is no setting here");
    }

    /** Nothing at the peak is faster than in free flow, on no class of road and on no line. */
    @Test
    void thePeakIsNowhereFasterThanFreeFlow() throws IOException {
        Profile free = Profiles.read(BUNDLED.resolve("drive.yml"));
        Profile peak = Profiles.read(BUNDLED.resolve("drive-peak.yml"));
        assertThat(peak.streets().shares().keySet()).containsExactlyInAnyOrder(RoadClass.values());
        assertThat(peak.streets().shares().values()).allMatch(share -> share.value() > 0 && share.value() < 1);
        assertThat(peak.modes().keySet()).isEqualTo(free.modes().keySet());
        free.modes().forEach((mode, rules) -> {
            Profile.ModeRules slower = peak.findMode(mode).orElseThrow();
            assertThat(slower.speed().value() * slower.share().value()).as(mode.label())
                    .isLessThan(rules.speed().value() * rules.share().value());
            assertThat(slower.entry().value()).isGreaterThanOrEqualTo(rules.entry().value());
            assertThat(slower.exit().value()).isGreaterThanOrEqualTo(rules.exit().value());
        });
    }

    @Test
    void aFaultInSharesIsNamed() throws IOException {
        String peak = "drive-peak.yml";
        assertFault(peak, "    primary: {value: 0.6", "    boulevard: {value: 0.6", "streets.shares.boulevard", "is not a class of road");
        assertFault(peak, "    primary: {value: 0.6", "    primary: {value: 1.2", "streets.shares.primary.value", "must be at most 1");
        assertFault(peak, "    primary: {value: 0.6", "    primary: {value: 0", "streets.shares.primary.value", "must be greater than 0");
        assertFault(peak, "  speed: by-streets", "  speed: {value: 30, unit: km/h, reason: \"even\"}", "streets.shares", "needs speed: by-streets");
    }

    @Test
    void aNumberWithoutAReasonIsRefused() throws IOException {
        assertFault(", reason: \"usual off-peak headway\"", "", "modes.metro.headway.reason", "must be a text");
    }

    @Test
    void twoFilesOfOneIdAreRefused() throws IOException {
        Files.copy(BUNDLED.resolve("drive.yml"), folder.resolve("a.yml"));
        Files.copy(BUNDLED.resolve("drive.yml"), folder.resolve("b.yml"));
        assertThatThrownBy(() -> Profiles.readAll(folder))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("b.yml").hasMessageContaining("'drive'");
    }

    @Test
    void commuteIsTheFasterOfTwoAndTravelsTheLinesOfBoth() throws IOException {
        List<Profile> all = Profiles.readAll(BUNDLED);
        Profile commute = all.stream().filter(p -> p.id().equals("commute")).findFirst().orElseThrow();
        assertThat(commute.fastestOf()).extracting(Profile::id).containsExactly("drive-peak", "transit");
        assertThat(commute.streets()).isNull();
        commute.fastestOf().forEach(part -> assertThat(commute.modes()).containsAllEntriesOf(part.modes()));
        assertThat(commute.modes()).hasSize(10);
    }

    @Test
    void whatCannotBeTheFastestOfOthersIsNamed() throws IOException {
        assertFastestFault("[drive, fly]", "names 'fly'; there are drive-peak, drive, walk");
        assertFastestFault("[drive]", "must name two");
        assertFastestFault("drive", "must be a list of texts");
        assertFastestFault("[drive, drive-peak]", "'drive-peak' travels expressway, as another of them does");
        assertFastestFault("[drive, mine]", "names 'mine'");
        assertFastestFault("[drive, walk]\nmodes: {}", "'modes' is no setting here");
    }

    @Test
    void profilesOnOthersLinesTakeTheirNumbers() throws IOException {
        Map<String, Profile> all = new HashMap<>();
        Profiles.readAll(BUNDLED).forEach(p -> all.put(p.id(), p));
        Profile transit = all.get("transit");
        assertThat(all.get("station-to-station").modes()).isEqualTo(transit.modes());
        assertThat(all.get("in-vehicle").stations().ridingAlone()).isTrue();
        all.get("in-vehicle").modes().forEach((mode, rules) -> {
            assertThat(rules.dwell()).isEqualTo(transit.modes().get(mode).dwell());
            assertThat(rules.headway()).isNull();
            assertThat(rules.entry().value() + rules.exit().value()).isZero();
        });
        Profile fed = all.get("transit-bicycle");
        assertThat(fed.modes()).isEqualTo(transit.modes());
        assertThat(fed.definition().en()).contains("12 km/h", "2 minutes to take one", "1 to leave it");
        assertThat(List.of(fed.feeder().speed().value(), fed.feeder().pickUp().value(), fed.feeder().putDown().value())).containsExactly(12.0, 2.0, 1.0);
        Profile.ModeRules metro = fed.fastestOf().get(1).findMode(Mode.METRO).orElseThrow();
        assertThat(metro.entry().value()).isEqualTo(3 + 1);
        assertThat(metro.exit().value()).isEqualTo(2 + 2);
    }

    @Test
    void whatIsNoFeederAndNoStationIsNamed() throws IOException {
        assertOthersFault("transit-bicycle.yml", "kind: bicycle", "kind: rickshaw", "feeder.kind' must be bicycle or bus");
        assertOthersFault("transit-bicycle.yml", "value: 12", "value: 4", "feeder.speed.value' must be above that of walking");
        assertOthersFault("transit-bicycle.yml", "lines_of: transit", "lines_of: drive", "names 'drive', which walks to no line");
        assertOthersFault("transit-bicycle.yml", "lines_of: transit", "lines_of: mine", "names 'mine'; there are drive, transit");
        assertOthersFault("transit-bicycle.yml", "  put_down:", "  wait:", "feeder.wait' is no setting here");
        assertOthersFault("in-vehicle.yml", "counts: riding", "counts: all", "stations.counts' must be riding or waits-and-transfers");
        assertOthersFault("in-vehicle.yml", "value: 2, unit: km", "value: 2, unit: m", "must be km");
        assertOthersFault("in-vehicle.yml", "lines_of: transit", "lines_of: drive", "that has no stations");
        assertOthersFault("in-vehicle.yml", "lines_of: transit", "modes: {}", "lines_of");
    }

    private void assertOthersFault(String bundled, String text, String instead, String what) throws IOException {
        for (String id : List.of("drive", "transit")) {
            Files.copy(BUNDLED.resolve(id + ".yml"), folder.resolve(id + ".yml"), StandardCopyOption.REPLACE_EXISTING);
        }
        String whole = Files.readString(BUNDLED.resolve(bundled));
        assertThat(whole).contains(text);
        Files.writeString(folder.resolve("mine.yml"), whole.replace(text, instead));
        assertThatThrownBy(() -> Profiles.readAll(folder)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mine.yml").hasMessageContaining(what);
    }

    private void assertFastestFault(String of, String what) throws IOException {
        for (String id : List.of("drive", "drive-peak", "walk")) {
            Files.copy(BUNDLED.resolve(id + ".yml"), folder.resolve(id + ".yml"), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(folder.resolve("mine.yml"), "id: mine\ntitle: {zh: 甲, en: a}\ndefinition: {zh: 甲, en: a}\nfastest_of: " + of);
        assertThatThrownBy(() -> Profiles.readAll(folder)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mine.yml").hasMessageContaining(what);
    }

    @Test
    void whatIsNoYamlIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.yml"), "id: [");
        assertThatThrownBy(() -> Profiles.read(file))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("bad.yml is no YAML");
    }

    @Test
    void theSketchSettingsAreWholeAndFaultsNamed() throws IOException {
        SketchSettings settings = SketchSettings.read(SKETCH);
        assertThat(settings.spacingMetres()).isEqualTo(1000);
        assertThat(settings.classes()).hasSize(5);
        assertThat(settings.coast()).isNotEmpty();
        String text = Files.readString(SKETCH);
        Path file = folder.resolve("sketch.yml");
        Files.writeString(file, text.replace("value: 500, unit: persons/km2", "value: 50, unit: persons/km2"));
        assertThatThrownBy(() -> SketchSettings.read(file))
                .hasMessageContaining("sketch.yml").hasMessageContaining("'classes[2].below' must be greater");
        Files.writeString(file, text.replaceFirst("spacing:\n  value: 1000", "spacing:\n  value: 0"));
        assertThatThrownBy(() -> SketchSettings.read(file)).hasMessageContaining("'spacing.value' must be greater than 0");
    }

    private void assertFault(String text, String instead, String key, String what) throws IOException {
        assertFault("transit.yml", text, instead, key, what);
    }

    private void assertFault(String bundled, String text, String instead, String key, String what) throws IOException {
        String whole = Files.readString(BUNDLED.resolve(bundled));
        assertThat(whole).contains(text);
        Path file = Files.writeString(folder.resolve("changed.yml"), whole.replaceFirst(
                java.util.regex.Pattern.quote(text), java.util.regex.Matcher.quoteReplacement(instead)));
        assertThatThrownBy(() -> Profiles.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("changed.yml: '" + key + "'")
                .hasMessageContaining(what);
    }
}
