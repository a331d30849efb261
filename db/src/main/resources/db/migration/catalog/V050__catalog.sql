create schema catalog;
comment on schema catalog is 'Services: their definitions by version, what the tenant binds them to, topics';
grant usage on schema catalog to torg_app;

create table catalog.topic (
  tenant_id  integer not null references tenancy.tenant,
  id         text    not null check (id ~ '^[a-z][a-z0-9-]{0,59}$'),
  position   integer not null,
  icon       text    not null,
  names      jsonb   not null,
  notes      jsonb   not null default '{}',
  primary key (tenant_id, id)
);
comment on table catalog.topic is 'What services are sorted under; names and notes by language';
call tenancy.wall('catalog.topic');
grant select, insert, update, delete on catalog.topic to torg_app;

create table catalog.service (
  tenant_id     integer     not null references tenancy.tenant,
  id            uuid        not null,
  key           text        not null,
  slug          text        not null,
  published     text,
  retired_at    timestamptz,
  created_at    timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, key),
  unique (tenant_id, slug)
);
comment on table catalog.service is 'A service the tenant has; key is its definition''s id, published the version people meet';
call tenancy.wall('catalog.service');
grant select, insert, update on catalog.service to torg_app;

create table catalog.service_version (
  tenant_id     integer     not null,
  service_id    uuid        not null,
  version       text        not null,
  files         jsonb       not null,
  imported_by   uuid,
  imported_at   timestamptz not null default now(),
  published_by  uuid,
  published_at  timestamptz,
  primary key (tenant_id, service_id, version),
  foreign key (tenant_id, service_id) references catalog.service,
  foreign key (tenant_id, imported_by) references people.person,
  foreign key (tenant_id, published_by) references people.person
);
comment on table catalog.service_version is 'A version of a service''s definition: the files of its folder as they came, draft until published';
create index service_version_imported_by on catalog.service_version (tenant_id, imported_by);
create index service_version_published_by on catalog.service_version (tenant_id, published_by);
call tenancy.wall('catalog.service_version');
grant select, insert, update on catalog.service_version to torg_app;

create table catalog.slot_binding (
  tenant_id   integer     not null,
  service_id  uuid        not null,
  slot        text        not null,
  team_id     uuid,
  person_id   uuid,
  bound_by    uuid,
  bound_at    timestamptz not null default now(),
  primary key (tenant_id, service_id, slot),
  foreign key (tenant_id, service_id) references catalog.service,
  foreign key (tenant_id, team_id) references people.team,
  foreign key (tenant_id, person_id) references people.person,
  foreign key (tenant_id, bound_by) references people.person,
  check (num_nonnulls(team_id, person_id) = 1)
);
comment on table catalog.slot_binding is 'Who fills a service''s slot here: a team, or a person for the owner';
create index slot_binding_team on catalog.slot_binding (tenant_id, team_id);
create index slot_binding_person on catalog.slot_binding (tenant_id, person_id);
create index slot_binding_bound_by on catalog.slot_binding (tenant_id, bound_by);
call tenancy.wall('catalog.slot_binding');
grant select, insert, update, delete on catalog.slot_binding to torg_app;
