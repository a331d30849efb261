-- What a list must know to say "unread" without looking among the messages.
alter table cases.case_file
  add column last_message_seq   integer not null default 0,
  add column public_message_seq integer not null default 0;
comment on column cases.case_file.last_message_seq is 'Place of the last message of all in the case''s thread, 0 before the first; public_message_seq the last that a requester may see';
update cases.case_file c set
  last_message_seq = coalesce((select max(m.seq) from conversations.message m where m.tenant_id = c.tenant_id and m.thread_id = c.id), 0),
  public_message_seq = coalesce((select max(m.seq) from conversations.message m where m.tenant_id = c.tenant_id and m.thread_id = c.id and m.audience = 'public'), 0);
