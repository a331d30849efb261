alter table migration.run
  drop constraint run_state_check,
  add constraint run_state_check check (state in ('reading', 'working', 'done', 'broken', 'tried')),
  add column trial boolean not null default false,
  add column size bigint,
  add column size_read bigint not null default 0,
  add column why text;
comment on column migration.run.trial is 'Only read: nothing of it is taken over, and what was found is deleted after some days';
comment on column migration.run.size is 'Of the file, in bytes; null where it is not known. size_read: how much of it has been read';
comment on column migration.run.why is 'Why it was broken off, as the end of a message key';
comment on table migration.staged is 'Records that can be read and wait to become events, of a trial the first ones; gone when the import is done or broken off';
grant delete on migration.run, migration.rejected, migration.unmapped to torg_app;
