/** Torg, an open service platform: a modular monolith whose rooms are the packages below this one. */
@NullMarked
package no.torg;

import org.jspecify.annotations.NullMarked;
