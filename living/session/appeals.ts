import { sql } from 'kysely';
import type { Visitor } from '../../e2e/support/visitor.ts';
import { columns, integer, text, uuid } from '../../src/platform/database/columns.ts';
import { correctMark } from './absences.ts';
import { offered, send, wordsOf } from './forms.ts';
import type { House } from './house.ts';

/** What people ask for after their results, in turn: to see their scripts, an error corrected, another decision. */
const KINDS = ['consultation', 'material-error', 'appeal'] as const;
const WORDS = 'La dernière page de ma copie de la première épreuve semble ne pas avoir été comptée.';
const ANSWERS = {
  granted: 'Votre demande est acceptée : vos copies ont été relues.',
  refused: 'La copie a été relue : toutes ses pages ont été comptées et la note est exacte.',
} as const;
const REFUSED = columns({ enrolmentId: uuid, address: text });
const DECIDED = columns({ ...REFUSED.shape, decision: uuid });

/** Some of those who were refused ask, and whoever was refused a replacement test contests that. Answers how many. */
export async function askAfterwards({ db, as }: House, session: string, most: number): Promise<number> {
  const refused = await REFUSED.all(
    db,
    sql`select v.enrolment_id as "enrolmentId", a.email as address from jury_verdict v join enrolment e on e.id = v.enrolment_id
      join auth_user a on a.id = e.candidate_id where v.session = ${session} and v.decision = 'REFUSED' order by e.number limit ${most}`,
  );
  let asked = 0;
  for (const [index, { enrolmentId, address }] of refused.entries()) {
    const own = await as(address);
    const page = `/candidatures/${enrolmentId}/resultats`;
    const kind = KINDS[index % KINDS.length] ?? 'appeal';
    if (!offered((await own.get(page)).html, 'demande').includes(kind)) continue;
    await send(own, page, `${page}/demandes`, { demande: kind, precisions: WORDS });
    asked += 1;
  }
  const contested = await DECIDED.all(
    db,
    sql`select r.enrolment_id as "enrolmentId", a.email as address, r.decision_id as decision from replacement_decision r
      join enrolment e on e.id = r.enrolment_id join auth_user a on a.id = e.candidate_id
      where r.session = ${session} and r.outcome = 'refused' order by e.number limit ${most}`,
  );
  for (const { enrolmentId, address, decision } of contested) {
    const page = `/candidatures/${enrolmentId}/recours/${decision}`;
    await send(await as(address), page, page, { precisions: 'Mon certificat est parti par la poste le jour même.' });
  }
  return asked + contested.length;
}

const CASE = columns({ id: uuid, kind: text, enrolmentId: uuid, address: text, outcome: text, contested: text });
const MARKED = columns({ unit: text, halfPoints: integer });

function readCases({ db }: House, session: string) {
  return CASE.all(
    db,
    sql`select c.id, c.kind, c.enrolment_id as "enrolmentId", a.email as address, coalesce(c.outcome, '') as outcome,
      coalesce(c.contested_id::text, '') as contested from result_case c join enrolment e on e.id = c.enrolment_id
      join auth_user a on a.id = e.candidate_id where c.session = ${session} order by c.received_at, c.id`,
  );
}

export type Corrected = { readonly enrolmentId: string; readonly unit: string; readonly mark: string };

/** A head answers each: what is contested is refused, the others are granted; an error is one, and the mark is corrected. Answers which. */
export async function answerAll(
  house: House,
  head: Visitor,
  session: string,
): Promise<{ readonly answered: number; readonly corrected: readonly Corrected[] }> {
  const cases = await readCases(house, session);
  const corrected: Corrected[] = [];
  const list = `/gestion/recours?session=${session}`;
  for (const { id, kind, enrolmentId } of cases) {
    const suite = kind === 'consultation' || kind === 'material-error' ? 'granted' : 'refused';
    await send(head, list, `/gestion/recours/${id}`, { suite, reponse: ANSWERS[suite] });
    if (kind !== 'material-error') continue;
    const [found] = await MARKED.all(
      house.db,
      sql`select u->>'id' as unit, (u->>'halfPoints')::integer as "halfPoints" from visible_result r, jsonb_array_elements(r.result->'units') u
        where r.enrolment_id = ${enrolmentId} and u->>'outcome' = 'mark' and (u->>'halfPoints')::integer < 38 order by 1 limit 1`,
    );
    if (found === undefined) continue;
    const mark = String(Math.floor((found.halfPoints + 2) / 2));
    await correctMark(
      house,
      head,
      session,
      { enrolmentId, unit: found.unit },
      { note: mark, motif: 'Une page n’avait pas été comptée.' },
    );
    corrected.push({ enrolmentId, unit: found.unit, mark });
  }
  return { answered: cases.length, corrected };
}

/** Each who asked reads the answer on their page, and where it is no, before whom it may be contested. Errors: somebody doesn't. */
export async function checkAnswers(house: House, session: string): Promise<number> {
  const cases = await readCases(house, session);
  for (const { id, outcome, enrolmentId, address, contested } of cases) {
    const page =
      contested === '' ? `/candidatures/${enrolmentId}/resultats` : `/candidatures/${enrolmentId}/recours/${contested}`;
    const said = wordsOf((await (await house.as(address)).get(page)).html);
    const answer = outcome === 'granted' ? ANSWERS.granted : ANSWERS.refused;
    if (!said.includes(answer.replaceAll('\u00a0', ' ')) || (outcome !== 'granted' && !/tribunal/i.test(said)))
      throw new Error(`${id}, ${outcome}: ${page} doesn't say so: ${said.slice(0, 3_000)}`);
  }
  return cases.length;
}
