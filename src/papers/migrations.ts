import { type Migrations, sqlMigration } from '../platform/database/migrate.ts';

export const papersMigrations: Migrations = {
  '400-papers': sqlMigration(`
    create table paper (
      id uuid primary key,
      academy text not null,
      session text not null,
      enrolment_id uuid not null references enrolment (id),
      kind text not null check (kind in ('confirmation', 'pieces-request')),
      version integer not null check (version > 0),
      title text not null,
      reference text not null,
      content jsonb not null,
      issued_at timestamptz not null default business_now(),
      opened_at timestamptz,
      pdf_key text unique,
      pdf_sha256 text,
      pdf_size integer,
      unique (academy, session, enrolment_id, kind, version),
      unique (academy, session, reference),
      check (num_nulls(pdf_key, pdf_sha256, pdf_size) in (0, 3))
    )
----
    create index paper_enrolment on paper (enrolment_id, kind, version)
----
    -- A paper says for ever what it said when it was issued; it is only opened once and printed once.
    create function paper_is_frozen() returns trigger language plpgsql as $$
    begin
      if tg_op <> 'UPDATE' then raise exception 'papers are kept'; end if;
      if (new.id, new.academy, new.session, new.enrolment_id, new.kind, new.version, new.title, new.reference, new.content, new.issued_at)
        is distinct from (old.id, old.academy, old.session, old.enrolment_id, old.kind, old.version, old.title, old.reference, old.content, old.issued_at)
        or old.opened_at is not null and new.opened_at is distinct from old.opened_at
        or old.pdf_key is not null and (new.pdf_key, new.pdf_sha256, new.pdf_size) is distinct from (old.pdf_key, old.pdf_sha256, old.pdf_size)
      then raise exception 'an issued paper does not change'; end if;
      return new;
    end $$
----
    create trigger paper_is_frozen before update or delete on paper for each row execute function paper_is_frozen()
----
    create trigger paper_is_kept before truncate on paper for each statement execute function paper_is_frozen()
----
    -- Accepted pieces that the candidate hasn't been told of; told together, some minutes later.
    create table accepted_piece (
      event_id uuid primary key,
      academy text not null,
      session text not null,
      enrolment_id uuid not null references enrolment (id),
      piece_id uuid not null references piece (id),
      accepted_at timestamptz not null default business_now(),
      told_at timestamptz,
      -- Real time, as jobs have it.
      created_at timestamptz not null default now()
    )
----
    create index accepted_piece_untold on accepted_piece (enrolment_id) where told_at is null
  `),
  '410-keeping': sqlMigration(`
    alter table paper
      add column checked_at timestamptz,
      add column fault text check (fault in ('missing', 'altered'))
----
    create index paper_check on paper (checked_at nulls first, id) where pdf_key is not null
----
    create index paper_fault on paper (academy) where fault is not null
  `),
  '420-decisions': sqlMigration(`
    -- Decisions of the office that wait for the one mail which tells them.
    create table decision_to_tell (
      event_id uuid primary key,
      academy text not null,
      session text not null,
      enrolment_id uuid not null references enrolment (id),
      -- Null: it concerns the enrolment itself.
      piece_id uuid references piece (id),
      -- Real time, as jobs have it.
      created_at timestamptz not null default now(),
      -- When the mail was written, or nothing was left to tell.
      settled_at timestamptz
    )
----
    create index decision_to_tell_waiting on decision_to_tell (enrolment_id) where settled_at is null
----
    -- What a candidate was told last of a piece or, under its own id, of the enrolment: what reverses it is told too.
    create table told_decision (
      subject uuid primary key,
      academy text not null,
      session text not null,
      enrolment_id uuid not null references enrolment (id),
      decision text not null check (decision in ('received', 'compliant', 'non-compliant', 'validated')),
      -- A mark of its words; null where the version before told it.
      said text,
      told_at timestamptz not null default business_now()
    )
----
    create index told_decision_enrolment on told_decision (enrolment_id)
----
    insert into told_decision (subject, academy, session, enrolment_id, decision, told_at)
    select p.id, p.academy, p.session, p.enrolment_id, p.status, p.reviewed_at from piece p
    where p.status in ('compliant', 'non-compliant') and p.reviewed_at < business_now() - interval '1 hour'
      and not exists (select from accepted_piece a where a.piece_id = p.id and a.told_at is null)
----
    insert into told_decision (subject, academy, session, enrolment_id, decision, told_at)
    select id, academy, session, id, 'validated', validated_at from enrolment
    where status = 'validated' and validated_at < business_now() - interval '1 hour'
  `),
  // A new paper needs no migration: its kinds are a closed list in the code.
  '430-papers-of-any-kind': sqlMigration(`
    alter table paper drop constraint paper_kind_check
  `),
  '431-verification': sqlMigration(`
    -- What is typed to verify a paper; papers printed before have none.
    alter table paper add column code text unique check (code ~ '^[0-9A-Z]{12}$')
----
    create or replace function paper_is_frozen() returns trigger language plpgsql as $$
    begin
      if tg_op <> 'UPDATE' then raise exception 'papers are kept'; end if;
      if (new.id, new.academy, new.session, new.enrolment_id, new.kind, new.version, new.title, new.reference, new.code, new.content, new.issued_at)
        is distinct from (old.id, old.academy, old.session, old.enrolment_id, old.kind, old.version, old.title, old.reference, old.code, old.content, old.issued_at)
        or old.opened_at is not null and new.opened_at is distinct from old.opened_at
        or old.pdf_key is not null and (new.pdf_key, new.pdf_sha256, new.pdf_size) is distinct from (old.pdf_key, old.pdf_sha256, old.pdf_size)
      then raise exception 'an issued paper does not change'; end if;
      return new;
    end $$
----
    -- The public halves of the keys that square codes were signed with; the secret ones stand nowhere.
    create table verification_key (
      id text primary key,
      public_key bytea not null unique check (length(public_key) = 32),
      year integer not null,
      published_at timestamptz not null default now(),
      -- Set by whoever runs the installation when its secret was seen: what that key signed proves nothing any more.
      revoked_at timestamptz
    )
  `),
  '432-batches': sqlMigration(`
    -- Papers printed together for the office. How far it is stands in the papers themselves: a batch that was cut goes on from there.
    create table paper_batch (
      id uuid primary key,
      academy text not null,
      session text not null,
      kind text not null,
      -- The filter in words, as it was chosen.
      what text not null,
      total integer not null check (total > 0),
      ordered_by uuid not null,
      ordered_at timestamptz not null default business_now(),
      stopped_at timestamptz,
      finished_at timestamptz
    )
----
    create unique index paper_batch_running on paper_batch (academy) where stopped_at is null and finished_at is null
----
    create index paper_batch_academy on paper_batch (academy, ordered_at desc)
----
    create table paper_batch_item (
      batch_id uuid not null references paper_batch (id),
      academy text not null,
      session text not null,
      rank integer not null check (rank > 0),
      paper_id uuid not null references paper (id),
      -- What the compiler said of a paper that it can't set.
      fault text,
      primary key (batch_id, rank),
      unique (batch_id, paper_id)
    )
  `),
  '612-opened': sqlMigration(`
    -- What any room may read of a paper without its words.
    create view paper_outcome as select id, academy, session, enrolment_id, kind, version, reference, issued_at, opened_at from paper
  `),
  '641-health': sqlMigration(`
    -- Nobody may read there of a paper that holds health data.
    create or replace view paper_outcome as
      select id, academy, session, enrolment_id, kind, version, reference, issued_at, opened_at from paper where kind <> 'accommodation'
  `),
  '661-notices': sqlMigration(`
    -- Papers that were notified by their deposit, under which agreement, and whose mail said so (CRPA L112-15, R112-19).
    create table electronic_notice (
      paper_id uuid primary key references paper (id),
      academy text not null,
      session text not null,
      enrolment_id uuid not null references enrolment (id),
      agreement_id uuid not null,
      event_id uuid not null,
      at timestamptz not null default business_now()
    )
----
    -- Registered letters, as an office enters what it knows of them.
    create table notice_letter (
      id uuid primary key,
      academy text not null,
      session text not null,
      enrolment_id uuid not null references enrolment (id),
      paper_id uuid not null references paper (id),
      tracking text not null check (tracking ~ '^[0-9A-Z]{8,20}$'),
      address text[] not null check (address <> '{}'),
      posted_on date not null,
      posted_by uuid not null,
      at timestamptz not null default business_now(),
      outcome text check (outcome in ('received', 'unclaimed', 'unknown')),
      presented_on date,
      outcome_on date,
      outcome_by uuid,
      -- Entered by mistake: kept, and no longer counted.
      taken_back_at timestamptz,
      taken_back_by uuid,
      check (num_nulls(outcome, outcome_on, outcome_by) in (0, 3)),
      check (outcome <> 'unclaimed' or presented_on is not null),
      check (presented_on >= posted_on and outcome_on >= coalesce(presented_on, posted_on)),
      check (num_nulls(taken_back_at, taken_back_by) in (0, 2))
    )
----
    create index notice_letter_paper on notice_letter (paper_id)
----
    create unique index notice_letter_tracking on notice_letter (academy, tracking) where taken_back_at is null
----
    -- A decision has one letter under way, or one that notified it.
    create unique index notice_letter_open on notice_letter (paper_id) where taken_back_at is null and outcome is distinct from 'unknown'
----
    create function notice_is_kept() returns trigger language plpgsql as $$
    begin raise exception 'notices are kept'; end $$
----
    create trigger electronic_notice_is_kept before update or delete or truncate on electronic_notice for each statement execute function notice_is_kept()
----
    create trigger notice_letter_is_kept before delete or truncate on notice_letter for each statement execute function notice_is_kept()
  `),
  '670-seal': sqlMigration(`
    -- What decisions were sealed with, in what order it may be: whoever kept a paper finds its certificate for ever.
    create table seal_certificate (
      -- SHA-256 of the certificate.
      id text primary key check (id ~ '^[0-9a-f]{64}$'),
      subject text not null,
      -- In PEM, with those of who vouch for it.
      chain text not null,
      self_made boolean not null,
      ends_at timestamptz not null,
      -- Real time, as certificates have it.
      published_at timestamptz not null default now()
    )
----
    alter table paper
      add column seal_level text check (seal_level in ('B-B', 'B-T')),
      add column seal_certificate text references seal_certificate (id),
      add constraint paper_seal check (num_nulls(seal_level, seal_certificate) in (0, 2) and (seal_level is null or pdf_key is not null))
----
    create or replace function paper_is_frozen() returns trigger language plpgsql as $$
    begin
      if tg_op <> 'UPDATE' then raise exception 'papers are kept'; end if;
      if (new.id, new.academy, new.session, new.enrolment_id, new.kind, new.version, new.title, new.reference, new.code, new.content, new.issued_at)
        is distinct from (old.id, old.academy, old.session, old.enrolment_id, old.kind, old.version, old.title, old.reference, old.code, old.content, old.issued_at)
        or old.opened_at is not null and new.opened_at is distinct from old.opened_at
        or old.pdf_key is not null and (new.pdf_key, new.pdf_sha256, new.pdf_size, new.seal_level, new.seal_certificate)
          is distinct from (old.pdf_key, old.pdf_sha256, old.pdf_size, old.seal_level, old.seal_certificate)
      then raise exception 'an issued paper does not change'; end if;
      return new;
    end $$
  `),
  '664-set-aside-notice': sqlMigration(`
    create index paper_set_aside on paper (enrolment_id) where kind = 'set-aside'
----
    -- What any room may read: the paper that notifies that an enrolment was set aside, while it is.
    create view set_aside_notice as
      select p.enrolment_id, p.id as paper_id from paper p join enrolment_file e on e.id = p.enrolment_id
      where p.kind = 'set-aside' and e.status = 'set-aside'
        and not exists (select from paper later where later.enrolment_id = p.enrolment_id and later.kind = 'set-aside' and later.version > p.version)
  `),
  '671-sheet-readings': sqlMigration(`
    -- What a machine read on a signed confirmation: a hint.
    create table sheet_reading (
      deposit_id uuid primary key references deposit (id),
      academy text not null,
      session text not null,
      enrolment_id uuid not null references enrolment (id),
      reading jsonb not null,
      read_at timestamptz not null default now()
    )
----
    create index sheet_reading_enrolment on sheet_reading (enrolment_id)
  `),
  '933-sheet-doubts': sqlMigration(`
    -- Whose signed sheet a machine may doubt, while nobody has decided on it: more than those that are, never fewer (a good file may lie beside).
    create view sheet_doubt as
      select f.enrolment_id, f.academy, f.session, f.until, f.known_at from sheet_reading r join piece_signed_file f on f.deposit_id = r.deposit_id
      where r.reading ->> 'state' in ('older', 'other') or jsonb_path_exists(r.reading, '$.empty[0]')
  `),
  '700-publications': sqlMigration(`
    -- Documents of the office: one file for all whom it is given to.
    create table publication (
      id uuid primary key,
      academy text not null,
      officer_id uuid not null,
      title text not null check (title <> ''),
      todo text not null check (todo <> ''),
      due_on date,
      -- For one candidate, from their file.
      alone boolean not null,
      file_key text not null unique,
      size integer not null,
      sha256 text not null,
      sent_sha256 text not null,
      sent_size integer not null,
      scan text check (scan in ('waiting', 'clean', 'infected')),
      finding text,
      drafted_at timestamptz not null default business_now(),
      -- Real time: a draft that is left keeps its file for a day.
      created_at timestamptz not null default now(),
      abandoned_at timestamptz,
      ordered_at timestamptz,
      withdrawn_at timestamptz,
      withdrawn_by uuid,
      reason text,
      checked_at timestamptz,
      fault text check (fault in ('missing', 'altered')),
      check (num_nulls(withdrawn_at, withdrawn_by, reason) in (0, 3)),
      check (abandoned_at is null or ordered_at is null),
      check (withdrawn_at is null or ordered_at is not null)
    )
----
    create index publication_officer on publication (officer_id, drafted_at)
----
    create index publication_academy on publication (academy, ordered_at)
----
    create index publication_file on publication (academy, sent_sha256)
----
    create table publication_recipient (
      publication_id uuid not null references publication (id),
      enrolment_id uuid not null references enrolment (id),
      academy text not null,
      session text not null,
      state text not null default 'planned' check (state in ('planned', 'given', 'ended', 'repeated', 'withdrawn')),
      settled_at timestamptz,
      opened_at timestamptz,
      withdrawal_told_at timestamptz,
      primary key (publication_id, enrolment_id),
      check ((settled_at is null) = (state = 'planned')),
      check (state = 'given' or num_nonnulls(opened_at, withdrawal_told_at) = 0)
    )
----
    create index publication_recipient_enrolment on publication_recipient (enrolment_id) where state = 'given'
----
    -- What was given stays what it was; it is only withdrawn.
    create function publication_is_frozen() returns trigger language plpgsql as $$
    begin
      if tg_op <> 'UPDATE' then raise exception 'documents of the office are kept on record'; end if;
      if (new.id, new.academy, new.officer_id, new.title, new.todo, new.due_on, new.alone, new.file_key, new.size, new.sha256, new.drafted_at)
        is distinct from (old.id, old.academy, old.officer_id, old.title, old.todo, old.due_on, old.alone, old.file_key, old.size, old.sha256, old.drafted_at)
        or old.ordered_at is not null and new.ordered_at is distinct from old.ordered_at
        or old.withdrawn_at is not null and (new.withdrawn_at, new.withdrawn_by, new.reason) is distinct from (old.withdrawn_at, old.withdrawn_by, old.reason)
      then raise exception 'a document of the office does not change'; end if;
      return new;
    end $$
----
    create trigger publication_is_frozen before update or delete on publication for each row execute function publication_is_frozen()
----
    create trigger publication_is_kept before truncate on publication for each statement execute function publication_is_frozen()
----
    create trigger publication_recipient_is_kept before delete or truncate on publication_recipient for each statement execute function publication_is_frozen()
  `),
  '781-papers-withheld': sqlMigration(`
    -- Of the papers that follow a publication of results: suspended with it, or withdrawn when it no longer says so. Null: it stands.
    alter table paper add column withheld text check (withheld in ('suspended', 'withdrawn'))
  `),
  '821-letters': sqlMigration(`
    -- What left by the post: a registered letter with a decision, or any other letter, with a number of the post or without.
    alter table notice_letter
      alter column paper_id drop not null,
      alter column tracking drop not null,
      add column letter_id uuid,
      add constraint notice_letter_of check (num_nonnulls(paper_id, letter_id) = 1),
      add constraint notice_letter_registered check (paper_id is null or tracking is not null)
----
    create unique index notice_letter_open_letter on notice_letter (letter_id) where taken_back_at is null and outcome is distinct from 'unknown'
----
    create index notice_letter_of_letter on notice_letter (letter_id) where letter_id is not null
----
    -- Told by telephone in the place of a letter.
    create table letter_told (
      id uuid primary key,
      academy text not null,
      letter_id uuid not null,
      told_on date not null,
      told_by uuid not null,
      at timestamptz not null default business_now(),
      taken_back_at timestamptz,
      taken_back_by uuid,
      check (num_nulls(taken_back_at, taken_back_by) in (0, 2))
    )
----
    create unique index letter_told_once on letter_told (letter_id) where taken_back_at is null
----
    -- Each time that somebody printed what is to be posted: a decision, or a letter.
    create table letter_print (
      subject_id uuid not null,
      academy text not null,
      printed_by uuid not null,
      printed_at timestamptz not null default business_now(),
      primary key (subject_id, printed_at)
    )
----
    create trigger letter_told_is_kept before delete or truncate on letter_told for each statement execute function notice_is_kept()
----
    create trigger letter_print_is_kept before update or delete or truncate on letter_print for each statement execute function notice_is_kept()
----
    -- A letter with the file that it is about: that of the account last registered, where it is about none.
    create view file_letter as
      select l.id, l.template, l.confidential, l.subject, l.body, l.at, e.id as enrolment_id, e.academy, e.session,
        e.number || '-K' || (select count(*) from told_by_post o
          where o.account_id = l.account_id and (o.created_at, o.id) <= (l.created_at, l.id)) as reference,
        exists (select from notice_letter n where n.letter_id = l.id and n.taken_back_at is null and n.outcome is distinct from 'unknown')
          or exists (select from letter_told t where t.letter_id = l.id and t.taken_back_at is null) as settled
      from told_by_post l join enrolment_file e on e.id = coalesce(l.about::uuid, (
        select x.id from enrolment_file x where x.candidate_id = l.account_id::uuid and x.number is not null order by x.first_registered_at desc limit 1))
      where e.number is not null
  `),
  '970-letters-beside': sqlMigration(`
    -- The kinds of the papers that were issued with a letter, among those that its reader may read.
    create or replace view file_letter as
      select l.id, l.template, l.confidential, l.subject, l.body, l.at, e.id as enrolment_id, e.academy, e.session,
        e.number || '-K' || (select count(*) from told_by_post o
          where o.account_id = l.account_id and (o.created_at, o.id) <= (l.created_at, l.id)) as reference,
        exists (select from notice_letter n where n.letter_id = l.id and n.taken_back_at is null and n.outcome is distinct from 'unknown')
          or exists (select from letter_told t where t.letter_id = l.id and t.taken_back_at is null) as settled,
        array(select p.kind from paper p where p.enrolment_id = e.id and p.issued_at = l.at and (p.kind = 'accommodation') = l.confidential) as beside, l.signed_by
      from told_by_post l join enrolment_file e on e.id = coalesce(l.about::uuid, (
        select x.id from enrolment_file x where x.candidate_id = l.account_id::uuid and x.number is not null order by x.first_registered_at desc limit 1))
      where e.number is not null
  `),
  '986-set-aside-when-notified': sqlMigration(`
    -- The paper of a decision that sets an enrolment aside stands from its signature on, before the enrolment ends.
    create or replace view set_aside_notice as
      select p.enrolment_id, p.id as paper_id from paper p join enrolment_file e on e.id = p.enrolment_id
      where p.kind = 'set-aside' and e.reserve = 'upheld' and e.status in ('registered', 'set-aside')
        and not exists (select from paper later where later.enrolment_id = p.enrolment_id and later.kind = 'set-aside' and later.version > p.version)
  `),
  '991-appealable-decisions': sqlMigration(`
    -- Of a decision that may be contested by an appeal to who took it: whom it was told to, and by which paper or mail, so that its last
    -- day can be counted.
    create table appealable_decision (
      decision_id uuid not null references decision,
      enrolment_id uuid not null references enrolment (id),
      academy text not null,
      session text not null,
      act text not null,
      title text not null check (title <> ''),
      -- Of what its declaration gives to the service of accommodations alone.
      confidential boolean not null,
      -- Whoever took it answers no appeal against it.
      of_two boolean not null,
      paper_id uuid references paper,
      -- Of the mail, or of the letter in its place; null: its paper was issued before this table.
      event_id uuid,
      told_at timestamptz not null default business_now(),
      primary key (decision_id, enrolment_id),
      check (num_nonnulls(paper_id, event_id) > 0)
    )
----
    create index appealable_decision_enrolment on appealable_decision (enrolment_id, told_at desc)
----
    create trigger appealable_decision_is_kept before update or delete or truncate on appealable_decision for each statement execute function notice_is_kept()
----
    -- What was notified before: the first paper of its kind that was issued since the decision.
    insert into appealable_decision (decision_id, enrolment_id, academy, session, act, title, confidential, of_two, paper_id, told_at)
      select distinct on (p.id) d.id, d.enrolment_id, d.academy, d.session, d.act, p.title, k.confidential, k.of_two, p.id, p.issued_at
      from decision d join (values ('set-aside', 'set-aside', false, false), ('annulment', 'cancellation', false, true),
          ('accommodation', 'accommodation', true, false), ('unit-left-out', 'left-out', false, false),
          ('validation-undone', 'unvalidated', false, false)) as k (act, kind, confidential, of_two) on k.act = d.act
        join paper p on p.enrolment_id = d.enrolment_id and p.kind = k.kind and p.issued_at >= d.taken_at
      order by p.id, d.taken_at desc, d.id
      on conflict do nothing
  `),
  '996-filed-to-tell': sqlMigration(`
    -- Of a piece that an officer filed for its candidate: the receipt of that file, which waits with the decisions to be told.
    alter table decision_to_tell add column receipt text
  `),
  '999-standing-decisions': sqlMigration(`
    -- An appeal against it was accepted: somebody is to undo it.
    create table decision_to_undo (
      decision_id uuid not null,
      enrolment_id uuid not null,
      academy text not null,
      at timestamptz not null default business_now(),
      primary key (decision_id, enrolment_id),
      foreign key (decision_id, enrolment_id) references appealable_decision
    )
----
    create trigger decision_to_undo_is_kept before update or delete or truncate on decision_to_undo for each statement execute function notice_is_kept()
----
    -- Those that may be contested and still stand: nothing undid them. The later decision on somebody's accommodations says them whole again,
    -- and takes the place of the earlier.
    create view standing_decision as
      select t.decision_id, t.enrolment_id, t.act, t.paper_id from appealable_decision t join taken_decision d on d.id = t.decision_id
        join enrolment_file e on e.id = t.enrolment_id left join paper p on p.id = t.paper_id
      where not d.undone
        and not exists (select from appealable_decision later where later.enrolment_id = t.enrolment_id and later.confidential
          and t.confidential and later.told_at > t.told_at)
        and (p.kind is distinct from 'cancellation' or e.status = 'cancelled')
        and (p.kind is distinct from 'set-aside' or e.reserve = 'upheld' and e.status in ('registered', 'set-aside'))
  `),
  '999-without-news': sqlMigration(`
    -- Letters that left under a number of the post, and of which it has said nothing since: until somebody asks it, nothing is handed over and
    -- no delay runs. One that was told by telephone meanwhile is none.
    create view letter_without_news as
      select n.enrolment_id, n.paper_id, n.letter_id, n.posted_on, coalesce(p.kind = 'accommodation', l.confidential, false) as confidential
      from notice_letter n left join paper p on p.id = n.paper_id left join told_by_post l on l.id = n.letter_id
      where n.tracking is not null and n.outcome is null and n.taken_back_at is null
        and not exists (select from letter_told t where t.letter_id = n.letter_id and t.taken_back_at is null)
  `),
  '999-zzzzz-unread-papers': sqlMigration(`
    -- Papers never opened, without what a later version replaced or what is kept from their reader for now.
    create view unread_paper as
      select p.enrolment_id, p.id from paper p
      where p.opened_at is null and p.withheld is null
        and not exists (select 1 from paper later where later.enrolment_id = p.enrolment_id and later.kind = p.kind and later.version > p.version)
  `),
  '999-zzzzzzzzz-p-letters-of-no-file': sqlMigration(`
    -- A letter to whoever has no file, whose room keeps their address, is noted in the same way.
    alter table notice_letter alter column enrolment_id drop not null,
      drop constraint notice_letter_address_check, add constraint notice_letter_address check (enrolment_id is null or address <> '{}')
----
    -- Letters that left, or were told by telephone in their place.
    create view settled_letter as
      select letter_id from notice_letter where letter_id is not null and taken_back_at is null and outcome is distinct from 'unknown'
      union all select letter_id from letter_told where taken_back_at is null
  `),
};
