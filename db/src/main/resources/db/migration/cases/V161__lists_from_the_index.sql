-- what a filter of the lists asks stands in the index: a row that it leaves out is not fetched
drop index cases.case_file_team_updated;
drop index cases.case_file_team_due;
drop index cases.case_file_team_priority;
create index case_file_team_updated on cases.case_file (tenant_id, team_id, updated_at, id) include (handler_id, state, priority, service_id, due_at) where resolved_at is null;
create index case_file_team_due on cases.case_file (tenant_id, team_id, due_at, id) include (handler_id, state, priority, service_id) where resolved_at is null;
create index case_file_team_priority on cases.case_file (tenant_id, team_id, priority, id) include (handler_id, state, service_id, due_at) where resolved_at is null;

-- the cases that a person has done: among those of their teams they would be few
create index case_file_handler_done on cases.case_file (tenant_id, handler_id, updated_at, id) include (team_id, service_id, state, priority, due_at) where resolved_at is not null;
create index case_file_handler_seq on cases.case_file (tenant_id, handler_id, seq, id) include (team_id, service_id, state, priority, due_at) where handler_id is not null;

-- the open ones are counted with every page
drop index cases.case_file_handler;
create index case_file_handler on cases.case_file (tenant_id, handler_id, due_at, id) include (team_id, service_id, state, priority) where resolved_at is null;
