import { type Migrations, sqlMigration } from '../platform/database/migrate.ts';

export const pieceMigrations: Migrations = {
  '300-pieces': sqlMigration(`
    create table piece (
      id uuid primary key,
      academy text not null,
      session text not null,
      enrolment_id uuid not null references enrolment (id),
      code text not null,
      piece_group text not null,
      mode text not null check (mode in ('online', 'post')),
      reasons jsonb not null,
      opens_at timestamptz not null,
      due_at timestamptz not null,
      counts_for_validation boolean not null,
      rank integer not null,
      status text not null default 'none' check (status in ('none', 'received', 'compliant', 'non-compliant', 'exempted', 'not-applicable')),
      comment text,
      received_on date,
      reviewed_at timestamptz,
      handed_over_at timestamptz,
      row_version integer not null default 1,
      unique (academy, session, enrolment_id, code)
    )
----
    create index piece_enrolment on piece (enrolment_id)
----
    create table deposit (
      id uuid primary key,
      academy text not null,
      session text not null,
      enrolment_id uuid not null references enrolment (id),
      piece_id uuid not null references piece (id),
      state text not null check (state in ('stored', 'removed', 'replaced')),
      name text not null,
      type text not null,
      size integer not null check (size between 1 and 5242880),
      sha256 text not null,
      file_key text not null unique,
      receipt text not null unique,
      enrolment_version integer not null,
      begun_at timestamptz not null,
      finished_at timestamptz not null,
      ended_at timestamptz
    )
----
    create index deposit_piece on deposit (piece_id, state)
----
    create table piece_review (
      id uuid primary key,
      academy text not null,
      session text not null,
      piece_id uuid not null references piece (id),
      decision text not null,
      comment text,
      officer_id uuid not null,
      deposits jsonb not null,
      at timestamptz not null default business_now()
    )
----
    create index piece_review_piece on piece_review (piece_id, at)
----
    -- Nobody deletes what was given or decided; a deposit only changes its state.
    create function piece_record_is_kept() returns trigger language plpgsql as $$
    begin raise exception 'deposits and reviews are kept'; end $$
----
    create trigger deposit_is_kept before delete or truncate on deposit for each statement execute function piece_record_is_kept()
----
    create trigger piece_review_is_kept before update or delete or truncate on piece_review for each statement execute function piece_record_is_kept()
  `),
  '310-waivers': sqlMigration(`
    alter table piece
      add column confidential boolean not null default false,
      add column excuses text[] not null default '{}',
      add column excused_by text,
      -- What an excused piece was, and is again when its waiver no longer holds.
      add column status_before text check (status_before in ('none', 'received', 'non-compliant')),
      add constraint piece_excused check ((status = 'exempted') = (excused_by is not null) and (excused_by is null) = (status_before is null)),
      add constraint piece_offered_never_counts check (excuses = '{}' or not counts_for_validation)
  `),
  '320-corrections': sqlMigration(`
    -- Until when its last refusal lets a piece be corrected.
    alter table piece add column correctable_until timestamptz
----
    -- Refusals of before get what each has now by default: fifteen days after the day of the decision.
    update piece set correctable_until = (date_trunc('day', reviewed_at at time zone 'Europe/Paris') + interval '16 days') at time zone 'Europe/Paris'
      where status = 'non-compliant'
  `),
  '330-scans': sqlMigration(`
    alter table deposit
      add column scan text check (scan in ('waiting', 'clean', 'infected')),
      add column finding text,
      add column erased_at timestamptz,
      add constraint deposit_finding check ((finding is not null) = (scan is not distinct from 'infected'))
----
    create index deposit_unscanned on deposit (id) where (scan is null or scan = 'waiting') and erased_at is null
  `),
  '331-quota': sqlMigration(`
    create index deposit_enrolment on deposit (enrolment_id)
  `),
  '340-renderings': sqlMigration(`
    -- What is kept is our rendering; of what was sent, only this. Null in older deposits, whose bytes are as they came.
    alter table deposit
      add column sent_sha256 text,
      add column sent_size integer,
      add column sent_type text,
      add constraint deposit_sent_whole check ((sent_sha256 is null) = (sent_size is null) and (sent_size is null) = (sent_type is null))
  `),
  '350-keeping': sqlMigration(`
    alter table deposit
      add column checked_at timestamptz,
      add column fault text check (fault in ('missing', 'altered'))
----
    create index deposit_check on deposit (checked_at nulls first, id) where erased_at is null
----
    create index deposit_fault on deposit (academy) where fault is not null
  `),
  '351-taking-back': sqlMigration(`
    -- What a decision changed, as it was before: what taking it back restores. Decisions of before can't be taken back.
    alter table piece_review add column before jsonb
----
    -- A decision that its officer took back at once. Reviews themselves are kept.
    create table review_taken_back (
      review_id uuid primary key references piece_review (id),
      academy text not null,
      session text not null,
      piece_id uuid not null references piece (id),
      officer_id uuid not null,
      at timestamptz not null default business_now()
    )
----
    create trigger review_taken_back_is_kept before update or delete or truncate on review_taken_back for each statement execute function piece_record_is_kept()
----
    -- Refusals that stand, or stood until something new was given.
    create view piece_refusal as
      select r.id, r.piece_id from piece_review r
      where r.decision = 'non-compliant' and not exists (select from review_taken_back t where t.review_id = r.id)
  `),
  '611-deadlines': sqlMigration(`
    -- Pieces that may still be their candidate's to give, each with its own deadline: more than those that are, never fewer. None
    -- of health, none that is only offered.
    create index piece_next_deadline on piece (academy, session, (greatest(due_at, correctable_until)))
      where not confidential and excuses = '{}' and handed_over_at is null and status in ('none', 'received', 'non-compliant')
----
    create view piece_deadline as
      select p.enrolment_id, p.academy, p.session, greatest(p.due_at, p.correctable_until) as until, p.counts_for_validation,
        -- Since when the candidate knows that it is to be given.
        case when p.status = 'non-compliant' then p.reviewed_at else e.registered_at end as known_at
      from piece p join enrolment_file e on e.id = p.enrolment_id
      where e.status in ('registered', 'validated') and not p.confidential and p.excuses = '{}' and p.handed_over_at is null
        and p.status in ('none', 'received', 'non-compliant')
  `),
  '614-missing': sqlMigration(`
    -- Pieces that count for the validation and haven't come, or were refused, each with its own deadline. None of health.
    create view piece_missing as
      select p.enrolment_id, p.code, greatest(p.due_at, p.correctable_until) as until from piece p
      where p.counts_for_validation and not p.confidential and p.excuses = '{}' and (p.status = 'non-compliant' or p.status = 'none'
        and (select d.id from deposit d where d.piece_id = p.id and d.state = 'stored' limit 1) is null)
  `),
  '931-private-deadlines': sqlMigration(`
    -- Documents of health that were refused and may be corrected: for their candidate's own reminders.
    create view piece_private_deadline as
      select p.enrolment_id, p.academy, p.session, greatest(p.due_at, p.correctable_until) as until, p.reviewed_at as known_at
      from piece p join enrolment_file e on e.id = p.enrolment_id
      where e.status in ('registered', 'validated') and p.confidential and p.status = 'non-compliant'
  `),
  '932-signed-files': sqlMigration(`
    -- Files given for the signed confirmation that nobody has decided on, with the time that is left to give another.
    create view piece_signed_file as
      select d.id as deposit_id, p.enrolment_id, p.academy, p.session, greatest(p.due_at, p.correctable_until) as until,
        d.finished_at as known_at
      from piece p join deposit d on d.piece_id = p.id join enrolment_file e on e.id = p.enrolment_id
      where p.code = 'CINSIG01' and p.status = 'none' and d.state = 'stored' and e.status in ('registered', 'validated')
  `),
  '663-postmark': sqlMigration(`
    -- Of a paper: the day of its postmark, which decides lateness (CRPA L112-1), and the day it was sent back.
    alter table piece add column posted_on date, add column returned_on date
  `),
  '668-uploads': sqlMigration(`
    -- Files that arrive in parts. They are no deposit: their parts go when it is made, or are erased.
    create table deposit_upload (
      id uuid primary key,
      academy text not null,
      session text not null,
      enrolment_id uuid not null references enrolment (id),
      piece_id uuid not null references piece (id),
      name text not null,
      size integer not null check (size between 1 and 26214400),
      sha256 text,
      received integer not null default 0 check (received between 0 and size),
      begun_at timestamptz not null,
      touched_at timestamptz not null default business_now(),
      ended_at timestamptz,
      receipt text
    )
----
    create index deposit_upload_enrolment on deposit_upload (enrolment_id)
----
    create table deposit_upload_part (
      upload_id uuid not null references deposit_upload (id) on delete cascade,
      start integer not null,
      size integer not null check (size > 0),
      file_key text not null unique,
      primary key (upload_id, start)
    )
  `),
  '673-phone-codes': sqlMigration(`
    -- Square codes by which a telephone deposits for one piece, without sign-in: what they open is worked out from the id and the
    -- installation's secret. Real time, never the exam's clock: it is the codes' life that counts.
    create table phone_code (
      id uuid primary key,
      academy text not null,
      session text not null,
      enrolment_id uuid not null references enrolment (id),
      piece_id uuid not null references piece (id),
      -- Of the browser that shows it.
      session_id uuid not null,
      made_at timestamptz not null default now(),
      ends_at timestamptz not null,
      -- The one telephone that opened it, by the mark of its cookie.
      opened_at timestamptz,
      phone text,
      ended_at timestamptz,
      ended_why text check (ended_why in ('deposited', 'replaced', 'revoked')),
      receipt text,
      check ((ended_at is null) = (ended_why is null))
    )
----
    create index phone_code_enrolment on phone_code (enrolment_id, made_at)
  `),
  '701-pages': sqlMigration(`
    -- Of what is kept; null in deposits of before.
    alter table deposit add column pages integer check (pages > 0)
  `),
  '702-sheets': sqlMigration(`
    -- Files prepared to become one document of a piece. They are no deposit: they go when it is made, or are erased.
    create table deposit_sheet (
      id uuid primary key,
      academy text not null,
      session text not null,
      enrolment_id uuid not null references enrolment (id),
      piece_id uuid not null references piece (id),
      rank integer not null,
      turns smallint not null default 0 check (turns between 0 and 3),
      name text not null,
      type text not null,
      size integer not null check (size between 1 and 5242880),
      sha256 text not null,
      pages integer not null check (pages > 0),
      sent_sha256 text not null,
      sent_size integer not null,
      sent_type text not null,
      file_key text not null unique,
      begun_at timestamptz not null,
      finished_at timestamptz not null
    )
----
    create index deposit_sheet_piece on deposit_sheet (piece_id, rank)
----
    create index deposit_sheet_enrolment on deposit_sheet (enrolment_id)
  `),
  '703-originals': sqlMigration(`
    -- Of a document made of several files: what was sent, in its order. The deposit's own line names the list of them.
    create table deposit_original (
      deposit_id uuid not null references deposit (id),
      rank integer not null,
      academy text not null,
      session text not null,
      sha256 text not null,
      size integer not null,
      type text not null,
      begun_at timestamptz not null,
      primary key (deposit_id, rank)
    )
----
    create trigger deposit_original_is_kept before update or delete or truncate on deposit_original for each statement execute function piece_record_is_kept()
  `),
  '682-hints': sqlMigration(`
    -- What its pages look like, page by page: [{ page, finding }]. A hint to whoever judges the document.
    alter table deposit add column hints jsonb
  `),
  '795-compliant': sqlMigration(`
    -- Pieces that an officer judged conforme. None of health.
    create view piece_compliant as
      select enrolment_id, academy, code, reviewed_at from piece where status = 'compliant' and not confidential
  `),
  '796-also-receipt': sqlMigration(`
    -- Of the other piece that the same file was given for.
    alter table deposit_upload add column also_receipt text
  `),
  '822-typed-late': sqlMigration(`
    -- Asked by a letter after the closing, of what came on paper in time: its days run from the day when that letter is handed over.
    alter table piece add column typed_late boolean not null default false
  `),
  '996-days-from-letter': sqlMigration(`
    -- The day when the letter that asks for what was typed late was handed over, or first presented; null: it isn't known, and nothing runs.
    alter table piece add column days_run_from date
----
    -- Those that run already were given whole days, which end at midnight.
    update piece set days_run_from = (correctable_until at time zone 'Europe/Paris')::date - 16
      where typed_late and status = 'none' and (correctable_until at time zone 'Europe/Paris')::time = '00:00'
  `),
  '998-deadlines-given': sqlMigration(`
    -- Given: it came. To who gives by the post, nothing is left to do then; the others still hand it over.
    create or replace view piece_deadline as
      select p.enrolment_id, p.academy, p.session, greatest(p.due_at, p.correctable_until) as until, p.counts_for_validation,
        case when p.status = 'non-compliant' then p.reviewed_at else e.registered_at end as known_at,
        p.status = 'received' or p.status = 'none' and exists (select from deposit d where d.piece_id = p.id and d.state = 'stored') as given
      from piece p join enrolment_file e on e.id = p.enrolment_id
      where e.status in ('registered', 'validated') and not p.confidential and p.excuses = '{}' and p.handed_over_at is null
        and p.status in ('none', 'received', 'non-compliant')
  `),
  '999-awaits-notice': sqlMigration(`
    -- Refused by a decision that nobody knows to be notified yet: its days run from that notification (CRPA L221-8), and nothing of it is late.
    alter table piece add column awaits_notice boolean not null default false
----
    create index piece_awaits_notice on piece (enrolment_id) where awaits_notice
----
    create view piece_awaiting_notice as select enrolment_id from piece where awaits_notice
  `),
  '999-whole-last-day': sqlMigration(`
    -- By the post the last day counts whole, by its postmark (CRPA L112-1): what ends at 17 h 00 for the others ends with that day. So it is
    -- kept, and lists, reminders and invitations compare the end that every letter says.
    create function piece_end(by_post boolean, at timestamptz) returns timestamptz language sql immutable as $$
      select case when by_post
        then (date_trunc('day', (at - interval '1 microsecond') at time zone 'Europe/Paris') + interval '1 day') at time zone 'Europe/Paris'
        else at end
    $$
----
    -- Of who had no mail box when it was first asked: everything comes by the post. A mail box that they have later takes no day back.
    alter table piece add column without_mailbox boolean not null default false
----
    create function piece_ends_with_its_day() returns trigger language plpgsql as $$
    begin
      if tg_op = 'INSERT' then
        new.without_mailbox := exists (select from enrolment_file e join candidate_identity c on c.account_id = e.candidate_id
          where e.id = new.enrolment_id and c.address like '%@sans-adresse.invalid');
      end if;
      new.due_at := piece_end(new.without_mailbox or new.mode = 'post', new.due_at);
      new.correctable_until := piece_end(new.without_mailbox or new.mode = 'post', new.correctable_until);
      return new;
    end $$
----
    create trigger piece_ends_with_its_day before insert or update of mode, due_at, correctable_until, without_mailbox on piece
      for each row execute function piece_ends_with_its_day()
----
    update piece p set without_mailbox = true from enrolment_file e join candidate_identity c on c.account_id = e.candidate_id
      where e.id = p.enrolment_id and c.address like '%@sans-adresse.invalid'
----
    update piece set due_at = due_at where mode = 'post' and not without_mailbox
  `),
  '999-time-again': sqlMigration(`
    -- The days of whoever a decision had ended and goes on: of each thing whose time ran out meanwhile, whoever asks for it.
    create table time_again (
      enrolment_id uuid primary key references enrolment (id),
      -- The first instant from which such a decision stood.
      ended_at timestamptz not null,
      until timestamptz not null,
      -- They run from the day when the letter that says it is handed over.
      by_letter boolean not null
    )
----
    create view enrolment_time_again as select enrolment_id, ended_at, until from time_again
  `),
  '999-whole-last-day-anywhere': sqlMigration(`
    -- A dump is restored without a search path.
    create or replace function piece_ends_with_its_day() returns trigger language plpgsql set search_path from current as $$
    begin
      if tg_op = 'INSERT' then
        new.without_mailbox := new.without_mailbox or exists (select from enrolment_file e join candidate_identity c on c.account_id = e.candidate_id
          where e.id = new.enrolment_id and c.address like '%@sans-adresse.invalid');
      end if;
      new.due_at := piece_end(new.without_mailbox or new.mode = 'post', new.due_at);
      new.correctable_until := piece_end(new.without_mailbox or new.mode = 'post', new.correctable_until);
      return new;
    end $$
  `),
  '999-x-unread-deposits': sqlMigration(`
    -- A file counts from its receipt; until it is read its size and hash are those of what was sent. One that can't be read ends as
    -- refused, with why.
    alter table deposit
      add column unread boolean not null default false,
      add column refusal text,
      drop constraint deposit_state_check,
      add constraint deposit_state_check check (state in ('stored', 'removed', 'replaced', 'refused')),
      add constraint deposit_refused check ((state = 'refused') = (refusal is not null)),
      drop constraint deposit_size_check,
      add constraint deposit_size_check check (size > 0 and (size <= 5242880 or unread or state = 'refused'))
----
    -- Prepared files may wait too: their pages aren't counted yet.
    alter table deposit_sheet
      add column unread boolean not null default false,
      add column refusal text,
      alter column pages drop not null,
      add constraint deposit_sheet_read check (unread or pages is not null),
      drop constraint deposit_sheet_size_check,
      add constraint deposit_sheet_size_check check (size > 0 and (size <= 5242880 or unread))
----
    -- A machine gives such a piece a time of its own once: the next is a person's to give.
    alter table piece add column given_again_at timestamptz
  `),
  '999-x-unread-removed': sqlMigration(`
    -- What was taken back before it was read, and could not be, keeps the size of what was sent.
    alter table deposit
      drop constraint deposit_size_check,
      add constraint deposit_size_check check (size > 0 and (size <= 5242880 or unread or state = 'refused' or erased_at is not null))
  `),
  '999-zzz-who-filed': sqlMigration(`
    -- What came on paper and an officer filed in the candidate's name: how it came, its day or postmark, and who filed it. Null: its candidate
    -- sent it, or nobody wrote down who did.
    alter table deposit
      add column given_by text check (given_by in ('counter', 'post')),
      add column given_on date,
      add column officer_id uuid,
      add constraint deposit_given check (num_nonnulls(given_by, given_on, officer_id) in (0, 3))
----
    -- What the journal tells of those of before.
    update deposit d set given_by = j.said ->> 'givenBy', given_on = (j.said ->> 'givenOn')::date, officer_id = j.actor_id::uuid
      from (select data::jsonb as said, actor_id from journal where name = 'piece.deposited' and actor_kind = 'staff') j
      where d.id = (j.said ->> 'depositId')::uuid and j.said ?& array['givenBy', 'givenOn']
  `),
  '999-zzzzzzzzzz-h-last-refusals': sqlMigration(`
    create index piece_review_refused on piece_review (academy, session, at) where decision = 'non-compliant'
  `),
  '999-zzzzzzzzzzz-w-a-standing': sqlMigration(`
    -- Where each piece that is asked stands, for other programs. None of health, and none that a waiver excuses: it might say why.
    create view piece_standing as
      select p.enrolment_id, p.rank, p.code, greatest(p.due_at, p.correctable_until) as due_at,
        case when p.status = 'none' and exists (select from deposit d where d.piece_id = p.id and d.state = 'stored') then 'given'
          when p.status = 'none' then 'missing' else p.status end as state,
        greatest(p.reviewed_at, p.handed_over_at) as changed_at
      from piece p where not p.confidential and p.excuses = '{}' and p.status not in ('exempted', 'not-applicable')
  `),
  '999-zzzzzzzzzzz-x-phone-receipts': sqlMigration(`
    -- A telephone that was paired once gives several pieces: what came by it, one file a piece. \`receipt\` is of before.
    alter table phone_code add column receipts text[] not null default '{}'
  `),
};
