import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { SYSTEM } from '../platform/journal.ts';
import { type About, readAbout } from '../post/index.ts';
import { ODD_NAMES } from '../testing/oddNames.ts';
import { stage } from '../testing/stage.ts';
import { issuePaper } from './actions/issuePaper.ts';
import { readPdf } from './actions/printPaper.ts';
import { type SummonedTest, type SummonsContent, summonsContent, voidSummonsContent } from './contents/summons.ts';
import { findLatest } from './store.ts';
import { papersRoom } from './testing.ts';
import { beyondMargins, hasWords, MARGINS, nodes, pagesOf, readPdf as readBytes, squaresOn } from './testingPdf.ts';

const now = Temporal.Instant.from('2024-04-29T10:00:00+02:00');

const { db, catalogue, papers, registered } = await stage(papersRoom());

const TEMPLATE = path.join(import.meta.dirname, 'templates', 'paper.typ');
const CENTRE = ['Lycée des Puys', '1 rue du Lac', '63000 Riom'];
const sat = (changes: Partial<SummonedTest> = {}): SummonedTest => ({
  title: 'U20\u00a0: Modification durable de la forme',
  startsAt: Temporal.Instant.from('2024-06-03T09:00:00+02:00'),
  endsAt: Temporal.Instant.from('2024-06-03T11:40:00+02:00'),
  callsAt: null,
  percent: 33,
  alone: true,
  centre: CENTRE,
  room: '12',
  table: 7,
  material: 'Tête malléable',
  ...changes,
});
const summoned = (changes: Partial<SummonsContent> = {}): SummonsContent => ({
  tests: [sat()],
  arranged: ["Aide d'une personne"],
  notSat: [{ label: 'U10\u00a0: Création', values: ['Note conservée'] }],
  toCome: ['U60\u00a0: Expression'],
  changes: [],
  replacement: false,
  replaces: null,
  checkin: '7K2MQ4ZT',
  words: catalogue.exam('bp')?.summons,
  ...changes,
});

async function printed(content: (about: About) => ReturnType<typeof summonsContent>, status = {}) {
  const { enrolment } = await registered({ status });
  await db.transaction().execute(async (tx) => {
    const about = await readAbout(papers, tx, enrolment.id);
    await issuePaper(papers, tx, SYSTEM, about, 'summons', content(about));
  });
  const paper = await findLatest(db, enrolment.id, 'summons');
  if (paper === null) throw new Error('No summons');
  return { paper, bytes: await readPdf(papers, paper) };
}

describe('A summons', () => {
  it('is printed with hours, place, effects and no cause, and its square code is read', async () => {
    const { paper, bytes } = await printed((about) => summonsContent(about, summoned(), now));
    expect(paper.reference).toMatch(/-S1$/);
    const read = await readBytes(bytes);
    expect([read.title, read.standard, read.tagged, read.language]).toEqual(['Convocation', '1', true, 'fr']);
    for (const said of [
      'Lundi 3 juin 2024',
      '9 h 00 à 11 h 40',
      "Durée : 2 h 40 (temps majoré d'un tiers compris)",
      'Salle particulière',
      'Salle 12, table 7',
      'À apporter : Tête malléable',
      'Lycée des Puys 1 rue du Lac 63000 Riom',
      "Aide d'une personne",
      "Code d'accueil : 7K2M-Q4ZT",
      'U10 : Création Note conservée',
      'U60 : Expression',
      'À confirmer auprès de votre gestionnaire.',
    ])
      expect(read.text).toContain(said);
    expect(read.text).not.toMatch(/santé|handicap|médec/i);
    expect(nodes(read.tree, /^Figure$/)).toHaveLength(1);
    // Without the other one, which a reader finds first where both are.
    const parts = [paper.content.parts.flat().filter(({ type }) => type === 'square')];
    const alone = { template: TEMPLATE, data: { ...paper.content, parts }, figures: ['7K2MQ4ZT'] };
    expect(await squaresOn(await papers.pdf.render(alone))).toEqual(['7K2MQ4ZT']);
  });

  it('says the hour at which a board calls, and when one begins to prepare', async () => {
    const startsAt = Temporal.Instant.from('2024-06-03T09:15:00+02:00');
    const said = async (callsAt: Temporal.Instant): Promise<string> => {
      const turn = sat({ callsAt, startsAt, table: null });
      const { paper } = await printed((about) => summonsContent(about, summoned({ tests: [turn] }), now));
      return JSON.stringify(paper.content);
    };
    expect(await said(startsAt.subtract({ minutes: 15 }))).toContain(
      'Oral\u00a0: on vous appelle à 9\u00a0h\u00a000 pour préparer, passage à 9\u00a0h\u00a015',
    );
    expect(await said(startsAt)).toContain('Oral\u00a0: la commission vous appelle à 9\u00a0h\u00a015');
  });

  it('has what is over when it is issued apart, after what is to come, and at its place where nothing is', async () => {
    const again = sat({
      title: 'U20 (remplacement)',
      startsAt: Temporal.Instant.from('2024-09-12T09:00:00+02:00'),
      endsAt: Temporal.Instant.from('2024-09-12T11:00:00+02:00'),
    });
    const textAt = async (day: string): Promise<string> => {
      const issued = Temporal.Instant.from(day);
      const { bytes } = await printed((about) => summonsContent(about, summoned({ tests: [sat(), again] }), issued));
      return (await readBytes(bytes)).text;
    };
    const autumn = await textAt('2024-09-02T10:00:00+02:00');
    expect(autumn).toMatch(/U20 \(remplacement\).*Épreuves passées 3 juin 2024, 9 h 00 à 11 h 40 U20 : Modification/);
    expect(autumn).not.toContain('Lundi 3 juin 2024');
    for (const day of ['2024-04-29T10:00:00+02:00', '2024-12-01T10:00:00+01:00'])
      expect(await textAt(day)).not.toContain('Épreuves passées');
  });

  it('names each centre with its tests where there are several, and what changed first', async () => {
    const other = sat({ centre: ['CFA du Velay', '43000 Le Puy'], alone: false, percent: 20, material: '' });
    const changes = [{ label: 'U20', values: ['Heure : 9 h 00, au lieu de 8 h 00'] }];
    const replaces = Temporal.PlainDate.from('2024-04-12');
    const content = (about: About) =>
      summonsContent(about, summoned({ tests: [sat(), other], changes, replaces, words: undefined }), now);
    const { paper, bytes } = await printed(content);
    const [first] = paper.content.parts.flat();
    expect(first).toMatchObject({ type: 'facts', title: 'Ce qui change' });
    const { text } = await readBytes(bytes);
    expect(text).toContain('Elle remplace celle du 12 avril 2024');
    expect(text).toMatch(/Lycée des Puys.*CFA du Velay/);
    expect(text).toContain('temps majoré de 20 % compris');
    expect(text).not.toContain('À apporter à chaque épreuve');
  });

  it('of five tests, with all that may be said of each, is two pages at most, and no page ends within a test; of one, one page', async () => {
    const startsAt = Temporal.Instant.from('2024-06-03T08:00:00+02:00');
    const all = Array.from({ length: 5 }, (_, index) => {
      const title = `U${index}0\u00a0: Coiffure évènementielle, option coiffure féminine`;
      return sat({
        title,
        startsAt: startsAt.add({ hours: 24 * index }),
        endsAt: startsAt.add({ hours: 24 * index + 3 }),
      });
    });
    const changes = [{ label: 'U20', values: ['Heure : 14 h 00, au lieu de 8 h 00'] }];
    const of = async (some: Partial<SummonsContent>): Promise<readonly string[]> =>
      pagesOf((await printed((about) => summonsContent(about, summoned(some), now))).bytes);
    const pages = await of({ tests: all, changes, toCome: [] });
    expect(pages.length).toBeLessThanOrEqual(2);
    const blocks = pages.map((page) =>
      [/U\d0.: Coiffure/g, /Durée.:/g, /À apporter.: Tête/g].map((one) => page.match(one)?.length),
    );
    for (const [titles, durations, materials] of blocks) expect([durations, materials]).toEqual([titles, titles]);
    expect(blocks.length).toBe(2);
    const short = { arranged: [], notSat: [], toCome: [] };
    expect((await of({ ...short, tests: all.slice(0, 1) })).length).toBe(1);
  });

  it('takes names of eighty letters, twelve tests and centres with long addresses', async () => {
    const tests = Array.from({ length: 12 }, (_, index) =>
      sat({
        title: `U${index}\u00a0: ${'Technologie et méthodes de réalisation professionnelle '.repeat(2)}`,
        startsAt: Temporal.Instant.from('2024-06-03T08:00:00+02:00').add({ hours: 24 * index }),
        endsAt: Temporal.Instant.from('2024-06-03T12:00:00+02:00').add({ hours: 24 * index }),
        callsAt: null,
        centre: [`Lycée ${'polyvalent-'.repeat(10)}`, 'x'.repeat(90), '63000 Riom'],
        room: 'y'.repeat(60),
      }),
    );
    const status = {
      birthName: "d'Ƙerguelen-Ṱremblay".padEnd(80, 'e'),
      firstNames: 'Anne-Constance '.repeat(5).trim(),
    };
    const { bytes } = await printed((about) => summonsContent(about, summoned({ tests }), now), status);
    const read = await readBytes(bytes);
    expect(read.pages).toBeLessThanOrEqual(6);
    expect(read.text).toContain('Vendredi 14 juin 2024');
  });

  it.each(ODD_NAMES)('of $birthName $firstNames keeps the whole name within its margins', async (name) => {
    const { paper, bytes } = await printed((about) => summonsContent(about, summoned(), now), {
      ...name,
      usageName: null,
    });
    expect(await hasWords(bytes, paper.content.candidate ?? 'no name')).toBe(true);
    expect(paper.content.candidate).toContain(`${name.firstNames.split(',')[0]} ${name.birthName}`);
    expect(await beyondMargins(bytes, MARGINS)).toEqual([]);
    expect((await pagesOf(bytes)).length).toBeLessThanOrEqual(2);
  });

  it('that is void names no test, and says why', async () => {
    const of = Temporal.PlainDate.from('2024-04-29');
    for (const [why, said] of [
      ['ended', 'Votre inscription a pris fin'],
      ['no-seat', 'Aucune épreuve ne vous est plus attribuée'],
    ] as const) {
      const { paper, bytes } = await printed((about) => voidSummonsContent(about, { why, of }, now));
      expect(paper.title).toBe('Convocation annulée');
      const { text } = await readBytes(bytes);
      expect(text).toContain('Votre convocation du 29 avril 2024 est annulée');
      expect(text).toContain(said);
    }
  });
});
