import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue } from '../catalogue/index.ts';
import { checkFiles } from '../platform/files/checkFiles.ts';
import { silentLog } from '../platform/log.ts';
import { emptyDatabase, type TestDatabase } from '../testing/database.ts';
import { findCandidate, registeredEnrolment, shippedCatalogue } from '../testing/enrolments.ts';
import { type HeldJobs, heldJobs } from '../testing/heldJobs.ts';
import { listDamagedPapers, paperLedger } from './ledger.ts';
import { listPapers } from './store.ts';
import { openPapers, type Papers, ROOMS } from './testing.ts';

let test: TestDatabase;
let papers: Papers<HeldJobs>;
let catalogue: Catalogue;
beforeAll(async () => {
  test = await emptyDatabase(ROOMS);
  catalogue = await shippedCatalogue();
  papers = await openPapers(test.db, { catalogue, jobs: heldJobs(), findCandidate });
});
afterAll(async () => {
  await papers.end();
  await test.close();
});

describe('The files of papers', () => {
  it('are known by their keys and checked each night; one that changed is told until it is put back', async () => {
    const { enrolment } = await registeredEnrolment(test.db, { ...papers, catalogue });
    const ledger = paperLedger(test.db);
    expect(await ledger.due(10)).toEqual([]);
    await papers.jobs.run();
    const keys = (await listPapers(test.db, null, enrolment.id)).flatMap(({ pdf }) => pdf?.key ?? []);
    expect(keys).toHaveLength(3);
    for (const key of keys) expect(key).toMatch(ledger.makes);
    const [key = ''] = keys;
    expect(await ledger.named([...keys, `${key}.pdf`])).toEqual(new Set(keys));
    const check = async (): Promise<readonly string[]> => {
      await sql`update paper set checked_at = checked_at - interval '13 hours'`.execute(test.db);
      expect(await checkFiles(papers.files, ledger, silentLog)).toBe(3);
      return listDamagedPapers(test.db, enrolment.academy);
    };
    expect(await check()).toEqual([]);
    const bytes = await papers.files.read(key);
    await papers.files.write(key, Buffer.concat([bytes, Buffer.from('x')]));
    expect(await check()).toHaveLength(1);
    await papers.files.write(key, bytes);
    expect(await check()).toEqual([]);
  });
});
