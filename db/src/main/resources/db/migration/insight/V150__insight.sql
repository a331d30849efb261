create schema insight;
comment on schema insight is 'Dashboards of figures that people have saved';
grant usage on schema insight to torg_app;

create table insight.dashboard (
  tenant_id integer not null,
  id        uuid    not null,
  owner_id  uuid    not null,
  name      text    not null check (char_length(name) between 1 and 100),
  audience  text    not null check (audience in ('owner', 'everyone')),
  unit_id   uuid,
  service   text,
  team_id   uuid,
  period    text,
  from_day  date,
  to_day    date,
  panels    text[]  not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, owner_id) references people.person
);
comment on table insight.dashboard is 'A name, what figures are narrowed to, and which panels show them in which order; the numbers are by the rights of who looks';
comment on column insight.dashboard.audience is 'Who finds it: its owner, or everyone who may see figures';
create index dashboard_owner on insight.dashboard (tenant_id, owner_id);
call tenancy.wall('insight.dashboard');
grant select, insert, update, delete on insight.dashboard to torg_app;
