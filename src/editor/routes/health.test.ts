import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { enrolmentStream, healthSubjectOf } from '../../enrolment/index.ts';
import { subscribePieces } from '../../pieces/index.ts';
import { readStream } from '../../platform/journal.ts';
import {
  type Browser,
  MACON_WITH_HANDICAP,
  registeredEnrolment,
  type TestEnrolment,
} from '../../testing/enrolments.ts';
import { fieldOn, wordsIn } from '../../testing/words.ts';
import { openFormSite } from '../testing/formSite.ts';

/** Two of one trade and one diploma, of whom one declares a handicap: rules can't be used to tell which. */
const PIECES = 'exams/bp/pieces.yaml';
const told: { readonly enrolmentId: string; readonly health?: boolean; readonly sentences: readonly string[] }[] = [];

const site = await openFormSite();
subscribePieces({ events: site.events, catalogue: site.rules.current });
const options = { events: site.events, catalogue: site.rules.current() };
const declared = await registeredEnrolment(site.db, {
  ...options,
  answers: MACON_WITH_HANDICAP,
  status: { birthName: 'Ficaire' },
});
const { informations, qualification } = MACON_WITH_HANDICAP;
const silent = await registeredEnrolment(site.db, {
  ...options,
  answers: {
    ...MACON_WITH_HANDICAP,
    informations: { ...informations, handicap: 'non' },
    qualification: { ...qualification, disabledWorker: 'non' },
  },
});
site.events.subscribe('rules.changed', 'tell', async (_tx, { payload }) => void told.push(payload));
afterAll(() => site.end());

const numberOf = ({ enrolment }: TestEnrolment): string => enrolment.number ?? '';

/** A draft whose pieces are changed so, sent to be read again; `answer` is what the server says to that. */
async function draftWith(change: (text: string) => string, answer = 303): Promise<string> {
  const draft = await site.aDraft();
  const id = draft.split('/').at(-1) ?? '';
  const text = site.rules.inForce().files.find(({ file }) => file === PIECES)?.text ?? '';
  const changed = change(text);
  expect(changed).not.toBe(text);
  await sql`update rule_draft set changes = ${JSON.stringify({ [PIECES]: changed })}::jsonb, version = version + 1 where id = ${id}`.execute(
    site.db,
  );
  const { body } = await site.head.get(draft);
  const version = fieldOn(body, 'version');
  expect((await site.head.post(`${draft}/soumettre`, { version, purpose: 'Un essai.' })).status).toBe(answer);
  return draft;
}
async function publish(draft: string, fields: Readonly<Record<string, string>>, by: Browser = site.admin) {
  const { body } = await by.get(`${draft}/relire`);
  const version = fieldOn(body, 'version');
  return by.post(`${draft}/publier`, { version, ...fields });
}
const asking = (code: string, when: string) => (text: string) =>
  text.replace(
    new RegExp(`(- code: ${code}\\n[\\s\\S]*?rules:\\n {4}- when:)[^\\n]*(?:\\n {8}[^\\n]*)*`),
    `$1 ${when}`,
  );

/** Every page of a draft on which candidates may stand. */
async function pagesOf(draft: string): Promise<readonly string[]> {
  const pages = await Promise.all(
    [site.head, site.admin].flatMap((by) => ['/inscriptions', '/relire', ''].map((part) => by.get(`${draft}${part}`))),
  );
  return pages.map(({ body }) => wordsIn(body));
}

describe('A condition on what candidates declare of their health', () => {
  it.each([
    '{ fact: handicap, is: true }',
    '{ fact: disabledWorker, is: true }',
    '{ not: { fact: handicap, is: false } }',
  ])('of a piece that the office reads (%s) lists nobody, and goes no further', async (when) => {
    const draft = await draftWith(asking('VAE', when), 422);
    for (const page of await pagesOf(draft)) {
      expect(page).not.toMatch(/Ficaire/i);
      expect(page).not.toContain(numberOf(declared));
      expect(page).not.toMatch(/\d+ inscriptions? touchée/);
    }
    expect(wordsIn((await site.admin.get(`${draft}/inscriptions`)).body)).toContain('demander le révélerait');
    expect((await publish(draft, { applied: 'oui', despite: 'Essai.' })).status).toBe(422);
  });

  it('of a piece that the office does not read lists nobody, counts nobody, and is told to its candidates alone', async () => {
    const draft = await draftWith((text) =>
      text.replace(/(- code: R408DISP\n[\s\S]*?why: ['"]?Facultatif)/, '$1 toujours'),
    );
    for (const page of await pagesOf(draft)) {
      expect(page).not.toMatch(/Ficaire/i);
      expect(page).not.toContain(numberOf(declared));
      expect(page).not.toMatch(/inscriptions? touchée|Moins de/);
    }
    // Asked whoever is touched: the question tells nothing.
    expect((await publish(draft, {})).status).toBe(422);
    const { location } = await publish(draft, { applied: 'oui' });
    await site.jobs.run();
    expect(told).toEqual([
      expect.objectContaining({ enrolmentId: declared.enrolment.id, health: true, sentences: [] }),
    ]);
    for (const by of [site.head, site.admin]) {
      const page = wordsIn((await by.get(location)).body);
      expect(page).not.toContain(numberOf(declared));
      expect(page).not.toMatch(/prévenus? sur/);
    }
    const names = async (stream: string) => (await readStream(site.db, stream, 50)).map(({ name }) => name);
    expect(await names(enrolmentStream(declared.enrolment.id))).toEqual(
      await names(enrolmentStream(silent.enrolment.id)),
    );
    expect(await names(healthSubjectOf(declared.enrolment).stream)).toContain('rules.changed');
  });

  it('is not opened to others by another word on its piece', async () => {
    const draft = await draftWith(
      (text) => text.replace(/(- code: R408DISP\n[\s\S]*?)health: true/, '$1health: false'),
      422,
    );
    expect(wordsIn((await site.admin.get(`${draft}/inscriptions`)).body)).toContain('touche à la santé');
  });
});

describe('Any other condition', () => {
  it('names candidates to who reads files alone, and the reading is noted; others learn that they are few', async () => {
    const draft = await draftWith(asking('VAE', '{ fact: scaffoldingAnnexes, includes: 3 }'));
    const head = wordsIn((await site.head.get(`${draft}/inscriptions`)).body);
    expect(head).toContain('2 inscriptions touchées');
    expect(head).toContain(numberOf(declared));
    for (const part of ['inscriptions', 'relire']) {
      const admin = wordsIn((await site.admin.get(`${draft}/${part}`)).body);
      expect(admin, part).toContain('Moins de 10 inscriptions touchées');
      expect(admin, part).not.toMatch(/Ficaire|Martin/i);
      for (const one of [declared, silent]) expect(admin, part).not.toContain(numberOf(one));
    }
    const noted = await readStream(site.db, `rules:${draft.split('/').at(-1)}`, 20);
    expect(noted.filter(({ name }) => name === 'rules.peopleRead').map(({ data }) => data)).toEqual([
      { enrolments: 2 },
    ]);
    const { location } = await publish(draft, { applied: 'oui', despite: 'Essai.' });
    await site.jobs.run();
    expect(wordsIn((await site.admin.get(location)).body)).toContain('Moins de 10 candidats sont concernés');
    expect(wordsIn((await site.admin.get(location)).body)).not.toContain(numberOf(declared));
    expect(wordsIn((await site.head.get(location)).body)).toContain(numberOf(declared));
  });
});
