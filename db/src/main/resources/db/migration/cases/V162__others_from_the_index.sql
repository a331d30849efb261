-- a case's page shows what else its requester has asked, of what the reader may see: that stands in the index, so that the many others are not fetched
drop index cases.case_file_requester;
create index case_file_requester on cases.case_file (tenant_id, requester_id, updated_at, id) include (team_id, service_id);
