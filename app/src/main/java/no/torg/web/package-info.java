/**
 * What every page stands on: the frame round it, languages and formats, the answer to errors, styles and scripts.
 * It knows nobody above: who is looking and what stands in the menus comes by the seams {@link no.torg.web.ViewerSource} and
 * {@link no.torg.web.MenuItems}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"tenancy", "verbs"})
package no.torg.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
