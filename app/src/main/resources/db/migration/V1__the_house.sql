-- The house: one PostgreSQL schema per feature; people's side and answers' side apart.
--
-- Two roles. The owner (whoever runs this file) owns every object and bypasses row-level security; only
-- migrations and the few SECURITY DEFINER functions below act as it. The application connects as
-- leadager_app, a plain role: every table it can read carries organisation_id and a policy on it.

do $$
begin
  if not exists (select from pg_roles where rolname = 'leadager_app') then
    create role leadager_app login;
  end if;
end
$$;

create schema platform;
create schema people;
create schema access;
create schema instruments;
create schema rounds;
create schema answers;
create schema vault;
create schema scores;
create schema reports;
create schema diagnosis;
create schema cases;

-- The organisation of the current transaction; null outside one, so that every policy then hides every row.
create function platform.current_organisation() returns uuid
  language sql stable
  return nullif(current_setting('app.organisation', true), '')::uuid;

-------------------------------------------------------------------------------------------- platform

-- Mail on its way out, appended in the transaction of what caused it. No policy: mail also goes to people
-- who are signing in and belong, as yet, to no organisation; only the sender and the demo's mailbox read it.
create table platform.mail (
  id              uuid primary key default uuidv7(),
  organisation_id uuid,
  dedupe_key      text not null unique,
  to_address      text not null check (to_address !~ '[\r\n]'),
  subject         text not null check (subject !~ '[\r\n]'),
  body            text not null,
  created_at      timestamptz not null default now(),
  attempts        int not null default 0,
  next_attempt_at timestamptz not null default now(),
  last_error      text,
  sent_at         timestamptz
);
create index mail_waiting on platform.mail (next_attempt_at) where sent_at is null;

create table platform.outbox (
  id              uuid primary key default uuidv7(),
  organisation_id uuid not null,
  kind            text not null,
  payload         jsonb not null,
  created_at      timestamptz not null default now(),
  attempts        int not null default 0,
  next_attempt_at timestamptz not null default now(),
  last_error      text,
  done_at         timestamptz
);
create index outbox_waiting on platform.outbox (next_attempt_at) where done_at is null;

create table platform.scheduled_tasks (
  task_name            text not null,
  task_instance        text not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on platform.scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on platform.scheduled_tasks (last_heartbeat);

---------------------------------------------------------------------------------------------- people

create table people.organisation (
  id            uuid primary key default uuidv7(),
  name          text not null check (length(name) between 1 and 200),
  sample        boolean not null default false,
  minimum_group int not null default 3 check (minimum_group >= 3),
  created_at    timestamptz not null default now()
);

create table people.person (
  id              uuid primary key default uuidv7(),
  organisation_id uuid not null references people.organisation,
  name            text not null check (length(name) between 1 and 200),
  mail            text check (length(mail) <= 254 and mail !~ '[\r\n]'),
  language        text not null default 'en',
  sample          boolean not null default false,
  created_at      timestamptz not null default now(),
  unique (organisation_id, id)
);
create unique index person_mail on people.person (organisation_id, lower(mail));

create table people.role_grant (
  organisation_id uuid not null,
  person_id       uuid not null,
  role            text not null check (role in ('administrator', 'consultant', 'sponsor')),
  granted_at      timestamptz not null default now(),
  primary key (organisation_id, person_id, role),
  foreign key (organisation_id, person_id) references people.person (organisation_id, id)
);

---------------------------------------------------------------------------------------------- access

-- Identities: looked up before any organisation is known, so without a policy; holds hashes only.
create table access.sign_in_link (
  token_hash      bytea primary key,
  organisation_id uuid not null,
  person_id       uuid not null,
  created_at      timestamptz not null default now(),
  expires_at      timestamptz not null,
  used_at         timestamptz,
  foreign key (organisation_id, person_id) references people.person (organisation_id, id)
);

create table access.audit_entry (
  organisation_id uuid not null references people.organisation,
  number          bigint not null,
  at              timestamptz not null default now(),
  actor_id        uuid,
  action          text not null,
  object          text not null,
  detail          jsonb not null default '{}',
  previous_hash   bytea not null,
  hash            bytea not null,
  primary key (organisation_id, number)
);

create table access.spring_session (
  primary_id            char(36) primary key,
  session_id            char(36) not null unique,
  creation_time         bigint not null,
  last_access_time      bigint not null,
  max_inactive_interval int not null,
  expiry_time           bigint not null,
  principal_name        varchar(100)
);
create index spring_session_expiry on access.spring_session (expiry_time);
create index spring_session_principal on access.spring_session (principal_name);

create table access.spring_session_attributes (
  session_primary_id char(36) not null references access.spring_session on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea not null,
  primary key (session_primary_id, attribute_name)
);

-- Who may sign in with this address, in whatever organisation; the one look-up across organisations.
create function access.people_by_mail(address text)
  returns table (organisation_id uuid, organisation_name text, person_id uuid, person_name text)
  language sql stable security definer set search_path = pg_catalog
begin atomic
  select p.organisation_id, o.name, p.id, p.name
    from people.person p join people.organisation o on o.id = p.organisation_id
   where lower(p.mail) = lower(address);
end;

-- Whether this installation is empty, which opens the first-start page; and, there, the first organisation.
create function access.is_empty() returns boolean
  language sql stable security definer set search_path = pg_catalog
begin atomic
  select not exists (select from people.organisation);
end;

-- Organisations that hold the sample; the demo's one-click entry uses it.
create function access.sample_organisations() returns setof uuid
  language sql stable security definer set search_path = pg_catalog
begin atomic
  select id from people.organisation where sample order by id;
end;

----------------------------------------------------------------------------------------- instruments

create table instruments.instrument (
  id              uuid primary key default uuidv7(),
  organisation_id uuid not null references people.organisation,
  code            text not null,
  version         text not null,
  content_hash    text not null,
  definition      jsonb not null,
  created_at      timestamptz not null default now(),
  unique (organisation_id, code, version)
);

---------------------------------------------------------------------------------------------- rounds

create table rounds.round (
  id                 uuid primary key default uuidv7(),
  organisation_id    uuid not null references people.organisation,
  case_id            uuid,
  name               text not null check (length(name) between 1 and 200),
  instrument_code    text not null,
  instrument_version text not null,
  form               text not null,
  language           text not null default 'en',
  state              text not null default 'draft' check (state in ('draft', 'open', 'closed', 'scored')),
  minimum_group      int not null default 3 check (minimum_group >= 3),
  closes_on          date,
  origin             text not null default 'collected' check (origin in ('collected', 'imported')),
  content_hash       text,
  created_by         uuid,
  created_at         timestamptz not null default now(),
  launched_at        timestamptz,
  closed_at          timestamptz,
  unique (organisation_id, id),
  unique (organisation_id, content_hash)
);
create index round_case on rounds.round (organisation_id, case_id);

create table rounds.subject (
  id              uuid primary key default uuidv7(),
  organisation_id uuid not null,
  round_id        uuid not null,
  person_id       uuid not null,
  unique (organisation_id, id),
  unique (round_id, person_id),
  foreign key (organisation_id, round_id) references rounds.round (organisation_id, id),
  foreign key (organisation_id, person_id) references people.person (organisation_id, id)
);

-- One rater asked about one subject. Its state says whether, never when or what: a time here could be
-- matched with the time of a form on the answers' side.
create table rounds.rating_request (
  id              uuid primary key default uuidv7(),
  organisation_id uuid not null,
  round_id        uuid not null,
  subject_id      uuid not null,
  person_id       uuid not null,
  source          text not null,
  state           text not null default 'waiting' check (state in ('waiting', 'submitted', 'withdrawn')),
  unique (organisation_id, id),
  unique (subject_id, person_id),
  foreign key (organisation_id, round_id) references rounds.round (organisation_id, id),
  foreign key (organisation_id, subject_id) references rounds.subject (organisation_id, id),
  foreign key (organisation_id, person_id) references people.person (organisation_id, id)
);
create index rating_request_round on rounds.rating_request (round_id, person_id);

-- One private link per rater and round.
create table rounds.invitation (
  id              uuid primary key default uuidv7(),
  organisation_id uuid not null,
  round_id        uuid not null,
  person_id       uuid not null,
  token_hash      bytea not null unique,
  created_at      timestamptz not null default now(),
  revoked_at      timestamptz,
  unique (round_id, person_id),
  foreign key (organisation_id, round_id) references rounds.round (organisation_id, id),
  foreign key (organisation_id, person_id) references people.person (organisation_id, id)
);

-- How often the job needs a competence to be seen, 1 to 6, set by a boss of the subject on the round.
create table rounds.need (
  organisation_id uuid not null,
  subject_id      uuid not null,
  set_by          uuid not null,
  competence      text not null,
  frequency       numeric(3, 2) not null check (frequency between 1 and 6),
  set_at          timestamptz not null default now(),
  primary key (subject_id, set_by, competence),
  foreign key (organisation_id, subject_id) references rounds.subject (organisation_id, id),
  foreign key (organisation_id, set_by) references people.person (organisation_id, id)
);

-- What happened to a round, in order, each entry bound to the one before it by its hash.
create table rounds.log_entry (
  organisation_id uuid not null,
  round_id        uuid not null,
  number          int not null,
  at              timestamptz not null default now(),
  actor_id        uuid,
  event           text not null,
  detail          jsonb not null default '{}',
  previous_hash   bytea not null,
  hash            bytea not null,
  primary key (round_id, number),
  foreign key (organisation_id, round_id) references rounds.round (organisation_id, id)
);

-- Form, instrument, minimums and audience lock at launch; only the date, the state and its times move on,
-- and the state only forward.
create function rounds.keep_promises() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' and (
       (new.instrument_code, new.instrument_version, new.form, new.minimum_group, new.origin, new.case_id)
         is distinct from
       (old.instrument_code, old.instrument_version, old.form, old.minimum_group, old.origin, old.case_id)
       or array_position(array['draft', 'open', 'closed', 'scored'], new.state)
            < array_position(array['draft', 'open', 'closed', 'scored'], old.state)) then
    raise exception 'round %: what raters were promised cannot change after launch', old.id
      using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger keep_promises before update on rounds.round for each row execute function rounds.keep_promises();

--------------------------------------------------------------------------------------------- answers

-- The key that turns a rater into a pseudonym, one per round; the application's role has no right here.
create table vault.round_key (
  round_id        uuid primary key,
  organisation_id uuid not null,
  key             bytea not null,
  created_at      timestamptz not null default now()
);

create function vault.make_round_key() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into vault.round_key (round_id, organisation_id, key)
  values (new.id, new.organisation_id, uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
  return new;
end
$$;
create trigger make_round_key after insert on rounds.round for each row execute function vault.make_round_key();

-- One rater in one round, the same for every subject that the rater rates there (severity needs that).
-- Nested hashing with the key first and last, as HMAC does.
create function vault.pseudonym(round uuid, rater uuid) returns bytea
  language sql stable security definer set search_path = pg_catalog
begin atomic
  select sha256(k.key || sha256(k.key || uuid_send(rater))) from vault.round_key k where k.round_id = round;
end;

-- One rater's answers about one subject.
create table answers.form (
  id              uuid primary key default uuidv7(),
  organisation_id uuid not null references people.organisation,
  round_id        uuid not null,
  subject_id      uuid not null,
  pseudonym       bytea not null,
  source          text not null,
  state           text not null default 'draft' check (state in ('draft', 'submitted')),
  revision        bigint not null default 0,
  receipt         text,
  submitted_at    timestamptz,
  unique (organisation_id, id),
  unique (subject_id, pseudonym)
);
create index form_round on answers.form (round_id);

-- Append-only. The answer that counts is the one with the highest revision of its item;
-- a null value is "not able to judge".
create table answers.fact (
  id              bigint generated always as identity primary key,
  organisation_id uuid not null,
  form_id         uuid not null,
  item            text not null check (length(item) <= 40),
  value           smallint,
  revision        bigint not null,
  at              timestamptz not null default now(),
  unique (form_id, item, revision),
  foreign key (organisation_id, form_id) references answers.form (organisation_id, id)
);

create table answers.comment_fact (
  id              bigint generated always as identity primary key,
  organisation_id uuid not null,
  form_id         uuid not null,
  question        text not null check (length(question) <= 40),
  text            text not null check (length(text) <= 4000),
  revision        bigint not null,
  at              timestamptz not null default now(),
  unique (form_id, question, revision),
  foreign key (organisation_id, form_id) references answers.form (organisation_id, id)
);

-- First of the two functions that may cross the sides: a rater comes back by the private link.
-- Makes the missing drafts of an open round, so that a form exists before its first answer.
-- A link that is unknown or revoked yields no row.
create function answers.resume(link_hash bytea)
  returns table (organisation_id uuid, round_id uuid, person_id uuid, request_id uuid, subject_id uuid,
                 source text, request_state text, form_id uuid)
  language plpgsql security definer set search_path = pg_catalog as $$
#variable_conflict use_column
begin
  insert into answers.form (organisation_id, round_id, subject_id, pseudonym, source)
  select q.organisation_id, q.round_id, q.subject_id, vault.pseudonym(q.round_id, q.person_id), q.source
    from rounds.invitation i
    join rounds.round r on r.id = i.round_id and r.state = 'open'
    join rounds.rating_request q on q.round_id = i.round_id and q.person_id = i.person_id
   where i.token_hash = link_hash and i.revoked_at is null and q.state <> 'withdrawn'
  on conflict do nothing;
  return query
  select q.organisation_id, q.round_id, q.person_id, q.id, q.subject_id, q.source, q.state, f.id
    from rounds.invitation i
    join rounds.rating_request q on q.round_id = i.round_id and q.person_id = i.person_id
    left join answers.form f on f.subject_id = q.subject_id
                            and f.pseudonym = vault.pseudonym(q.round_id, q.person_id)
   where i.token_hash = link_hash and i.revoked_at is null
   order by q.id;
end
$$;

-- Second: a closed round's submitted answers about one subject, for scoring. Raters are numbered from 1 in
-- the order of their pseudonyms, which tells nothing; answers of withdrawn raters stay out.
create function answers.for_scoring(subject uuid)
  returns table (rater int, source text, item text, value smallint)
  language sql stable security definer set search_path = pg_catalog
begin atomic
  with form as (
    select f.id, f.source, dense_rank() over (order by f.pseudonym)::int as rater
      from answers.form f
      join rounds.round r on r.id = f.round_id and r.state in ('closed', 'scored')
      join rounds.rating_request q on q.subject_id = f.subject_id and q.state <> 'withdrawn'
                                  and vault.pseudonym(q.round_id, q.person_id) = f.pseudonym
     where f.subject_id = subject and f.state = 'submitted'
       and f.organisation_id = platform.current_organisation())
  select distinct on (form.rater, a.item) form.rater, form.source, a.item, a.value
    from form join answers.fact a on a.form_id = form.id
   order by form.rater, a.item, a.revision desc;
end;

-- Not a crossing for a reader, but for a writer: an import brings answers with their raters.
create function answers.import_form(round uuid, subject uuid, rater uuid, rater_source text)
  returns uuid language plpgsql security definer set search_path = pg_catalog as $$
declare
  made uuid;
begin
  insert into answers.form (organisation_id, round_id, subject_id, pseudonym, source, state, submitted_at)
  select s.organisation_id, s.round_id, s.id, vault.pseudonym(round, rater), rater_source, 'submitted', now()
    from rounds.subject s
    join rounds.round r on r.id = s.round_id and r.origin = 'imported' and r.state = 'draft'
   where s.id = subject and s.round_id = round and s.organisation_id = platform.current_organisation()
  returning id into made;
  return made;
end
$$;

---------------------------------------------------------------------------------- scores and reports

create table scores.snapshot (
  id                 uuid primary key default uuidv7(),
  organisation_id    uuid not null references people.organisation,
  round_id           uuid not null,
  subject_id         uuid not null,
  watermark          text not null,
  instrument_code    text not null,
  instrument_version text not null,
  parameters         text not null,
  engine             text not null,
  figures            jsonb not null,
  scored_at          timestamptz not null default now(),
  unique (organisation_id, id),
  unique (subject_id, watermark)
);
create index snapshot_round on scores.snapshot (round_id);

create table reports.report (
  id              uuid primary key default uuidv7(),
  organisation_id uuid not null,
  round_id        uuid not null,
  subject_id      uuid not null,
  person_id       uuid not null,
  snapshot_id     uuid not null,
  number          int not null default 1,
  content         jsonb not null,
  released_by     uuid,
  released_at     timestamptz not null default now(),
  unique (subject_id, number),
  foreign key (organisation_id, snapshot_id) references scores.snapshot (organisation_id, id)
);
create index report_person on reports.report (organisation_id, person_id);
create index report_round on reports.report (round_id);

-- Released is released, and a snapshot is what was computed: neither changes.
create function platform.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '%.% rows never change', tg_table_schema, tg_table_name using errcode = 'check_violation';
end
$$;
create trigger immutable before update on scores.snapshot for each row execute function platform.refuse_change();
create trigger immutable before update on reports.report for each row execute function platform.refuse_change();
create trigger append_only before update on answers.fact for each row execute function platform.refuse_change();
create trigger append_only before update on answers.comment_fact for each row execute function platform.refuse_change();
create trigger append_only before update or delete on rounds.log_entry for each row execute function platform.refuse_change();
create trigger append_only before update or delete on access.audit_entry for each row execute function platform.refuse_change();

------------------------------------------------------------------------------------ cases, diagnosis

create table cases."case" (
  id              uuid primary key default uuidv7(),
  organisation_id uuid not null references people.organisation,
  title           text not null check (length(title) between 1 and 200),
  opened_by       uuid not null,
  sponsor_id      uuid,
  opened_at       timestamptz not null default now(),
  unique (organisation_id, id),
  foreign key (organisation_id, opened_by) references people.person (organisation_id, id),
  foreign key (organisation_id, sponsor_id) references people.person (organisation_id, id)
);

create table diagnosis.request (
  case_id         uuid primary key,
  organisation_id uuid not null references people.organisation,
  words           text not null check (length(words) between 1 and 5000),
  asked_by        text not null check (length(asked_by) <= 200),
  asked_at        timestamptz not null default now(),
  unique (organisation_id, case_id)
);

-- Append-only; the last answer to a question is the one that counts.
create table diagnosis.answer (
  id              bigint generated always as identity primary key,
  organisation_id uuid not null,
  case_id         uuid not null,
  question        text not null,
  choice          text not null,
  note            text check (length(note) <= 4000),
  answered_by     uuid,
  at              timestamptz not null default now(),
  foreign key (organisation_id, case_id) references diagnosis.request (organisation_id, case_id)
);
create index answer_case on diagnosis.answer (case_id, id);
create trigger append_only before update on diagnosis.answer for each row execute function platform.refuse_change();

-------------------------------------------------------------------------- row-level security, rights

do $$
declare
  t record;
begin
  for t in
    select n.nspname, c.relname
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id'
     where c.relkind = 'r'
       and n.nspname in ('people', 'access', 'instruments', 'rounds', 'answers', 'vault', 'scores', 'reports',
                         'diagnosis', 'cases')
       and (n.nspname, c.relname) <> ('access', 'sign_in_link')
  loop
    execute format('alter table %I.%I enable row level security', t.nspname, t.relname);
    execute format('create policy own_organisation on %I.%I '
                   'using (organisation_id = platform.current_organisation()) '
                   'with check (organisation_id = platform.current_organisation())', t.nspname, t.relname);
  end loop;
  alter table people.organisation enable row level security;
  create policy own_organisation on people.organisation
    using (id = platform.current_organisation()) with check (id = platform.current_organisation());
end
$$;

revoke all on all functions in schema platform, access, answers, vault, rounds from public;
grant usage on schema platform, people, access, instruments, rounds, answers, scores, reports, diagnosis, cases
  to leadager_app;
grant select, insert, update, delete on all tables in schema platform, people, access, instruments, rounds,
  diagnosis, cases to leadager_app;
revoke update, delete on access.audit_entry, rounds.log_entry, diagnosis.answer from leadager_app;
grant select, insert on scores.snapshot, reports.report to leadager_app;
-- Forms are made by the functions above only; of a form, its state may move on.
grant select on answers.form, answers.fact, answers.comment_fact to leadager_app;
grant insert on answers.fact, answers.comment_fact to leadager_app;
grant update (state, revision, receipt, submitted_at) on answers.form to leadager_app;
-- The pseudonym itself is of no use to the application, and it could be matched across subjects.
revoke select on answers.form from leadager_app;
grant select (id, organisation_id, round_id, subject_id, source, state, revision, receipt, submitted_at)
  on answers.form to leadager_app;
grant execute on function platform.current_organisation(), access.people_by_mail(text), access.is_empty(),
  access.sample_organisations(), answers.resume(bytea), answers.for_scoring(uuid),
  answers.import_form(uuid, uuid, uuid, text) to leadager_app;
