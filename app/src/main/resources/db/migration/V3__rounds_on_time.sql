-- Rounds keep their own dates.

-- A reminder brings a link of its own. Links are stored as hashes only, so the first cannot be sent again; it
-- keeps working, since people go back to the mail they remember.
alter table rounds.invitation
  add column kind text not null default 'invitation' check (kind in ('invitation', 'reminder'));
alter table rounds.invitation drop constraint invitation_round_id_person_id_key;
alter table rounds.invitation add unique (round_id, person_id, kind);

-- The one look-up of rounds across organisations: which are still open although their last day is this one or
-- an earlier one. Everything else about them is read inside their organisation.
create function rounds.open_until(last_day date)
  returns table (organisation_id uuid, round_id uuid)
  language sql stable security definer set search_path = pg_catalog
begin atomic
  select r.organisation_id, r.id from rounds.round r
   where r.state = 'open' and r.closes_on <= last_day
   order by r.closes_on, r.id;
end;
revoke all on function rounds.open_until(date) from public;
grant execute on function rounds.open_until(date) to leadager_app;
