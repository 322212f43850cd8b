import { unzipSync } from 'fflate';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { readStream, SYSTEM } from '../platform/journal.ts';
import { createPress } from '../platform/pdf/press.ts';
import { zipOf } from '../platform/zip.ts';
import { stage } from '../testing/stage.ts';
import { printBatch } from './actions/printBatch.ts';
import { openEditions } from './editions.ts';
import type { NewBatch, PaperBatch } from './store/batches.ts';
import { papersRoom } from './testing.ts';

const STAFF = '5a0c2d1e-7b7e-4a57-9d0f-0f3c3a1b2c4d';
const press = createPress();
const { db, papers, registered } = await stage(papersRoom());
const editions = openEditions({ ...papers, press });
afterAll(async () => {
  await press.close();
});

async function files(count: number): Promise<NewBatch> {
  const made: string[] = [];
  for (let rank = 0; rank < count; rank += 1) made.push((await registered()).enrolment.id);
  // What each *Enregistrer* ordered for itself.
  papers.jobs.orders.splice(0);
  return {
    academy: 'clermont',
    session: 'bp-2024-clermont',
    kind: 'confirmation',
    what: 'Toutes les spécialités',
    orderedBy: STAFF,
    enrolmentIds: made,
  };
}
async function ordered(batch: NewBatch): Promise<string> {
  const made = await editions.order(SYSTEM, batch);
  if (!made.ok) throw new Error(made.error);
  return made.value;
}
async function found(id: string): Promise<PaperBatch> {
  const batch = await editions.find('clermont', id);
  if (batch === null) throw new Error('No batch');
  return batch;
}
async function zipped(id: string): Promise<Readonly<Record<string, Uint8Array>>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of zipOf(editions.entries(id))) chunks.push(chunk);
  return unzipSync(Buffer.concat(chunks));
}

describe('Papers in number', () => {
  it('are printed by a job, and gathered under names of plain letters, each its own', async () => {
    const batch = await files(3);
    const id = await ordered(batch);
    expect(await found(id)).toMatchObject({ total: 3, printed: 0, faulty: 0, finishedAt: null });
    await papers.jobs.run();
    const done = await found(id);
    expect(done).toMatchObject({ total: 3, printed: 3, faulty: 0, stoppedAt: null });
    expect(done.finishedAt).not.toBeNull();
    const zip = await zipped(id);
    expect(Object.keys(zip)).toHaveLength(3);
    for (const [name, pdf] of Object.entries(zip)) {
      expect(name).toMatch(/^confirmation-[A-Z0-9-]+-v1\.pdf$/);
      expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
    }
    expect((await readStream(db, 'editions:clermont', 1))[0]).toMatchObject({ name: 'papers.ordered' });
  });

  it('cut at any moment go on with the first that is not printed, and none is printed twice', async () => {
    const id = await ordered(await files(4));
    let rendered = 0;
    const dying = {
      ...papers,
      pdf: {
        ...press,
        render: async (order: Parameters<typeof press.render>[0]) => {
          rendered += 1;
          if (rendered > 2) throw new Error('killed');
          return press.render(order);
        },
      },
    };
    await expect(printBatch(dying, id)).rejects.toThrow('killed');
    const half = await found(id);
    expect(half.finishedAt).toBeNull();
    expect(half.printed).toBeLessThan(4);
    const keys = async () =>
      (
        await sql<{
          key: string | null;
        }>`select p.pdf_key as key from paper_batch_item i join paper p on p.id = i.paper_id
        where i.batch_id = ${id} order by i.rank`.execute(db)
      ).rows.map(({ key }) => key);
    const before = await keys();
    await papers.jobs.run();
    const after = await keys();
    expect(await found(id)).toMatchObject({ printed: 4, faulty: 0 });
    for (const [index, key] of before.entries()) if (key !== null) expect(after[index]).toBe(key);
  });

  it('are printed part by part, so that a server may stop between two', async () => {
    const id = await ordered(await files(21));
    expect(await printBatch({ ...papers, pdf: press }, id, 0)).toBe('more');
    expect((await found(id)).printed).toBe(20);
    await papers.jobs.run();
    expect((await found(id)).printed).toBe(21);
  });

  it('that are stopped stay as they are, and what was printed can be taken', async () => {
    const id = await ordered(await files(2));
    expect(await editions.stop(SYSTEM, await found(id))).toBe(true);
    expect(await editions.stop(SYSTEM, await found(id))).toBe(false);
    await papers.jobs.run();
    expect(await found(id)).toMatchObject({ printed: 0, finishedAt: null });
    const zip = await zipped(id);
    expect(Object.keys(zip)).toEqual(['documents-non-joints.txt']);
    expect(
      Buffer.from(zip['documents-non-joints.txt'] ?? '')
        .toString()
        .match(/confirmation-/g),
    ).toHaveLength(2);
  });

  it('of which one cannot be set: it is counted, and the others are printed', async () => {
    const batch = await files(2);
    const id = await ordered(batch);
    await sql`alter table paper disable trigger paper_is_frozen`.execute(db);
    await sql`update paper set content = jsonb_set(content, '{candidate}', '"山田"') where enrolment_id = ${batch.enrolmentIds[0]}`.execute(
      db,
    );
    await sql`alter table paper enable trigger paper_is_frozen`.execute(db);
    await papers.jobs.run();
    const done = await found(id);
    expect(done).toMatchObject({ printed: 1, faulty: 1 });
    expect(done.finishedAt).not.toBeNull();
  });

  it('wait their turn: one batch of an academy at a time; nothing is no batch', async () => {
    const batch = await files(1);
    const first = await ordered(batch);
    const twice = await Promise.all([editions.order(SYSTEM, batch), editions.order(SYSTEM, batch)]);
    expect(twice).toEqual([
      { ok: false, error: 'running' },
      { ok: false, error: 'running' },
    ]);
    expect(await editions.order(SYSTEM, { ...batch, kind: 'reminder' })).toEqual({ ok: false, error: 'nothing' });
    await papers.jobs.run();
    expect((await found(first)).printed).toBe(1);
  });

  it('are of one academy: for another there are none', async () => {
    const [batch] = await editions.list('clermont');
    expect(await editions.find('lyon', batch?.id)).toBeNull();
    expect(await editions.list('lyon')).toEqual([]);
    expect(await editions.find('clermont', 'x')).toBeNull();
  });

  it('stand in the tray of who ordered them, for as long as is asked', async () => {
    const [last] = await editions.list('clermont');
    const since = (last?.orderedAt ?? Temporal.Instant.from('2000-01-01T00:00:00Z')).subtract({ hours: 1 });
    const by = { academy: 'clermont', accountId: STAFF, since };
    expect((await editions.listOwn(by)).map(({ id }) => id)).toContain(last?.id);
    expect(await editions.listOwn({ ...by, since: since.add({ hours: 2 }) })).toEqual([]);
    expect(await editions.listOwn({ ...by, accountId: '00000000-0000-4000-8000-000000000000' })).toEqual([]);
  });
});
