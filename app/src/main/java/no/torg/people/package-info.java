/** Who people are and what they may do: persons, affiliations, the organisation tree, teams, roles, and sign-in that ends in an Actor. */
@ApplicationModule(allowedDependencies = {"tenancy", "events", "web", "verbs"})
@NullMarked
package no.torg.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
