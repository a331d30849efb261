alter table files.upload add column forgotten_at timestamptz;
comment on column files.upload.forgotten_at is 'When its sender threw it away; it counts as theirs, and keeps its bytes, until it is swept';
create index upload_unused_of on files.upload (tenant_id, person_id) where used_by is null;
