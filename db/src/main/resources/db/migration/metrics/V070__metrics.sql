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
