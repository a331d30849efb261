/** Tenants, the hosts they answer at, and the wall: no connection is lent without a bound tenant. Starts or finds the database. */
@ApplicationModule(allowedDependencies = {"verbs"})
@NullMarked
package no.torg.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
