package no.torg.catalog;

import java.util.Optional;
import java.util.UUID;

import no.torg.people.RoleScope;
import org.springframework.stereotype.Component;

/** Roles are held over services, which are called by their keys. */
@Component
class ServiceScope implements RoleScope {

    private final ServiceRepository repository;

    ServiceScope(ServiceRepository repository) {
        this.repository = repository;
    }

    @Override
    public String kind() {
        return "service";
    }

    @Override
    public Optional<UUID> named(String name) {
        return repository.id(name);
    }

    @Override
    public boolean exists(UUID id) {
        return repository.exists(id);
    }
}
