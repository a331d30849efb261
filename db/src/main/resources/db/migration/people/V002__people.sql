create schema people;
comment on schema people is 'Persons, affiliations, the organisation tree, teams, roles and sign-in';
grant usage on schema people to torg_app;

create table people.person (
  tenant_id    integer     not null references tenancy.tenant,
  id           uuid        not null,
  name         text        not null check (length(name) between 1 and 200),
  mail         text        check (length(mail) <= 254),
  phone        text        check (length(phone) <= 40),
  language     text        not null default 'nb' check (language in ('nb', 'nn', 'en')),
  active_from  timestamptz not null default now(),
  active_to    timestamptz not null default '9999-12-31T00:00:00Z',
  primary key (tenant_id, id)
);
comment on table people.person is 'A person known to the tenant; may have no identity (mail, import)';
create unique index person_mail on people.person (tenant_id, lower(mail));
call tenancy.wall('people.person');
grant select, insert, update on people.person to torg_app;

create table people.person_identity (
  tenant_id  integer not null,
  issuer     text    not null,
  subject    text    not null,
  person_id  uuid    not null,
  primary key (tenant_id, issuer, subject),
  foreign key (tenant_id, person_id) references people.person
);
comment on table people.person_identity is 'Who a person is to a sign-in provider; issuer local is the local account, its subject the mail in lower case';
create index person_identity_person on people.person_identity (tenant_id, person_id);
call tenancy.wall('people.person_identity');
grant select, insert, update, delete on people.person_identity to torg_app;

create table people.password (
  tenant_id   integer     not null,
  person_id   uuid        not null,
  hash        text        not null,
  changed_at  timestamptz not null default now(),
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references people.person
);
comment on table people.password is 'Argon2id hash of a local account''s password';
call tenancy.wall('people.password');
grant select, insert, update on people.password to torg_app;

create table people.one_time_link (
  tenant_id   integer     not null,
  token_hash  bytea       not null,
  person_id   uuid        not null,
  made_at     timestamptz not null default now(),
  expires_at  timestamptz not null,
  used_at     timestamptz,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, person_id) references people.person
);
comment on table people.one_time_link is 'A link by which a person chooses a password, once and before it expires';
create index one_time_link_person on people.one_time_link (tenant_id, person_id);
call tenancy.wall('people.one_time_link');
grant select, insert, update on people.one_time_link to torg_app;

create table people.session (
  tenant_id   integer     not null,
  token_hash  bytea       not null,
  person_id   uuid        not null,
  began_at    timestamptz not null default now(),
  last_seen   timestamptz not null default now(),
  expires_at  timestamptz not null,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, person_id) references people.person
) with (fillfactor = 80);
comment on table people.session is 'A signed-in browser: SHA-256 of the token in its cookie; last_seen moves at most once a minute';
create index session_person on people.session (tenant_id, person_id);
call tenancy.wall('people.session');
grant select, insert, update, delete on people.session to torg_app;

create table people.api_token (
  tenant_id   integer     not null,
  token_hash  bytea       not null,
  id          uuid        not null,
  person_id   uuid        not null,
  label       text        not null,
  scopes      text[]      not null,
  made_at     timestamptz not null default now(),
  last_seen   timestamptz not null default now(),
  expires_at  timestamptz not null,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, person_id) references people.person
) with (fillfactor = 80);
comment on table people.api_token is 'A token for the API: acts as its person, within its scopes, until it expires';
create index api_token_person on people.api_token (tenant_id, person_id);
call tenancy.wall('people.api_token');
grant select, insert, update, delete on people.api_token to torg_app;

create table people.sign_in_attempt (
  tenant_id  integer     not null references tenancy.tenant,
  key_hash   bytea       not null,
  since      timestamptz not null default now(),
  failures   integer     not null default 1,
  primary key (tenant_id, key_hash)
);
comment on table people.sign_in_attempt is 'Failed sign-ins lately, by hash of the mail tried and by hash of the address it came from; what throttles guessing';
call tenancy.wall('people.sign_in_attempt');
grant select, insert, update, delete on people.sign_in_attempt to torg_app;

create table people.audience (
  tenant_id  integer not null references tenancy.tenant,
  id         text    not null check (id ~ '^[a-z][a-z0-9-]{0,39}$'),
  position   integer not null,
  names      jsonb   not null,
  primary key (tenant_id, id)
);
comment on table people.audience is 'The kinds of people the tenant serves, also the kinds of affiliation; names by language';
call tenancy.wall('people.audience');
grant select, insert, update, delete on people.audience to torg_app;

create table people.unit (
  tenant_id            integer     not null references tenancy.tenant,
  id                   uuid        not null,
  parent_id            uuid,
  path                 uuid[]      not null,
  name                 text        not null check (length(name) between 1 and 200),
  organisation_number  text        check (organisation_number ~ '^[0-9]{9}$'),
  active_from          timestamptz not null default now(),
  active_to            timestamptz not null default '9999-12-31T00:00:00Z',
  primary key (tenant_id, id),
  foreign key (tenant_id, parent_id) references people.unit
);
comment on table people.unit is 'A node in the tenant''s organisation: agency, district, faculty, department, customer; path is its ancestors and itself';
create index unit_parent on people.unit (tenant_id, parent_id);
create unique index unit_organisation_number on people.unit (tenant_id, organisation_number);
call tenancy.wall('people.unit');
grant select, insert, update on people.unit to torg_app;

create table people.affiliation (
  tenant_id    integer     not null,
  id           uuid        not null,
  person_id    uuid        not null,
  unit_id      uuid        not null,
  kind         text        not null,
  active_from  timestamptz not null default now(),
  active_to    timestamptz not null default '9999-12-31T00:00:00Z',
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references people.person,
  foreign key (tenant_id, unit_id) references people.unit,
  foreign key (tenant_id, kind) references people.audience
);
comment on table people.affiliation is 'How a person belongs to a unit, and when; audiences and figures by unit read it';
create index affiliation_person on people.affiliation (tenant_id, person_id);
create index affiliation_unit on people.affiliation (tenant_id, unit_id);
create index affiliation_kind on people.affiliation (tenant_id, kind);
call tenancy.wall('people.affiliation');
grant select, insert, update on people.affiliation to torg_app;

create table people.team (
  tenant_id  integer not null,
  id         uuid    not null,
  unit_id    uuid    not null,
  parent_id  uuid,
  path       uuid[]  not null,
  name       text    not null check (length(name) between 1 and 200),
  primary key (tenant_id, id),
  foreign key (tenant_id, unit_id) references people.unit,
  foreign key (tenant_id, parent_id) references people.team
);
comment on table people.team is 'Those who work a queue together; path is its parent teams and itself, which is what a leader covers';
create index team_unit on people.team (tenant_id, unit_id);
create index team_parent on people.team (tenant_id, parent_id);
create unique index team_name on people.team (tenant_id, name);
call tenancy.wall('people.team');
grant select, insert, update on people.team to torg_app;

create table people.role (
  tenant_id       integer     not null,
  id              uuid        not null,
  person_id       uuid        not null,
  role            text        not null check (role in ('case-worker', 'team-leader', 'service-owner', 'service-developer', 'administrator',
                                'operator', 'archivist', 'account-manager', 'customer-contact')),
  scope_kind      text        not null check (scope_kind in ('tenant', 'unit', 'team', 'service')),
  scope_id        uuid,
  substitute_for  uuid,
  active_from     timestamptz not null default now(),
  active_to       timestamptz not null default '9999-12-31T00:00:00Z',
  granted_by      uuid,
  granted_at      timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references people.person,
  foreign key (tenant_id, substitute_for) references people.person,
  foreign key (tenant_id, granted_by) references people.person,
  check ((scope_kind = 'tenant') = (scope_id is null))
);
comment on table people.role is 'What a person may do, where and when; a substitute''s is such a row too, naming whom it stands in for';
create index role_person on people.role (tenant_id, person_id);
create index role_scope on people.role (tenant_id, scope_id, role);
create index role_substitute on people.role (tenant_id, substitute_for);
create index role_granted_by on people.role (tenant_id, granted_by);
call tenancy.wall('people.role');
grant select, insert, update on people.role to torg_app;
