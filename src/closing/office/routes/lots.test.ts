import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { listPieces } from '../../../pieces/index.ts';
import { deskRoom } from '../../../testing/desk.ts';
import type { TestEnrolment } from '../../../testing/enrolments.ts';
import { answered } from '../../../testing/hearings.ts';
import { giveFile } from '../../../testing/officeSite.ts';
import { broughtIn, nobodyBroughtIn } from '../../../testing/staff.ts';
import { stage } from '../../../testing/stage.ts';
import { fieldOn, fieldsOn, wordsIn } from '../../../testing/words.ts';
import { findCancellations } from '../../cancellations.ts';
import { subscribeClosing } from '../../subscribe.ts';

const files: TestEnrolment[] = [];
const LIST = '/gestion/cloture/annulations?session=bp-2024-clermont';

const id = (index: number): string => files[index]?.enrolment.id ?? '';
const number = (index: number): string => files[index]?.enrolment.number ?? 'no number';
const page = (index: number): string => `/gestion/cloture/${id(index)}`;
const typedIn = (html: string): string =>
  (/<textarea[^>]*name="motifs"[^>]*>([^<]*)</.exec(html)?.[1] ?? '').replaceAll('&#39;', "'").trim();
const stateOf = async (index: number) => (await findCancellations(db, id(index)))[0]?.state;

const {
  db,
  files: kept,
  papers,
  registered,
  setClock,
  staff,
} = await stage(deskRoom({ decisionDelaySeconds: 0 }), {
  staff: {
    officer: { name: 'Dominique Robert' },
    head: { role: 'head', name: 'Claude Martin' },
    other: { role: 'head', name: 'Alix Petit' },
  },
});
const { officer, head, other } = staff;
subscribeClosing(papers);
const names = ['Arnaud', 'Blanc', 'Carré', 'Denis', 'Éluard'];
for (const birthName of names) files.push(await registered({ status: { birthName } }));
for (const { enrolment } of files)
  for (const piece of await listPieces(db, enrolment.id)) if (piece.code !== 'DOMICIL') await giveFile(db, kept, piece);
await setClock('2023-12-02T10:00:00+01:00');
const dossiers = files.map(({ enrolment }) => enrolment.id);
const invited = await Promise.all(
  [head, other].map((one) => one.post('/gestion/cloture', { dossiers, confirme: 'oui' })),
);
const reports = await Promise.all([head, other].map((one, index) => one.get(invited[index]?.location ?? '')));
await answered(db, id(1), 'Bail perdu');
await setClock('2023-12-23T10:00:00+01:00');

it('Two heads who send the same invitations at once invite each candidate once, and each reads who already was', async () => {
  const { rows } = await sql`select enrolment_id, count(*)::int from hearing group by 1 having count(*) > 1`.execute(
    db,
  );
  expect(rows).toEqual([]);
  const told = reports.map(({ body }) => wordsIn(body));
  for (const index of files.keys()) {
    const lines = told.map((words) =>
      words.includes(`${number(index)} ${names[index]} Camille Ce candidat était déjà invité.`),
    );
    expect(lines.filter(Boolean), names[index]).toHaveLength(1);
  }
});

describe('Annulments, from one file to the next and approved together', () => {
  it('are proposed with the facts of the file written out, to be read and changed; an answer to observations stays a person’s', async () => {
    const { body } = await officer.get(page(0));
    const begun = typedIn(body).replaceAll('\u00a0', ' ');
    expect(begun).toContain("DOMICIL : jamais parvenue, à donner jusqu'au vendredi 22 décembre 2023 à 17 h 00");
    // What the letter says of itself isn't written twice.
    expect(begun).not.toMatch(/invitation|observations/);
    // The ground is the exam's law until somebody wrote another.
    expect(/name="fondement"[^>]*>([^<]*)</.exec(body)?.[1]).toContain('articles D337-95');
    expect(typedIn((await officer.get(page(1))).body)).toMatch(/le rectorat répond\s:$/);
    const open = {
      acte: 'proposer',
      motifs: typedIn((await officer.get(page(1))).body),
      fondement: 'x',
      certain: 'oui',
    };
    const refused = await officer.post(page(1), open);
    expect([refused.status, wordsIn(refused.body).includes('répondez aux observations du candidat')]).toEqual([
      422,
      true,
    ]);
  });

  it('lead to the next file that waits, in the order of names, then say that it was the last', async () => {
    const form = {
      acte: 'proposer',
      motifs: 'Un bail se redemande.',
      fondement: 'Notice',
      certain: 'oui',
      suite: 'oui',
    };
    const wordless = await officer.post(page(0), { ...form, certain: '' });
    expect(wordless.status).toBe(422);
    expect((await officer.post(page(0), form)).location).toBe(`${page(1)}?message=propose-suivant#annulation`);
    const next = await officer.get(page(1));
    expect(next.body).toMatch(/name="fondement"[^>]*>\s*Notice</);
    expect((await officer.post(page(1), form)).location).toBe(`${page(2)}?message=propose-suivant#annulation`);
    expect((await officer.post(page(3), form)).location).toBe(`${page(4)}?message=propose-suivant#annulation`);
    // The end of the list isn't the end of the work: one before was left.
    expect((await officer.post(page(4), form)).location).toBe(`${page(2)}?message=propose-suivant#annulation`);
    expect((await head.post(page(2), form)).location).toContain('message=dernier-propose');
  });

  it('are read together by a head of office, who sees their own apart; nobody else has the page', async () => {
    expect((await officer.get(LIST)).status).toBe(404);
    expect((await officer.post(LIST, { propositions: [] })).status).toBe(404);
    const { body } = await head.get(LIST);
    for (const said of ['Un bail se redemande.', 'Fondement : Notice', 'Dominique Robert', '1 texte'])
      expect(wordsIn(body)).toContain(said);
    expect(fieldsOn(body, 'propositions')).toHaveLength(4);
    expect(wordsIn(body)).toContain("Vous l'avez écrit ou proposé : une autre personne doit l'approuver.");
    expect(wordsIn((await head.get('/gestion/cloture?session=bp-2024-clermont')).body)).toContain(
      '5 annulations attendent une seconde personne',
    );
    const none = await head.post(LIST, {});
    expect([none.status, wordsIn(none.body).includes('Choisissez au moins une proposition.')]).toEqual([422, true]);
    const nonsense = await head.post(LIST, { propositions: ["'", 'x'] });
    expect(nonsense.status).toBe(422);
    expect((await head.post(LIST, { propositions: ["'", 'x'], confirme: 'oui' })).status).toBe(422);
    const many = Array.from({ length: 201 }, (_, n) => `00000000-0000-0000-0000-${String(n).padStart(12, '0')}`);
    expect(wordsIn((await head.post(LIST, { propositions: many })).body)).toContain(
      'Choisissez 200 propositions au plus',
    );
  });

  it('are looked at before, done with a report, one lot for two clicks, and what changed meanwhile is said', async () => {
    const all = fieldsOn((await head.get(LIST)).body, 'propositions');
    await giveFile(db, kept, (await listPieces(db, id(1))).find(({ code }) => code === 'DOMICIL') as never);
    const seen = await head.post(LIST, { propositions: all });
    expect(wordsIn(seen.body)).toContain('3 annulations seront approuvées.');
    expect(wordsIn(seen.body)).toContain(`${number(1)} Blanc Camille Plus rien ne manque`);
    expect([await stateOf(0), fieldsOn(seen.body, 'propositions')].flat()).toHaveLength(4);
    expect(await stateOf(0)).toBe('proposed');
    // Between the look and the click one is dropped, and proposed again in other words: it was not read.
    const annulation = fieldOn((await officer.get(page(3))).body, 'annulation');
    await officer.post(page(3), { acte: 'abandonner', annulation });
    await officer.post(page(3), {
      acte: 'proposer',
      motifs: 'Tout autre chose a été dit.',
      fondement: 'Notice',
      certain: 'oui',
    });
    const form = { propositions: fieldsOn(seen.body, 'propositions'), confirme: 'oui', cle: fieldOn(seen.body, 'cle') };
    const [done, twin] = await Promise.all([head.post(LIST, form), head.post(LIST, form)]);
    expect([done?.status, twin?.location]).toEqual([303, done?.location]);
    const report = wordsIn((await head.get(done?.location ?? '')).body);
    expect(report).toContain('2 annulations approuvées.');
    const tray = async (who: typeof head) => wordsIn((await who.get('/gestion/travaux')).body);
    expect(await tray(head)).toMatch(/Lot d'annulations 3 propositions .* Terminé, 3 sur 3/);
    expect(await tray(officer), 'of who asked alone').not.toContain("Lot d'annulations");
    expect(report).toContain(`${number(3)} Denis Camille Pas approuvée : La proposition a changé`);
    expect(report).toContain('prend effet le mardi 26 décembre 2023 à 10 h 00');
    expect([await stateOf(0), await stateOf(3), await stateOf(4)]).toEqual(['approved', 'proposed', 'approved']);
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from cancellation_lot`.execute(db);
    expect(rows[0]?.count).toBe(1);
  });

  it('that a stop left undone are gone on with by the same person alone', async () => {
    const [lot] = (
      await sql<{ id: string }>`insert into cancellation_lot (id, academy, session, officer_id)
        select gen_random_uuid(), academy, session, officer_id from cancellation_lot returning id`.execute(db)
    ).rows;
    await sql`insert into cancellation_lot_line (lot_id, cancellation_id, rank)
      select ${lot?.id}, id, 1 from cancellation where enrolment_id = ${id(3)} and state = 'proposed'`.execute(db);
    const address = `/gestion/cloture/annulations/${lot?.id}`;
    expect(wordsIn((await other.get(address)).body)).toContain('Seule la personne qui a commencé ce lot');
    await other.post(address, { acte: 'continuer' });
    await head.post(address, {});
    expect(await stateOf(3)).toBe('proposed');
    expect(wordsIn((await head.get(address)).body)).toContain('1 proposition reste à traiter');
    await head.post(address, { acte: 'continuer' });
    expect(await stateOf(3)).toBe('approved');
    expect((await officer.get(address)).status).toBe(404);
    expect((await head.get('/gestion/cloture/annulations/x')).status).toBe(404);
  });

  it('are taken back as a lot before they take effect, but for what has taken effect', async () => {
    const [first] = [...(await head.get(LIST)).body.matchAll(/\/annulations\/([0-9a-f-]{36})/g)].toReversed();
    const address = `/gestion/cloture/annulations/${first?.[1]}`;
    await setClock('2023-12-26T09:00:00+01:00');
    await sql`update cancellation set takes_effect_at = business_now() where enrolment_id = ${id(0)} and state = 'approved'`.execute(
      db,
    );
    await papers.jobs.minuteNow();
    expect(await stateOf(0)).toBe('done');
    expect(wordsIn((await other.get(address)).body)).toContain('1 annulation peut encore être retirée');
    const partly = `${address}?message=lot-retire-en-partie`;
    expect((await other.post(address, { acte: 'revenir' })).location).toBe(partly);
    expect(wordsIn((await other.get(partly)).body)).toContain('Les annulations qui avaient déjà pris effet demeurent');
    expect([await stateOf(0), await stateOf(4)]).toEqual(['done', 'undone']);
    expect(wordsIn((await head.get(address)).body)).toContain('Inscription annulée');
    expect(wordsIn((await head.get(address)).body)).not.toContain('Retirer toutes ces approbations');
  });

  it('that have all taken effect since the page was opened are not said to be taken back', async () => {
    const [last] = [...(await head.get(LIST)).body.matchAll(/\/annulations\/([0-9a-f-]{36})/g)];
    const address = `/gestion/cloture/annulations/${last?.[1]}`;
    expect((await head.get(address)).body).toContain('value="revenir"');
    await sql`update cancellation set takes_effect_at = business_now() where state = 'approved'`.execute(db);
    await papers.jobs.minuteNow();
    expect(await stateOf(3)).toBe('done');
    const late = await head.post(address, { acte: 'revenir' });
    expect([late.status, late.location]).toEqual([409, '']);
    expect(wordsIn(late.body)).toContain("1 annulation de ce lot avait déjà pris effet. Rien n'a été retiré");
  });

  it('are approved by nobody whom their proposer brought in lately, alone or together; later they may', async () => {
    await officer.post(page(4), {
      acte: 'proposer',
      motifs: 'Un bail perdu se redemande.',
      fondement: 'Notice',
      certain: 'oui',
    });
    const [one] = await findCancellations(db, id(4));
    const { rows } = await sql<{ id: string }>`select account_id as id from staff where name = 'Alix Petit'`.execute(
      db,
    );
    const placed = (days: number) => broughtIn(db, rows[0]?.id ?? '', one?.proposedBy ?? '', days);
    await placed(29);
    const listed = await other.get(LIST);
    expect(fieldsOn(listed.body, 'propositions')).not.toContain(one?.id);
    expect(wordsIn(listed.body)).toContain('accès donné à Alix Petit (vous) par');
    const asked = { propositions: [one?.id ?? ''] };
    const preview = await other.post(LIST, asked);
    expect(wordsIn(preview.body)).toContain('Aucune de ces propositions ne peut être approuvée');
    const own = await other.get(page(4));
    expect(own.body).not.toContain('value="approuver"');
    // By which chain, before anybody forces a refusal that says it.
    expect(wordsIn(own.body)).toMatch(/ne comptez que pour une personne.*accès donné à Alix Petit \(vous\) par/);
    const alone = await other.post(page(4), { acte: 'approuver', annulation: one?.id ?? '' });
    expect([alone.status, wordsIn(alone.body)]).toEqual([403, expect.stringContaining('il y a moins de 30 jours')]);
    const together = await other.post(LIST, { ...asked, confirme: 'oui', cle: randomUUID() });
    expect(wordsIn((await other.get(together.location)).body)).toContain("Aucune annulation n'a été approuvée");
    expect(await stateOf(4)).toBe('proposed');
    await nobodyBroughtIn(db);
    await placed(31);
    expect(fieldsOn((await other.get(LIST)).body, 'propositions')).toContain(one?.id);
  });
});
