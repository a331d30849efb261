-- a list of open and done cases together, and the count of what a filter leaves of them, asks the index alone which rows it leaves out
drop index cases.case_file_team_seq;
create index case_file_team_seq on cases.case_file (tenant_id, team_id, seq, id) include (handler_id, state, priority, service_id, due_at);
