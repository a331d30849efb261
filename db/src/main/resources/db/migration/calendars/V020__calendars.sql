create schema calendars;
comment on schema calendars is 'Working time: the tenant''s calendars and which team works by which';
grant usage on schema calendars to torg_app;

create table calendars.calendar (
  tenant_id           integer     not null references tenancy.tenant,
  id                  uuid        not null,
  name                text        not null check (length(name) between 1 and 200),
  zone                text        not null,
  week                jsonb       not null check (jsonb_typeof(week) = 'object'),
  norwegian_holidays  boolean     not null,
  version             integer     not null default 1,
  changed_by          uuid,
  changed_at          timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, changed_by) references people.person
);
comment on table calendars.calendar is 'When people are at work; a tenant without any works Monday to Friday 08–16, Norwegian public holidays off';
comment on column calendars.calendar.week is 'Opening hours by weekday, as {"monday": ["08:00-11:30", "12:00-16:00"]}; a weekday left out is closed';
comment on column calendars.calendar.version is 'Counts the changes: a save from an older one is refused';
create unique index calendar_name on calendars.calendar (tenant_id, lower(name));
create index calendar_changed_by on calendars.calendar (tenant_id, changed_by);
call tenancy.wall('calendars.calendar');
grant select, insert, update on calendars.calendar to torg_app;

create table calendars.calendar_exception (
  tenant_id    integer not null,
  calendar_id  uuid    not null,
  day          date    not null,
  hours        jsonb   not null check (jsonb_typeof(hours) = 'array'),
  primary key (tenant_id, calendar_id, day),
  foreign key (tenant_id, calendar_id) references calendars.calendar
);
comment on table calendars.calendar_exception is 'A day with other hours than its weekday, also on a holiday; an empty list is a day off';
call tenancy.wall('calendars.calendar_exception');
grant select, insert, update, delete on calendars.calendar_exception to torg_app;

create table calendars.default_calendar (
  tenant_id    integer     not null,
  calendar_id  uuid        not null,
  bound_by     uuid,
  bound_at     timestamptz not null default now(),
  primary key (tenant_id),
  foreign key (tenant_id, calendar_id) references calendars.calendar,
  foreign key (tenant_id, bound_by) references people.person
);
comment on table calendars.default_calendar is 'The calendar of the teams that have none of their own';
create index default_calendar_calendar on calendars.default_calendar (tenant_id, calendar_id);
create index default_calendar_bound_by on calendars.default_calendar (tenant_id, bound_by);
call tenancy.wall('calendars.default_calendar');
grant select, insert, update, delete on calendars.default_calendar to torg_app;

create table calendars.team_calendar (
  tenant_id    integer     not null,
  team_id      uuid        not null,
  calendar_id  uuid        not null,
  bound_by     uuid,
  bound_at     timestamptz not null default now(),
  primary key (tenant_id, team_id),
  foreign key (tenant_id, team_id) references people.team,
  foreign key (tenant_id, calendar_id) references calendars.calendar,
  foreign key (tenant_id, bound_by) references people.person
);
comment on table calendars.team_calendar is 'The calendar a team works by';
create index team_calendar_calendar on calendars.team_calendar (tenant_id, calendar_id);
create index team_calendar_bound_by on calendars.team_calendar (tenant_id, bound_by);
call tenancy.wall('calendars.team_calendar');
grant select, insert, update, delete on calendars.team_calendar to torg_app;
