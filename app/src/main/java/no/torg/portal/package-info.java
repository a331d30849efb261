/** The portal's own pages: the front page, My page and the search over everything one may see. */
@ApplicationModule(allowedDependencies = {"tenancy", "people", "search", "catalog", "catalog :: views", "cases", "cases :: views", "cases.requests", "web", "web :: views"})
@NullMarked
package no.torg.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
