create table migration.lane (
  tenant_id  integer  not null,
  run_id     uuid     not null,
  lane       smallint not null,
  worked_to  text     collate "C" not null default '',
  done       boolean  not null default false,
  primary key (tenant_id, run_id, lane),
  foreign key (tenant_id, run_id) references migration.run
);
comment on table migration.lane is 'A part of an import''s cases, by their keys, that is taken over beside the others';
comment on column migration.lane.worked_to is 'The last case of the lane that was taken over';
call tenancy.wall('migration.lane');
grant select, insert, update on migration.lane to torg_app;
comment on column migration.run.worked_to is 'The last case that was taken over before there were lanes';
