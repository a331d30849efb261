create schema conversations;
comment on schema conversations is 'Threads and their messages; a case''s thread has the case''s id';
grant usage on schema conversations to torg_app;

create table conversations.thread (
  tenant_id   integer not null references tenancy.tenant,
  id          uuid    not null,
  kind        text    not null,
  subject_id  uuid    not null,
  last_seq    integer not null default 0,
  primary key (tenant_id, id)
) with (fillfactor = 85);
comment on table conversations.thread is 'A conversation on something; last_seq is the number of its last message, counted up under the row''s lock';
call tenancy.wall('conversations.thread');
grant select, insert, update on conversations.thread to torg_app;

create table conversations.message (
  tenant_id    integer     not null,
  thread_id    uuid        not null,
  id           uuid        not null,
  seq          integer     not null,
  author_id    uuid,
  audience     text        not null check (audience in ('public', 'internal')),
  channel      text        not null default 'portal',
  external_id  text,
  body         text        not null,
  body_kind    text        not null default 'text' check (body_kind in ('text', 'html')),
  at           timestamptz not null,
  in_reply_to  uuid,
  primary key (tenant_id, thread_id, seq),
  unique (tenant_id, id),
  foreign key (tenant_id, thread_id) references conversations.thread,
  foreign key (tenant_id, author_id) references people.person
);
comment on table conversations.message is 'What somebody wrote; it never changes, a correction is a revision';
create index message_author on conversations.message (tenant_id, author_id);
create unique index message_external on conversations.message (tenant_id, external_id) where external_id is not null;
call tenancy.wall('conversations.message');
grant select, insert on conversations.message to torg_app;

create table conversations.message_file (
  tenant_id   integer  not null,
  message_id  uuid     not null,
  position    smallint not null,
  id          uuid     not null,
  file_hash   text     not null,
  name        text     not null,
  media_type  text     not null,
  size        bigint   not null,
  primary key (tenant_id, message_id, position),
  unique (tenant_id, id),
  foreign key (tenant_id, message_id) references conversations.message (tenant_id, id)
);
comment on table conversations.message_file is 'An attachment: the bytes are found by hash, the name is the sender''s';
create index message_file_hash on conversations.message_file (tenant_id, file_hash);
call tenancy.wall('conversations.message_file');
grant select, insert on conversations.message_file to torg_app;

create table conversations.read_mark (
  tenant_id  integer     not null,
  thread_id  uuid        not null,
  person_id  uuid        not null,
  seq        integer     not null,
  at         timestamptz not null default now(),
  primary key (tenant_id, thread_id, person_id),
  foreign key (tenant_id, thread_id) references conversations.thread,
  foreign key (tenant_id, person_id) references people.person
);
comment on table conversations.read_mark is 'How far a person has read a thread';
create index read_mark_person on conversations.read_mark (tenant_id, person_id);
call tenancy.wall('conversations.read_mark');
grant select, insert, update on conversations.read_mark to torg_app;

create table conversations.draft (
  tenant_id  integer     not null,
  person_id  uuid        not null,
  thread_id  uuid        not null,
  audience   text        not null check (audience in ('public', 'internal')),
  body       text        not null,
  saved_at   timestamptz not null default now(),
  primary key (tenant_id, person_id, thread_id, audience),
  foreign key (tenant_id, person_id) references people.person,
  foreign key (tenant_id, thread_id) references conversations.thread
);
comment on table conversations.draft is 'What a person has typed and not sent; a reply and a note are two drafts, so one can never become the other';
create index draft_thread on conversations.draft (tenant_id, thread_id);
call tenancy.wall('conversations.draft');
grant select, insert, update, delete on conversations.draft to torg_app;
