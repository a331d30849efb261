-- How often a case has gone from hand to hand and come back, and what another system called what it knew of it.
alter table cases.case_file
  add column hand_overs smallint not null default 0,
  add column returns    smallint not null default 0,
  add column reopenings smallint not null default 0,
  add column labels     jsonb    not null default '{}';
comment on column cases.case_file.hand_overs is 'How often it went from one team to another; returns: how often to one that had had it; reopenings: how often it was opened again';
comment on column cases.case_file.labels is 'The words of the system it was imported from for what it still has from there: state, priority, channel';

create table cases.case_team (
  tenant_id  integer not null,
  case_id    uuid    not null,
  team_id    uuid    not null,
  primary key (tenant_id, case_id, team_id),
  foreign key (tenant_id, case_id) references cases.case_file,
  foreign key (tenant_id, team_id) references people.team
);
comment on table cases.case_team is 'The teams that have had a case which went from hand to hand; a case that never did has none';
create index case_team_team on cases.case_team (tenant_id, team_id);
call tenancy.wall('cases.case_team');
grant select, insert on cases.case_team to torg_app;

create table cases.case_alias (
  tenant_id  integer not null,
  scheme     text    not null check (length(scheme) between 1 and 100),
  value      text    not null check (length(value) between 1 and 200),
  case_id    uuid    not null,
  primary key (tenant_id, scheme, value),
  foreign key (tenant_id, case_id) references cases.case_file
);
comment on table cases.case_alias is 'Numbers that other systems gave the case; it is found by them';
create index case_alias_case on cases.case_alias (tenant_id, case_id);
call tenancy.wall('cases.case_alias');
grant select, insert on cases.case_alias to torg_app;
