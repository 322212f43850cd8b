import { type Migrations, sqlMigration } from '../platform/database/migrate.ts';

export const signatureMigrations: Migrations = {
  '712-online-signature': sqlMigration(`
    -- What proves a signature on line. A row stays as it was written; one that the office refused is ended, and another may follow.
    create table online_signature (
      id uuid primary key,
      academy text not null,
      session text not null,
      enrolment_id uuid not null references enrolment (id),
      version integer not null check (version > 0),
      signer text not null check (signer in ('candidate', 'representative')),
      name text not null check (name <> ''),
      address text not null check (address <> ''),
      recognised text not null check (recognised in ('password', 'mail-code')),
      sentence text not null check (sentence <> ''),
      paper_id uuid not null references paper (id),
      reference text not null,
      content_sha256 text not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
      pdf_sha256 text not null check (pdf_sha256 ~ '^[0-9a-f]{64}$'),
      signed_at timestamptz not null default business_now(),
      -- Real time, whatever the clock of a demonstration says.
      at timestamptz not null default now(),
      ended_at timestamptz,
      -- A code mailed to the candidate proves nothing of who answers for them, nor does their password.
      check (signer = 'candidate' or recognised = 'mail-code')
    )
----
    create unique index online_signature_standing on online_signature (enrolment_id, version, signer) where ended_at is null
----
    create index online_signature_enrolment on online_signature (enrolment_id, signed_at)
----
    create function online_signature_is_kept() returns trigger language plpgsql as $$
    begin
      if tg_op <> 'UPDATE' then raise exception 'signatures are kept'; end if;
      if (to_jsonb(new) - 'ended_at') is distinct from (to_jsonb(old) - 'ended_at') then raise exception 'a signature does not change'; end if;
      return new;
    end $$
----
    create trigger online_signature_is_kept before update or delete on online_signature for each row execute function online_signature_is_kept()
----
    create trigger online_signature_is_never_emptied before truncate on online_signature for each statement execute function online_signature_is_kept()
  `),
  '999-zzzzzzzzzzz-o-signature-doors': sqlMigration(`
    -- Links by which whoever answers for a minor signs. What opens one is worked out from the id and the installation's secret, whom it was
    -- mailed to is what that version of the enrolment declares. What ends it by itself is real time, never the exam's clock.
    create table signature_door (
      id uuid primary key,
      academy text not null,
      session text not null,
      enrolment_id uuid not null references enrolment (id),
      version integer not null check (version > 0),
      sent_at timestamptz not null default business_now(),
      ends_at timestamptz not null,
      opened_at timestamptz,
      -- The browser where a code was typed last, by the mark of its cookie.
      opener text,
      opener_until timestamptz,
      ended_at timestamptz,
      ended_why text check (ended_why in ('signed', 'refused', 'revoked', 'withdrawn', 'replaced')),
      check ((ended_at is null) = (ended_why is null)),
      check ((opener is null) = (opened_at is null) and (opener is null) = (opener_until is null))
    )
----
    create unique index signature_door_standing on signature_door (enrolment_id) where ended_at is null
----
    create index signature_door_enrolment on signature_door (enrolment_id, sent_at)
  `),
};
