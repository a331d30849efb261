create schema files;
comment on schema files is 'What the stored bytes are: one row a file that somebody sent';
grant usage on schema files to torg_app;

create table files.upload (
  tenant_id   integer     not null references tenancy.tenant,
  id          uuid        not null,
  hash        text        not null check (hash ~ '^[0-9a-f]{64}$'),
  name        text        not null check (length(name) between 1 and 200),
  media_type  text        not null,
  size        bigint      not null check (size > 0),
  person_id   uuid        not null,
  at          timestamptz not null default now(),
  used_by     uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references people.person
);
comment on table files.upload is 'A file received; its sender alone may use it until it hangs on something (used_by), and unused it is swept after a day';
create index upload_person on files.upload (tenant_id, person_id);
create index upload_unused on files.upload (tenant_id, at) where used_by is null;
create index upload_hash on files.upload (tenant_id, hash);
call tenancy.wall('files.upload');
grant select, insert, update, delete on files.upload to torg_app;
