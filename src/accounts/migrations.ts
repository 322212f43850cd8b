import { type Migrations, sqlMigration } from '../platform/database/migrate.ts';

/** `auth_*` are better-auth's tables under our names; instants and ids are real types, so its text never meets ours. */
export const accountMigrations: Migrations = {
  '100-credentials': sqlMigration(`
    create table auth_user (
      id uuid primary key,
      name text not null,
      email text not null constraint auth_user_email unique check (email = lower(email)),
      email_verified boolean not null default false,
      image text,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )
----
    create table auth_session (
      id uuid primary key,
      token text not null unique,
      user_id uuid not null references auth_user on delete cascade,
      expires_at timestamptz not null,
      created_at timestamptz not null default now(),
      -- Last seen: moved at most once a minute.
      updated_at timestamptz not null default now(),
      ip_address text,
      user_agent text
    )
----
    create index auth_session_user on auth_session (user_id)
----
    create index auth_session_expires on auth_session (expires_at)
----
    create table auth_account (
      id uuid primary key,
      account_id text not null,
      provider_id text not null,
      user_id uuid not null references auth_user on delete cascade,
      access_token text,
      refresh_token text,
      id_token text,
      access_token_expires_at timestamptz,
      refresh_token_expires_at timestamptz,
      scope text,
      password text,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      unique (provider_id, account_id)
    )
----
    create index auth_account_user on auth_account (user_id)
----
    create table auth_verification (
      id uuid primary key,
      identifier text not null,
      value text not null,
      expires_at timestamptz not null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )
----
    create index auth_verification_identifier on auth_verification (identifier)
----
    -- A reset link's value is the account's id alone: a new password voids them all.
    create index auth_verification_value on auth_verification using hash (value)
----
    create index auth_verification_expires on auth_verification (expires_at)
  `),
  '101-people': sqlMigration(`
    create table candidate (
      account_id uuid primary key references auth_user on delete cascade,
      civility text not null check (civility in ('M', 'MME')),
      birth_name text not null,
      usage_name text,
      first_names text not null,
      birth_date date not null,
      birth_country text not null check (birth_country ~ '^[A-Z]{2}$'),
      row_version integer not null default 1
    )
----
    -- Forms sent again for an account that was never activated: each waits for the mail that was sent for it.
    create table sign_up (
      id uuid primary key,
      account_id uuid not null references auth_user on delete cascade,
      civility text not null,
      birth_name text not null,
      usage_name text,
      first_names text not null,
      birth_date date not null,
      birth_country text not null,
      password_hash text not null,
      created_at timestamptz not null default clock_timestamp()
    )
----
    create index sign_up_account on sign_up (account_id, created_at)
----
    create table staff (
      account_id uuid primary key references auth_user on delete cascade,
      academy text not null,
      role text not null check (role in ('officer', 'accommodation', 'jury', 'head', 'admin')),
      name text not null,
      disabled_at timestamptz,
      row_version integer not null default 1,
      unique (account_id, academy)
    )
----
    create index staff_academy on staff (academy)
----
    create table staff_portfolio (
      account_id uuid not null,
      academy text not null,
      portfolio text not null,
      primary key (account_id, academy, portfolio),
      foreign key (account_id, academy) references staff (account_id, academy) on delete cascade
    )
  `),
  '102-views': sqlMigration(`
    -- What any room may read of a candidate.
    create view candidate_identity as
      select c.account_id, c.civility, c.birth_name, c.usage_name, c.first_names, c.birth_date, c.birth_country, u.email as address
      from candidate c join auth_user u on u.id = c.account_id
  `),
  '130-second-factor': sqlMigration(`
    create table second_factor (
      account_id uuid primary key references staff on delete cascade,
      -- Sealed with a key drawn from the server's secret.
      secret text not null,
      -- Of the last code that was taken, thirty seconds a step since 1970: neither it nor an earlier one serves again.
      last_step integer not null,
      set_at timestamptz not null default now()
    )
----
    create table recovery_code (
      account_id uuid not null references second_factor on delete cascade,
      mark text not null,
      used_at timestamptz,
      primary key (account_id, mark)
    )
  `),
  '131-placed-by': sqlMigration(`
    -- Who last opened this access or gave this role, and when; null: the installation itself, or before this was kept.
    alter table staff
      add column placed_by uuid references auth_user on delete set null,
      add column placed_at timestamptz
  `),
  '660-notice-answers': sqlMigration(`
    -- What candidates answer to the question of electronic notices (CRPA L112-15), each as it came; the last one is in force.
    create table notice_answer (
      id uuid primary key,
      serial integer generated always as identity,
      account_id uuid not null references candidate on delete cascade,
      accepts boolean not null,
      -- Of the words that were read.
      wording integer not null,
      place text not null check (place in ('enrolment', 'account')),
      at timestamptz not null default business_now()
    )
----
    create index notice_answer_account on notice_answer (account_id, serial desc)
----
    create function notice_answer_is_kept() returns trigger language plpgsql as $$
    begin raise exception 'answers are kept as they came'; end $$
----
    create trigger notice_answer_is_kept before update or truncate on notice_answer for each statement execute function notice_answer_is_kept()
  `),
  '680-lost-mailbox': sqlMigration(`
    -- A lost mail address changed on proof. stream: of the file for which it was asked, where its acts are noted.
    create table address_recovery (
      id uuid primary key,
      account_id uuid not null references auth_user on delete cascade,
      academy text not null,
      session text,
      stream text not null,
      state text not null check (state in ('proposed', 'approved', 'done', 'dropped', 'objected', 'lapsed')),
      former_address text not null,
      new_address text not null,
      proof text not null check (proof in ('identity-card', 'passport', 'residence-permit', 'driving-licence')),
      seen_on date not null,
      proposed_by uuid not null,
      proposed_at timestamptz not null default business_now(),
      approved_by uuid,
      opens_at timestamptz,
      ends_at timestamptz,
      ended_at timestamptz,
      check (approved_by is null or approved_by <> proposed_by),
      check ((approved_by is null) = (opens_at is null) and (opens_at is null) = (ends_at is null)),
      check (state <> 'approved' or approved_by is not null)
    )
----
    create unique index address_recovery_standing on address_recovery (account_id) where state in ('proposed', 'approved')
----
    create index address_recovery_account on address_recovery (account_id, proposed_at)
----
    create index address_recovery_academy on address_recovery (academy) where state = 'proposed'
----
    -- Those that wait for a second person.
    create view address_recovery_waiting as
      select id, academy, stream, proposed_by, proposed_at from address_recovery where state = 'proposed'
  `),
  '669-open-session': sqlMigration(`
    -- Sign-ins that last, as other rooms may lean on them: what was begun in one ends with it.
    create view open_session as select id, user_id as account_id from auth_session where expires_at > now()
  `),
  '735-centre-role': sqlMigration(`
    -- Who checks candidates in at one exam centre.
    alter table staff drop constraint staff_role_check,
      add constraint staff_role_check check (role in ('officer', 'accommodation', 'jury', 'centre', 'head', 'admin'))
----
    -- Staff whose access is open, as other rooms may read them.
    create view staff_open as select account_id, academy, role, name from staff where disabled_at is null
  `),
  '752-access-letter': sqlMigration(`
    -- Codes of letters by which somebody without a mail box takes over the account that the office opened for them.
    create table access_letter (
      id uuid primary key,
      account_id uuid not null references candidate on delete cascade,
      academy text not null,
      officer_id uuid not null,
      mark text not null unique,
      printed_at timestamptz not null default business_now(),
      voided_at timestamptz,
      used_at timestamptz
    )
----
    create index access_letter_account on access_letter (account_id)
  `),
  '754-access-letter-asked': sqlMigration(`
    -- A letter with a code is asked for by one person and printed by another.
    create table access_letter_request (
      id uuid primary key,
      account_id uuid not null references candidate on delete cascade,
      academy text not null,
      -- The file from which it was asked.
      enrolment_id uuid not null,
      asked_by uuid not null,
      asked_at timestamptz not null default business_now(),
      ended_by uuid,
      ended_at timestamptz,
      outcome text check (outcome in ('printed', 'dropped')),
      check ((ended_at is null) = (outcome is null))
    )
----
    create unique index access_letter_request_standing on access_letter_request (account_id) where ended_at is null
----
    create index access_letter_request_account on access_letter_request (account_id)
----
    -- Those that wait for a second person.
    create view access_letter_asked as
      select academy, enrolment_id, asked_by, asked_at from access_letter_request where ended_at is null
  `),
  '799-passkeys': sqlMigration(`
    -- Keys that browsers keep for staff, as a second proof.
    create table passkey (
      id uuid primary key,
      account_id uuid not null references staff on delete cascade,
      -- The authenticator's own name for it, in base64url: of one key in the world.
      credential text not null unique,
      public_key bytea not null,
      -- Of the signatures that it told us of; always 0 where an authenticator doesn't count.
      counter bigint not null,
      transports text[] not null,
      -- The name of this house at which it was made: browsers offer it there alone.
      host text not null,
      name text not null,
      -- Kept by its maker's service too, as the authenticator says.
      backed_up boolean not null,
      created_at timestamptz not null default now(),
      used_at timestamptz
    )
----
    create index passkey_account on passkey (account_id)
----
    -- What a browser has to sign; each serves once.
    create table passkey_challenge (
      challenge text primary key,
      account_id uuid not null references staff on delete cascade,
      -- The session that adds a key, or a mark of the ticket of a sign-in.
      holder text not null,
      -- That the key will bear; null: of a sign-in.
      name text,
      expires_at timestamptz not null
    )
----
    create index passkey_challenge_account on passkey_challenge (account_id)
----
    create index passkey_challenge_expires on passkey_challenge (expires_at)
  `),
  '800-placings': sqlMigration(`
    -- By whom each access of the staff came, its role, its opening again, its second proof taken away: nothing here is changed or
    -- taken away, even with the account. by_id null: the installation itself.
    create table staff_placing (
      id uuid primary key,
      account_id uuid not null,
      by_id uuid,
      kind text not null check (kind in ('invited', 'role', 'reopened', 'second-proof', 'earlier')),
      at timestamptz not null default now()
    )
----
    create index staff_placing_account on staff_placing (account_id)
----
    create index staff_placing_at on staff_placing (at)
----
    -- Said by a second person that a placing is of somebody else; by_id null: by the list of the installation.
    create table staff_placing_confirmed (
      placing_id uuid primary key references staff_placing,
      by_id uuid,
      at timestamptz not null default now()
    )
----
    insert into staff_placing (id, account_id, by_id, kind, at)
      select gen_random_uuid(), account_id, placed_by, 'earlier', placed_at from staff where placed_at is not null
----
    create function staff_placing_is_kept() returns trigger language plpgsql as $$
    begin raise exception 'by whom an access came is kept as it was written'; end $$
----
    create trigger staff_placing_is_kept before update or delete or truncate on staff_placing for each statement execute function staff_placing_is_kept()
----
    create trigger staff_placing_confirmed_is_kept before update or delete or truncate on staff_placing_confirmed for each statement execute function staff_placing_is_kept()
  `),
  '802-staff-proposals': sqlMigration(`
    -- Heads and administrators to name, second proofs to take away: asked for by one person, done by a second. Only what waits stands here.
    create table staff_proposal (
      id uuid primary key,
      academy text not null,
      kind text not null check (kind in ('invite', 'change', 'second-proof')),
      account_id uuid references auth_user on delete cascade,
      address text,
      name text not null,
      role text not null,
      version integer,
      proposed_by uuid not null,
      proposed_at timestamptz not null default now(),
      check ((kind = 'invite') = (account_id is null) and (kind = 'invite') = (address is not null)),
      check ((kind = 'change') = (version is not null))
    )
----
    create unique index staff_proposal_account on staff_proposal (account_id)
----
    create unique index staff_proposal_address on staff_proposal (address)
  `),
  '999-zzzzzzzzzz-l-birth-dates': sqlMigration(`
    -- Somebody on the telephone is found by the day of their birth.
    create index candidate_birth_date on candidate (birth_date)
  `),
  '999-zzzzzzzzzzz-zb-closed-account': sqlMigration(`
    -- When its owner closed it; its row stays, since what the law keeps of them hangs on it.
    alter table candidate add column closed_at timestamptz
----
    -- Those that nobody took over since, as other rooms may read them: what leans on an account goes with it.
    create view closed_account as
      select c.account_id, c.closed_at from candidate c join auth_user u on u.id = c.account_id
      where c.closed_at is not null and u.email like '%@sans-adresse.invalid'
  `),
  '999-zzzzzzzzzzz-ze-told-erasure': sqlMigration(`
    -- When its owner was told that an account which nobody confirmed goes.
    alter table candidate add column erasure_told_at timestamptz
  `),
  '999-zzzzzzz-a-examiner-role': sqlMigration(`
    -- Who examines before a board, or invigilates.
    alter table staff drop constraint staff_role_check,
      add constraint staff_role_check check (role in ('officer', 'accommodation', 'jury', 'centre', 'examiner', 'head', 'admin'))
  `),
};
