-- A row that must belong to another row of its tenant does not ask for the tenant by itself too: that one did. Each such question costs
-- ten microseconds a row. Left are the rows that belong to nothing else, or need not.
do $$
declare
    one record;
begin
    for one in
        select c.conrelid::regclass as held, c.conname as name
        from pg_constraint c
        where c.contype = 'f' and c.confrelid = 'tenancy.tenant'::regclass
          and exists (
            select from pg_constraint other
            where other.contype = 'f' and other.conrelid = c.conrelid and other.confrelid not in (c.confrelid, c.conrelid) and other.conkey @> c.conkey
              and not exists (
                select from unnest(other.conkey) as key (num)
                join pg_attribute a on a.attrelid = other.conrelid and a.attnum = key.num
                where not a.attnotnull))
    loop
        execute format('alter table %s drop constraint %I', one.held, one.name);
    end loop;
end
$$;
