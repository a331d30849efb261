create schema cases;
comment on schema cases is 'Case work: case files and what hangs on them';
grant usage on schema cases to torg_app;

create table cases.case_file (
  tenant_id             integer     not null references tenancy.tenant,
  id                    uuid        not null,
  number                text        not null,
  seq                   bigint      not null,
  service_id            uuid        not null,
  service_version       text        not null,
  kind                  text        not null check (kind in ('inquiry', 'incident', 'order', 'application', 'report', 'problem', 'change')),
  title                 jsonb       not null,
  title_key             text        not null,
  title_args            jsonb       not null default '{}',
  requester_id          uuid        not null,
  unit_id               uuid,
  team_id               uuid        not null,
  handler_id            uuid,
  state                 text        not null check (state in ('new', 'in-progress', 'waiting', 'resolved', 'closed')),
  sub_state             text,
  state_since           timestamptz not null,
  impact                text        not null check (impact in ('individual', 'group', 'unit', 'organisation')),
  urgency               text        not null check (urgency in ('low', 'normal', 'high', 'critical')),
  priority              smallint    not null check (priority between 1 and 5),
  priority_reason       text,
  channel               text        not null check (channel in ('portal', 'api', 'mail', 'phone', 'import')),
  access_code           text        not null default 'open',
  access_basis          text,
  access_until          timestamptz,
  opened_at             timestamptz not null,
  due_at                timestamptz not null default '9999-12-31T00:00:00Z',
  promised_at           timestamptz not null default '9999-12-31T00:00:00Z',
  first_reply_due_at    timestamptz not null default '9999-12-31T00:00:00Z',
  resolution_due_at     timestamptz not null default '9999-12-31T00:00:00Z',
  first_reply_at        timestamptz,
  resolved_at           timestamptz,
  closed_at             timestamptz,
  updated_at            timestamptz not null,
  last_message_at       timestamptz,
  last_message_by       uuid,
  last_message_snippet  text,
  last_message_internal boolean     not null default false,
  public_message_at       timestamptz,
  public_message_by       uuid,
  public_message_snippet  text,
  fields                jsonb       not null default '{}',
  primary key (tenant_id, id),
  unique (tenant_id, number),
  foreign key (tenant_id, service_id, service_version) references catalog.service_version,
  foreign key (tenant_id, requester_id) references people.person,
  foreign key (tenant_id, unit_id) references people.unit,
  foreign key (tenant_id, team_id) references people.team,
  foreign key (tenant_id, handler_id) references people.person
) with (fillfactor = 85);
comment on table cases.case_file is 'A case (sak): what lists need stands on the row, the rest hangs on it';
comment on column cases.case_file.title is 'The title in each language, made from title_key and title_args when the case was opened';
comment on column cases.case_file.resolved_at is 'Null as long as the case wants work; set by closing too, cleared by reopening';
comment on column cases.case_file.due_at is 'What the team works to: the first-reply target until the first reply, then the resolution target; the year 9999: none';
comment on column cases.case_file.promised_at is 'What the requester was told';
comment on column cases.case_file.unit_id is 'The requester''s unit';
comment on column cases.case_file.last_message_snippet is 'Of the last message of all, internal ones too: staff only; the public_ columns are what a requester may see';
create index case_file_team_due on cases.case_file (tenant_id, team_id, due_at, id) where resolved_at is null;
create index case_file_team_updated on cases.case_file (tenant_id, team_id, updated_at, id) where resolved_at is null;
create index case_file_team_priority on cases.case_file (tenant_id, team_id, priority, id) where resolved_at is null;
create index case_file_team_done_due on cases.case_file (tenant_id, team_id, due_at, id) where resolved_at is not null;
create index case_file_team_done_updated on cases.case_file (tenant_id, team_id, updated_at, id) where resolved_at is not null;
create index case_file_team_done_priority on cases.case_file (tenant_id, team_id, priority, id) where resolved_at is not null;
create index case_file_team_seq on cases.case_file (tenant_id, team_id, seq, id);
create index case_file_handler on cases.case_file (tenant_id, handler_id, due_at, id) where resolved_at is null;
create index case_file_requester on cases.case_file (tenant_id, requester_id, updated_at, id);
create index case_file_service on cases.case_file (tenant_id, service_id, opened_at, id);
call tenancy.wall('cases.case_file');
grant select, insert, update on cases.case_file to torg_app;

create table cases.case_answers (
  tenant_id  integer not null,
  case_id    uuid    not null,
  answers    jsonb   not null,
  primary key (tenant_id, case_id),
  foreign key (tenant_id, case_id) references cases.case_file
);
comment on table cases.case_answers is 'What the requester answered, as typed values under the service''s version';
call tenancy.wall('cases.case_answers');
grant select, insert on cases.case_answers to torg_app;

create table cases.case_party (
  tenant_id  integer     not null,
  case_id    uuid        not null,
  person_id  uuid        not null,
  part       text        not null check (part in ('collaborator', 'party', 'watcher', 'expert')),
  added_by   uuid,
  added_at   timestamptz not null default now(),
  primary key (tenant_id, case_id, person_id, part),
  foreign key (tenant_id, case_id) references cases.case_file,
  foreign key (tenant_id, person_id) references people.person,
  foreign key (tenant_id, added_by) references people.person
);
comment on table cases.case_party is 'Others than the requester who have a part in a case, and as what';
create index case_party_person on cases.case_party (tenant_id, person_id);
create index case_party_added_by on cases.case_party (tenant_id, added_by);
call tenancy.wall('cases.case_party');
grant select, insert, update, delete on cases.case_party to torg_app;

create table cases.case_wait (
  tenant_id   integer     not null,
  case_id     uuid        not null,
  nth         integer     not null,
  wait_for    text        not null check (wait_for in ('requester', 'third-party', 'date')),
  reason      text,
  until       timestamptz not null default '9999-12-31T00:00:00Z',
  since       timestamptz not null,
  began_by    uuid,
  ended_at    timestamptz,
  ended_by    uuid,
  primary key (tenant_id, case_id, nth),
  foreign key (tenant_id, case_id) references cases.case_file,
  foreign key (tenant_id, began_by) references people.person,
  foreign key (tenant_id, ended_by) references people.person
);
comment on table cases.case_wait is 'What a case waits for and until when; a case waits as long as one of these has not ended';
create index case_wait_began_by on cases.case_wait (tenant_id, began_by);
create index case_wait_ended_by on cases.case_wait (tenant_id, ended_by);
call tenancy.wall('cases.case_wait');
grant select, insert, update on cases.case_wait to torg_app;

create table cases.case_closure (
  tenant_id    integer     not null,
  case_id      uuid        not null,
  nth          integer     not null,
  closed_by    uuid,
  closed_at    timestamptz not null,
  reason       text        not null,
  note         text,
  reopened_at  timestamptz,
  reopened_by  uuid,
  primary key (tenant_id, case_id, nth),
  foreign key (tenant_id, case_id) references cases.case_file,
  foreign key (tenant_id, closed_by) references people.person,
  foreign key (tenant_id, reopened_by) references people.person
);
comment on table cases.case_closure is 'That a case was closed, by whom and why, and whether it was opened again';
create index case_closure_closed_by on cases.case_closure (tenant_id, closed_by);
create index case_closure_reopened_by on cases.case_closure (tenant_id, reopened_by);
call tenancy.wall('cases.case_closure');
grant select, insert, update on cases.case_closure to torg_app;

create table cases.request_key (
  tenant_id  integer     not null,
  person_id  uuid        not null,
  key        text        not null check (length(key) between 1 and 200),
  case_id    uuid        not null,
  at         timestamptz not null default now(),
  primary key (tenant_id, person_id, key),
  foreign key (tenant_id, person_id) references people.person,
  foreign key (tenant_id, case_id) references cases.case_file
);
comment on table cases.request_key is 'The idempotency key a request came with: sent again, it is answered with the case it became';
create index request_key_case on cases.request_key (tenant_id, case_id);
call tenancy.wall('cases.request_key');
grant select, insert on cases.request_key to torg_app;

create table cases.request_draft (
  tenant_id   integer     not null,
  id          uuid        not null,
  person_id   uuid        not null,
  service_id  uuid        not null,
  given       jsonb       not null,
  saved_at    timestamptz not null default now(),
  primary key (tenant_id, person_id, service_id),
  unique (tenant_id, id),
  foreign key (tenant_id, person_id) references people.person,
  foreign key (tenant_id, service_id) references catalog.service
);
comment on table cases.request_draft is 'A form somebody has begun and not sent; one a person and service';
create index request_draft_service on cases.request_draft (tenant_id, service_id);
call tenancy.wall('cases.request_draft');
grant select, insert, update, delete on cases.request_draft to torg_app;

create table cases.queue_count (
  tenant_id   integer not null,
  team_id     uuid    not null,
  open        bigint  not null,
  unassigned  bigint  not null,
  primary key (tenant_id, team_id),
  foreign key (tenant_id, team_id) references people.team
);
comment on table cases.queue_count is 'How many open and unassigned cases a team has, but for the deltas not yet folded in';
call tenancy.wall('cases.queue_count');
grant select, insert, update on cases.queue_count to torg_app;

create table cases.queue_delta (
  tenant_id   integer  not null,
  id          uuid     not null,
  team_id     uuid     not null,
  open        smallint not null,
  unassigned  smallint not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, team_id) references people.team
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 2000);
comment on table cases.queue_delta is 'What a change does to a team''s counts, folded into queue_count by a job';
create index queue_delta_team on cases.queue_delta (tenant_id, team_id);
call tenancy.wall('cases.queue_delta');
grant select, insert, update, delete on cases.queue_delta to torg_app;
