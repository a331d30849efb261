-- What a count is of beyond measure, service and team: a channel, a state, the team handed to. Not part of one column with the value,
-- so that sums over all labels stay one index range.
alter table metrics.tally add column label text not null default '';
alter table metrics.tally drop constraint tally_pkey;
alter table metrics.tally add primary key (tenant_id, measure, scope_id, day, part_id, label, minutes);
comment on column metrics.tally.label is 'What it counts one kind of, as a channel''s or state''s code or a source''s own word for it; empty where there is but one kind';

alter table metrics.occurrence add column label text not null default '';
comment on column metrics.occurrence.label is 'As of tally: the kind of what happened';
comment on table metrics.occurrence is 'What the tallies were counted from, once an event and kind: the way from a number down to its subjects; rewritten only where an import brings earlier history';
create index occurrence_subject on metrics.occurrence (tenant_id, subject_id);
grant delete on metrics.occurrence to torg_app;
