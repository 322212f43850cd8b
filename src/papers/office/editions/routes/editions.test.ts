import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readStream } from '../../../../platform/journal.ts';
import { deskRoom } from '../../../../testing/desk.ts';
import { MACON_WITH_HANDICAP } from '../../../../testing/enrolments.ts';
import { stage } from '../../../../testing/stage.ts';
import { openEditions } from '../../../editions.ts';

const HERE = '/gestion/editions';
const LIST = { session: 'bp-2024-clermont', document: 'confirmation', specialite: '', etat: '' };
const asked = (list: Partial<typeof LIST> = {}): string => `${HERE}?${new URLSearchParams({ ...LIST, ...list })}`;
const room = deskRoom({ more: (_, papers) => ({ editions: openEditions({ ...papers, press: papers.pdf }) }) });
const { db, papers, registered, staff } = await stage(room, { staff: { head: 'head', officer: 'officer' } });
const { head, officer } = staff;
for (let rank = 0; rank < 2; rank += 1) await registered();
await registered({ answers: MACON_WITH_HANDICAP });
papers.jobs.orders.splice(0);

describe('Papers in number', () => {
  it('are counted before anything is ordered, with what will not be done and why', async () => {
    const { body } = await head.get(asked());
    expect(body).toContain('3 documents');
    expect(body).toContain('Tous les dossiers de cette liste en ont un.');
    expect((await head.get(asked({ specialite: '45023216' }))).body).toContain('Éditer 1 document');
    const none = await head.get(asked({ document: 'reminder' }));
    expect(none.body).toContain("Aucun dossier de cette liste n'a ce document");
    expect(await readStream(db, 'editions:clermont', 10)).toEqual([]);
  });

  it('are ordered, followed and taken, and the journal knows who', async () => {
    await head.get(asked());
    const { status, location } = await head.post(HERE, LIST);
    expect([status, location]).toEqual([303, expect.stringMatching(/^\/gestion\/editions\/[0-9a-f-]{36}$/)]);
    const page = location ?? '';
    const running = await head.get(page);
    expect(running.body).toContain('0 sur 3 documents édités');
    expect(running.body).toContain("Arrêter l'édition");
    const twice = await head.post(HERE, LIST);
    expect(twice.status).toBe(409);
    expect(twice.body).toContain('Une autre édition de votre académie est en cours.');
    await papers.jobs.run();
    const done = await head.get(page);
    expect(done.body).toContain('3 sur 3 documents édités');
    expect(done.body).not.toContain('Arrêter');
    const zip = await head.get(`${page}/documents.zip`);
    expect(zip.header('content-disposition')).toBe('attachment; filename="confirmation-bp-2024-clermont.zip"');
    const names = Object.keys(unzipSync(zip.bytes));
    expect(names).toHaveLength(3);
    expect(names.every((name) => /^confirmation-[A-Z0-9-]+-v1\.pdf$/.test(name))).toBe(true);
    const journaled = await readStream(db, 'editions:clermont', 10);
    expect(journaled.map(({ name }) => name)).toEqual(['papers.exported', 'papers.ordered']);
    expect((await head.get(HERE)).body).toContain('Terminée, 3 sur 3 documents édités');
  });

  it('are stopped by whoever may order them', async () => {
    await head.get(asked());
    const { location } = await head.post(HERE, { ...LIST, document: 'acknowledgement' });
    expect((await head.post(location ?? '', { acte: 'arreter' })).status).toBe(303);
    await papers.jobs.run();
    const { body } = await head.get(location ?? '');
    expect(body).toContain('Arrêtée');
    expect(body).toContain('0 sur 3 documents édités');
  });

  it('of a list that does not exist are refused and nothing is written', async () => {
    for (const list of [{ document: 'x' }, { session: 'x' }, { specialite: 'x' }, { etat: 'x' }]) {
      expect((await head.get(asked(list))).status).toBe(422);
      expect((await head.post(HERE, { ...LIST, ...list })).status).toBe(422);
    }
    expect((await head.post(HERE, { ...LIST, document: '' })).status).toBe(422);
    expect((await head.post(HERE, { ...LIST, document: 'reminder' })).status).toBe(422);
    expect(await readStream(db, 'editions:clermont', 10)).toHaveLength(4);
  });

  it('are nothing for an officer, nor an edition of another office', async () => {
    expect((await officer.get(HERE)).status).toBe(404);
    expect((await head.get(`${HERE}/5a0c2d1e-7b7e-4a57-9d0f-0f3c3a1b2c4d`)).status).toBe(404);
  });
});
