package org.tongcheng.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.planning.TestRecords.box;
import static org.tongcheng.planning.TestRecords.member;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordsTest {

    @Test
    void theFinestTilingIsTheCountiesOfADividedPrefectureAndEveryOtherUnitItself() {
        Records records = new TestRecords()
                .unit("10", null, "level", "prefecture", "partitioned", true)
                .unit("11", null, "level", "county", "parent_adcode", "10")
                .unit("12", null, "level", "county", "parent_adcode", "10")
                .unit("20", null, "level", "prefecture", "partitioned", false)
                .unit("21", null, "level", "county", "parent_adcode", "20")
                .unit("30", null, "level", "county-direct")
                .unit("41", null, "level", "county", "parent_adcode", "40")
                .records();
        assertThat(records.finestTiling()).extracting(Unit::adcode).containsExactly("11", "12", "20", "30", "41");
    }

    @Test
    void aCollectionIsEmptyWhereNothingIsOnRecordOrItIsNotThere() {
        Records records = new TestRecords().unit("1", box(0, 0, 1, 1)).with("wells", "w", "POINT (0 0)").records();
        assertThat(records.isEmpty(Collections.UNITS)).isFalse();
        assertThat(records.isEmpty("wells")).isFalse();
        assertThat(records.isEmpty("nowhere")).isTrue();
    }

    @Test
    void theBundledUnitsOfTheFinestTilingHoldEveryPersonOnce() {
        Records records = TestRecords.bundled();
        long prefectures = records.units().stream().filter(u -> !Unit.COUNTY.equals(u.level())).mapToLong(Unit::population).sum();
        assertThat(records.finestTiling().stream().mapToLong(Unit::population).sum()).isEqualTo(prefectures);
    }

    @Test
    void anAreaIsUnitedFromItsMembersAsTheyAreNotFromItsStoredOutline() {
        Records records = new TestRecords()
                .unit("1", box(0, 0, 1, 1))
                .unit("2", box(1, 0, 2, 1))
                .area("a", box(5, 5, 6, 6), List.of(member("1", "whole"), member("2", "whole"), member("3", "whole")))
                .records();
        Outline outline = records.outline(records.findArea("a").orElseThrow());
        assertThat(outline.geometry().equalsTopo(TestRecords.geometry(box(0, 0, 2, 1)))).isTrue();
        assertThat(outline.missing()).extracting(Member::adcode).containsExactly("3");
    }

    @Test
    void aMemberOfUnknownExtentIsTold() {
        Map<String, Object> partial = member("1", "partial/unspecified");
        assertThat(Member.of(partial).extentKnown()).isFalse();
        assertThat(Member.of(member("1", "urban districts only")).extentKnown()).isTrue();
    }

    @Test
    void whatIsNotThereIsEmpty() {
        Records records = new TestRecords().unit("1", null).records();
        assertThat(records.find(new FeatureRef("lakes", "1"))).isEmpty();
        assertThat(records.find(new FeatureRef(Collections.UNITS, "2"))).isEmpty();
        assertThat(records.features(Collections.STOPS)).isEmpty();
    }
}
