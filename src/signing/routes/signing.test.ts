import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { officeRoom, UNDER_RESERVE } from '../../testing/desk.ts';
import {
  type Browser,
  COIFFURE,
  modifiedEnrolment,
  reread,
  type TestEnrolment,
  withoutMailbox,
} from '../../testing/enrolments.ts';
import { stage } from '../../testing/stage.ts';
import { wordsIn } from '../../testing/words.ts';

const { db, catalogue, events, registered, enter, staff } = await stage(officeRoom, {
  staff: {
    officer: { name: 'Dominique Robert' },
    colleague: { name: 'Sacha Petit' },
    head: { role: 'head', name: 'Anne Martin' },
  },
});
const { officer, colleague, head } = staff;
for (const { id } of [officer, colleague]) await endDelegation(id);

/** Since the day before the exam's today, or long ago. */
async function endDelegation(id: string, until = '2015-12-31'): Promise<void> {
  await sql`update delegation set until_on = ${until}::date where account_id = ${id}`.execute(db);
}

const page = ({ enrolment }: TestEnrolment): string => `/gestion/dossiers/${enrolment.id}/reserve`;
const REASON = 'Dix semaines déclarées, deux ans sont demandés.';
const ASIDE = { decision: 'set-aside', motifs: REASON, fondement: 'article D337-102', certain: 'oui' };
const send = (who: Browser, own: TestEnrolment, more: Readonly<Record<string, string>> = {}) =>
  who.post(page(own), { version: String(own.enrolment.version), ...ASIDE, suite: 'preparer', ...more });
const again = (own: TestEnrolment) => reread(db, own.candidate, own.enrolment.id);
const rowOf = async (own: TestEnrolment) => {
  const { rows } = await sql<{ id: string; state: string; version: string; back: string | null }>`
    select id, state, row_version::text as version, back from prepared_decision where enrolment_id = ${own.enrolment.id}`.execute(
    db,
  );
  return rows;
};
const decisions = async (own: TestEnrolment) => {
  const { rows } = await sql<{ reason: string; author_id: string; prepared_by: string | null }>`
    select reason, author_id, prepared_by from decision where enrolment_id = ${own.enrolment.id}`.execute(db);
  return rows;
};
async function prepared(): Promise<{ own: TestEnrolment; at: string }> {
  const own = await registered(UNDER_RESERVE);
  expect((await send(officer, own)).location).toBe('/gestion/a-signer?message=preparee');
  const [row] = await rowOf(own);
  return { own, at: `/gestion/a-signer/${row?.id}` };
}
const signing = (more: Readonly<Record<string, string>> = {}) => ({
  acte: 'signer',
  version: '1',
  motifs: `${REASON} Aucune dérogation n'est demandée.`,
  certain: 'oui',
  ...more,
});

describe('A decision prepared for who signs', () => {
  it('is offered to who has no delegation, in the place of the button; nothing changes and nothing is told', async () => {
    const own = await registered(UNDER_RESERVE);
    const { body } = await officer.get(page(own));
    expect(body).toContain('value="preparer"');
    expect(wordsIn(body)).toContain('Peut signer : Anne Anne Martin.');
    const signed = await head.get(page(own));
    expect(signed.body).not.toContain('value="preparer"');
    expect(wordsIn(signed.body)).toContain("J'ai examiné ce dossier et j'écarte l'inscription");
    expect(wordsIn(body)).toContain("J'ai examiné ce dossier et je propose d'écarter l'inscription");
    expect(wordsIn(body)).not.toContain("j'écarte l'inscription");
    const unticked = await send(officer, own, { certain: '' });
    expect([unticked.status, wordsIn(unticked.body)]).toEqual([422, expect.stringContaining('qui signera')]);
    expect((await officer.post(page(own), { version: '1', ...ASIDE })).status, 'it still signs nothing').toBe(403);
    const short = await send(officer, own, { motifs: 'Dossier pas complet' });
    expect([short.status, short.body.includes('Dossier pas complet</textarea>')]).toEqual([422, true]);
    const stale = await send(officer, own, { version: '0' });
    expect([stale.status, wordsIn(stale.body)]).toEqual([409, expect.stringContaining('Le dossier a changé')]);
    const twice = await Promise.all([send(officer, own), send(officer, own)]);
    for (const { location } of twice) expect(location).toBe('/gestion/a-signer?message=preparee');
    expect(await rowOf(own)).toMatchObject([{ state: 'waiting' }]);
    const other = await send(colleague, own, { motifs: "Deux mois d'activité seulement, déclarés." });
    expect([other.status, wordsIn(other.body)]).toEqual([409, expect.stringContaining('déjà préparée')]);
    expect(await again(own)).toMatchObject({ status: 'registered', reserve: 'pending' });
    expect(await decisions(own)).toEqual([]);
    const { rows } =
      await sql`select from mail where recipient = ${own.candidate.address} and template like '%set%'`.execute(db);
    expect(rows).toEqual([]);
    const list = wordsIn((await officer.get('/gestion/a-signer?message=preparee')).body);
    expect(list).toContain("En attente d'une autre signature");
    expect(list).toMatch(/Peut signer .*Anne Anne Martin/);
    expect(wordsIn((await colleague.get('/gestion/a-signer')).body)).toContain('Dominique Robert');
    expect(list).toContain(own.enrolment.number);
  });

  it('is read with its facts, corrected and signed by who has the delegation; two clicks are one signature', async () => {
    const { own, at } = await prepared();
    expect(wordsIn((await head.get('/gestion')).body)).toContain('votre signature');
    expect((await head.get('/gestion/a-signer')).body).toContain(`href="${at}"`);
    const { body } = await head.get(at);
    for (const said of [
      'Activité professionnelle : 2 mois déclarés, 2 années demandées.',
      'Fondement : article D337-102',
      'Préparée par Dominique Robert',
      'Vous signez cette décision',
    ])
      expect(wordsIn(body)).toContain(said);
    const short = await head.post(at, signing({ motifs: 'Trois mots seulement' }));
    expect([short.status, wordsIn(short.body)]).toEqual([422, expect.stringContaining('Trois mots ne suffisent pas')]);
    expect((await head.post(at, signing({ certain: '' }))).status).toBe(422);
    const twice = await Promise.all([head.post(at, signing()), head.post(at, signing())]);
    for (const { location } of twice) expect(location).toBe('/gestion/a-signer?message=signee');
    expect(await decisions(own)).toEqual([{ reason: signing().motifs, author_id: head.id, prepared_by: officer.id }]);
    expect(await again(own)).toMatchObject({ status: 'registered', reserve: 'upheld' });
    expect(await rowOf(own)).toMatchObject([{ state: 'signed' }]);
    expect(wordsIn((await officer.get(at)).body)).toContain('Signée par Anne Anne Martin, le');
    const late = await head.post(at, { acte: 'renvoyer', version: '1', mot: 'Trop tard pour cela' });
    expect([late.status, wordsIn(late.body)]).toEqual([409, expect.stringContaining("n'attend plus")]);
  });

  it('goes back with a word, to who wrote it alone; what was signed in another tab is not', async () => {
    const { own, at } = await prepared();
    expect((await head.post(at, { acte: 'renvoyer', version: '1', mot: ' ' })).status).toBe(422);
    const form = { acte: 'renvoyer', version: '1', mot: 'Citez les bulletins de paie.' };
    expect((await officer.post(at, form)).status, 'who can’t sign sends nothing back').toBe(403);
    for (const _ of [1, 2]) expect((await head.post(at, form)).location).toBe('/gestion/a-signer?message=renvoyee');
    const tab = await head.post(at, signing());
    expect([tab.status, wordsIn(tab.body)]).toEqual([409, expect.stringContaining("n'attend plus")]);
    expect(await decisions(own)).toEqual([]);
    expect(wordsIn((await officer.get('/gestion')).body)).toContain('renvoyée');
    expect(wordsIn((await officer.get(at)).body)).toContain('Citez les bulletins de paie.');
    expect(wordsIn((await colleague.get('/gestion/a-signer')).body)).not.toContain(own.enrolment.number);
    expect((await send(officer, own, { motifs: 'Les bulletins montrent dix semaines.' })).status).toBe(303);
    expect((await rowOf(own)).map(({ state }) => state).toSorted()).toEqual(['sent-back', 'waiting']);
    expect((await officer.get('/gestion/a-signer')).body, 'no more to be taken up').not.toContain(at);
  });

  it('on a file that changed meanwhile is not signed: it says so, and nothing is half done', async () => {
    const { own, at } = await prepared();
    await modifiedEnrolment(db, { events, catalogue, reserveRead: ['experience-two-years'] }, own, {
      informations: { ...COIFFURE.informations, from1: '01/08/2023' },
    });
    const { body } = await head.get(at);
    expect(wordsIn(body)).toContain('Le dossier a changé depuis que cette décision est préparée');
    expect(body).not.toContain('value="signer"');
    expect((await head.post(at, signing())).status).toBe(409);
    expect([await decisions(own), (await rowOf(own)).map(({ state }) => state)]).toEqual([[], ['waiting']]);
  });

  it('corrected in words that only hold on line, for who has no mail box, is signed once that was read', async () => {
    const { own, at } = await prepared();
    await withoutMailbox(db, own);
    const more = { motifs: `${REASON} Répondez-nous en ligne.` };
    const told = await head.post(at, signing(more));
    expect([told.status, wordsIn(told.body)]).toEqual([422, expect.stringContaining('« en ligne »')]);
    expect(told.body).toContain('name="tel-quel"');
    expect([await decisions(own), (await rowOf(own)).map(({ state }) => state)]).toEqual([[], ['waiting']]);
    expect((await head.post(at, signing({ ...more, 'tel-quel': 'oui' }))).status).toBe(303);
    expect((await decisions(own)).map(({ reason }) => reason)).toEqual([more.motifs]);
  });

  it('is signed by nobody whose delegation ended yesterday, and read by no other group, academy or service', async () => {
    const { own, at } = await prepared();
    await sql`update delegation set until_on = business_now()::date - 1 where account_id = ${head.id}`.execute(db);
    const ended = await head.post(at, signing());
    expect([ended.status, wordsIn(ended.body)]).toEqual([403, expect.stringContaining('La vôtre a pris fin le')]);
    expect(await decisions(own)).toEqual([]);
    await sql`update delegation set until_on = null where account_id = ${head.id}`.execute(db);
    for (const place of [
      { portfolios: ['G1'] },
      { role: 'head', academy: 'lyon' },
      { role: 'accommodation' },
    ] as const) {
      const stranger = await enter(place);
      expect((await stranger.get(at)).status, JSON.stringify(place)).toBe(404);
      expect((await stranger.post(at, signing())).status).toBe(404);
      expect((await stranger.get('/gestion/a-signer')).body).not.toContain(at);
    }
  });

  it('whose signature stops halfway is not signed at all, and may be signed afterwards', async () => {
    const { own, at } = await prepared();
    await sql`create function stops() returns trigger language plpgsql as $$ begin raise exception 'stopped'; end $$`.execute(
      db,
    );
    await sql`create trigger stops after insert on reserve_decision for each row execute function stops()`.execute(db);
    expect((await head.post(at, signing())).status).toBe(500);
    expect([await decisions(own), (await rowOf(own)).map(({ state }) => state)]).toEqual([[], ['waiting']]);
    await sql`drop trigger stops on reserve_decision`.execute(db);
    expect((await head.post(at, signing())).location).toBe('/gestion/a-signer?message=signee');
    expect(await decisions(own)).toHaveLength(1);
  });

  it('of health is in no list, count or page of the office', async () => {
    const own = await registered(UNDER_RESERVE);
    await sql`insert into prepared_decision (id, academy, session, enrolment_id, version, act, facts, reason, ground, prepared_by)
      select gen_random_uuid(), academy, session, id, version, 'accommodation', '{}', '', '', ${officer.id} from enrolment
      where id = ${own.enrolment.id}`.execute(db);
    const [row] = await rowOf(own);
    for (const who of [officer, head]) {
      expect((await who.get('/gestion/a-signer')).body).not.toContain(own.enrolment.number);
      expect((await who.get(`/gestion/a-signer/${row?.id}`)).status).toBe(404);
      expect((await who.post(`/gestion/a-signer/${row?.id}`, signing())).status).toBe(404);
    }
  });

  it('does nothing that no button of the page sends', async () => {
    const { at } = await prepared();
    const seen = await head.post(at, { acte: '__proto__' });
    expect([seen.status, wordsIn(seen.body)]).toEqual([422, expect.stringContaining("n'a pas été comprise")]);
    expect((await head.get('/gestion/a-signer/x')).status).toBe(404);
  });
});
