-- what a filter of the lists asks stands in the index for done cases too: among a team's many, those that nobody has are few
drop index cases.case_file_team_done_updated;
drop index cases.case_file_team_done_due;
drop index cases.case_file_team_done_priority;
create index case_file_team_done_updated on cases.case_file (tenant_id, team_id, updated_at, id) include (handler_id, state, priority, service_id, due_at) where resolved_at is not null;
create index case_file_team_done_due on cases.case_file (tenant_id, team_id, due_at, id) include (handler_id, state, priority, service_id) where resolved_at is not null;
create index case_file_team_done_priority on cases.case_file (tenant_id, team_id, priority, id) include (handler_id, state, service_id, due_at) where resolved_at is not null;

-- a person's done cases in each order: they are thousands in time
drop index cases.case_file_handler_done;
create index case_file_handler_done_updated on cases.case_file (tenant_id, handler_id, updated_at, id) include (team_id, service_id, state, priority, due_at) where resolved_at is not null;
create index case_file_handler_done_due on cases.case_file (tenant_id, handler_id, due_at, id) include (team_id, service_id, state, priority) where resolved_at is not null;
create index case_file_handler_done_priority on cases.case_file (tenant_id, handler_id, priority, id) include (team_id, service_id, state, due_at) where resolved_at is not null;

-- a person's open cases in every order
drop index cases.case_file_handler;
create index case_file_handler on cases.case_file (tenant_id, handler_id, due_at, id) include (team_id, service_id, state, priority, updated_at) where resolved_at is null;
