create schema tenancy;
comment on schema tenancy is 'Tenants (one data controller''s installation each), their hosts, and the wall between them';
grant usage on schema tenancy to torg_app, torg_worker;

create table tenancy.tenant (
  id          integer     primary key generated always as identity,
  slug        text        not null unique check (slug ~ '^[a-z][a-z0-9-]{1,39}$'),
  name        text        not null check (length(name) between 1 and 200),
  theme       text        not null,
  zone        text        not null,
  contact     jsonb       not null default '{}',
  created_at  timestamptz not null default now()
);
comment on table tenancy.tenant is 'Global: a data controller with all its agencies, districts or faculties as units';
comment on column tenancy.tenant.zone is 'Time zone of view and grouping, as Europe/Oslo';
comment on column tenancy.tenant.contact is 'What the foot of the pages says: address, opening hours, telephone';

create table tenancy.host (
  host       text    primary key check (host = lower(host)),
  tenant_id  integer not null references tenancy.tenant
);
comment on table tenancy.host is 'Global: which tenant a host name belongs to';
create index host_tenant on tenancy.host (tenant_id);

grant select on tenancy.tenant, tenancy.host to torg_app, torg_worker;

-- The wall: what every tenant table gets. Unset or empty setting: no rows at all.
create procedure tenancy.wall(walled regclass, reads_across boolean default false) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', walled);
  execute format('alter table %s alter column tenant_id set default nullif(current_setting(''torg.tenant'', true), '''')::integer', walled);
  execute format('create policy wall on %s to torg_app using (tenant_id = (select nullif(current_setting(''torg.tenant'', true), '''')::integer))', walled);
  if reads_across then
    execute format('create policy reads_across on %s for select to torg_worker using (true)', walled);
    execute format('grant select on %s to torg_worker', walled);
  end if;
end $$;
comment on procedure tenancy.wall is 'Puts a tenant table behind row level security; reads_across lets torg_worker read it for all tenants';

-- A role that owns nothing can make no sequence, so a tenant is added through this door alone.
create function tenancy.add_tenant(slug text, name text, theme text, zone text, contact jsonb, hosts text[]) returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare
  added integer;
begin
  insert into tenancy.tenant (slug, name, theme, zone, contact) values (slug, name, theme, zone, contact) returning id into added;
  insert into tenancy.host (host, tenant_id) select lower(h), added from unnest(hosts) h;
  execute format('create sequence tenancy.number_%s cache 1', added);
  execute format('grant usage on sequence tenancy.number_%s to torg_app', added);
  return added;
end $$;
comment on function tenancy.add_tenant is 'Adds a tenant with its hosts and its sequence of human numbers';
revoke execute on function tenancy.add_tenant from public;
grant execute on function tenancy.add_tenant to torg_app;
