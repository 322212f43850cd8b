import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { accountMigrations } from '../accounts/index.ts';
import { decisionMigrations } from '../decisions/index.ts';
import { enrolmentMigrations } from '../enrolment/index.ts';
import { keptFileMigrations, openScans, type Scans, whyNotOpened } from '../keptFiles/index.ts';
import { connectClamd } from '../platform/antivirus.ts';
import { createEventBus, type EventBus, type Published } from '../platform/events.ts';
import { openFileStore } from '../platform/files.ts';
import { SYSTEM } from '../platform/journal.ts';
import { createLog } from '../platform/log.ts';
import { platformMigrations } from '../platform/migrations.ts';
import { EICAR, startClamd } from '../platform/testingClamd.ts';
import { listTroubles } from '../platform/trouble.ts';
import { ownDatabase } from '../testing/database.ts';
import { onePage } from '../testing/documents/pdfFile.ts';
import { registeredEnrolment, setClock, shippedCatalogue, type TestEnrolment } from '../testing/enrolments.ts';
import { type HeldJobs, heldJobs } from '../testing/heldJobs.ts';
import { inspector } from '../testing/shared.ts';
import { depositFile } from './actions/depositFile.ts';
import { handOverGroup } from './actions/handOverGroup.ts';
import { reviewPiece } from './actions/reviewPiece.ts';
import { pieceMigrations } from './migrations.ts';
import type { Deposit, PieceWithFiles } from './piece.ts';
import { scanDeposits } from './scans.ts';
import { listPieces } from './store/pieces.ts';
import { subscribePieces } from './subscribe.ts';

const PATIENCE = { timeout: 60_000, interval: 20 };
const PDF = onePage();
const folder = mkdtempSync(path.join(tmpdir(), 'registre-scans-'));
let events: EventBus;
let jobs: HeldJobs;
let scans: Scans;
let own: TestEnrolment;
let told: Published<'piece.fileInfected'>['payload'][];
let lines: string[];
const { db } = await ownDatabase([
  platformMigrations,
  accountMigrations,
  decisionMigrations,
  enrolmentMigrations,
  keptFileMigrations,
  pieceMigrations,
]);
const catalogue = await shippedCatalogue();
const clamd = await startClamd();
const files = openFileStore(pathToFileURL(folder), folder);
afterAll(async () => {
  scans.stop();
  await clamd.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  scans?.stop();
  await sql`update deposit set scan = 'clean' where scan is distinct from 'infected'`.execute(db);
  [events, jobs, told, lines] = [createEventBus(), heldJobs(), [], []];
  subscribePieces({ events, catalogue: () => catalogue });
  events.subscribe('piece.fileInfected', 'tell', async (_, { payload }) => void told.push(payload));
  scans = withClamd(clamd.url);
  own = await registeredEnrolment(db, { events, catalogue });
});

const shared = () => ({ db, events, catalogue: () => catalogue, files, inspector });
function withClamd(url: URL): Scans {
  const log = createLog('info', { write: (line) => void lines.push(JSON.parse(line).msg) });
  const node = { db, name: 'here', log, retryMs: 20 };
  const open = openScans({ files, antivirus: connectClamd(url), node });
  scanDeposits({ ...shared(), jobs }, open);
  return open;
}
const piece = async (code: string): Promise<PieceWithFiles> => {
  const found = (await listPieces(db, own.enrolment.id)).find((one) => one.code === code);
  if (found === undefined) throw new Error(`${code} isn't asked`);
  return found;
};
/** Deposits a file; `content` then stands in its place, as nobody's form would take it. */
async function give(code: string, content: Buffer = PDF): Promise<Deposit> {
  const order = { enrolmentId: own.enrolment.id, candidateId: own.candidate.accountId, code, key: null };
  const file = { name: 'a.pdf', content: Readable.from([PDF]), isTruncated: () => false };
  const done = await depositFile(shared(), SYSTEM, { ...order, file });
  const last = (await piece(code)).files.at(-1);
  if (!done.ok || last === undefined) throw new Error(JSON.stringify(done));
  await files.write(last.fileKey, content);
  return last;
}
const scanOf = async (code: string) => (await piece(code)).files.map(({ kept }) => [kept.scan, kept.finding]);
const mayOpen = async (code: string): Promise<boolean> =>
  (await piece(code)).files.every(({ kept }) => whyNotOpened(kept, { is: 'staff', scans: true }) === null);

describe('A file that is deposited', () => {
  it('waits for nothing, and is opened by the office once it was found clean', async () => {
    await give('DOMICIL');
    expect([await scanOf('DOMICIL'), await mayOpen('DOMICIL')]).toEqual([[['waiting', null]], false]);
    await jobs.run();
    expect([await scanOf('DOMICIL'), await mayOpen('DOMICIL')]).toEqual([[['clean', null]], true]);
    expect(told).toEqual([]);
  });

  it('and infected is opened by nobody, told once, and decides nothing', async () => {
    const deposit = await give('DOMICIL', Buffer.concat([PDF, EICAR]));
    const orders = [...jobs.orders];
    await jobs.run();
    jobs.orders.push(...orders);
    await jobs.run();
    expect(await scanOf('DOMICIL')).toEqual([['infected', 'Eicar-Test-Signature']]);
    const found = await piece('DOMICIL');
    expect([found.status, found.comment]).toEqual(['none', null]);
    expect(told).toEqual([
      expect.objectContaining({ code: 'DOMICIL', depositId: deposit.id, receipt: deposit.receipt, reopened: true }),
    ]);
    const [file] = found.files;
    for (const reader of ['staff', 'owner'] as const)
      expect(file && whyNotOpened(file.kept, { is: reader, scans: false })).toMatchObject({ code: 'infected' });
    await give('DOMICIL');
    await jobs.run();
    expect(await scanOf('DOMICIL')).toEqual([['clean', null]]);
    // Beside what was refused, it leaves the refusal as it was.
    const { academy, id: pieceId, rowVersion } = await piece('DOMICIL');
    const order = { academy, pieceId, rowVersion, mayDecide: () => true, officerId: own.candidate.accountId };
    const said = { decision: 'non-compliant', comment: 'Il manque un côté.', receivedOn: null } as const;
    const refused = await reviewPiece(shared(), SYSTEM, { ...order, ...said, mayUnvalidate: false, onPaper: false });
    await give('DOMICIL', EICAR);
    expect([refused.ok, (await piece('DOMICIL')).status]).toEqual([true, 'none']);
    await jobs.run();
    const again = await piece('DOMICIL');
    expect([again.status, again.comment, again.files.length]).toEqual(['non-compliant', 'Il manque un côté.', 2]);
  });

  const handOver = async (): Promise<void> => {
    const { group } = await piece('CINSIG01');
    const asked = await listPieces(db, own.enrolment.id);
    for (const one of asked.filter((other) => other.group === group && other.code !== 'CINSIG01')) await give(one.code);
    await give('CINSIG01', EICAR);
    const done = await handOverGroup(shared(), SYSTEM, own.enrolment.id, own.candidate.accountId, group);
    if (!done.ok) throw new Error(JSON.stringify(done.error));
    expect((await piece('CINSIG01')).handedOverAt).not.toBeNull();
  };

  it('handed over and infected opens again for another, while there is time', async () => {
    await handOver();
    await jobs.run();
    expect((await piece('CINSIG01')).handedOverAt).toBeNull();
    expect(told).toEqual([expect.objectContaining({ code: 'CINSIG01', reopened: true })]);
    await give('CINSIG01');
  });

  it('found infected after the closing, even once it was said to be in order, decides nothing and leaves time for another', async () => {
    await handOver();
    await sql`update piece set status = 'compliant' where enrolment_id = ${own.enrolment.id} and code = 'CINSIG01'`.execute(
      db,
    );
    await setClock(db, Temporal.Instant.from('2024-01-10T10:00:00+01:00'));
    await jobs.run();
    expect(told).toEqual([expect.objectContaining({ code: 'CINSIG01', reopened: true })]);
    const found = await piece('CINSIG01');
    expect([found.status, found.correctableUntil?.toString()]).toEqual(['compliant', '2024-01-25T23:00:00Z']);
    await give('CINSIG01');
    await jobs.run();
    expect((await piece('CINSIG01')).files.map(({ kept }) => kept.scan)).toEqual(['clean']);
  });

  it('found infected on the third day, when the antivirus has learnt of it, is opened by nobody any more', async () => {
    const deposit = await give('DOMICIL');
    await jobs.run();
    expect(await scanOf('DOMICIL')).toEqual([['clean', null]]);
    await files.write(deposit.fileKey, EICAR);
    await scans.lookAgain();
    expect(await scanOf('DOMICIL')).toEqual([['infected', 'Eicar-Test-Signature']]);
    expect(told).toEqual([expect.objectContaining({ code: 'DOMICIL', reopened: true })]);
  });

  it('found infected once more gains no second time', async () => {
    await give('DOMICIL', EICAR);
    await jobs.run();
    const first = (await piece('DOMICIL')).correctableUntil;
    await setClock(db, Temporal.Instant.from('2024-01-10T10:00:00+01:00'));
    await sql`update deposit set scan = 'waiting', finding = null where enrolment_id = ${own.enrolment.id}`.execute(db);
    await scans.catchUp();
    expect([(await piece('DOMICIL')).correctableUntil, told.at(-1)?.reopened]).toEqual([first, false]);
  });

  it('and taken back before its scan is told to nobody', async () => {
    const deposit = await give('DOMICIL', EICAR);
    await sql`update deposit set state = 'removed' where id = ${deposit.id}`.execute(db);
    await jobs.run();
    expect(told).toEqual([]);
  });
});

describe('An antivirus that is away', () => {
  it('keeps nobody from depositing; the office is told, and what waits is scanned when it is back', async () => {
    const socket = path.join(folder, 'clamd.ctl');
    scans.stop();
    [events, jobs] = [createEventBus(), heldJobs()];
    scans = withClamd(new URL(`unix://${socket}`));
    await give('DOMICIL');
    const [order] = jobs.orders;
    await expect(jobs.run()).rejects.toThrow('clamd');
    expect(order).toMatchObject({ kind: 'deposit.scan' });
    expect(await scanOf('DOMICIL')).toEqual([['waiting', null]]);
    expect((await listTroubles(db)).map(({ sort }) => sort)).toEqual(['antivirus-away']);
    const back = await startClamd(undefined, socket);
    await vi.waitFor(async () => expect(await scanOf('DOMICIL')).toEqual([['clean', null]]), PATIENCE);
    await vi.waitFor(async () => expect(await listTroubles(db)).toEqual([]), PATIENCE);
    expect(lines).toEqual([expect.stringContaining("can't be scanned"), 'files can be scanned again']);
    await back.close();
  });

  it('and came later scans what was there before it, but for what was destroyed', async () => {
    for (const code of ['DOMICIL', 'DCSTID01', '1NATID01']) await give(code);
    await sql`update deposit set scan = null where enrolment_id = ${own.enrolment.id}`.execute(db);
    const erased = (await piece('1NATID01')).files[0]?.id;
    await sql`update deposit set erased_at = business_now() where id = ${erased}`.execute(db);
    await files.remove((await piece('DCSTID01')).files[0]?.fileKey ?? '');
    await scans.catchUp();
    const found = await Promise.all(['DOMICIL', 'DCSTID01', '1NATID01'].map(scanOf));
    expect(found).toEqual([[['clean', null]], [[null, null]], [[null, null]]]);
  });

  it('for one file only holds up no other', async () => {
    const strict = await startClamd(1_000);
    scans.stop();
    for (const code of ['DOMICIL', 'DCSTID01', '1NATID01']) await give(code);
    await files.write((await piece('DCSTID01')).files[0]?.fileKey ?? '', Buffer.alloc(2_000));
    scans = withClamd(strict.url);
    await scans.catchUp();
    const found = await Promise.all(['DOMICIL', 'DCSTID01', '1NATID01'].map(scanOf));
    expect(found).toEqual([[['clean', null]], [['waiting', null]], [['clean', null]]]);
    await strict.close();
  });
});
