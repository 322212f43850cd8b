import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { accommodationMigrations } from '../accommodations/migrations.ts';
import type { Accounts } from '../accounts/createAccounts.ts';
import { accountMigrations } from '../accounts/migrations.ts';
import { attendanceMigrations } from '../attendance/migrations.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { closingMigrations } from '../closing/migrations.ts';
import { decisionMigrations } from '../decisions/migrations.ts';
import type { EveryDeskDeps } from '../deskRoutes.ts';
import { enrolmentMigrations } from '../enrolment/migrations.ts';
import { EVENTS } from '../events.ts';
import { ofHealth } from '../everyMail.ts';
import { examinerMigrations } from '../examiners/migrations.ts';
import { exportMigrations } from '../exports/migrations.ts';
import { FLASHES } from '../flashes.ts';
import { hearingMigrations } from '../hearings/migrations.ts';
import { incidentMigrations } from '../incidents/migrations.ts';
import { integrationMigrations } from '../integrations/migrations.ts';
import { juryMigrations } from '../jury/migrations.ts';
import { keptFileMigrations } from '../keptFiles/migrations.ts';
import { markingMigrations } from '../marking/migrations.ts';
import { markMigrations } from '../marks/migrations.ts';
import { messageMigrations } from '../messages/migrations.ts';
import { officeMigrations } from '../office/migrations.ts';
import { officeCounts, officeNavigation, seasonFor } from '../office/navigation.ts';
import { papersMigrations } from '../papers/migrations.ts';
import { personMigrations } from '../persons/index.ts';
import { openDues } from '../pieces/due.ts';
import { pieceMigrations } from '../pieces/migrations.ts';
import type { PieceWithFiles } from '../pieces/piece.ts';
import { listPieces } from '../pieces/store/pieces.ts';
import { subscribePieces } from '../pieces/subscribe.ts';
import type { Database } from '../platform/database/database.ts';
import type { Migrations } from '../platform/database/migrate.ts';
import { createEventBus, type EventBus } from '../platform/events.ts';
import { type FileStore, openFileStore } from '../platform/files.ts';
import { createOutbox } from '../platform/mail/outbox.ts';
import { platformMigrations } from '../platform/migrations.ts';
import { publicationMigrations } from '../publication/migrations.ts';
import { reminderMigrations } from '../reminders/migrations.ts';
import { replacementMigrations } from '../replacements/migrations.ts';
import { scopeMigrations } from '../scope/index.ts';
import { signatureMigrations } from '../signature/migrations.ts';
import { staffMigrations } from '../staff/index.ts';
import { frameOf } from '../ui/index.ts';
import { followedClock } from './clock.ts';
import { examMigrations } from './examRooms.ts';
import { heldJobs } from './heldJobs.ts';
import { PLAIN_CHROME } from './plainChrome.ts';
import { inspector, tables } from './shared.ts';

/** Builders for the tests of this door. */

export const ROOMS: readonly Migrations[] = [
  platformMigrations,
  accountMigrations,
  decisionMigrations,
  enrolmentMigrations,
  keptFileMigrations,
  pieceMigrations,
  papersMigrations,
  signatureMigrations,
  reminderMigrations,
  closingMigrations,
  hearingMigrations,
  accommodationMigrations,
  messageMigrations,
  incidentMigrations,
  ...examMigrations,
  attendanceMigrations,
  examinerMigrations,
  markingMigrations,
  markMigrations,
  juryMigrations,
  publicationMigrations,
  replacementMigrations,
  scopeMigrations,
  personMigrations,
  exportMigrations,
  officeMigrations,
  staffMigrations,
  integrationMigrations,
];

/** What stands behind the door: events that ask for pieces at each *Enregistrer*, and a store of files. */
export type Backstage = {
  readonly events: EventBus;
  readonly files: FileStore;
  readonly depsWith: (accounts: Accounts) => EveryDeskDeps;
  readonly end: () => void;
};

export async function openBackstage(db: Database, catalogue: Catalogue): Promise<Backstage> {
  const folder = mkdtempSync(path.join(tmpdir(), 'registre-office-'));
  const files = openFileStore(pathToFileURL(folder), folder);
  const clock = await followedClock(db);
  const events = createEventBus();
  const jobs = heldJobs();
  subscribePieces({ events, catalogue: () => catalogue });
  const chrome: EveryDeskDeps['chrome'] = async (visit, staff) => ({
    ...PLAIN_CHROME,
    home: '/gestion',
    signOut: '/deconnexion',
    demonstration: true,
    csrf: visit.csrf(),
    address: visit.address,
    navigation: officeNavigation(
      staff,
      await officeCounts(db, catalogue, staff, async () => 0),
      seasonFor(catalogue, staff, clock.now()),
    ),
  });
  return {
    events,
    files,
    depsWith: (accounts) => ({
      db,
      definedEvents: EVENTS,
      events,
      catalogue: () => catalogue,
      clock,
      ofHealth,
      banners: { refresh: async () => undefined },
      webhooks: { secret: 'secret of the tests, of an office', receivers: { local: false, resolve: async () => [] } },
      letters: {
        jobs,
        outbox: createOutbox(db, jobs, null),
        due: openDues([]),
        publicUrl: new URL('https://registre.example'),
      },
      files,
      scans: false,
      inspector,
      tables,
      guards: accounts.guards,
      accounts,
      chrome,
      frame: async (visit, staff) => frameOf(await chrome(visit, staff), visit, FLASHES),
    }),
    end: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function pieceOf(db: Database, enrolmentId: string, code: string): Promise<PieceWithFiles> {
  const found = (await listPieces(db, enrolmentId)).find((piece) => piece.code === code);
  if (found === undefined) throw new Error(`${code} isn't asked`);
  return found;
}

export const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<< >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n');

export type Gift = {
  readonly content?: Buffer;
  readonly type?: 'application/pdf' | 'image/jpeg';
  readonly name?: string;
  /** Counted back from now, on the exam's clock. */
  readonly daysAgo?: number;
  readonly handedOver?: boolean;
  /** A deposit of before renderings were kept: the bytes as they came. */
  readonly asItCame?: boolean;
};

/** A file of the candidate, as the room of pieces files it; gives the deposit's id. */
export async function giveFile(
  db: Database,
  files: FileStore,
  piece: PieceWithFiles,
  gift: Gift = {},
): Promise<string> {
  const {
    content = PDF,
    type = 'application/pdf',
    name = 'piece.pdf',
    daysAgo = 0,
    handedOver = true,
    asItCame = false,
  } = gift;
  const [id, key] = [randomUUID(), `${piece.enrolmentId}/${randomUUID()}`];
  await files.write(key, content);
  const { rows } = await sql<{
    version: number;
  }>`select version from enrolment where id = ${piece.enrolmentId}`.execute(db);
  const at = sql`business_now() - make_interval(days => ${daysAgo}::int)`;
  if (piece.status === 'non-compliant')
    await sql`update deposit set state = 'replaced' where piece_id = ${piece.id}`.execute(db);
  await sql`insert into deposit (id, academy, session, enrolment_id, piece_id, state, name, type, size, sha256, sent_sha256, sent_size, sent_type, file_key, receipt, enrolment_version, begun_at, finished_at)
    values (${id}, ${piece.academy}, ${piece.session}, ${piece.enrolmentId}, ${piece.id}, 'stored', ${name}, ${type}, ${content.length}, ${'0'.repeat(64)},
      ${asItCame ? null : '0'.repeat(64)}, ${asItCame ? null : content.length}, ${asItCame ? null : type},
      ${key}, ${`D-${id.slice(0, 4)}-${id.slice(9, 13)}`.toUpperCase()}, ${rows[0]?.version ?? 1}, ${at}, ${at})`.execute(
    db,
  );
  await sql`update piece set status = 'none', comment = null, reviewed_at = null, received_on = null, row_version = row_version + 1,
    handed_over_at = ${handedOver ? at : null} where id = ${piece.id}`.execute(db);
  return id;
}

/**
 * Many registered enrolments of six pieces each, written row by row of SQL: for what is counted and explained, not read. One
 * in four is of the group G2; most pieces wait for a decision, handed over or not, for 0 to 19 days, due
 * from five days ago to 34 days ahead.
 */
export async function manyFiles(db: Database, count: number): Promise<void> {
  const n = sql.lit(count);
  const ago = (text: string): string => `business_now() - (${text}) * interval '1 day'`;
  await sql`insert into auth_user (id, name, email, email_verified)
    select gen_random_uuid(), '', 'nombreux.' || i || '@domaine.fr', true from generate_series(1, ${n}) i`.execute(db);
  await sql`insert into candidate (account_id, civility, birth_name, first_names, birth_date, birth_country)
    select id, 'MME', (array['Martin', 'Lefèvre', 'D''Ûrville', 'Nuñez'])[1 + r % 4] || ' ' || r, 'Camille', '1995-05-30', 'FR'
    from (select id, row_number() over (order by email) as r from auth_user where email like 'nombreux.%') u`.execute(
    db,
  );
  await sql`insert into enrolment (id, academy, session, exam, candidate_id, status, number, version, registered, speciality, portfolio, form, first_registered_at, registered_at)
    select gen_random_uuid(), 'clermont', 'bp-2024-clermont', 'bp', account_id, 'registered', 'BP24-' || lpad(r::text, 5, '0') || '-A', 1,
      jsonb_build_object('filler', repeat('a', 1500)), '45033608', 'G' || (1 + r % 4), 'GLOBAL', business_now(), business_now()
    from (select account_id, row_number() over (order by birth_name) as r from candidate) c`.execute(db);
  await sql`insert into piece (id, academy, session, enrolment_id, code, piece_group, mode, reasons, opens_at, due_at, counts_for_validation, rank, status, handed_over_at)
    select gen_random_uuid(), e.academy, e.session, e.id, c.code, 'g', 'online', '["pourquoi"]', ${sql.raw(ago('40'))},
      business_now() + ((s.serial * 7 + c.rank * 3) % 40 - 5) * interval '1 day', (c.rank + s.serial) % 4 > 0, c.rank,
      case when (c.rank + s.serial) % 10 = 0 then 'compliant' else 'none' end,
      case when (c.rank + s.serial) % 3 > 0 then ${sql.raw(ago('s.serial % 20'))} end
    from enrolment e cross join unnest(array['CINSIG01', 'DCSTID01', '1NATID01', 'DOMICIL', 'RELNOTES', 'R408A3']) with ordinality c(code, rank)
      cross join lateral (select substr(e.number, 6, 5)::int as serial) s`.execute(db);
  await sql`insert into deposit (id, academy, session, enrolment_id, piece_id, state, name, type, size, sha256, file_key, receipt, enrolment_version, begun_at, finished_at)
    select gen_random_uuid(), p.academy, p.session, p.enrolment_id, p.id, case when p.rank = 2 then 'replaced' else 'stored' end, 'x.pdf', 'application/pdf', 1000,
      repeat('0', 64), gen_random_uuid()::text, gen_random_uuid()::text, 1, ${sql.raw(ago('(p.rank + substr(e.number, 6, 5)::int) % 20'))},
      ${sql.raw(ago('(p.rank + substr(e.number, 6, 5)::int) % 20'))}
    from piece p join enrolment e on e.id = p.enrolment_id`.execute(db);
  for (const table of ['enrolment', 'piece', 'deposit', 'candidate', 'office_file', 'office_queue'])
    await sql`vacuum analyze ${sql.table(table)}`.execute(db);
}

export { mendLists } from '../checking/index.ts';
export { deskRoutes } from '../deskRoutes.ts';
export { aStaffMember, signIn } from './staff.ts';
