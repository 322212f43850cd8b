import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Catalogue, createCatalogue } from '../catalogue/index.ts';
import { readVerdicts } from '../jury/index.ts';
import { openDues, todosOf } from '../pieces/index.ts';
import { readStream, SYSTEM } from '../platform/journal.ts';
import { changeDisclosure, type TestEnrolment } from '../testing/enrolments.ts';
import { aClosedJury } from '../testing/jury.ts';
import { mailsTo } from '../testing/papers.ts';
import { broughtIn, nobodyBroughtIn } from '../testing/staff.ts';
import { stage } from '../testing/stage.ts';
import { fieldOn, words } from '../testing/words.ts';
import { tellDue, tellResults } from './actions/tellResults.ts';
import { remediesDue } from './due.ts';
import { aVerdict, COIFFURE, publicationRoom, SESSION } from './testing.ts';

const AT = '/gestion/publication';
const JULY = Temporal.Instant.from('2024-07-02T10:00:00+02:00');
const SECOND = Temporal.Instant.from('2024-07-05T09:00:00+02:00');

/** Other rules, for a while. */
const rules: { catalogue?: Catalogue } = {};
const { db, as, catalogue, papers, site, verdicts, candidates, setClock } = await stage(
  publicationRoom(undefined, rules),
  {
    staff: { head: 'head', second: 'head', third: 'head' },
    candidates: { 'candidate 0': 'Alpha', 'candidate 1': 'Bravo', 'candidate 2': 'Charlie' },
  },
);
const people = Object.values(candidates);
type Name = Parameters<typeof as>[0];
beforeEach(async () => {
  // Each test begins without a publication: what is kept for ever is taken away by who owns the tables.
  await sql`alter table published_result disable trigger user; alter table result_publication disable trigger user; alter table result_case disable trigger user; alter table paper disable trigger user;
    delete from result_case; delete from held_mark; delete from published_result; delete from result_publication; delete from paper where kind in ('transcript', 'success', 'blocks');
    alter table published_result enable trigger user; alter table result_publication enable trigger user; alter table result_case enable trigger user; alter table paper enable trigger user`.execute(
    db,
  );
  papers.jobs.orders.splice(0);
  verdicts.splice(0);
  const [admitted, refused, absent] = people;
  if (admitted === undefined || refused === undefined || absent === undefined) throw new Error('No people');
  verdicts.push(
    aVerdict(admitted.enrolment, { U10: 12, U20: 10.5 }),
    aVerdict(refused.enrolment, { U10: 12, U20: 5 }),
    aVerdict(absent.enrolment, { U10: 12, U20: { code: 'absent' } }),
  );
  await setClock(JULY);
});

const enrolmentOf = (index: number) => people[index]?.enrolment ?? { id: '', number: '' };
const ownOf = (index: number): string => `/candidatures/${enrolmentOf(index).id}/resultats`;

async function prepare(who: Name = 'head', fields: Record<string, string> = {}) {
  const { body } = await as(who).get(AT);
  return as(who).post(`${AT}/preparer`, {
    session: SESSION,
    cle: fieldOn(body, 'cle'),
    specialites: COIFFURE,
    ...fields,
  });
}
async function act(who: Name, address: string, name: string, fields: Record<string, string> = {}) {
  const { body } = await as(who).get(address);
  return as(who).post(`${address}/${name}`, { version: fieldOn(body, 'version'), ...fields });
}
const propose = (who: Name, address: string, jour = '05/07/2024', heure = '9 h') =>
  act(who, address, 'proposition', { jour, heure });
const pathOf = (location: string): string => location.split('?')[0] ?? '';

/** Prepared and proposed by the head, approved by the second. */
async function approved(fields: Record<string, string> = {}): Promise<string> {
  const made = await prepare('head', fields);
  expect(made.status, words(made.body)).toBe(303);
  const address = pathOf(made.location);
  expect((await propose('head', address)).status).toBe(303);
  const done = await act('second', address, 'approbation');
  expect(done.status, words(done.body)).toBe(303);
  return address;
}
const idIn = (address: string): string => address.split('/').at(-1) ?? '';
const read = async (who: Name, address: string): Promise<string> => words((await as(who).get(address)).body);

describe('A publication', () => {
  it('is frozen, proposed, approved by somebody else, and comes by the clock of the database alone', async () => {
    const before = await read('head', AT);
    expect(before).toContain('Coiffure 3 3 Complète');
    const made = await prepare();
    const address = pathOf(made.location);
    const dryRun = await read('head', address);
    expect(dryRun).toContain('Coiffure 1 2 0');
    expect(dryRun).toContain('Aucun résultat déjà publié ne change.');
    expect(dryRun).toMatch(/Alpha .*Admis 11,25/);
    expect(await read('candidate 0', ownOf(0))).toContain("Aucune date n'est annoncée");

    expect((await propose('head', address)).location).toBe(`${address}?message=propose`);
    expect(await read('candidate 0', ownOf(0))).toContain("Aucune date n'est annoncée");
    expect(await read('head', address)).toContain('Une autre personne');
    const own = await act('head', address, 'approbation');
    expect([own.status, words(own.body)]).toEqual([403, expect.stringContaining('une autre personne')]);
    expect((await act('second', address, 'approbation')).location).toBe(`${address}?message=approve`);
    const announced = await read('candidate 0', ownOf(0));
    expect(announced).toContain('Les résultats seront publiés le vendredi 5 juillet 2024 à 9 h 00');
    expect(announced).not.toMatch(/admis|moyenne/i);

    await setClock(SECOND);
    const admitted = await read('candidate 0', ownOf(0));
    expect(admitted).toContain('Vous êtes admise au brevet professionnel, spécialité Coiffure, session 2024.');
    expect(admitted).toContain('Votre moyenne est de 11,25 sur 20. Il faut 10 ou plus.');
    expect(admitted).toContain('22,5 points, divisés par 2 (la somme des coefficients), font 11,25.');
    expect(admitted).toContain('Délibération du lundi 1er juillet 2024, procès-verbal PV 2024-012.');
    expect(admitted).toMatch(/Contester la décision, jusqu'au vendredi 6 septembre 2024 inclus/);
    expect(admitted).not.toContain('Ce que vous pouvez garder');
    const refused = await read('candidate 1', ownOf(1));
    expect(refused).toContain("Vous n'êtes pas admise au brevet professionnel");
    expect(refused).toMatch(/Ce que vous pouvez garder .*Épreuve U10 12 dimanche 1er juillet 2029/);
    expect(refused).not.toMatch(/Épreuve U20 5 \(report\)/);
    expect(await read('candidate 2', ownOf(2))).toContain('Une absence est notée à une unité obligatoire');
  });

  it('of a couvreur at 9, 9 and 8,5 who was left out of a unit: not admitted, no average that no source gives, what is sat again', async () => {
    const [, refused] = people;
    if (refused === undefined) throw new Error('No people');
    verdicts[1] = aVerdict(refused.enrolment, { U10: 9, U20: 9, U30: 8.5, U40: 'left-out' });
    const address = await approved();
    await setClock(SECOND);
    const page = await read('candidate 1', ownOf(1));
    expect(page).toContain("Vous n'êtes pas admise au brevet professionnel");
    expect(page).toContain("Vous n'avez pas de note de 10 ou plus : repassez toutes les unités.");
    expect(page).toContain("Aucun texte ne dit combien elle compte : la moyenne n'est pas calculée.");
    expect(page).toMatch(/Ce que vous repassez .*Épreuve U10.*Épreuve U40.*D337-114/);
    expect(page).not.toMatch(/ne s'est pas prononcé|unités à présenter/);
    await tellResults(papers, idIn(address));
    const { rows } = await sql<{ content: string }>`select content::text as content from paper
      where kind = 'transcript' and enrolment_id = ${enrolmentOf(1).id}`.execute(db);
    expect(rows[0]?.content).toMatch(/non admise.*Ce que vous repassez.*Épreuve U40/s);
  });

  it('prints on the transcript of who isn’t admitted how to contest and until which day, and on no other', async () => {
    const address = await approved();
    await setClock(SECOND);
    await tellResults(papers, idIn(address));
    const printed = async (index: number) => {
      const { rows } = await sql<{ content: string }>`select content::text as content from paper
        where kind = 'transcript' and enrolment_id = ${enrolmentOf(index).id}`.execute(db);
      return words(rows[0]?.content ?? '');
    };
    for (const said of [
      'Comment contester cette décision',
      "Jusqu'au vendredi 6 septembre 2024 inclus, vous pouvez demander au recteur de revoir cette décision (recours gracieux).",
      'article R421-1). Adresse : Tribunal administratif de Clermont-Ferrand, Adresse à compléter.',
      "Sans réponse dans les deux mois, c'est un refus : vous avez alors deux mois pour saisir le tribunal.",
    ])
      expect(await printed(1)).toContain(said);
    // A jury has no superior.
    expect(await printed(1)).not.toContain('hiérarchique');
    expect(await printed(0)).not.toMatch(/contester|tribunal/);
  });

  it('isn’t approved by whoever the proposer brought in lately, nor twice, nor by an old page', async () => {
    const address = pathOf((await prepare()).location);
    await propose('head', address);
    const { rows } = await sql<{ by: string }>`select proposed_by as by from result_publication`.execute(db);
    const [{ id = '' } = {}] = (
      await sql<{
        id: string;
      }>`select account_id as id from staff where role = 'head' order by account_id desc limit 1`.execute(db)
    ).rows;
    await broughtIn(db, id, rows[0]?.by ?? '');
    const statuses = [
      (await act('second', address, 'approbation')).status,
      (await act('third', address, 'approbation')).status,
    ];
    // One of the three heads was placed by the proposer: whichever it is, nobody of them approves twice.
    expect(statuses.filter((status) => status === 303).length).toBe(1);
    await nobodyBroughtIn(db);
    const again = await act('third', address, 'approbation');
    expect([again.status, words(again.body)]).toEqual([409, expect.stringContaining("n'en est plus là")]);
    const old = await as('third').post(`${address}/abandon`, { version: '1' });
    expect([old.status, words(old.body)]).toEqual([409, expect.stringContaining('a changé depuis')]);
  });

  it('is prepared once by a double click, and one at a time', async () => {
    const { body } = await as('head').get(AT);
    const fields = { session: SESSION, cle: fieldOn(body, 'cle'), specialites: COIFFURE };
    const [one, two] = await Promise.all([
      as('head').post(`${AT}/preparer`, fields),
      as('head').post(`${AT}/preparer`, fields),
    ]);
    expect(one.location).toBe(two.location);
    const anew = await as('head').post(`${AT}/preparer`, { ...fields, motif: 'Un motif écrit après' });
    expect([anew.status, anew.body.includes('Un motif écrit après')]).toEqual([409, true]);
    const third = await prepare('second');
    expect([third.status, words(third.body)]).toEqual([409, expect.stringContaining('déjà préparée')]);
    expect(await read('head', AT)).toContain('Publication n° 1 est en cours');
  });

  it('each act pressed twice is done once and told done; of two people at the same moment, the other is told', async () => {
    const address = pathOf((await prepare()).location);
    const both = async (who: readonly [Name, Name], name: string, fields: Record<string, string> = {}) => {
      const version = fieldOn((await as(who[0]).get(address)).body, 'version');
      await as(who[1]).get(address);
      const answers = await Promise.all(who.map((one) => as(one).post(`${address}/${name}`, { version, ...fields })));
      const late = who[0] === who[1] ? 303 : 409;
      expect([name, answers.map(({ status }) => status).toSorted()]).toEqual([name, [303, late]]);
      if (late === 409)
        expect(words(answers.find(({ status }) => status === 409)?.body ?? '')).toMatch(
          /a changé depuis|n'en est plus là/,
        );
    };
    await both(['head', 'head'], 'proposition', { jour: '05/07/2024', heure: '9 h' });
    await both(['second', 'third'], 'approbation');
    await setClock(SECOND);
    await both(['second', 'third'], 'suspension', { phrase: 'Une vérification est en cours.' });
    await both(['second', 'second'], 'reprise');
    const { academy, session } = { academy: 'clermont', session: SESSION };
    const { rows } = await sql<{ name: string; n: number }>`select name, count(*)::int as n from journal
      where data::jsonb ->> 'publicationId' = ${idIn(address)} and academy = ${academy} and session = ${session} and name <> 'results.published'
      group by name order by name`.execute(db);
    expect(rows).toEqual(
      ['approved', 'prepared', 'proposed', 'resumed', 'suspended'].map((name) => ({ name: `results.${name}`, n: 1 })),
    );
    expect(papers.jobs.orders.filter(({ kind }) => kind === 'results.tell')).toHaveLength(2);
  });

  it('is never read from a copy: nothing that a browser kept answers for the page, before its second or after', async () => {
    const address = await approved();
    const kept = { 'if-none-match': '*', 'if-modified-since': 'Fri, 05 Jul 2030 09:00:00 GMT' };
    const look = async () => {
      const cookie = [...as('candidate 0').cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const seen = await site.server.inject({ url: ownOf(0), headers: { cookie, ...kept } });
      const { etag, 'last-modified': modified, 'cache-control': caching } = seen.headers;
      expect([seen.statusCode, etag, modified, caching]).toEqual([200, undefined, undefined, 'no-store']);
      return words(seen.body);
    };
    expect(await look()).toContain('Les résultats seront publiés le');
    await setClock(SECOND);
    expect(await look()).toContain('Vous êtes admise');
    await act('third', address, 'suspension', { phrase: 'Une vérification est en cours.' });
    expect(await look()).not.toContain('admise');
    await act('third', address, 'reprise');
    expect(await look()).toContain('Vous êtes admise');
  });

  it('refuses what it can’t be, and says why', async () => {
    const none = await prepare('head', { specialites: 'x' });
    expect([none.status, words(none.body)]).toEqual([422, expect.stringContaining('Cochez au moins une spécialité')]);
    const gone = verdicts.pop();
    const missing = await prepare();
    expect([missing.status, words(missing.body)]).toEqual([409, expect.stringMatching(/Coiffure.* sans eux/)]);
    expect(await read('head', AT)).toMatch(/1 candidat sans verdict .*Charlie/);
    verdicts.splice(0);
    const open = await prepare();
    expect([open.status, words(open.body)]).toEqual([409, expect.stringContaining("Aucun procès-verbal n'est clos")]);
    expect((await prepare('head', { session: 'ailleurs' })).status).toBe(404);
    if (gone !== undefined) verdicts.push(gone);
    const without = await prepare('head', { sans: 'oui' });
    expect(without.status).toBe(303);
    const address = pathOf(without.location);
    expect(await read('head', address)).toContain("2 candidats de ces spécialités n'ont pas de verdict");
    for (const [jour, heure, words_] of [
      ['', '9 h', 'Indiquez le jour'],
      ['05/07/2024', 'midi', "Écrivez l'heure comme"],
      ['01/07/2024', '9 h', 'Cette heure est passée'],
      ['27/10/2024', '2 h 30', 'Cette heure vient deux fois'],
      ['30/03/2025', '2 h 30', "Cette heure n'existe pas"],
      ['05/07/2034', '9 h', "à plus d'un an"],
    ] as const) {
      const answer = await propose('head', address, jour, heure);
      expect([answer.status, words(answer.body)]).toEqual([422, expect.stringContaining(words_)]);
      expect(answer.body).toContain(`value="${heure}"`);
    }
  });

  it('isn’t approved when a record said something else meanwhile, nor after its own second', async () => {
    const address = pathOf((await prepare()).location);
    await propose('head', address);
    verdicts[1] = aVerdict(enrolmentOf(1) as never, { U10: 12, U20: 9 }, { addition: 1 });
    const changed = await act('second', address, 'approbation');
    expect([changed.status, words(changed.body)]).toEqual([409, expect.stringContaining('additif')]);
    verdicts[1] = aVerdict(enrolmentOf(1) as never, { U10: 12, U20: 5 });
    await setClock(SECOND);
    const late = await act('second', address, 'approbation');
    expect([late.status, words(late.body)]).toEqual([409, expect.stringContaining("L'heure proposée est passée")]);
    expect(await read('candidate 0', ownOf(0))).toContain("Aucune date n'est annoncée");
  });

  it('says nothing of who left or was annulled before its second: prepared without them, not approved with them, nothing at the second', async () => {
    const ends = (index: number, status: string) =>
      sql`update enrolment set status = ${status}, ended_at = business_now() where id = ${enrolmentOf(index).id}`.execute(
        db,
      );
    try {
      await ends(2, 'withdrawn');
      const first = pathOf((await prepare()).location);
      expect(await read('head', first)).toContain('Coiffure 1 1 0');
      await propose('head', first);
      await ends(0, 'cancelled');
      const refused = await act('second', first, 'approbation');
      expect([refused.status, words(refused.body)]).toEqual([409, expect.stringContaining('un candidat est parti')]);
      await act('head', first, 'abandon');
      await sql`update enrolment set status = 'registered', ended_at = null where id = ${enrolmentOf(0).id}`.execute(
        db,
      );
      // Approved with them, they leave before the second: what was frozen says nothing of them.
      const address = await approved();
      await ends(0, 'cancelled');
      await setClock(SECOND);
      await tellResults(papers, idIn(address));
      expect(await read('candidate 0', ownOf(0))).not.toMatch(/admis|Les résultats seront publiés/);
      expect(await read('candidate 1', ownOf(1))).toContain('Relevé de notes');
      const { rows } = await sql<{ who: string }>`select distinct enrolment_id as who from paper
        where kind in ('transcript', 'success', 'blocks')`.execute(db);
      expect(rows.map(({ who }) => who)).toEqual([enrolmentOf(1).id]);
      const { rows: held } = await sql<{ who: string }>`select distinct enrolment_id as who from held_mark`.execute(db);
      expect(held.map(({ who }) => who)).toEqual([enrolmentOf(1).id]);
      // Who leaves afterwards keeps theirs.
      await setClock(SECOND.add({ hours: 1 }));
      await ends(1, 'withdrawn');
      expect(await read('candidate 1', ownOf(1))).toContain('Relevé de notes');
    } finally {
      await sql`update enrolment set status = 'registered', ended_at = null`.execute(db);
      await sql`delete from mail where template = 'results.published'`.execute(db);
    }
  });

  it('is cancelled before its second, and never comes', async () => {
    const address = await approved();
    expect((await act('third', address, 'abandon')).location).toBe(`${address}?message=cancel`);
    await setClock(SECOND);
    expect(await read('candidate 0', ownOf(0))).toContain("Aucune date n'est annoncée");
    await tellDue(papers);
    expect(
      (await mailsTo(db, people[0]?.candidate.address ?? '')).some(({ template }) => template.startsWith('results.')),
    ).toBe(false);
  });
});

const PACE = { part: 1, pauseSeconds: 0 };

describe('After the second', () => {
  it('papers and a mail that doesn’t say the result come by the job, once, whatever is killed in between', async () => {
    const address = await approved();
    const id = idIn(address);
    await tellResults(papers, id);
    const count = async (): Promise<readonly unknown[]> =>
      (
        await sql`select kind, count(*)::int as n from paper where kind in ('transcript', 'success', 'blocks') group by kind order by kind`.execute(
          db,
        )
      ).rows;
    expect(await count()).toEqual([]);
    await setClock(SECOND);
    // Killed after the first.
    const { jobs } = papers;
    let left = 1;
    const dying = {
      ...papers,
      outbox: {
        post: async (...given: Parameters<typeof papers.outbox.post>) => {
          if (left === 0) throw new Error('killed');
          left -= 1;
          await papers.outbox.post(...given);
        },
      },
    };
    await expect(tellResults(dying, id)).rejects.toThrow('killed');
    expect(await count()).toHaveLength(left === 0 ? 2 : 3);
    // One at a time, as a session of thousands is told a hundred at a time: the minute's round goes on until nobody is left.
    await Promise.all([tellDue(papers, PACE), tellDue(papers, PACE)]);
    await tellResults(papers, id);
    expect(await count()).toEqual([
      { kind: 'blocks', n: 2 },
      { kind: 'success', n: 1 },
      { kind: 'transcript', n: 3 },
    ]);
    expect(jobs.orders.filter(({ kind }) => kind === 'paper.render').length).toBeGreaterThanOrEqual(6);
    for (const { candidate } of people) {
      const mails = (await mailsTo(db, candidate.address)).filter(({ template }) => template === 'results.published');
      expect(mails).toHaveLength(1);
      expect(`${mails[0]?.subject} ${mails[0]?.body}`).not.toMatch(/admis|refus|moyenne|\d,\d|sur 20/i);
    }
    const held =
      await sql`select enrolment_id as who, unit, half_points as mark, obtained_on::text as day, withheld from held_mark`.execute(
        db,
      );
    expect(held.rows).toHaveLength(2);
    for (const index of [1, 2])
      expect(held.rows).toContainEqual({
        who: enrolmentOf(index).id,
        unit: 'U10',
        mark: 24,
        day: '2024-07-01',
        withheld: false,
      });
    expect(await read('head', address)).toContain('3 sur 3 candidats ont reçu');
    const names = (await readStream(db, `results:clermont:${SESSION}`, 3)).map(({ name }) => name);
    expect(names).toEqual(['results.approved', 'results.proposed', 'results.prepared']);
  });

  it('it is suspended in one act: nobody reads a page, a paper or its verification; resumed as it was', async () => {
    const address = await approved();
    await setClock(SECOND);
    await tellResults(papers, idIn(address));
    const { rows } = await sql<{
      id: string;
      code: string;
    }>`select id, code from paper where kind = 'transcript' and enrolment_id = ${enrolmentOf(0).id}`.execute(db);
    const paper = `/candidatures/${enrolmentOf(0).id}/documents/${rows[0]?.id}`;
    expect((await as('candidate 0').get(paper)).status).toBe(200);
    const empty = await act('third', address, 'suspension', { phrase: '' });
    expect([empty.status, words(empty.body)]).toEqual([
      422,
      expect.stringContaining('Écrivez ce que les candidats liront'),
    ]);
    await act('third', address, 'suspension', { phrase: 'Une note est vérifiée. Revenez demain à 9 h.' });
    const own = await read('candidate 0', ownOf(0));
    expect(own).toContain('Une note est vérifiée. Revenez demain à 9 h.');
    expect(own).not.toMatch(/admis|moyenne/i);
    expect((await as('candidate 0').get(paper)).status).toBe(404);
    expect((await as('candidate 0').get(`${paper}/pdf`)).status).toBe(404);
    expect(await read('candidate 0', `/candidatures/${enrolmentOf(0).id}/documents`)).not.toMatch(/Relevé|réussite/);
    await act('third', address, 'reprise');
    expect(await read('candidate 0', ownOf(0))).toContain('Vous êtes admise');
    expect((await as('candidate 0').get(paper)).status).toBe(200);
  });

  it('corrected while it is suspended, whom the correction concerns reads it; the others read theirs again once it is resumed', async () => {
    const address = await approved();
    await setClock(SECOND);
    await tellResults(papers, idIn(address));
    await act('third', address, 'suspension', { phrase: 'Une note est vérifiée.' });
    expect(await read('head', address)).toMatch(
      /Une note est vérifiée.*ne relisent leur résultat que quand vous reprenez celle-ci/,
    );
    const reasons = [{ addition: 1, reason: 'Note mal reportée.' }];
    verdicts[1] = aVerdict(enrolmentOf(1) as never, { U10: 12, U20: 9 }, { addition: 1, reasons });
    const next = pathOf((await prepare()).location);
    await propose('head', next, '08/07/2024');
    const [one, two] = await Promise.all([act('second', next, 'approbation'), act('third', next, 'approbation')]);
    expect([one.status, two.status].toSorted()).toEqual([303, 409]);
    const at9 = Temporal.Instant.from('2024-07-08T09:00:00+02:00');
    await setClock(at9.subtract({ minutes: 1 }));
    for (const index of [0, 1] as const)
      expect(await read(`candidate ${index}`, ownOf(index))).toContain('Une note est vérifiée.');
    await setClock(at9);
    expect(await read('candidate 1', ownOf(1))).toContain('Vous êtes admise');
    expect(await read('candidate 0', ownOf(0))).toContain('Une note est vérifiée.');
    await tellResults(papers, idIn(next));
    await act('third', address, 'reprise');
    expect(await read('candidate 0', ownOf(0))).toContain('Vous êtes admise');
    // What was resumed is older than the correction: it never speaks in its place.
    expect(await read('candidate 1', ownOf(1))).toContain('moyenne : 8,50 → 10,50');
    const { rows } =
      await sql`select version, withheld from paper where enrolment_id = ${enrolmentOf(1).id} and kind = 'transcript'
      order by version`.execute(db);
    expect(rows.at(-1)).toEqual({ version: 2, withheld: null });
  });

  it('another candidate’s result doesn’t exist', async () => {
    await approved();
    await setClock(SECOND);
    expect((await as('candidate 1').get(ownOf(0))).status).toBe(404);
    expect((await as('head').get(ownOf(0))).status).toBe(404);
    expect((await as('visitor').get(ownOf(0))).location).toMatch(/^\/connexion/);
  });

  it('a correction is published under the next number, to those whom it changes, with what changes and why', async () => {
    const address = await approved();
    await setClock(SECOND);
    await tellResults(papers, idIn(address));
    const same = await prepare();
    expect([same.status, words(same.body)]).toEqual([409, expect.stringContaining('sans différence')]);
    verdicts[1] = aVerdict(enrolmentOf(1) as never, { U10: 12, U20: 9 }, { addition: 1 });
    const silent = await prepare();
    expect([silent.status, words(silent.body)]).toEqual([422, expect.stringContaining('écrivez le motif')]);
    const reasons = [{ addition: 1, reason: 'Note mal reportée\u00a0: 9.' }];
    verdicts[1] = aVerdict(enrolmentOf(1) as never, { U10: 12, U20: 9 }, { addition: 1, reasons });
    const made = await prepare();
    const next = pathOf(made.location);
    const dryRun = await read('head', next);
    expect(dryRun).toContain('Publication n° 2');
    expect(dryRun).toMatch(
      /décision : Non admis → Admis .*moyenne : 8,50 → 10,50 .*Épreuve U20 : 5 \(coefficient 1\) → 9 \(coefficient 1\).* Note mal reportée : 9\./,
    );
    expect(dryRun).toContain('2 candidats de ces spécialités gardent');
    await propose('head', next, '08/07/2024');
    await act('second', next, 'approbation');
    expect(await read('candidate 1', ownOf(1))).toContain("Vous n'êtes pas admise");
    await setClock('2024-07-08T09:00:00+02:00');
    await tellResults(papers, idIn(next));
    const own = await read('candidate 1', ownOf(1));
    expect(own).toContain('Vous êtes admise');
    expect(own).toMatch(/Votre résultat a été corrigé .*moyenne : 8,50 → 10,50.* Motif : Note mal reportée : 9\./);
    expect(await read('candidate 0', ownOf(0))).not.toContain('a été corrigé');
    const mails = (await mailsTo(db, people[1]?.candidate.address ?? '')).filter(
      ({ template }) => template === 'results.published',
    );
    expect(mails.at(-1)?.subject).toContain('a été corrigé');
    expect(mails.at(-1)?.body).toContain('la décision, la moyenne et une unité');
    expect(mails.at(-1)?.body).not.toMatch(/\badmis|10,5|reportée/i);
    const { rows } =
      await sql`select kind, version, withheld from paper where enrolment_id = ${enrolmentOf(1).id} and kind in ('transcript', 'success', 'blocks') order by kind, version`.execute(
        db,
      );
    expect(rows).toEqual([
      { kind: 'blocks', version: 1, withheld: 'withdrawn' },
      { kind: 'success', version: 1, withheld: null },
      { kind: 'transcript', version: 1, withheld: null },
      { kind: 'transcript', version: 2, withheld: null },
    ]);
  });
});

describe('The closed records', () => {
  it('are read as the jury keeps them: what they say is what is published', async () => {
    const [one] = people;
    if (one === undefined) throw new Error('No people');
    const { account, decision, juryPoints, enrolmentId } = aVerdict(one.enrolment, {
      U10: 12,
      U20: { kept: 14, on: '2022-07-04' },
    });
    await aClosedJury(db, { academy: 'clermont', session: SESSION }, [{ account, decision, juryPoints, enrolmentId }]);
    verdicts.splice(0);
    verdicts.push(...(await readVerdicts(db, { academy: 'clermont', session: SESSION }, null)));
    await approved({ sans: 'oui' });
    await setClock(SECOND);
    const own = await read('candidate 0', ownOf(0));
    expect(own).toContain('Délibération du mardi 2 juillet 2024, procès-verbal PV 2024-001.');
    expect(own).toContain('E20 Épreuve U20 note gardée du 04/07/2022 14 1 14');
  });
});

describe('The names of the admitted', () => {
  it('are on line for who agrees at that moment, where the session’s rules publish them', async () => {
    const names = () => read('visitor', '/resultats');
    await approved();
    await setClock(SECOND.subtract({ minutes: 1 }));
    expect(await names()).toContain("Aucune liste n'est publiée");
    await setClock(SECOND);
    expect(await names()).toContain("Aucune liste n'est publiée");
    rules.catalogue = publishingNames(catalogue);
    expect(await names()).not.toContain('Alpha');
    const [one, two] = people;
    if (one === undefined || two === undefined) throw new Error('No people');
    const agree = ({ candidate, enrolment }: TestEnrolment, online: boolean) =>
      changeDisclosure(papers, SYSTEM, {
        id: enrolment.id,
        candidateId: candidate.accountId,
        disclosure: { online, press: false },
      });
    await agree(one, true);
    await agree(two, true);
    const shown = await names();
    expect(shown).toMatch(/Alpha .*Coiffure/);
    expect(shown).not.toContain('Bravo');
    expect(await read('visitor', '/resultats?depuis=100')).not.toContain('Alpha');
    expect(await read('visitor', `/resultats?session=${SESSION}&specialite=45023216`)).not.toContain('Alpha');
    expect(await read('visitor', `/resultats?session=${SESSION}&specialite=${COIFFURE}`)).toContain('Alpha');
    await setClock(SECOND.subtract({ minutes: 1 }));
    expect(await names()).not.toContain('Alpha');
    await setClock(SECOND);
    await agree(one, false);
    expect(await names()).not.toContain('Alpha');
    delete rules.catalogue;
  });
});

describe('The list for the press', () => {
  it('names the admitted who agree to it at that moment, once their result is out, and nobody else', async () => {
    await approved();
    const [one, two] = people;
    if (one === undefined || two === undefined) throw new Error('No people');
    const agree = ({ candidate, enrolment }: TestEnrolment, press: boolean) =>
      changeDisclosure(papers, SYSTEM, {
        id: enrolment.id,
        candidateId: candidate.accountId,
        disclosure: { online: !press, press },
      });
    const list = async () => (await as('second').get(`/gestion/publication/presse?session=${SESSION}`)).body;
    await agree(one, true);
    await agree(two, true);
    await setClock(SECOND.subtract({ minutes: 1 }));
    expect(await list()).not.toContain('Alpha');
    await setClock(SECOND);
    // Bravo isn't admitted.
    expect((await list()).split('\r\n').slice(0, 3)).toEqual([
      expect.stringMatching(/Nom;Nom d'usage;Prénoms;Spécialité$/),
      expect.stringMatching(/^Alpha;.*;Coiffure$/),
      '',
    ]);
    expect(await read('second', `/gestion/publication?session=${SESSION}`)).toContain('Liste des admis pour la presse');
    const { header } = await as('second').get(`/gestion/publication/presse?session=${SESSION}&format=xlsx`);
    expect(header('content-disposition')).toMatch(/presse-bp-2024-clermont-2024-07-05\.xlsx/);
    await agree(one, false);
    expect(await list()).not.toContain('Alpha');
  });
});

describe('What a candidate asks afterwards', () => {
  const ask = async (who: Name, index: number, demande: string, precisions: string) => {
    await as(who).get(ownOf(index));
    return as(who).post(`${ownOf(index)}/demandes`, { demande, precisions });
  };

  /** What the hub says of it at an instant: dates of rights, or whose turn it is. */
  const left = async (index: number, at: string): Promise<readonly string[]> => {
    const enrolment = people[index]?.enrolment;
    const session = catalogue.session(SESSION);
    if (enrolment === undefined || session === undefined) throw new Error('Nobody');
    const due = openDues([remediesDue({ catalogue: () => rules.catalogue ?? catalogue })]);
    const remaining = await due(db, { enrolment, session, pieces: [] }, Temporal.Instant.from(at), 'candidate');
    expect(todosOf(remaining), 'nobody has to').toEqual([]);
    return remaining.lines.flatMap((line) =>
      line.act === 'other'
        ? [`${line.who}: ${line.label} ${line.until ?? line.detail?.slice(0, 33)}`.replaceAll('\u00a0', ' ')]
        : [],
    );
  };

  it('is received, waits with its day, and is answered once; a mail says neither', async () => {
    const early = await ask('candidate 1', 1, 'appeal', 'Je conteste.');
    expect([early.status, words(early.body)]).toEqual([409, expect.stringContaining("Aucun résultat n'est publié")]);
    await approved();
    await setClock(SECOND);
    const empty = await ask('candidate 1', 1, '', '');
    expect([empty.status, words(empty.body)]).toEqual([
      422,
      expect.stringContaining('Choisissez ce que vous demandez'),
    ]);
    const wordless = await ask('candidate 1', 1, 'appeal', '');
    expect([wordless.status, words(wordless.body)]).toEqual([
      422,
      expect.stringContaining('Écrivez ce que vous demandez'),
    ]);
    const sent = await ask('candidate 1', 1, 'appeal', 'Je conteste <b>U20</b>.');
    expect(sent.location).toBe(`${ownOf(1)}?message=envoyee#demandes`);
    const own = await read('candidate 1', ownOf(1));
    expect(own).toMatch(/Contester la décision Date de réception : le vendredi 5 juillet 2024 à 9 h 00/);
    expect(own).toContain(
      "En attente de réponse. Sans réponse le jeudi 5 septembre 2024, c'est un refus : vous avez alors jusqu'au mercredi 6 novembre 2024 inclus pour saisir le tribunal administratif",
    );
    const twice = await ask('candidate 1', 1, 'appeal', 'Encore.');
    expect([twice.status, words(twice.body)]).toEqual([409, expect.stringContaining('attend déjà une réponse')]);
    expect(twice.body).toContain('Encore.');
    expect((await ask('candidate 0', 1, 'appeal', 'x')).status).toBe(404);

    const listed = await as('second').get('/gestion/recours');
    expect(words(listed.body)).toMatch(
      /Bravo .*Contester la décision , Refus le 5 septembre 2024, sans réponse .*Sans réponse le jeudi 5 septembre 2024, c'est un refus\./,
    );
    expect(listed.body).toContain('Je conteste &lt;b>U20&lt;/b>.');
    const at = /action="(\/gestion\/recours\/[\w-]+)"/.exec(listed.body)?.[1] ?? '';
    const bare = await as('second').post(at, { session: SESSION, suite: 'refused', reponse: '' });
    expect([bare.status, words(bare.body)]).toEqual([422, expect.stringContaining('Écrivez la réponse')]);
    const answer = { session: SESSION, suite: 'refused', reponse: 'Le jury est souverain.' };
    expect((await as('second').post(at, answer)).status).toBe(303);
    const again = await as('second').post(at, answer);
    expect([again.status, words(again.body)]).toEqual([409, expect.stringContaining('déjà répondu')]);
    expect((await as('second').post('/gestion/recours/x', answer)).status).toBe(404);
    expect(await read('candidate 1', ownOf(1))).toMatch(
      /Refusée.*Le jury est souverain\..*Pour contester ce refus, vous avez jusqu'au vendredi 6 septembre 2024 inclus pour saisir le tribunal administratif/,
    );
    const mails = (await mailsTo(db, people[1]?.candidate.address ?? '')).filter(({ template }) =>
      template.startsWith('resultCase'),
    );
    expect(mails.map(({ template }) => template)).toEqual(['resultCase.opened', 'resultCase.answered']);
    for (const { subject, body } of mails) expect(`${subject} ${body}`).not.toMatch(/contest|souverain/i);
    // The receipt (CRPA R112-5): day, service, address, telephone, and what silence means.
    const receipt = words(mails[0]?.body ?? '');
    for (const said of [
      'le vendredi 5 juillet 2024 à 9 h 00',
      "Bureau des examens professionnels, gestionnaire G2, Recteur de l'académie de Clermont-Ferrand, Adresse à compléter, dec.exapro1@ac-clermont.fr, 04 73 99 35 50",
      "Sans réponse le jeudi 5 septembre 2024, c'est un refus : vous avez alors jusqu'au mercredi 6 novembre 2024 inclus",
    ])
      expect(receipt).toContain(said);
    await expect(sql`update result_case set words = 'autre'`.execute(db)).rejects.toThrow('is kept');
  });

  it('is what the law gives, in an exam whose rules say nothing of it', async () => {
    rules.catalogue = withoutRemedies(catalogue);
    await approved();
    await setClock(SECOND);
    const own = await read('candidate 1', ownOf(1));
    expect(own).toMatch(
      /Voir vos copies .*CADA.*Faire corriger une erreur matérielle .*Contester la décision, jusqu'au vendredi 6 septembre 2024 inclus.*Faites votre demande ci-dessous.*Envoyer la demande/,
    );
    expect((await ask('candidate 1', 1, 'consultation', 'Ma copie de U20.')).status).toBe(303);
    expect(await read('candidate 1', ownOf(1))).toMatch(
      /Sans réponse le lundi 5 août 2024, c'est un refus : vous avez alors jusqu'au samedi 5 octobre 2024 inclus pour saisir la Commission d'accès aux documents administratifs \(CADA\)/,
    );
    delete rules.catalogue;
  });

  it('is taken after its last day too, and marked for who judges it', async () => {
    await approved();
    await setClock('2024-09-06T23:59:00+02:00');
    await ask('candidate 1', 1, 'appeal', 'Le dernier jour.');
    expect(await read('candidate 1', ownOf(1))).not.toContain('après le délai');
    await setClock('2024-09-07T08:00:00+02:00');
    await ask('candidate 0', 0, 'appeal', 'Tard.');
    await ask('candidate 0', 0, 'material-error', 'Erreur.');
    const own = await read('candidate 0', ownOf(0));
    expect(own).toMatch(
      /Contester la décision Date de réception : le samedi 7 septembre 2024 à 8 h 00 \(heure de Paris\)\. Reçu après le délai, qui allait jusqu'au vendredi 6 septembre 2024 inclus\. Je|Contester la décision Date de réception : le samedi 7 septembre 2024 à 8 h 00 \(heure de Paris\)\. Reçu après le délai, qui allait jusqu'au vendredi 6 septembre 2024 inclus\..*c'est un refus\. Le délai pour saisir le tribunal n'est pas prolongé\./,
    );
    expect(own).toContain('En attente de réponse. ');
  });

  it('has its last day on the hub, the same for all, until its last minute; then whose turn it is', async () => {
    await approved();
    expect(await left(1, '2024-07-01T10:00:00Z')).toEqual([]);
    await setClock(SECOND);
    const appeal = 'candidate: Contester la décision 2024-09-06T22:00:00Z';
    for (const index of [0, 1]) {
      expect(await left(index, '2024-09-06T21:59:59Z')).toContain(appeal);
      expect(await left(index, '2024-09-06T22:00:00Z')).not.toContain(appeal);
    }
    await ask('candidate 1', 1, 'appeal', 'Je conteste.');
    expect(await left(1, '2024-07-10T10:00:00Z')).toContain(
      'office: Votre demande : Contester la décision Sans réponse le jeudi 5 septembre',
    );
    expect(await left(1, '2024-09-10T10:00:00Z')).toContain(
      'candidate: Contester le refus, faute de réponse, de votre demande (Contester la décision) 2024-11-06T23:00:00Z',
    );
    expect(await left(1, '2024-11-06T23:00:00Z')).toEqual(['candidate: Voir vos copies 2025-07-05T22:00:00Z']);
    // The page itself never prints as to come a day that is past.
    await setClock('2024-09-10T10:00:00+02:00');
    const own = await read('candidate 0', ownOf(0));
    expect(own).toMatch(
      /Contester la décision : la date est passée.*jusqu'au vendredi 6 septembre 2024 inclus\. Vous pouvez encore/,
    );
    expect(own).not.toContain("Contester la décision, jusqu'au");
  });
});

/** As an exam whose rules say nothing of what may be asked. */
function withoutRemedies({ pack, anchors }: Catalogue): Catalogue {
  const exams = pack.exams.map(({ results: { remedies: _, ...results }, ...one }) => ({ ...one, results }));
  return createCatalogue({ ...pack, exams }, anchors);
}

function publishingNames({ pack, anchors }: Catalogue): Catalogue {
  const sessions = pack.sessions.map((one) => ({
    ...one,
    namesPublished: { source: null, confidence: 'unknown' as const },
  }));
  return createCatalogue({ ...pack, sessions }, anchors);
}
