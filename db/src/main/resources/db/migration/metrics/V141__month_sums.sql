-- What stands now, or stood when a day ended, is a sum from the beginning: by the day that is a row for every day of all years, by the month few.
create table metrics.month_sum (
  tenant_id  integer not null references tenancy.tenant,
  measure    text    not null,
  scope_id   uuid    not null,
  month      date    not null check (extract(day from month) = 1),
  part_id    uuid    not null,
  n          bigint  not null,
  primary key (tenant_id, measure, scope_id, month, part_id)
) with (fillfactor = 70);
comment on table metrics.month_sum is 'Sums of the tallies of a month, written with them, of the measures that are read from the beginning; month is its first day';
call tenancy.wall('metrics.month_sum');
grant select, insert, update on metrics.month_sum to torg_app;
insert into metrics.month_sum (tenant_id, measure, scope_id, month, part_id, n)
  select tenant_id, measure, scope_id, date_trunc('month', day::timestamp)::date, part_id, sum(n) from metrics.tally where measure like '%.backlog' group by 1, 2, 3, 4, 5;
