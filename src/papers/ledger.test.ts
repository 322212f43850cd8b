import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { checkFiles } from '../platform/files/checkFiles.ts';
import { silentLog } from '../platform/log.ts';
import { registeredEnrolment } from '../testing/enrolments.ts';
import { stage } from '../testing/stage.ts';
import { listDamagedPapers, paperLedger } from './ledger.ts';
import { listPapers } from './store.ts';
import { papersRoom } from './testing.ts';

const { db, catalogue, papers } = await stage(papersRoom());

describe('The files of papers', () => {
  it('are known by their keys and checked each night; one that changed is told until it is put back', async () => {
    const { enrolment } = await registeredEnrolment(db, { ...papers, catalogue });
    const ledger = paperLedger(db);
    expect(await ledger.due(10)).toEqual([]);
    await papers.jobs.run();
    const keys = (await listPapers(db, null, enrolment.id)).flatMap(({ pdf }) => pdf?.key ?? []);
    expect(keys).toHaveLength(3);
    for (const key of keys) expect(key).toMatch(ledger.makes);
    const [key = ''] = keys;
    expect(await ledger.named([...keys, `${key}.pdf`])).toEqual(new Set(keys));
    const check = async (): Promise<readonly string[]> => {
      await sql`update paper set checked_at = checked_at - interval '13 hours'`.execute(db);
      expect(await checkFiles(papers.files, ledger, silentLog)).toBe(3);
      return listDamagedPapers(db, enrolment.academy);
    };
    expect(await check()).toEqual([]);
    const bytes = await papers.files.read(key);
    await papers.files.write(key, Buffer.concat([bytes, Buffer.from('x')]));
    expect(await check()).toHaveLength(1);
    await papers.files.write(key, bytes);
    expect(await check()).toEqual([]);
  });
});
