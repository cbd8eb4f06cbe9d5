-- What reports read of open questions, on the answers' side.
--
-- Third function that crosses the sides for a reader: a closed round's comments about one subject. Raters
-- carry the same numbers as in answers.for_scoring, so that the gate that decides whose answers count decides
-- about their words too; withdrawn raters stay out. The last wording of each question counts; one that was
-- emptied again comes as an empty text.
create function answers.comments_for_report(subject uuid)
  returns table (rater int, source text, question text, text text)
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
  select distinct on (form.rater, c.question) form.rater, form.source, c.question, c.text
    from form join answers.comment_fact c on c.form_id = form.id
   order by form.rater, c.question, c.revision desc;
end;
revoke all on function answers.comments_for_report(uuid) from public;
grant execute on function answers.comments_for_report(uuid) to leadager_app;
