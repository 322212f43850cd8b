import { type Migrations, sqlMigration } from '../platform/database/migrate.ts';

export const publicationMigrations: Migrations = {
  '780-results-published': sqlMigration(`
    create table result_publication (
      id uuid primary key,
      academy text not null,
      session text not null,
      number integer not null check (number > 0),
      specialities text[] not null check (specialities <> '{}'),
      unchanged integer not null check (unchanged >= 0),
      without_verdict integer not null check (without_verdict >= 0),
      sha256 text not null,
      prepared_by uuid not null,
      prepared_at timestamptz not null default business_now(),
      announced_at timestamptz,
      proposed_by uuid,
      proposed_at timestamptz,
      approved_by uuid,
      approved_at timestamptz,
      cancelled_by uuid,
      cancelled_at timestamptz,
      suspended_by uuid,
      suspended_at timestamptz,
      suspended_words text,
      row_version integer not null default 1,
      unique (academy, session, number),
      check (num_nulls(announced_at, proposed_by, proposed_at) in (0, 3)),
      check (num_nulls(approved_by, approved_at) in (0, 2)),
      check (num_nulls(cancelled_by, cancelled_at) in (0, 2)),
      check (num_nulls(suspended_by, suspended_at, suspended_words) in (0, 3)),
      -- Nobody publishes alone.
      check (approved_by is null or announced_at is not null and approved_by <> proposed_by and approved_by <> prepared_by),
      -- Announced before it comes.
      check (approved_at is null or approved_at < announced_at),
      check (suspended_at is null or approved_at is not null and cancelled_at is null)
    )
----
    -- One at a time is prepared.
    create unique index result_publication_open on result_publication (academy, session) where approved_at is null and cancelled_at is null
----
    -- What it says, frozen. Read by one file of the sources alone.
    create table published_result (
      publication_id uuid not null references result_publication (id),
      enrolment_id uuid not null references enrolment (id),
      academy text not null,
      session text not null,
      speciality text not null,
      decision text not null check (decision in ('ADMITTED', 'REFUSED', 'NOT_JUDGED')),
      result jsonb not null,
      sha256 text not null,
      change_reason text,
      -- Papers given and mail written, after the second.
      told_at timestamptz,
      primary key (publication_id, enrolment_id)
    )
----
    create index published_result_enrolment on published_result (enrolment_id)
----
    create index published_result_untold on published_result (publication_id, enrolment_id) where told_at is null
----
    create function published_result_is_frozen() returns trigger language plpgsql as $$
    begin
      if tg_op <> 'UPDATE' then raise exception 'published results are kept'; end if;
      if (to_jsonb(new) - 'told_at') is distinct from (to_jsonb(old) - 'told_at') or old.told_at is not null and new.told_at is distinct from old.told_at
        then raise exception 'a published result does not change'; end if;
      return new;
    end $$
----
    create trigger published_result_is_frozen before update or delete on published_result for each row execute function published_result_is_frozen()
----
    create trigger published_result_is_kept before truncate on published_result for each statement execute function published_result_is_frozen()
----
    create function result_publication_is_kept() returns trigger language plpgsql as $$
    begin
      if tg_op <> 'UPDATE' then raise exception 'publications are kept'; end if;
      if (new.id, new.academy, new.session, new.number, new.specialities, new.unchanged, new.without_verdict, new.sha256, new.prepared_by, new.prepared_at)
        is distinct from (old.id, old.academy, old.session, old.number, old.specialities, old.unchanged, old.without_verdict, old.sha256, old.prepared_by, old.prepared_at)
        or old.approved_at is not null and (new.announced_at, new.proposed_by, new.approved_by, new.approved_at)
          is distinct from (old.announced_at, old.proposed_by, old.approved_by, old.approved_at)
        or old.cancelled_at is not null and new is distinct from old
        -- What was seen is suspended, never cancelled.
        or new.cancelled_at is not null and old.cancelled_at is null and old.approved_at is not null and old.announced_at <= business_now()
      then raise exception 'a publication is kept as it was decided'; end if;
      return new;
    end $$
----
    create trigger result_publication_is_kept before update or delete on result_publication for each row execute function result_publication_is_kept()
----
    create trigger result_publication_stays before truncate on result_publication for each statement execute function result_publication_is_kept()
----
    -- Publications whose second has come by the clock of the database, which alone decides.
    create view reached_publication as
      select id, academy, session, number, announced_at, suspended_at, suspended_words from result_publication
      where approved_at is not null and cancelled_at is null and announced_at <= business_now()
----
    -- What may be read outside the office: of each enrolment the last publication that was reached, unless that one is suspended.
    create view visible_result as
      select r.enrolment_id, r.academy, r.session, r.speciality, r.publication_id, p.number, p.announced_at, r.decision, r.result,
        r.sha256, r.change_reason
      from published_result r join reached_publication p on p.id = r.publication_id
      where p.suspended_at is null and not exists (
        select from published_result later join reached_publication q on q.id = later.publication_id
        where later.enrolment_id = r.enrolment_id and q.number > p.number)
  `),
  '785-result-cases': sqlMigration(`
    -- What a candidate asks once the result is published: to see scripts, to have an error corrected, to contest. Kept as it came.
    create table result_case (
      id uuid primary key,
      academy text not null,
      session text not null,
      enrolment_id uuid not null references enrolment (id),
      publication_id uuid not null references result_publication (id),
      -- The code of the exam's remedy.
      kind text not null,
      words text not null,
      received_at timestamptz not null default business_now(),
      -- Came after the last day that the rules give: for a person to judge.
      late boolean not null,
      -- null: no source says by when.
      answer_due_on date,
      outcome text check (outcome in ('granted', 'refused')),
      answer text,
      answered_by uuid,
      answered_at timestamptz,
      check (num_nulls(outcome, answer, answered_by, answered_at) in (0, 4))
    )
----
    -- One of a kind waits at a time.
    create unique index result_case_waiting on result_case (enrolment_id, kind) where answered_at is null
----
    create index result_case_session on result_case (academy, session, answered_at)
----
    create function result_case_is_kept() returns trigger language plpgsql as $$
    begin
      if tg_op <> 'UPDATE' or old.answered_at is not null
        or (to_jsonb(new) - '{outcome,answer,answered_by,answered_at}'::text[]) is distinct from (to_jsonb(old) - '{outcome,answer,answered_by,answered_at}'::text[])
        then raise exception 'what was asked and answered is kept'; end if;
      return new;
    end $$
----
    create trigger result_case_is_kept before update or delete on result_case for each row execute function result_case_is_kept()
----
    create trigger result_case_stays before truncate on result_case for each statement execute function result_case_is_kept()
  `),
  '791-result-outcomes': sqlMigration(`
    -- Worked out once, for figures of many: who had something to sit and sat nothing; who isn't admitted and has a block.
    alter table published_result
      add column absent boolean not null generated always as (decision <> 'ADMITTED'
        and not jsonb_path_exists(result, '$.units[*] ? (@.outcome == "mark")')
        and jsonb_path_exists(result, '$.units[*] ? (@.outcome == "absent" || @.outcome == "excused")')) stored,
      add column has_block boolean not null generated always as (decision <> 'ADMITTED' and jsonb_path_exists(result,
        '$.units[*] ? (@.optional == false && (@.outcome == "mark" || @.outcome == "kept") && @.halfPoints >= 20)')) stored
----
    -- What is generated isn't there yet when a row is looked at before it is written.
    create or replace function published_result_is_frozen() returns trigger language plpgsql as $$
    begin
      if tg_op <> 'UPDATE' then raise exception 'published results are kept'; end if;
      if (to_jsonb(new) - '{told_at,absent,has_block}'::text[]) is distinct from (to_jsonb(old) - '{told_at,absent,has_block}'::text[])
        or old.told_at is not null and new.told_at is distinct from old.told_at
        then raise exception 'a published result does not change'; end if;
      return new;
    end $$
----
    -- What may be read of each result, for figures and exports of the office.
    create view result_outcome as
      select r.enrolment_id, r.academy, r.session, r.speciality, p.number as publication, r.decision, r.result, r.absent, r.has_block
      from published_result r join reached_publication p on p.id = r.publication_id
      where p.suspended_at is null and not exists (
        select from published_result later join reached_publication q on q.id = later.publication_id
        where later.enrolment_id = r.enrolment_id and q.number > p.number)
  `),
  '921-results-of-who-stays': sqlMigration(`
    -- Whose enrolment ended before the second has no result, whatever was frozen; who leaves afterwards keeps theirs.
    create or replace view visible_result as
      select r.enrolment_id, r.academy, r.session, r.speciality, r.publication_id, p.number, p.announced_at, r.decision, r.result,
        r.sha256, r.change_reason
      from published_result r join reached_publication p on p.id = r.publication_id
      where p.suspended_at is null and not exists (
        select from published_result later join reached_publication q on q.id = later.publication_id
        where later.enrolment_id = r.enrolment_id and q.number > p.number)
        and not exists (select from enrolment_file e where e.id = r.enrolment_id and e.ended_at <= p.announced_at)
----
    create or replace view result_outcome as
      select r.enrolment_id, r.academy, r.session, r.speciality, p.number as publication, r.decision, r.result, r.absent, r.has_block
      from published_result r join reached_publication p on p.id = r.publication_id
      where p.suspended_at is null and not exists (
        select from published_result later join reached_publication q on q.id = later.publication_id
        where later.enrolment_id = r.enrolment_id and q.number > p.number)
        and not exists (select from enrolment_file e where e.id = r.enrolment_id and e.ended_at <= p.announced_at)
  `),
  '946-answer-decided': sqlMigration(`
    -- The decision on record, with its author; null: no answer, or one of before they had an author.
    alter table result_case add column decision_id uuid references decision
----
    create or replace function result_case_is_kept() returns trigger language plpgsql as $$
    begin
      if tg_op <> 'UPDATE' or old.answered_at is not null
        or (to_jsonb(new) - '{outcome,answer,answered_by,answered_at,decision_id}'::text[]) is distinct from (to_jsonb(old) - '{outcome,answer,answered_by,answered_at,decision_id}'::text[])
        then raise exception 'what was asked and answered is kept'; end if;
      return new;
    end $$
  `),
  '981-publication-decided': sqlMigration(`
    -- The decision on record of whoever approved it; null: nobody did yet, or before this decision had an author.
    alter table result_publication add column decision_id uuid references decision
----
    create or replace function result_publication_is_kept() returns trigger language plpgsql as $$
    begin
      if tg_op <> 'UPDATE' then raise exception 'publications are kept'; end if;
      if (new.id, new.academy, new.session, new.number, new.specialities, new.unchanged, new.without_verdict, new.sha256, new.prepared_by, new.prepared_at)
        is distinct from (old.id, old.academy, old.session, old.number, old.specialities, old.unchanged, old.without_verdict, old.sha256, old.prepared_by, old.prepared_at)
        or old.approved_at is not null and (new.announced_at, new.proposed_by, new.approved_by, new.approved_at, new.decision_id)
          is distinct from (old.announced_at, old.proposed_by, old.approved_by, old.approved_at, old.decision_id)
        or old.cancelled_at is not null and new is distinct from old
        -- What was seen is suspended, never cancelled.
        or new.cancelled_at is not null and old.cancelled_at is null and old.approved_at is not null and old.announced_at <= business_now()
      then raise exception 'a publication is kept as it was decided'; end if;
      return new;
    end $$
  `),
  '950-time-of-cases': sqlMigration(`
    -- What time does to a request is found by asking, as the law counts it; what the version before wrote stays.
    alter table result_case alter column late set default false
----
    comment on column result_case.late is 'Not read any more: counted a day short.'
----
    comment on column result_case.answer_due_on is 'Not read any more.'
  `),
  '971-cases-by-post': sqlMigration(`
    -- What came by letter and an officer typed: the day of its postmark (null: it can't be read) and the day when it arrived.
    alter table result_case
      add column posted_on date,
      add column received_on date,
      add column typed_by uuid,
      add constraint result_case_by_post check (num_nulls(received_on, typed_by) in (0, 2) and (posted_on is null or posted_on <= received_on))
  `),
  '992-cases-of-decisions': sqlMigration(`
    -- An appeal against a decision that isn't a published result. The version before joins publications, and doesn't see it.
    alter table result_case
      alter column publication_id drop not null,
      add column contested_id uuid references decision,
      -- Of a decision that the service of accommodations alone reads.
      add column confidential boolean not null default false,
      add constraint result_case_about check (num_nonnulls(publication_id, contested_id) = 1),
      add constraint result_case_confidential check (not confidential or contested_id is not null)
----
    drop index result_case_waiting
----
    create unique index result_case_waiting on result_case (enrolment_id, kind) where answered_at is null and contested_id is null
----
    -- One appeal against a decision.
    create unique index result_case_contested on result_case (contested_id, enrolment_id) where contested_id is not null
----
    create index result_case_confidential on result_case (academy, answered_at) where confidential
  `),
  '993-case-letters': sqlMigration(`
    -- The letter that a request came by, as it was scanned.
    create table case_letter (
      case_id uuid primary key references result_case,
      academy text not null,
      file_key text not null unique,
      type text not null,
      size integer not null check (size > 0),
      sha256 text not null,
      scan text check (scan in ('waiting', 'clean', 'infected')),
      fault text check (fault in ('missing', 'altered')),
      checked_at timestamptz,
      kept_at timestamptz not null default business_now()
    )
----
    create index case_letter_checked on case_letter (checked_at nulls first, case_id)
----
    create function case_letter_is_kept() returns trigger language plpgsql as $$
    begin raise exception 'letters of requests are kept'; end $$
----
    create trigger case_letter_is_kept before delete or truncate on case_letter for each statement execute function case_letter_is_kept()
  `),
  '999-to-carry-out': sqlMigration(`
    -- Appeals that were accepted, until what they contest is undone: a piece is compliant again, a unit is given back, or another decision undoes it.
    create view appeal_to_carry_out as
      select c.id as case_id, c.contested_id as decision_id, c.enrolment_id, c.academy, c.confidential
      from result_case c join standing_decision s on s.decision_id = c.contested_id and s.enrolment_id = c.enrolment_id
        join enrolment_file e on e.id = c.enrolment_id
      where c.outcome = 'granted' and not (s.act = 'validation-undone' and e.status = 'validated')
        and not exists (select from unit_given_back u where u.decision_id = c.contested_id)
  `),
  '999-undo-earlier-appeals': sqlMigration(`
    -- Those that were accepted before it was kept that somebody is to undo what they contest.
    insert into decision_to_undo (decision_id, enrolment_id, academy, at)
      select distinct on (t.decision_id, t.enrolment_id) t.decision_id, t.enrolment_id, c.academy, c.answered_at
      from result_case c join appealable_decision t on t.decision_id = c.contested_id and t.enrolment_id = c.enrolment_id
      where c.outcome = 'granted' order by t.decision_id, t.enrolment_id, c.answered_at
      on conflict do nothing
  `),
  '999-x-receipts-of-answered': sqlMigration(`
    -- Receipts of what was answered since: the letter of the answer says the same day, and more.
    create view case_receipt_over as
      select l.id as letter_id from told_by_post l join result_case c on c.enrolment_id = l.about::uuid and c.received_at = l.at
      where c.answered_at > l.at and l.template = case when c.contested_id is null then 'resultCase.opened' when c.confidential then 'space.message' else 'appeal.opened' end
  `),
  '999-x-who-accepted': sqlMigration(`
    -- And the decision that accepted it, with who signed that: what it gives back is given back by it.
    create or replace view appeal_to_carry_out as
      select c.id as case_id, c.contested_id as decision_id, c.enrolment_id, c.academy, c.confidential, c.decision_id as answer_id, c.answered_by
      from result_case c join standing_decision s on s.decision_id = c.contested_id and s.enrolment_id = c.enrolment_id
        join enrolment_file e on e.id = c.enrolment_id
      where c.outcome = 'granted' and not (s.act = 'validation-undone' and e.status = 'validated')
        and not exists (select from unit_given_back u where u.decision_id = c.contested_id)
  `),
  '999-zzzzzzz-script-scans': sqlMigration(`
    -- Scans of scripts, for whoever asked to see theirs (decision 144). Its row stays when its bytes go.
    create table script_scan (
      id uuid primary key,
      case_id uuid not null references result_case,
      academy text not null,
      session text not null,
      enrolment_id uuid not null references enrolment (id),
      unit text not null,
      file_key text not null unique,
      size integer not null check (size > 0),
      sha256 text not null,
      pages integer not null check (pages > 0),
      scan text check (scan in ('waiting', 'clean', 'infected')),
      fault text check (fault in ('missing', 'altered')),
      checked_at timestamptz,
      -- The last day on which its candidate is shown it.
      until date not null,
      sent_by uuid not null,
      kept_at timestamptz not null default business_now(),
      -- Sent by mistake: nobody is told of it any more.
      withdrawn_at timestamptz,
      erased_at timestamptz
    )
----
    create index script_scan_enrolment on script_scan (enrolment_id)
----
    create index script_scan_checked on script_scan (checked_at nulls first, id) where erased_at is null
----
    create index script_scan_until on script_scan (until) where erased_at is null
  `),
};
