import { randomBytes } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { SYSTEM } from '../platform/journal.ts';
import { openSeal, type Seal } from '../platform/pdf/seal/seal.ts';
import { makeOwnCertificate } from '../platform/pdf/seal/selfMade.ts';
import { askAuthority } from '../platform/pdf/seal/timeStamp.ts';
import { heldJobs } from '../testing/heldJobs.ts';
import { holdsSeal, sealOn } from '../testing/sealOn.ts';
import { stage } from '../testing/stage.ts';
import { openTimeStampAuthority } from '../testing/timeStampAuthority.ts';
import { readPdf } from './actions/printPaper.ts';
import { publicVerification } from './actions/verifyPaper.ts';
import { openEditions } from './editions.ts';
import { fileNameOf } from './fileNames.ts';
import { PAPER_KINDS, type Paper } from './paper.ts';
import { findLatest, insertPapers } from './store.ts';
import { papersRoom } from './testing.ts';
import { readPdf as readBytes } from './testingPdf.ts';
import { PAPERS } from './texts.ts';

/** A busy machine is no fault of the authority. */
const PATIENCE_MS = 60_000;
const STAFF = '5a0c2d1e-7b7e-4a57-9d0f-0f3c3a1b2c4d';
const { db, papers, registered } = await stage(papersRoom());
const authority = await openTimeStampAuthority();
afterAll(async () => {
  await authority.close();
});

async function newSeal(name: string): Promise<Seal> {
  const made = await makeOwnCertificate(name);
  const seal = await openSeal({
    ...made,
    timeStamper: askAuthority(authority.url, PATIENCE_MS),
    onTrouble: () => undefined,
  });
  if (!seal.ok) throw new Error(seal.error);
  return seal.value;
}

/** A decision with the words of a confirmation, and that confirmation. */
async function issued(): Promise<{ readonly decision: Paper; readonly confirmation: Paper }> {
  const { enrolment } = await registered();
  const confirmation = await findLatest(db, enrolment.id, 'confirmation');
  if (confirmation === null) throw new Error('No confirmation');
  const paper = { enrolment, kind: 'cancellation', version: 1, reference: `${enrolment.number}-A1` } as const;
  const code = randomBytes(6).toString('hex').toUpperCase();
  const content = { ...confirmation.content, title: 'Annulation', pages: null };
  await db.transaction().execute((tx) => insertPapers(tx, [{ ...paper, code, content }]));
  return { confirmation, decision: await latest(enrolment.id) };
}
async function latest(enrolmentId: string): Promise<Paper> {
  const paper = await findLatest(db, enrolmentId, 'cancellation');
  if (paper === null) throw new Error('No decision');
  return paper;
}
const verified = async ({ code }: Paper) => {
  const said = await publicVerification(db).verify({ code: code ?? '', name: '' });
  return said.ok && said.value.state !== 'unknown' ? said.value.seal : undefined;
};

describe('An archive of papers in number', () => {
  it('says which of its files are sealed, and how to see it; one without says nothing', async () => {
    const { decision, confirmation } = await issued();
    const jobs = heldJobs();
    for (const [seal, kind, sealed] of [
      [await newSeal('Rectorat'), 'cancellation', [decision]],
      [null, 'confirmation', []],
    ] as const) {
      const editions = openEditions({ ...papers, seal, jobs, press: papers.pdf });
      const { academy, session, enrolmentId } = decision;
      const batch = { academy, session, kind, what: 'Essai', orderedBy: STAFF, enrolmentIds: [enrolmentId] };
      const ordered = await editions.order(SYSTEM, batch);
      await jobs.run();
      const files = new Map<string, string>();
      for await (const { name, content } of editions.entries(ordered.ok ? ordered.value : ''))
        files.set(name, (await Array.fromAsync(content)).map(String).join(''));
      expect(files.has(fileNameOf(kind === 'cancellation' ? decision : confirmation))).toBe(true);
      const said = files.get('documents-scelles.txt');
      if (sealed.length === 0) expect(said).toBeUndefined();
      else expect(said).toMatch(/pdfsig.*cachets\.pem/s);
      for (const paper of sealed) expect(said).toContain(`${fileNameOf(paper)}\u00a0: Scellé et horodaté`);
    }
  });
});

describe('A decision', () => {
  it('is sealed and time-stamped when it is printed; a confirmation, which a person signs, is not', async () => {
    const seal = await newSeal('Rectorat');
    const { decision, confirmation } = await issued();
    const bytes = await readPdf({ ...papers, seal }, decision);
    expect(holdsSeal(bytes)).toBe(true);
    const kept = await latest(decision.enrolmentId);
    expect(kept.pdf).toMatchObject({ size: bytes.length, seal: { level: 'B-T', certificateId: seal.certificate.id } });
    expect(() => sealOn(Buffer.alloc(0))).toThrow();
    expect(holdsSeal(await readPdf({ ...papers, seal }, confirmation))).toBe(false);
    expect(await verified(decision)).toEqual({ by: 'Rectorat', timeStamped: true, selfMade: true });
    expect(await verified(confirmation)).toBeNull();
  });

  it('stays a tagged PDF/UA in French under its seal, with the same words', async () => {
    const { decision } = await issued();
    const own = await newSeal('Rectorat');
    const given: Buffer[] = [];
    const seal: Seal = {
      ...own,
      seal: (pdf, label) => {
        given.push(pdf);
        return own.seal(pdf, label);
      },
    };
    const sealed = await readBytes(await readPdf({ ...papers, seal }, decision));
    const plain = await readBytes(given[0] ?? Buffer.alloc(0));
    expect(sealed).toMatchObject({ language: 'fr', standard: '1', tagged: true, title: 'Annulation' });
    expect(sealed.tree).toEqual(plain.tree);
    expect(sealed.text).toBe(plain.text);
  });

  it('goes out without a seal where there is none, or its certificate ended, and nothing says otherwise', async () => {
    const ended: Seal = { ...(await newSeal('Hier')), seal: async () => null };
    for (const seal of [null, ended]) {
      const { decision } = await issued();
      expect(holdsSeal(await readPdf({ ...papers, seal }, decision))).toBe(false);
      expect((await latest(decision.enrolmentId)).pdf?.seal).toBeNull();
      expect(await verified(decision)).toBeNull();
    }
  });

  it('printed while the authority is down is sealed without its time, and keeps those bytes', async () => {
    authority.become('down');
    const { decision } = await issued();
    const seal = await newSeal('Rectorat');
    const first = await readPdf({ ...papers, seal }, decision);
    authority.become('well');
    const kept = await latest(decision.enrolmentId);
    expect(kept.pdf?.seal?.level).toBe('B-B');
    expect((await readPdf({ ...papers, seal: await newSeal('Un autre') }, kept)).equals(first)).toBe(true);
  });

  it('of yesterday’s key still verifies, and its certificate stays among those that anybody may read', async () => {
    const [before, after] = [await newSeal('Cachet de 2025'), await newSeal('Cachet de 2026')];
    const [old, recent] = [await issued(), await issued()];
    await readPdf({ ...papers, seal: before }, old.decision);
    await readPdf({ ...papers, seal: after }, recent.decision);
    const kept = await readPdf({ ...papers, seal: after }, await latest(old.decision.enrolmentId));
    expect(holdsSeal(kept)).toBe(true);
    expect(await verified(old.decision)).toMatchObject({ by: 'Cachet de 2025' });
    const published = await publicVerification(db).seals();
    for (const { certificate } of [before, after]) expect(published).toContain(certificate.chain);
    expect(published.join('')).toContain(sealOn(kept).certificates[0]?.toString().trim());
  });

  it('printed keeps its seal: nobody takes it away or gives it another', async () => {
    const { decision } = await issued();
    await readPdf({ ...papers, seal: await newSeal('Rectorat') }, decision);
    const change = db.updateTable('paper').set({ seal_level: null, seal_certificate: null });
    await expect(change.where('id', '=', decision.id).execute()).rejects.toThrow('does not change');
  });
});

it('The kinds that are sealed are those that a person decided', () => {
  const sealed = PAPER_KINDS.filter((kind) => PAPERS[kind].sealed);
  expect(sealed).toEqual(expect.arrayContaining(['cancellation', 'accommodation']));
  expect(sealed).not.toContain('confirmation');
});
