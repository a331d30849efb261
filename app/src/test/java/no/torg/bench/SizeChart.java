package no.torg.bench;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws the latencies by the number of cases, both by powers of ten. */
final class SizeChart {

    private static final List<String> SHOWN = List.of("empty frame", "queue list", "case page", "my page", "search, common", "search, two words", "service figures", "insight front page");

    private SizeChart() {
    }

    static void draw(Map<Integer, Map<String, Double>> measured, Path file) throws IOException {
        var chart = new XYChartBuilder().width(900).height(520).title("p95 by the number of cases, 8 clients").xAxisTitle("cases").yAxisTitle("ms").build();
        chart.getStyler().setXAxisLogarithmic(true).setYAxisLogarithmic(true).setLegendPosition(LegendPosition.OutsideE).setChartBackgroundColor(Color.WHITE);
        for (var kind : SHOWN) {
            var has = measured.entrySet().stream().filter(size -> size.getValue().containsKey(kind)).toList();
            if (!has.isEmpty()) {
                chart.addSeries(kind, has.stream().mapToDouble(Map.Entry::getKey).toArray(), has.stream().mapToDouble(size -> size.getValue().get(kind)).toArray())
                        .setMarker(SeriesMarkers.CIRCLE).setLineStyle(new BasicStroke(2));
            }
        }
        VectorGraphicsEncoder.saveVectorGraphic(chart, file.toString(), VectorGraphicsFormat.SVG);
    }
}
