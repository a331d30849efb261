create schema metrics;
comment on schema metrics is 'Named measures over time';
grant usage on schema metrics to torg_app;

create table metrics.tally (
  tenant_id  integer not null references tenancy.tenant,
  measure    text    not null,
  scope_id   uuid    not null,
  part_id    uuid    not null,
  day        date    not null,
  minutes    integer not null default 0,
  n          bigint  not null,
  primary key (tenant_id, measure, scope_id, day, part_id, minutes)
) with (fillfactor = 70);
comment on table metrics.tally is 'How often a measure took a value on a day of the tenant''s zone: counts have minutes 0 and may go down, durations are whole minutes';
call tenancy.wall('metrics.tally');
grant select, insert, update on metrics.tally to torg_app;

create table metrics.occurrence (
  tenant_id   integer  not null references tenancy.tenant,
  kind        text     not null,
  scope_id    uuid     not null,
  day         date     not null,
  event_id    uuid     not null,
  part_id     uuid     not null,
  subject_id  uuid     not null,
  stock       smallint not null default 0 check (stock between -1 and 1),
  minutes     integer,
  late        boolean,
  primary key (tenant_id, kind, scope_id, day, event_id)
);
comment on table metrics.occurrence is 'What the tallies were counted from, once an event and kind: the way from a number down to its subjects';
comment on column metrics.occurrence.stock is 'What it did to the number of subjects that lie with the part: one more, one less or nothing';
comment on column metrics.occurrence.minutes is 'The working time it took, where it ends something that is timed';
comment on column metrics.occurrence.late is 'Whether that was after its due time; null where there was none';
call tenancy.wall('metrics.occurrence');
grant select, insert on metrics.occurrence to torg_app;
