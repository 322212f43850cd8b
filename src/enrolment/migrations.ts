import { type Migrations, sqlMigration } from '../platform/database/migrate.ts';

export const enrolmentMigrations: Migrations = {
  '200-enrolment': sqlMigration(`
    create table enrolment (
      id uuid primary key,
      academy text not null,
      session text not null,
      exam text not null,
      candidate_id uuid not null references candidate (account_id),
      status text not null check (status in ('draft', 'registered', 'validated', 'withdrawn', 'set-aside', 'cancelled', 'abandoned')),
      number text,
      version integer not null default 0,
      registered jsonb,
      working jsonb,
      -- Of the registered version, for the office's queries.
      speciality text,
      portfolio text,
      form text,
      family_name text,
      first_registered_at timestamptz,
      registered_at timestamptz,
      signed_version integer,
      signed_at timestamptz,
      validated_at timestamptz,
      ended_at timestamptz,
      saved_at timestamptz not null default business_now(),
      row_version integer not null default 1,
      check ((number is null) = (version = 0)),
      check ((registered is null) = (version = 0))
    )
----
    create unique index enrolment_number on enrolment (academy, session, number)
----
    -- One living enrolment per person, session and diploma (D337-121: one BP per session).
    create unique index enrolment_one_living on enrolment (academy, session, exam, candidate_id) where status in ('draft', 'registered', 'validated')
----
    create index enrolment_candidate on enrolment (candidate_id)
----
    create index enrolment_portfolio on enrolment (academy, session, portfolio, status)
----
    create table enrolment_version (
      enrolment_id uuid not null references enrolment (id),
      version integer not null,
      academy text not null,
      session text not null,
      answers jsonb not null,
      rule_pack text not null,
      begun_at timestamptz not null,
      registered_at timestamptz not null,
      primary key (enrolment_id, version)
    )
----
    -- Serial numbers by session: never reused, gaps allowed, no lock held.
    create table enrolment_serial (academy text not null, session text not null, sequence text not null, primary key (academy, session))
  `),
  '210-reserve': sqlMigration(`
    -- A condition not met on what was declared keeps nobody from registering; a person lifts the reserve or sets the file aside
    -- (GDPR art. 22; CRPA L211-2, 6°). Of the registered version; null: none.
    alter table enrolment
      add column reserve text check (reserve in ('pending', 'lifted', 'upheld')),
      add constraint enrolment_reserve_not_validated check (status <> 'validated' or reserve is null or reserve = 'lifted'),
      add constraint enrolment_reserve_upheld check (reserve is distinct from 'upheld' or status = 'set-aside')
----
    create index enrolment_reserve_pending on enrolment (academy, session, portfolio) where reserve = 'pending'
----
    -- What the candidate read before registering that version under reserve.
    create table enrolment_reserve (
      enrolment_id uuid not null references enrolment (id),
      version integer not null,
      academy text not null,
      session text not null,
      reasons jsonb not null,
      raised_at timestamptz not null default business_now(),
      primary key (enrolment_id, version)
    )
----
    create table reserve_decision (
      id uuid primary key,
      enrolment_id uuid not null,
      version integer not null,
      decision text not null check (decision in ('lifted', 'set-aside', 'reinstated')),
      words text not null,
      -- The text of law or of the notice; only for what is against the candidate.
      ground text check ((decision = 'set-aside') = (ground is not null)),
      officer_id uuid not null,
      at timestamptz not null default business_now(),
      foreign key (enrolment_id, version) references enrolment_reserve (enrolment_id, version)
    )
----
    create index reserve_decision_enrolment on reserve_decision (enrolment_id, version)
  `),
  '220-accommodation-request': sqlMigration(`
    -- Health data: read by the candidate and by who decides on accommodations.
    create table accommodation_request (
      enrolment_id uuid primary key references enrolment (id),
      academy text not null,
      session text not null,
      received_on date not null,
      recorded_at timestamptz not null default business_now()
    )
  `),
  '230-views': sqlMigration(`
    -- What any room may read of an enrolment without its answers; a draft has no number.
    create view enrolment_file as
      select id, academy, session, exam, candidate_id, status, number, version, speciality, portfolio, form, reserve, signed_version,
        first_registered_at, registered_at, validated_at, ended_at, saved_at
      from enrolment
----
    -- Health data: read by who decides on accommodations.
    create view accommodation_declaration as
      select e.id as enrolment_id, coalesce(e.registered->'informations'->>'handicap' = 'oui', false) as handicap,
        coalesce(e.registered->'qualification'->>'disabledWorker' = 'oui', false) as disabled_worker, r.received_on as requested_on
      from enrolment e left join accommodation_request r on r.enrolment_id = e.id where e.registered is not null
  `),
  '530-choices': sqlMigration(`
    -- What the lists of the office say of a registered file beside where it stands; nothing that an arrangement would change.
    create view enrolment_choice as
      select id as enrolment_id, registered->'informations'->>'category' as category,
        array(select value from jsonb_each_text(registered->'epreuves') where key like 'option-%' order by key) as options
      from enrolment where registered is not null
  `),
  '681-completed-units': sqlMigration(`
    -- Of a speciality whose units the rules don't know: those of this candidate.
    alter table enrolment add column completed_units jsonb
----
    -- What an officer proposes of the units of a candidate, for them to confirm.
    create table unit_completion (
      id uuid primary key,
      enrolment_id uuid not null references enrolment (id),
      academy text not null,
      session text not null,
      version integer not null,
      state text not null check (state in ('proposed', 'confirmed', 'contested', 'dropped')),
      units jsonb,
      acquis jsonb not null,
      epreuves jsonb not null,
      officer_id uuid not null,
      proposed_at timestamptz not null default business_now(),
      answered_at timestamptz,
      words text check (length(words) between 1 and 1000),
      check ((state = 'proposed') = (answered_at is null)),
      check ((state = 'contested') = (words is not null))
    )
----
    create unique index unit_completion_standing on unit_completion (enrolment_id) where state = 'proposed'
----
    create index unit_completion_enrolment on unit_completion (enrolment_id, proposed_at)
  `),
  '750-entries': sqlMigration(`
    -- What an officer types in a candidate's name. \`found\`: the working copy as it was; \`wrote\`: a mark of what the officer left in it.
    create table enrolment_entry (
      id uuid primary key,
      enrolment_id uuid not null references enrolment (id),
      academy text not null,
      session text not null,
      officer_id uuid not null,
      way text not null check (way in ('telephone', 'counter', 'post')),
      received_on date not null,
      words text not null check (length(words) between 1 and 1000),
      found jsonb,
      wrote text,
      opened_at timestamptz not null default business_now(),
      ended_at timestamptz,
      outcome text check (outcome in ('registered', 'left', 'replaced')),
      version integer,
      check ((ended_at is null) = (outcome is null)),
      check ((version is null) = (outcome is distinct from 'registered'))
    )
----
    create unique index enrolment_entry_open on enrolment_entry (enrolment_id) where ended_at is null
----
    create index enrolment_entry_enrolment on enrolment_entry (enrolment_id, opened_at)
----
    create index enrolment_entry_officer on enrolment_entry (officer_id) where ended_at is null
  `),
  '690-same-person': sqlMigration(`
    -- What a person of the office decided of two accounts that look alike. Where both have an enrolment of one session (D337-121: one
    -- diploma a session), one stays and the other ends when its time has come. Nothing moves: the accounts are known as one person's.
    create table same_person (
      id uuid primary key,
      academy text not null,
      one_id uuid not null references candidate (account_id),
      other_id uuid not null references candidate (account_id),
      decision text not null check (decision in ('same', 'different')),
      words text not null,
      officer_id uuid not null,
      at timestamptz not null default business_now(),
      keeps_id uuid references enrolment (id),
      ends_id uuid references enrolment (id),
      ends_at timestamptz,
      -- \`void\`: one of the two had ended by itself.
      outcome text check (outcome in ('ended', 'void')),
      undone_by uuid,
      undone_at timestamptz,
      undone_words text,
      check (one_id < other_id),
      check ((keeps_id is null) = (ends_id is null) and (ends_id is null) = (ends_at is null)),
      check (decision = 'same' or ends_id is null),
      check (outcome is null or ends_id is not null),
      check ((undone_by is null) = (undone_at is null) and (undone_by is null) = (undone_words is null))
    )
----
    create unique index same_person_standing on same_person (academy, one_id, other_id) where undone_at is null
----
    create index same_person_other on same_person (other_id) where undone_at is null
----
    create index same_person_due on same_person (ends_at) where outcome is null and undone_at is null and ends_id is not null
----
    -- What stands, for the lists of the office.
    create view same_person_pair as
      select id, academy, one_id, other_id, decision, ends_id, ends_at, outcome, at from same_person where undone_at is null
  `),
  '783-held-marks': sqlMigration(`
    -- The ledger: marks of published results that a candidate holds for a later session.
    create table held_mark (
      enrolment_id uuid not null references enrolment (id),
      unit text not null,
      academy text not null,
      session text not null,
      candidate_id uuid not null,
      cfd text not null,
      -- Of the session at which it was given.
      year integer not null,
      half_points smallint not null check (half_points between 0 and 40),
      obtained_on date not null,
      -- With the publication that says it, while that is suspended.
      withheld boolean not null default false,
      primary key (enrolment_id, unit)
    )
----
    create index held_mark_candidate on held_mark (candidate_id, cfd) where not withheld
  `),
  '784-result-consents': sqlMigration(`
    -- Who agrees, at this moment, that their result is published, and to whom.
    create view result_consent as
      select id as enrolment_id, coalesce(registered->'informations'->>'discloseOnline' = 'oui', false) as online,
        coalesce(registered->'informations'->>'disclosePress' = 'oui', false) as press
      from enrolment where registered is not null
  `),
  '790-homes': sqlMigration(`
    -- Where a registered candidate lives, as far as figures by department ask.
    create view enrolment_home as
      select id as enrolment_id, registered->'identification'->>'postcode' as postcode from enrolment where registered is not null
  `),
  '711-signed-on-line': sqlMigration(`
    -- The version signed on line. The signature in force is one of those where it is the signed version, else a sheet of paper.
    alter table enrolment add column signed_online_version integer
  `),
  '941-reserve-decided': sqlMigration(`
    -- The decision on record; null: from before they had an author.
    alter table reserve_decision add column decision_id uuid references decision
  `),
  '980-enrolment-decided': sqlMigration(`
    -- The last decision that ended the enrolment, opened it again or undid its validation; null: none, or from before they had an author.
    alter table enrolment add column decision_id uuid references decision
  `),
  '793-former-marks': sqlMigration(`
    -- The ledger, of the system in place: what the office gave back to its person. Erased when it can be kept no longer.
    create table former_mark (
      academy text not null,
      candidate_id uuid not null,
      -- Theirs in that system.
      number text not null,
      cfd text not null,
      -- Of the session at which it was given.
      year integer not null,
      unit text not null,
      half_points smallint not null check (half_points between 0 and 40),
      obtained_on date not null,
      until date not null check (until >= obtained_on),
      primary key (candidate_id, academy, number, cfd, year, unit)
    )
----
    create index former_mark_until on former_mark (until)
  `),
  '801-same-person-by-two': sqlMigration(`
    -- That two accounts are one person's is asked for by one person of the office and confirmed by another.
    create table same_person_proposal (
      id uuid primary key,
      academy text not null,
      one_id uuid not null references candidate (account_id),
      other_id uuid not null references candidate (account_id),
      words text not null,
      keeps_id uuid references enrolment (id),
      proposed_by uuid not null,
      proposed_at timestamptz not null default business_now(),
      ended_by uuid,
      ended_at timestamptz,
      outcome text check (outcome in ('confirmed', 'dropped')),
      check (one_id < other_id),
      check (num_nulls(ended_by, ended_at, outcome) in (0, 3)),
      check (outcome is distinct from 'confirmed' or ended_by <> proposed_by)
    )
----
    create unique index same_person_proposal_standing on same_person_proposal (academy, one_id, other_id) where ended_at is null
----
    alter table same_person add column confirmed_by uuid check (confirmed_by <> officer_id)
  `),
  '985-set-aside-when-notified': sqlMigration(`
    -- A decision counts from its notification (CRPA L221-8): until then the enrolment that it sets aside goes on.
    alter table enrolment drop constraint enrolment_reserve_upheld
  `),
  '999-zzzzzzz-d-phones': sqlMigration(`
    -- Where somebody said that they can be called; null: nowhere.
    create view enrolment_phone as
      select id as enrolment_id, coalesce(nullif(registered->'identification'->>'phone', ''), nullif(registered->'identification'->>'otherPhone', '')) as phone
      from enrolment where registered is not null
  `),
  '999-zzzzzzzzzzz-zb-closed-enrolment': sqlMigration(`
    -- Of an account that its owner closed: what nothing else takes away goes with it, and from no other.
    create view closed_enrolment as
      select e.id as enrolment_id, e.candidate_id from enrolment e join closed_account c on c.account_id = e.candidate_id
----
    create function kept_unless_closed() returns trigger language plpgsql set search_path from current as $$
    begin
      if exists (select from closed_enrolment c where c.enrolment_id = old.enrolment_id) then return old; end if;
      raise exception '%', tg_argv[0];
    end $$
  `),
  '999-zzzzzzzzzzz-k-carried': sqlMigration(`
    -- From the list of the system in place, where they are registered.
    alter table enrolment_entry drop constraint enrolment_entry_way_check,
      add constraint enrolment_entry_way_check check (way in ('telephone', 'counter', 'post', 'carried'))
  `),
};
