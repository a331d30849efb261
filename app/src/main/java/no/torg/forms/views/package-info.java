/** What the templates of forms are given: pages, fields and choices, worded in one language. */
@NullMarked
@NamedInterface("views")
package no.torg.forms.views;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
