package no.torg.bench;

/** The statements that fill many rows at once. */
final class FillSql {

    /** Ids, requesters, teams, handlers, texts, ages in minutes. Three in four are resolved; the seq is the tenant's own sequence. */
    static final String CASES = """
            insert into cases.case_file (tenant_id, id, number, seq, service_id, service_version, kind, title, title_key, requester_id, team_id, handler_id,
              state, state_since, impact, urgency, priority, channel, opened_at, due_at, promised_at, first_reply_due_at, resolution_due_at, first_reply_at,
              resolved_at, closed_at, updated_at, last_message_at, last_message_by, last_message_snippet, public_message_at, public_message_by, public_message_snippet, last_message_seq, public_message_seq)
            select 1, t.id, '2026-' || lpad(t.seq::text, 6, '0'), t.seq, s.id, s.published, 'inquiry',
              jsonb_build_object('nb', left(t.body, 60), 'nn', left(t.body, 60), 'en', left(t.body, 60)), 'case-title', t.requester, t.team, t.handler,
              case when done and age > 40000 then 'closed' when done then 'resolved' when t.handler is null then 'new' when seq % 7 = 0 then 'waiting' else 'in-progress' end,
              opened, 'individual', 'normal', 1 + (seq % 5), 'portal', opened, opened + interval '1 day', opened + interval '3 days', opened + interval '4 hours',
              opened + interval '3 days', case when seq % 3 > 0 then opened + interval '2 hours' end, case when done then opened + interval '30 minutes' end,
              case when done and age > 40000 then opened + interval '40 minutes' end, opened + interval '40 minutes', opened + interval '40 minutes', t.requester,
              left(t.body, 160), opened + interval '40 minutes', t.requester, left(t.body, 160), 3, 3
            from (select u.*, nextval('tenancy.number_1') as seq, now() - u.age * interval '1 minute' as opened, u.age % 4 > 0 as done
                  from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::int[]) as u(id, requester, team, handler, body, age)) t
            join lateral (select id, published from catalog.service where tenant_id = 1 and published is not null order by key offset t.seq % 6 limit 1) s on true
            """;

    static final String ANSWERS = "insert into cases.case_answers (tenant_id, case_id, answers) select 1, id, '{}' from unnest(?::uuid[]) as t(id)";

    static final String THREADS = "insert into conversations.thread (tenant_id, id, kind, subject_id, last_seq) select 1, id, 'case', id, 10 from unnest(?::uuid[]) as t(id)";

    static final String FIRST = """
            insert into conversations.message (tenant_id, thread_id, id, seq, author_id, audience, channel, body, at)
            select 1, c.id, gen_random_uuid(), 1, c.requester_id, 'public', 'portal', t.body, c.opened_at
            from unnest(?::uuid[], ?::text[]) as t(id, body) join cases.case_file c on c.tenant_id = 1 and c.id = t.id
            """;

    static final String MESSAGES = """
            insert into conversations.message (tenant_id, thread_id, id, seq, author_id, audience, channel, body, at)
            select 1, t.thread, t.id, t.seq, t.author, case when t.seq % 5 = 4 then 'internal' else 'public' end, 'portal', t.body, c.opened_at + t.seq * interval '5 minutes'
            from unnest(?::uuid[], ?::uuid[], ?::int[], ?::text[], ?::uuid[]) as t(thread, author, seq, body, id)
            join cases.case_file c on c.tenant_id = 1 and c.id = t.thread
            """;

    static final String EVENTS = """
            insert into events.event (tenant_id, id, subject_kind, subject_id, type, actor_id, at, data)
            select 1, gen_random_uuid(), 'case', c.id, 'cases.opened', c.requester_id, c.opened_at,
              jsonb_build_object('v', 1, 'service', c.service_id, 'team', c.team_id, 'requester', c.requester_id, 'priority', c.priority, 'channel', c.channel)
            from unnest(?::uuid[]) as t(id) join cases.case_file c on c.tenant_id = 1 and c.id = t.id
            """;

    private FillSql() {
    }
}
