package org.tongcheng.web.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcheng.catalog.Query;
import org.tongcheng.web.problem.Refusal;

class DatetimeTest {

    @ParameterizedTest
    @CsvSource({
        "2018-02-12T23:20:50Z, 2018-02-12, 2018-02-12",
        "2018-02-12t23:20:50.52z, 2018-02-12, 2018-02-12",
        "2018-02-12T23:59:60+08:00, 2018-02-12, 2018-02-12",
        "2018-02-12, 2018-02-12, 2018-02-12",
        "2016, 2016-01-01, 2016-12-31",
        "2016-02, 2016-02-01, 2016-02-29",
        "2018-02-12T00:00:00Z/2018-03-18T12:31:12Z, 2018-02-12, 2018-03-18",
        "2018-02-12/.., 2018-02-12, ",
        "2018-02-12/, 2018-02-12, ",
        "../2018, , 2018-12-31",
        "/2018-02, , 2018-02-28"})
    void readsInstantsAndIntervals(String text, LocalDate from, LocalDate to) {
        assertThat(Datetime.of(text)).isEqualTo(new Query.Days(from, to));
    }

    @Test
    void asksNothingWhereBothEndsAreOpen() {
        assertThat(Datetime.of("../..")).isNull();
        assertThat(Datetime.of("/")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2018-02-30", "2018-13-01", "2018-02-12T25:00:00Z", "2018-02-12T10:00:00", "2018-02-12 10:00:00Z",
        "2018/2017", "2018-01-01/2018-02-01/2018-03-01", "....", "0000-01-01", "２０１８", "2018-2-1", "-2018-01-01"})
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> Datetime.of(text)).isInstanceOf(Refusal.class).hasMessageContaining("datetime");
    }
}
