create schema events;
comment on schema events is 'The log of everything that happened, and what must follow from it';
grant usage on schema events to torg_app, torg_worker;

create table events.epoch (
  only_one  boolean     primary key default true check (only_one),
  epoch     integer     not null default 1,
  since     timestamptz not null default now()
);
comment on table events.epoch is 'Global: raised by a restore or a fail-over that may have lost the log''s tail; a follower that meets a new one rebuilds';
insert into events.epoch default values;
grant select on events.epoch to torg_app, torg_worker;

create function events.current_epoch() returns integer language sql stable as 'select epoch from events.epoch';
comment on function events.current_epoch is 'The log''s epoch now';

create table events.event (
  tenant_id     integer     not null references tenancy.tenant,
  id            uuid        not null,
  xid           xid8        not null default pg_current_xact_id(),
  epoch         integer     not null default events.current_epoch(),
  subject_kind  text        not null,
  subject_id    uuid        not null,
  type          text        not null check (type ~ '^[a-z]+\.[a-z]+(-[a-z]+)*$'),
  internal      boolean     not null default false,
  actor_id      uuid,
  on_behalf_of  uuid,
  at            timestamptz not null,
  recorded_at   timestamptz not null default clock_timestamp(),
  origin        text        not null default 'live' check (origin in ('live', 'import', 'mail', 'system')),
  data          jsonb       not null default '{}',
  primary key (tenant_id, id)
);
comment on table events.event is 'What happened, written in the transaction of the fact and never changed; ids and facts only, no free text and no names';
comment on column events.event.at is 'When it happened in the world; clocks and figures read this';
comment on column events.event.xid is 'The transaction that wrote it; followers read by (xid, id)';
comment on column events.event.internal is 'For staff only';
create index event_subject on events.event (tenant_id, subject_id, at, id);
create index event_position on events.event (xid, id);
call tenancy.wall('events.event', reads_across => true);
grant select, insert on events.event to torg_app;

create table events.consumer (
  name       text        primary key,
  since_xid  xid8        not null default pg_current_xact_id(),
  since      timestamptz not null default now()
);
comment on table events.consumer is 'Global: who takes deliveries, and from which position in the log';
grant select, insert on events.consumer to torg_app;

create table events.delivery (
  tenant_id      integer     not null,
  consumer       text        not null,
  event_id       uuid        not null,
  tries          integer     not null default 0,
  next_try_at    timestamptz not null default now(),
  parked_reason  text,
  primary key (tenant_id, consumer, event_id),
  foreign key (tenant_id, event_id) references events.event
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 2000);
comment on table events.delivery is 'What a consumer has yet to do about an event; gone when done, parked with a reason when it keeps failing';
create index delivery_event on events.delivery (tenant_id, event_id);
create index delivery_due on events.delivery (tenant_id, consumer, next_try_at) where parked_reason is null;
call tenancy.wall('events.delivery', reads_across => true);
grant select, insert, update, delete on events.delivery to torg_app;
