-- The nightly comparison of cases with the log, in slices that survive being broken off.
create table cases.replay (
  tenant_id          integer     not null references tenancy.tenant,
  id                 uuid        not null,
  night              date,
  began_at           timestamptz not null default now(),
  held_by            uuid,
  held_until         timestamptz,
  compared_to        uuid,
  cases              bigint      not null default 0,
  events             bigint      not null default 0,
  differing          bigint      not null default 0,
  compared_at        timestamptz,
  teams_differing    bigint,
  figures_differing  bigint,
  ended_at           timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, night)
);
comment on table cases.replay is 'A comparison of all cases with what the log says of them, and of the queue counts and the figures; night is null where an operator asked for it';
comment on column cases.replay.held_by is 'The worker that is on it; another may go on when held_until has passed';
comment on column cases.replay.compared_to is 'The last case of the slices done; compared_at is set when there are no more';
call tenancy.wall('cases.replay');
grant select, insert, update on cases.replay to torg_app;

create table cases.replay_difference (
  tenant_id  integer not null,
  replay_id  uuid    not null,
  nth        integer not null,
  case_id    uuid    not null,
  noun       text    not null,
  kept       text    not null,
  replayed   text    not null,
  primary key (tenant_id, replay_id, nth),
  foreign key (tenant_id, replay_id) references cases.replay
);
comment on table cases.replay_difference is 'The first of the columns that a case''s row keeps otherwise than the log says; case_id has no foreign key, for the row itself may be what is missing';
call tenancy.wall('cases.replay_difference');
grant select, insert on cases.replay_difference to torg_app;
