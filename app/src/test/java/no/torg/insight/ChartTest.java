package no.torg.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import no.torg.insight.views.Chart;
import no.torg.insight.views.Week;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The drawing of a service's figures. */
class ChartTest {

    @ParameterizedTest
    @CsvSource({"3, 3", "0, 0", "3, 2", "2, 3", "206, 333", "333, 206", "100, 101", "101, 100", "0, 500"})
    void the_names_of_the_lines_never_meet(long opened, long open) {
        var chart = new Chart(List.of(week(0, 0), week(opened, open)));
        var apart = Double.parseDouble(chart.openedNameY()) - Double.parseDouble(chart.openNameY());
        assertThat(Math.abs(apart)).isGreaterThanOrEqualTo(17.9);
        assertThat(apart).as("the higher line has the higher name").matches(by -> open >= opened ? by > 0 : by < 0);
    }

    private static Week week(long opened, long open) {
        return new Week("uke 1", opened, 0, open, "/");
    }
}
