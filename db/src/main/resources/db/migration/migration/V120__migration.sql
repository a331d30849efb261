create schema migration;
comment on schema migration is 'Bringing in what other systems had';
grant usage on schema migration to torg_app;

create table migration.run (
  tenant_id     integer     not null references tenancy.tenant,
  id            uuid        not null,
  scheme        text        not null,
  mapping       text        not null,
  file_name     text        not null,
  file_hash     text,
  header        text,
  state         text        not null default 'reading' check (state in ('reading', 'working', 'done', 'broken')),
  started_by    uuid,
  started_at    timestamptz not null default now(),
  touched_at    timestamptz not null default now(),
  ended_at      timestamptz,
  read_to       bigint      not null default 0,
  worked_to     text        not null default '',
  rows          bigint      not null default 0,
  worked        bigint      not null default 0,
  rejected      bigint      not null default 0,
  cases         bigint      not null default 0,
  events        bigint      not null default 0,
  again         bigint      not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, started_by) references people.person
);
comment on table migration.run is 'An import: first its file is read into staged rows, then these become cases, both in short transactions that can go on where they stopped';
comment on column migration.run.read_to is 'How many of the file''s records have been staged or rejected; worked_to: the last case that was taken over';
create index run_started_by on migration.run (tenant_id, started_by);
create index run_started on migration.run (tenant_id, started_at, id);
call tenancy.wall('migration.run');
grant select, insert, update on migration.run to torg_app;

create table migration.staged (
  tenant_id  integer not null,
  run_id     uuid    not null,
  case_key   text    collate "C" not null,
  n          bigint  not null,
  line       text    not null,
  primary key (tenant_id, run_id, case_key, n),
  foreign key (tenant_id, run_id) references migration.run
);
comment on table migration.staged is 'Records that can be read and wait to become events; gone when the import is done';
call tenancy.wall('migration.staged');
grant select, insert, delete on migration.staged to torg_app;

create table migration.rejected (
  tenant_id  integer not null,
  run_id     uuid    not null,
  n          bigint  not null,
  line       text    not null,
  problem    text    not null,
  primary key (tenant_id, run_id, n),
  foreign key (tenant_id, run_id) references migration.run
);
comment on table migration.rejected is 'Records that could not be read, as they were, and why; n is the record''s place in the file, from 1 after the header';
call tenancy.wall('migration.rejected');
grant select, insert on migration.rejected to torg_app;

create table migration.unmapped (
  tenant_id  integer not null,
  run_id     uuid    not null,
  field      text    not null,
  value      text    not null,
  n          bigint  not null,
  primary key (tenant_id, run_id, field, value),
  foreign key (tenant_id, run_id) references migration.run
);
comment on table migration.unmapped is 'Values that the mapping does not name, and how many records had them; they were taken over by its rule for others';
call tenancy.wall('migration.unmapped');
grant select, insert, update on migration.unmapped to torg_app;
