import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { findEnrolmentsOf } from '../../../enrolment/index.ts';
import { listPieces } from '../../../pieces/index.ts';
import { SYSTEM } from '../../../platform/journal.ts';
import { deskRoom } from '../../../testing/desk.ts';
import { multiplyEnrolments } from '../../../testing/growth.ts';
import { giveFile, mendLists } from '../../../testing/officeSite.ts';
import { plansOn } from '../../../testing/plans.ts';
import { stage } from '../../../testing/stage.ts';
import { fieldOn, fieldsOn, wordsIn } from '../../../testing/words.ts';
import { proposeCancellation } from '../../actions/proposeCancellation.ts';
import { listCancellations } from '../../cancellations.ts';
import { LOT } from '../../lot.ts';
import { subscribeClosing } from '../../subscribe.ts';
import { listIncomplete } from '../store.ts';

/**
 * The head closes a session with 80 incomplete files, extends two, cancels 60 with a second person, reinstates one. By
 * `REGISTRE_CLOSING=400 npx vitest run src/closing/office/routes/closingJourney.test.ts` a closing of 400, every act through its page, and how
 * many a minute: nobody reads meanwhile, so it is what the machine leaves to two people.
 */
const WHOLE = process.env.REGISTRE_CLOSING;
const INCOMPLETE = Number(WHOLE ?? 80);
const CANCELLED = (INCOMPLETE * 3) / 4;
const LEFT = INCOMPLETE - CANCELLED;
/** Through the pages; the others by the act behind them. */
const BY_HAND = WHOLE === undefined ? 20 : CANCELLED;
async function timed(what: string, acts: number, work: () => Promise<void>): Promise<void> {
  const from = performance.now();
  await work();
  const seconds = (performance.now() - from) / 1000;
  if (WHOLE !== undefined)
    process.stdout.write(
      `${what}: ${acts} in ${seconds.toFixed(1)} s, ${Math.round((60 * acts) / seconds)} a minute\n`,
    );
}
const SESSION = 'session=bp-2024-clermont';
const LIST = `/gestion/cloture?${SESSION}`;
const LOTS = `/gestion/cloture/annulations?${SESSION}`;

const ids: string[] = [];
const extended: string[] = [];

const { db, files, papers, registered, setClock, staff } = await stage(deskRoom({ decisionDelaySeconds: 0 }), {
  staff: {
    head: { role: 'head', name: 'Claude Martin' },
    second: { role: 'head', name: 'Alix Petit' },
    unsigned: { role: 'head', name: 'Dominique Roux' },
  },
});
const { head, second, unsigned } = staff;
const proposer = head.id;
subscribeClosing(papers);
await sql`update delegation set until_on = from_on - 1, ended_by = account_id where account_id = ${unsigned.id}`.execute(
  db,
);
const { enrolment } = await registered();
for (const piece of await listPieces(db, enrolment.id)) await giveFile(db, files, piece);
const template = { enrolmentId: enrolment.id, specialities: [{ cfd: '45033608', portfolio: 'G2' }] };
await multiplyEnrolments(db, template, 1, 2 * INCOMPLETE);
// So many lack the proof of residence alone; all the others are complete.
const { rows } = await sql<{
  id: string;
}>`select id from enrolment where status = 'registered' and id <> ${enrolment.id}
    order by number limit ${INCOMPLETE}::int`.execute(db);
ids.push(...rows.map(({ id }) => id));
await sql`update piece set status = 'compliant', correctable_until = null`.execute(db);
await sql`update piece set status = 'none', handed_over_at = null where code = 'DOMICIL' and enrolment_id = any(${ids}::uuid[])`.execute(
  db,
);
await sql`update deposit d set state = 'removed' from piece p where p.id = d.piece_id and p.code = 'DOMICIL' and p.enrolment_id = any(${ids}::uuid[])`.execute(
  db,
);
await mendLists(db, { error: () => undefined });

type Told = { readonly id: string; readonly number: string; readonly subject: string; readonly body: string };
/** Every mail of a kind, with the enrolment of whoever got it. */
async function mailsOf(template: string): Promise<readonly Told[]> {
  const { rows } = await sql<Told>`select e.id, e.number, m.subject, m.body from mail m
    join enrolment e on e.candidate_id::text = m.account_id where m.template = ${template}`.execute(db);
  return rows.map((row) => ({ ...row, body: row.body.replaceAll('\u00a0', ' ') }));
}
type Paper = { readonly id: string; readonly reference: string; readonly number: string; readonly content: string };
async function papersOf(kind: string): Promise<readonly Paper[]> {
  const { rows } = await sql<Paper>`select e.id, e.number, p.reference, p.content::text as content from paper p
    join enrolment e on e.id = p.enrolment_id where p.kind = ${kind}`.execute(db);
  return rows.map((row) => ({ ...row, content: row.content.replaceAll('\u00a0', ' ') }));
}
const statuses = async (): Promise<Readonly<Record<string, number>>> => {
  const { rows } = await sql<{ status: string; n: number }>`select status, count(*)::int as n from enrolment
    where id = any(${ids}::uuid[]) group by status`.execute(db);
  return Object.fromEntries(rows.map(({ status, n }) => [status, n]));
};
const typed = (html: string, name: string): string =>
  (new RegExp(`<textarea[^>]*name="${name}"[^>]*>([^<]*)<`).exec(html)?.[1] ?? '').replaceAll('&#39;', "'").trim();

describe(`The head of office closes a session with ${INCOMPLETE} incomplete files`, () => {
  it('sees them all, and invites each once to regularise: a mail and a paper that say what is missing and until when', async () => {
    await setClock('2023-12-02T10:00:00+01:00');
    expect(wordsIn((await head.get(LIST)).body)).toContain(`${INCOMPLETE} dossiers`);
    await timed('invited, page by page', INCOMPLETE, async () => {
      for (let page = 1; page <= INCOMPLETE / 20; page += 1) {
        const dossiers = fieldsOn((await head.get(`${LIST}&page=${page}`)).body, 'dossiers');
        expect(dossiers).toHaveLength(20);
        const { location } = await head.post(LIST, { dossiers, confirme: 'oui' });
        expect(wordsIn((await head.get(location)).body)).toContain('20 candidats sont invités à régulariser.');
      }
    });
    const [mails, issued] = [await mailsOf('regularisation.invited'), await papersOf('invitation')];
    expect(new Set(mails.map(({ id }) => id))).toEqual(new Set(ids));
    expect([mails.length, issued.length]).toEqual([INCOMPLETE, INCOMPLETE]);
    for (const { subject, body, number } of mails) {
      expect(subject).toContain(number);
      expect(body).toContain('DOMICIL');
      expect(body).toContain("jusqu'au vendredi 22 décembre 2023 à 17 h 00");
    }
    for (const { reference, content, number } of issued)
      expect([reference, content.includes('DOMICIL')]).toEqual([`${number}-I1`, true]);
  }, 600_000);

  it('extends two of them, with a reason that each reads', async () => {
    extended.push(...ids.slice(0, 2));
    for (const id of extended) {
      const address = `/gestion/cloture/${id}`;
      const late = await head.post(address, { acte: 'delai', jour: '01/12/2023', raison: 'x' });
      expect([late.status, wordsIn(late.body).includes('Ce jour est passé')]).toEqual([422, true]);
      const far = await head.post(address, { acte: 'delai', jour: '01/12/2030', raison: 'Trop' });
      expect([far.status, wordsIn(far.body).includes('les convocations sont alors faites')]).toEqual([422, true]);
      const short = await head.post(address, { acte: 'delai', jour: '20/12/2023', raison: 'x' });
      expect([short.status, wordsIn(short.body).includes('ne raccourcit pas')]).toEqual([422, true]);
      const form = { acte: 'delai', jour: '31/01/2024', raison: 'Votre envoi a été perdu par le service.' };
      expect((await head.post(address, form)).location).toBe(`${address}?message=delai-donne`);
      expect((await head.post(address, form)).status).toBe(303);
      expect(wordsIn((await head.get(address)).body)).toContain("Jusqu'au mercredi 31 janvier 2024 inclus : DOMICIL.");
    }
    const mails = await mailsOf('time.granted');
    expect(mails.map(({ id }) => id).toSorted()).toEqual(extended.toSorted());
    for (const { body } of mails)
      for (const said of ['perdu par le service', "jusqu'au mercredi 31 janvier 2024 inclus", 'DOMICIL'])
        expect(body).toContain(said);
  });

  it(`proposes ${CANCELLED} annulments, from one file to the next, and a second person approves them together`, async () => {
    await setClock('2023-12-23T10:00:00+01:00');
    const first = /href="(\/gestion\/cloture\/[0-9a-f-]{36})"/.exec((await head.get(LIST)).body)?.[1] ?? '';
    let next = first;
    await timed('proposed, from one file to the next', BY_HAND, async () => {
      for (let done = 0; done < BY_HAND; done += 1) {
        const { body } = await head.get(next);
        const form = { motifs: typed(body, 'motifs'), fondement: 'Notice, pièces à fournir' };
        const sent = await head.post(next, { ...form, acte: 'proposer', certain: 'oui', suite: 'oui' });
        expect([sent.status, sent.location]).toEqual([303, expect.stringContaining('message=propose-suivant')]);
        next = sent.location.replace(/[?#].*$/, '');
        expect(extended.some((id) => next.endsWith(id))).toBe(false);
      }
    });
    const others = (await findEnrolmentsOf(db, 'clermont', ids)).filter(({ id }) => !extended.includes(id));
    const proposed = new Set((await listCancellations(db, ids)).map(({ enrolmentId }) => enrolmentId));
    expect(proposed.size).toBe(BY_HAND);
    for (const { id, number } of others.filter((one) => !proposed.has(one.id)).slice(0, CANCELLED - BY_HAND)) {
      const reasons = {
        words: `Il manque à votre inscription ${number}\u00a0: DOMICIL.`,
        ground: 'Notice, pièces à fournir',
      };
      const order = { id, academy: 'clermont', officerId: proposer, ...reasons };
      expect(await proposeCancellation(papers, SYSTEM, order)).toMatchObject({ ok: true });
    }
    // Who proposed them may approve none.
    expect((await head.post(LOTS, { toutes: 'oui' })).status).toBe(422);
    await timed('approved by a second person', CANCELLED, async () => {
      for (let left = CANCELLED; left > 0; left -= LOT.proposals) {
        const count = Math.min(left, LOT.proposals);
        // All in one press, as many as one lot takes.
        const seen = await second.post(LOTS, { toutes: 'oui' });
        expect(wordsIn(seen.body)).toContain(`${count} annulations seront approuvées.`);
        const propositions = fieldsOn(seen.body, 'propositions');
        expect(propositions).toHaveLength(count);
        const cle = fieldsOn(seen.body, 'cle')[0] ?? '';
        const { location } = await second.post(LOTS, { propositions, confirme: 'oui', cle });
        for (let times = 0; times < 20 && wordsIn((await second.get(location)).body).includes('à traiter'); times += 1)
          await second.post(location, { acte: 'continuer' });
        expect(wordsIn((await second.get(location)).body)).toContain(`${count} annulations approuvées.`);
      }
    });
    // Nothing is told before it takes effect.
    await papers.jobs.minuteNow();
    expect([await statuses(), (await mailsOf('enrolment.cancelled')).length]).toEqual([{ registered: INCOMPLETE }, 0]);
  }, 600_000);

  it('on the next working day each of them, and nobody else, has the decision by mail and on paper: facts, law, delays, ways of appeal', async () => {
    await setClock('2023-12-26T10:30:00+01:00');
    await papers.jobs.minuteNow();
    await papers.jobs.minuteNow();
    expect(await statuses()).toEqual({ registered: LEFT, cancelled: CANCELLED });
    const [mails, issued] = [await mailsOf('enrolment.cancelled'), await papersOf('cancellation')];
    expect([mails.length, new Set(mails.map(({ id }) => id)).size, issued.length]).toEqual([
      CANCELLED,
      CANCELLED,
      CANCELLED,
    ]);
    for (const { subject, body, number } of mails) {
      expect(subject).toBe(`Votre inscription ${number} est annulée`);
      for (const said of ['DOMICIL', 'Notice, pièces à fournir', 'R421-1', 'L411-2', 'L221-8'])
        expect(body).toContain(said);
      expect(body).not.toMatch(/sans appel/i);
    }
    for (const { reference, content, number } of issued) {
      expect(reference).toBe(`${number}-A1`);
      for (const said of ['DOMICIL', 'Notice, pièces à fournir', 'tribunal administratif'])
        expect(content).toContain(said);
    }
    await papers.jobs.run();
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from paper where kind = 'cancellation' and pdf_key is not null`.execute(db);
    expect(rows[0]?.n).toBe(CANCELLED);
    expect(issued.some(({ id }) => extended.includes(id))).toBe(false);
  }, 600_000);

  it('and reinstates one, who alone is told; the two that were extended are held to nothing', async () => {
    const [one] = await papersOf('cancellation');
    const address = `/gestion/cloture/${one?.id}`;
    const annulation = fieldOn((await head.get(address)).body, 'annulation');
    const note = 'La pièce était bien parvenue.';
    const form = { acte: 'retablir', annulation, note };
    // Prepared by whoever has no delegation; signed, sent twice, it is one reversal.
    const seen = await unsigned.get(address);
    expect(wordsIn(seen.body)).toContain("Elle n'est pas opposable au candidat avant d'être notifiée");
    expect(wordsIn(seen.body)).toContain('Préparer pour signature');
    const version = fieldOn(seen.body, 'version');
    expect((await unsigned.post(address, form)).status).toBe(403);
    const stale = await unsigned.post(address, { ...form, suite: 'preparer', version: '99' });
    expect([stale.status, wordsIn(stale.body)]).toEqual([409, expect.stringContaining('Le dossier a changé')]);
    expect((await unsigned.post(address, { ...form, suite: 'preparer', version })).location).toContain('preparee');
    expect(await statuses()).toEqual({ registered: LEFT, cancelled: CANCELLED });
    const prepared = /href="(\/gestion\/a-signer\/[^"]+)"/.exec((await head.get('/gestion/a-signer')).body)?.[1] ?? '';
    const signs = { acte: 'signer', version: '1', motifs: note, certain: 'oui' };
    for (const { location } of await Promise.all([head.post(prepared, signs), head.post(prepared, signs)]))
      expect(location).toBe('/gestion/a-signer?message=signee');
    expect(await statuses()).toEqual({ registered: LEFT + 1, cancelled: CANCELLED - 1 });
    const mails = await mailsOf('enrolment.restored');
    expect(mails.map(({ id }) => id)).toEqual([one?.id]);
    expect(mails[0]?.body).toContain('La pièce était bien parvenue.');
    for (const id of extended)
      expect(wordsIn((await head.get(`/gestion/cloture/${id}`)).body)).toContain("Rien n'est retenu contre ce dossier");
  });

  it('and of a list longer than a lot takes, the first who wait to be invited are chosen, not whoever already was', async () => {
    const already = [...ids, enrolment.id];
    await multiplyEnrolments(db, template, 2 * INCOMPLETE + 1, 2 * INCOMPLETE + 2 * LOT.invitations);
    await mendLists(db, { error: () => undefined });
    const { body } = await head.get(LIST);
    expect(wordsIn(body)).toContain(`Choisir les ${LOT.invitations} premiers à inviter de cette liste`);
    const seen = await head.post(LIST, { tous: 'oui' });
    const chosen = fieldsOn(seen.body, 'dossiers');
    // Each is looked at again: some are left aside, and said to be.
    const aside = Number(/(\d+) dossiers? laissés? de côté/.exec(wordsIn(seen.body))?.[1] ?? 0);
    expect([seen.status, chosen.length + aside]).toEqual([200, LOT.invitations]);
    expect(chosen.filter((id) => already.includes(id))).toEqual([]);
    // Nor is the register read for a page of them.
    await sql`vacuum analyze`.execute(db);
    const here = { academy: 'clermont', sessions: ['bp-2024-clermont'], portfolios: null, pieces: 'ordinary' } as const;
    const everything = { speciality: null, piece: null, wrote: null };
    for (const list of [null, 'to-invite'] as const) {
      const which = { closesAt: Temporal.Instant.from('2023-12-01T17:00:00+01:00'), search: { ...everything, list } };
      const plan = await plansOn(db, (on) => listIncomplete(on, here, which, 1));
      expect(plan).toContain('Index Scan using office_file_incomplete');
      expect(plan).not.toContain('Sort');
    }
  });
});
