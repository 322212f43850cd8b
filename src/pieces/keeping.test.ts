import { utimesSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Catalogue } from '../catalogue/index.ts';
import { enrolmentStream } from '../enrolment/index.ts';
import { checkFiles } from '../platform/files/checkFiles.ts';
import { sweepOrphans } from '../platform/files/sweepOrphans.ts';
import { readStream, SYSTEM } from '../platform/journal.ts';
import { silentLog } from '../platform/log.ts';
import { onePage } from '../testing/documents/pdfFile.ts';
import { ORDINARY_DAY, registeredEnrolment, type TestEnrolment } from '../testing/enrolments.ts';
import { pieceRoom } from '../testing/pieceSite.ts';
import { stage } from '../testing/stage.ts';
import { depositFile } from './actions/depositFile.ts';
import { dueFiles } from './actions/eraseFiles.ts';
import { removeDeposit } from './actions/removeDeposit.ts';
import type { Deposit } from './piece.ts';
import { findDeposit } from './store/deposits.ts';
import { depositLedger, listDamaged } from './store/ledger.ts';
import { listPieces } from './store/pieces.ts';

const PDF = onePage();
let own: TestEnrolment;
const pieces = await stage(pieceRoom());
const files = pieces.files;
beforeEach(async () => {
  await sql`update deposit set erased_at = business_now()`.execute(pieces.db);
  for await (const { key } of files.list()) await files.remove(key);
  own = await registeredEnrolment(pieces.db, pieces);
});

const { deps } = pieces;
async function give(code: string): Promise<Deposit> {
  const order = { enrolmentId: own.enrolment.id, candidateId: own.candidate.accountId, code, key: null };
  const file = { name: 'a.pdf', content: Readable.from([PDF]), isTruncated: () => false };
  const done = await depositFile(deps, SYSTEM, { ...order, file });
  const given = await listPieces(pieces.db, own.enrolment.id);
  const last = given.find((piece) => piece.code === code)?.files.at(-1);
  if (!done.ok || last === undefined) throw new Error(JSON.stringify(done));
  return last;
}
async function takeBack(code: string, { id: depositId }: Deposit): Promise<void> {
  const order = { enrolmentId: own.enrolment.id, candidateId: own.candidate.accountId, code, depositId };
  const done = await removeDeposit(deps, SYSTEM, order);
  if (!done.ok) throw new Error(done.error.code);
}
const reread = (deposit: Deposit) => findDeposit(pieces.db, own.enrolment.id, deposit.id);
const isThere = async ({ fileKey }: Deposit): Promise<boolean> =>
  (await Array.fromAsync(files.list(), ({ key }) => key)).includes(fileKey);
const aDayAndMore = async (): Promise<void> => {
  for await (const { key } of files.list()) utimesSync(path.join(pieces.folder, key), 1_700_000_000, 1_700_000_000);
};
const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);

const inNoDispute = async () => new Set<string>();

describe('The nightly check of deposits', () => {
  it('tells the office of a file that changed, and no more once it is put back', async () => {
    const [changed, lost, whole] = [await give('DOMICIL'), await give('DCSTID01'), await give('1NATID01')];
    await files.write(changed.fileKey, Buffer.from('another'));
    await files.remove(lost.fileKey);
    const bytes = await files.read(whole.fileKey);
    const check = async (): Promise<readonly string[]> => {
      await sql`update deposit set checked_at = checked_at - interval '13 hours'`.execute(pieces.db);
      await checkFiles(files, depositLedger(pieces.db), silentLog);
      return (await listDamaged(pieces.db, 'clermont')).toSorted();
    };
    expect(await check()).toEqual([changed.receipt, lost.receipt].toSorted());
    expect(await listDamaged(pieces.db, 'elsewhere')).toEqual([]);
    // Not again the same night.
    expect(await checkFiles(files, depositLedger(pieces.db), silentLog)).toBe(0);
    for (const one of [changed, lost]) await files.write(one.fileKey, bytes);
    expect(await check()).toEqual([]);
  });
});

describe('The sweep', () => {
  it('takes what no row names, and never what belongs to one, whatever its state', async () => {
    const kept = [await give('DOMICIL'), await give('DCSTID01')];
    const first = kept[1];
    if (first !== undefined) kept.push(await give('DCSTID01'));
    if (kept[0] !== undefined) await takeBack('DOMICIL', kept[0]);
    const orphan = `${own.enrolment.id}/${own.candidate.accountId}`;
    await files.write(orphan, PDF);
    await aDayAndMore();
    const sweep = () => sweepOrphans(pieces.db, files, [depositLedger(pieces.db)], silentLog);
    await sweep();
    await sql`update orphan_file set found_at = found_at - interval '8 days'`.execute(pieces.db);
    expect(await sweep()).toBe(1);
    for (const deposit of kept) expect(await isThere(deposit)).toBe(true);
    await expect(files.read(orphan)).rejects.toThrow();
  });
});

describe('The bytes of a file that no longer counts', () => {
  it('taken back go after two months; its row, receipt and hash stay, and the history says it', async () => {
    const [taken, stays] = [await give('DOMICIL'), await give('DCSTID01')];
    await takeBack('DOMICIL', taken);
    await pieces.setClock(at('2024-01-15T10:00:00+01:00'));
    await dueFiles(deps, inNoDispute).erase();
    expect([await isThere(taken), (await reread(taken))?.kept.erasedAt]).toEqual([true, null]);
    await pieces.setClock(at('2024-01-15T11:00:00+01:00'));
    const held = dueFiles(deps, async (some) => new Set(some.filter((one) => one === own.enrolment.id)));
    expect([await held.count(), await held.erase(), await isThere(taken)]).toEqual([0, 0, true]);
    expect(await dueFiles(deps, inNoDispute).erase()).toBe(1);
    expect(await dueFiles(deps, inNoDispute).erase()).toBe(0);
    const after = await reread(taken);
    expect([await isThere(taken), await isThere(stays)]).toEqual([false, true]);
    expect(after).toMatchObject({ receipt: taken.receipt, sha256: taken.sha256, name: taken.name, state: 'removed' });
    expect(after?.kept.erasedAt).not.toBeNull();
    const history = await readStream(pieces.db, enrolmentStream(own.enrolment.id), 3);
    expect(history[0]).toMatchObject({
      name: 'piece.fileErased',
      data: { depositId: taken.id, receipt: taken.receipt },
    });
    // It is neither missing nor due to be checked.
    expect((await depositLedger(pieces.db).due(1000)).map(({ id }) => id)).not.toContain(taken.id);
  });

  it('replaced go a year after the last correction, and never while its session is unknown', async () => {
    const deposit = await give('DCSTID01');
    await sql`update deposit set state = 'replaced', ended_at = business_now() where id = ${deposit.id}`.execute(
      pieces.db,
    );
    await pieces.setClock(at('2025-05-03T16:59:00+02:00'));
    await dueFiles(deps, inNoDispute).erase();
    expect(await isThere(deposit)).toBe(true);
    await pieces.setClock(at('2025-05-03T17:00:00+02:00'));
    const forgetful = { session: () => undefined } as unknown as Catalogue;
    await dueFiles({ ...deps, catalogue: () => forgetful }, inNoDispute).erase();
    expect(await isThere(deposit)).toBe(true);
    await dueFiles(deps, inNoDispute).erase();
    expect([await isThere(deposit), (await reread(deposit))?.state]).toEqual([false, 'replaced']);
  });

  it('that could not be removed at once are opened by nobody, and swept', async () => {
    const deposit = await give('DOMICIL');
    await takeBack('DOMICIL', deposit);
    await pieces.setClock(at('2024-02-01T10:00:00+01:00'));
    const broken = { remove: () => Promise.reject(new Error('killed')) };
    await expect(dueFiles({ ...deps, files: broken }, inNoDispute).erase()).rejects.toThrow('killed');
    expect((await reread(deposit))?.kept.erasedAt).not.toBeNull();
    await dueFiles(deps, inNoDispute).erase();
    expect(await isThere(deposit)).toBe(true);
    await aDayAndMore();
    const sweep = () => sweepOrphans(pieces.db, files, [depositLedger(pieces.db)], silentLog);
    await sweep();
    await sql`update orphan_file set found_at = found_at - interval '8 days'`.execute(pieces.db);
    await sweep();
    expect(await isThere(deposit)).toBe(false);
    await pieces.setClock(ORDINARY_DAY);
  });
});
