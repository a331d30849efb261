-- Open cases by number: without this, all that were ever resolved lie between them. What lists are filtered by is read from the index too.
create index case_file_team_number on cases.case_file (tenant_id, team_id, seq, id) include (handler_id, state, priority, service_id, due_at) where resolved_at is null;
