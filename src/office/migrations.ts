import { type Migrations, sqlMigration } from '../platform/database/migrate.ts';

/** Indexes and a function for the office's reads; no table of its own. Nothing here needs more than a plain PostgreSQL 15. */
export const officeMigrations: Migrations = {
  '500-office': sqlMigration(`
    -- The last file of a piece: the queue asks for it once a waiting piece.
    create index deposit_given on deposit (piece_id, finished_at) where state = 'stored'
----
    create index journal_academy on journal (academy, id)
----
    -- A name without accents, capitals, apostrophes, hyphens and ligatures: « D'Ûrville-Nuñez » gives « durville nunez ».
    -- Not unaccent: it is an extension, and not immutable. rules/searchWords.ts does the same.
    create function office_fold(name text) returns text language sql immutable parallel safe strict return
      btrim(regexp_replace(translate(replace(replace(replace(
        regexp_replace(lower(normalize(name, NFD)), U&'[\\0300-\\036f''\\2019]', '', 'g'),
        U&'\\0153', 'oe'), U&'\\00e6', 'ae'), U&'\\00df', 'ss'), U&'\\00f8\\0142\\0111', 'old'), '[^a-z0-9]+', ' ', 'g'))
----
    create index candidate_folded_name on candidate (office_fold(birth_name))
----
    -- Typing mistakes are forgiven where trigrams can be had; elsewhere the search is exact.
    do $$ begin
      create extension if not exists pg_trgm;
      create index candidate_name_trigrams on candidate
        using gin (office_fold(birth_name || ' ' || coalesce(usage_name, '') || ' ' || first_names) gin_trgm_ops);
    exception when insufficient_privilege or feature_not_supported or undefined_file or undefined_object then
      raise notice 'no trigrams: names are searched letter by letter';
    end $$
  `),
  '501-refused-mails': sqlMigration(`
    create index mail_refused on mail (account_id, created_at) where state = 'failed'
----
    create index mail_arrived on mail (account_id, created_at) where state = 'sent'
  `),
};
