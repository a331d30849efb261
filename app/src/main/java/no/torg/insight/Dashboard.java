package no.torg.insight;

import java.util.List;
import java.util.UUID;

/**
 * Figures that somebody has put together: what they are narrowed to, and which panels in which order.
 *
 * @param shared whether everyone who may see figures finds it, each with the numbers that they may see
 */
public record Dashboard(UUID id, UUID owner, String name, boolean shared, Narrowing narrowing, List<Panel> panels) {

    /** What one writes of it. */
    record Written(String name, boolean shared, Narrowing narrowing, List<Panel> panels) {
    }
}
