-- What has been read of the measures may be kept for as long as nothing more is counted; this says whether, in one small read.
create table metrics.stand (
  tenant_id integer not null references tenancy.tenant,
  stripe    integer not null,
  mark      bigint  not null,
  primary key (tenant_id, stripe)
) with (fillfactor = 50);
comment on table metrics.stand is 'A mark drawn by lot with everything that is counted, in the same transaction; in stripes, so that those who count at once do not wait for each other. Their sum is the stand';
call tenancy.wall('metrics.stand');
grant select, insert, update on metrics.stand to torg_app;
