package no.torg.metrics;

/**
 * How values are spread: what so many of a hundred do not exceed, by nearest rank; minutes.
 *
 * @param median the value in the middle, the mean of the middle two where there is an even number
 */
public record Spread(int tenth, int quarter, double median, int threeQuarters, int ninetieth) {
}
