/** What the templates in {@code jte/notifications} show. */
@NullMarked
@NamedInterface("views")
package no.torg.notifications.views;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
