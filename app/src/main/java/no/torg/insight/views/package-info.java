/** What the templates in {@code jte/insight} show. */
@NullMarked
@NamedInterface("views")
package no.torg.insight.views;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
