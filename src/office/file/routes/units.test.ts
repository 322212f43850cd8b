import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { enrolmentRoutes, enrolmentStream, isSigned, readRegistered } from '../../../enrolment/index.ts';
import { listPapers } from '../../../papers/index.ts';
import { readStream } from '../../../platform/journal.ts';
import { deskRoom, STRANGERS } from '../../../testing/desk.ts';
import {
  type Answered,
  answer,
  COIFFURE,
  modifiedEnrolment,
  ORDINARY_DAY,
  reread,
} from '../../../testing/enrolments.ts';
import { misplacedFaults } from '../../../testing/misplacedFaults.ts';
import { mailsTo } from '../../../testing/papers.ts';
import { type Enrolled, stage } from '../../../testing/stage.ts';
import { fieldOn } from '../../../testing/words.ts';

/** Menuisier: no unit of its regulation was read. */
const MENUISIER = {
  qualification: { speciality: '45023408', form: 'GLOBAL', formFinal: 'oui' },
  acquis: { keeps: 'oui', keptInWords: 'U10, 12,5, 5 juillet 2022', exempts: 'non' },
  epreuves: { language: 'anglais' },
} as const;

const { db, catalogue, papers, someone, setClock, staff } = await stage(deskRoom({ own: enrolmentRoutes }), {
  staff: { head: 'head', second: 'head', officer: 'officer', ...STRANGERS },
});
const { head, second } = staff;
const elsewhere = [staff.officer, staff['another academy'], staff.accommodation, staff.admin];

type File = Enrolled & { readonly path: string; readonly own: string };
const aFile = async (answers: Answered = MENUISIER): Promise<File> => {
  const made = await someone({ answers });
  const { id } = made.enrolment;
  return { ...made, path: `/gestion/dossiers/${id}/unites`, own: `/candidatures/${id}/unites` };
};
const UNITS = {
  metier: 'U10 : Dessin technique\nU20 : Fabrication',
  general: 'U40 : Expression',
  langue: 'U50 : Langue vivante',
};
const CHOICES = {
  'choice-C1': 'keep',
  'mark-C1': '12,5',
  'date-C1': '05/07/2022',
  'choice-C2': 'sit',
  'choice-C3': 'sit',
  'choice-C4': 'sit',
};
const now = (file: File) => reread(db, file.candidate, file.enrolment.id);
type Fields = Readonly<Record<string, string>>;

/** The three stages, as an officer goes through them. */
async function propose(file: File, who = head, changes: Fields = {}, cle: string = randomUUID()) {
  const common = { version: String((await now(file)).version), cle };
  const first = await who.post(file.path, { ...common, etape: 'unites', vues: '', ...UNITS, ...changes });
  const vues = fieldOn(first.body, 'vues');
  await who.post(file.path, { ...common, etape: 'acquis', vues, ...UNITS, ...CHOICES, ...changes });
  const last = { ...common, etape: 'epreuves', vues, ...UNITS, ...CHOICES, language: 'anglais', ...changes };
  return { send: () => who.post(file.path, last), first };
}
const proposed = async (file: File, who = head) => (await propose(file, who)).send();
async function reply(file: File, changes: Fields = {}, liste: string | null = null) {
  const page = await file.get(file.own);
  return file.post(file.own, { reponse: 'oui', liste: liste ?? fieldOn(page.body, 'liste'), ...changes });
}
const story = async (file: File): Promise<readonly string[]> =>
  (await readStream(db, enrolmentStream(file.enrolment.id), 50))
    .map(({ name }) => name)
    .filter((name) => name.startsWith('units.'))
    .toReversed();

describe('Units that the rules did not know', () => {
  it('are written by an officer, confirmed by the candidate, and only then a version', async () => {
    const file = await aFile();
    const filePage = `/gestion/dossiers/${file.enrolment.id}`;
    expect((await head.get(filePage)).body).toContain('Les unités de ce dossier restent à compléter');
    const page = await head.get(file.path);
    expect(page.body).toContain('U10, 12,5, 5 juillet 2022');
    const { send, first } = await propose(file);
    expect([first.status, first.body.includes('Dessin technique')]).toEqual([200, true]);
    expect((await send()).location).toBe(`${filePage}?message=unites-proposees`);
    expect((await now(file)).version).toBe(1);
    const told = (await mailsTo(db, file.candidate.address)).at(-1);
    expect([told?.template, told?.body.includes(`https://registre.example${file.own}`)]).toEqual([
      'units.proposed',
      true,
    ]);
    expect((await head.get(filePage)).body).toContain("Une liste d'unités attend la réponse du candidat");

    // Long after the closing: the office's lateness never falls on the candidate.
    await setClock('2024-02-01T10:00:00Z');
    const own = await file.get(file.own);
    for (const words of ['Dessin technique', 'U10, 12,5, 5 juillet 2022', "C'est exact, je confirme"])
      expect(own.body).toContain(words);
    expect((await reply(file)).location).toBe(file.own);
    const after = await now(file);
    expect([after.version, after.registeredAt, after.completedUnits?.units]).toEqual([
      2,
      file.enrolment.registeredAt,
      [
        { code: 'U10', title: 'Dessin technique', kind: 'PRO' },
        { code: 'U20', title: 'Fabrication', kind: 'PRO' },
        { code: 'U40', title: 'Expression', kind: 'GENERAL' },
        { code: 'U50', title: 'Langue vivante', kind: 'LV_COMPULSORY' },
      ],
    ]);
    const read = readRegistered(catalogue, after, file.candidate);
    expect(read?.review.acquis.inWords).toBeNull();
    expect([...(read?.review.acquis.credits ?? [])].map(([slot, { choice }]) => [slot, choice])).toEqual([
      ['C1', 'keep'],
      ['C2', 'sit'],
      ['C3', 'sit'],
      ['C4', 'sit'],
    ]);
    expect(read?.review.epreuves).toMatchObject({ presented: ['C2', 'C3', 'C4'], compulsoryLanguage: 'anglais' });
    const confirmations = (await listPapers(db, null, file.enrolment.id)).filter(({ kind }) => kind === 'confirmation');
    expect(confirmations.map(({ version }) => version).toSorted()).toEqual([1, 2]);
    expect(await story(file)).toEqual(['units.proposed', 'units.confirmed']);
    // Both versions are read on the file, and nothing is to be completed any more.
    const whole = (await head.get(filePage)).body;
    expect(whole).toContain('Version 2');
    expect(whole).not.toContain('restent à compléter');
    expect((await head.get(file.path)).body).toContain("il n'y a rien à compléter");
    expect((await file.get(file.own)).body).toContain('Vous avez confirmé cette liste');
    await setClock(ORDINARY_DAY);
  });

  it('leave the signature and the validation as they are', async () => {
    const file = await aFile();
    await db
      .updateTable('enrolment')
      .set({ signed_version: 1, signed_at: ORDINARY_DAY, status: 'validated', validated_at: ORDINARY_DAY })
      .where('id', '=', file.enrolment.id)
      .execute();
    await proposed(file);
    expect((await file.get(file.own)).body).toContain('Votre signature et vos pièces restent valables');
    await reply(file);
    const after = await now(file);
    expect([after.version, isSigned(after), after.status]).toEqual([2, true, 'validated']);
  });

  it('change nothing when the candidate says what is wrong; the office reads it and proposes again', async () => {
    const file = await aFile();
    await proposed(file);
    const empty = await reply(file, { reponse: 'non', inexact: ' ' });
    expect([empty.status, empty.body.includes("Écrivez ce qui n'est pas exact")]).toEqual([422, true]);
    expect(misplacedFaults(empty.body)).toEqual([]);
    await reply(file, { reponse: 'non', inexact: 'Je garde aussi <U20>.' });
    expect((await now(file)).version).toBe(1);
    expect((await head.get(`/gestion/dossiers/${file.enrolment.id}`)).body).toContain("n'est pas exacte");
    const again = await head.get(file.path);
    expect(again.body).toContain('Je garde aussi &lt;U20>.');
    expect(again.body).toContain('Dessin technique');
    expect((await proposed(file)).status).toBe(303);
    expect((await reply(file)).status).toBe(303);
    expect((await now(file)).version).toBe(2);
    expect(await story(file)).toEqual(['units.proposed', 'units.contested', 'units.proposed', 'units.confirmed']);
  });

  it('can be taken up again by the candidate, unit by unit, as any answer', async () => {
    const file = await aFile();
    await proposed(file);
    await reply(file);
    const step = await file.get(`/candidatures/${file.enrolment.id}/acquis`);
    expect([step.status, step.body.includes('Dessin technique')]).toEqual([200, true]);
    const { enrolment } = await modifiedEnrolment(db, { events: papers.events, catalogue }, file, {
      acquis: { ...CHOICES, 'choice-C1': 'sit' },
    });
    expect([enrolment.version, enrolment.completedUnits?.units.length]).toEqual([3, 4]);
  });

  it('are nobody else s to read, propose or answer', async () => {
    const file = await aFile();
    for (const browser of elsewhere) {
      expect((await browser.get(file.path)).status).toBe(404);
      expect((await browser.post(file.path, { etape: 'unites', ...UNITS })).status).toBe(404);
    }
    await proposed(file);
    const other = await aFile();
    const list = fieldOn((await file.get(file.own)).body, 'liste');
    expect((await other.get(file.own)).status).toBe(404);
    expect((await other.post(file.own, { reponse: 'oui', liste: list })).status).toBe(404);
    expect((await reply(other, {}, list)).status).toBe(409);
    expect((await now(file)).version).toBe(1);
  });
});

describe('A proposal of units', () => {
  it('sent twice is one; of two officers the last one stands, and the candidate who read the other is told', async () => {
    const file = await aFile();
    const cle = randomUUID();
    const { send } = await propose(file, head, {}, cle);
    const twins = await Promise.all([send(), send()]);
    expect(twins.map(({ status }) => status)).toEqual([303, 303]);
    expect(await story(file)).toEqual(['units.proposed']);
    // Gone back to and written anew, by its author: the last one stands too.
    const anew = await propose(file, head, { metier: 'U10 : Dessin\nU20 : Fabrication' }, cle);
    expect([(await anew.send()).status, await story(file)]).toEqual([303, Array(2).fill('units.proposed')]);
    expect((await file.get(file.own)).body).not.toContain('Dessin technique');
    const read = fieldOn((await file.get(file.own)).body, 'liste');
    expect((await proposed(file, second)).status).toBe(303);
    const late = await reply(file, {}, read);
    expect([late.status, (await now(file)).version]).toEqual([409, 1]);
    const list = fieldOn((await file.get(file.own)).body, 'liste');
    const both = await Promise.all([reply(file, {}, list), reply(file, {}, list)]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect((await now(file)).version).toBe(2);
  });

  it('can be taken back, once, and then answered no more', async () => {
    const file = await aFile();
    await proposed(file);
    const read = fieldOn((await file.get(file.own)).body, 'liste');
    expect((await head.post(file.path, { etape: 'retirer' })).location).toContain('unites-retirees');
    expect((await head.post(file.path, { etape: 'retirer' })).status).toBe(409);
    expect((await reply(file, {}, read)).status).toBe(409);
    expect((await file.get(file.own)).body).toContain("Aucune liste d'unités n'attend");
  });

  it('falls when the candidate modifies meanwhile, and waits while they are at it', async () => {
    const file = await aFile();
    await proposed(file);
    const changed = { ...MENUISIER.acquis, keptInWords: 'U20, 11, 5 juillet 2022' };
    await answer(db, { events: papers.events, catalogue }, file.candidate, file.enrolment.id, 'acquis', changed);
    expect((await reply(file)).status).toBe(409);
    const read = fieldOn((await file.get(file.own)).body, 'liste');
    await modifiedEnrolment(db, { events: papers.events, catalogue }, file, { acquis: changed });
    expect((await reply(file, {}, read)).status).toBe(409);
    expect((await now(file)).version).toBe(2);
    expect((await now(file)).completedUnits).toBeNull();
  });

  it('on a version that has changed, or where nothing is in words, is refused', async () => {
    const [file, known] = [await aFile(), await aFile(COIFFURE)];
    const { send } = await propose(file, head, { version: '7' });
    expect((await send()).status).toBe(409);
    expect((await head.get(known.path)).body).toContain("il n'y a rien à compléter");
    expect((await head.post(known.path, { etape: 'unites', ...UNITS })).status).toBe(409);
  });

  it.each([
    [{ metier: '' }, 'Écrivez les unités professionnelles'],
    [{ metier: 'Dessin\nDessin' }, 'La même unité est écrite deux fois'],
    [{ metier: Array.from({ length: 21 }, (_, rank) => `Unité ${rank}`).join('\n') }, "trop d'unités"],
  ])('%j is refused in words, with what was typed', async (changes, words) => {
    const file = await aFile();
    const { first } = await propose(file, head, changes);
    expect([first.status, first.body.includes(words)]).toEqual([422, true]);
    expect(first.body).toContain('U40 : Expression');
  });

  it('obeys the same rules as the candidate, and shows the choices again when the units change', async () => {
    const file = await aFile();
    const { send } = await propose(file, head, { 'mark-C1': '8' });
    const refused = await send();
    expect([refused.status, refused.body.includes('name="mark-C1"')]).toEqual([422, true]);
    const page = await head.post(file.path, {
      etape: 'epreuves',
      vues: fieldOn(refused.body, 'vues'),
      version: '1',
      ...UNITS,
      ...CHOICES,
      language: 'anglais',
      metier: 'U10 : Autre chose\nU20 : Fabrication',
    });
    expect([page.status, page.body.includes('Autre chose')]).toEqual([200, true]);
    expect(await story(file)).toEqual([]);
  });
});
