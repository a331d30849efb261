create schema notifications;
comment on schema notifications is 'What a person is told of inside Torg';
grant usage on schema notifications to torg_app;

create table notifications.notification (
  tenant_id     integer     not null,
  person_id     uuid        not null,
  event_id      uuid        not null,
  subject_kind  text        not null,
  subject_id    uuid        not null,
  kind          text        not null,
  at            timestamptz not null,
  read_at       timestamptz,
  primary key (tenant_id, person_id, event_id),
  foreign key (tenant_id, person_id) references people.person
);
comment on table notifications.notification is 'One line in a person''s list of news: an event shows once, by its key';
create index notification_newest on notifications.notification (tenant_id, person_id, at, event_id);
create index notification_unread on notifications.notification (tenant_id, person_id) where read_at is null;
call tenancy.wall('notifications.notification');
grant select, insert, update, delete on notifications.notification to torg_app;
