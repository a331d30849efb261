-- How old the open cases of services are is counted from the index alone, without a look at each case.
create index case_file_open on cases.case_file (tenant_id, service_id, opened_at, team_id) where resolved_at is null;
