import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Visitor } from '../../e2e/support/visitor.ts';
import { columns, integer, text } from '../../src/platform/database/columns.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { send } from './forms.ts';

const STATE = columns({ state: text, seats: integer, without: integer });
const PATIENCE_SECONDS = 600;
const LOOK_SECONDS = 0.2;

export type Placed = { readonly seats: number; readonly without: number; readonly seconds: number };

/** Everybody to a centre and a seat, then published. Answers the seats, and the units for which there is none. */
export async function publishPlan(head: Visitor, db: Database, session: string): Promise<Placed> {
  const began = performance.now();
  const at = (name: string): string => `/gestion/examen/plan${name}?session=${session}`;
  await send(head, at(''), at('/repartir'), { mode: 'all' });
  const placed = await placedBy(db, session);
  const seconds = Math.round((performance.now() - began) / 1000);
  await send(head, at('/publication'), at('/publication'), { lu: 'on' });
  await toldBy(db, session);
  return { seats: placed.seats, without: placed.without, seconds };
}

async function placedBy(db: Database, session: string): Promise<{ readonly seats: number; readonly without: number }> {
  for (let waited = 0; waited < PATIENCE_SECONDS; waited += LOOK_SECONDS) {
    const [plan] = await STATE.all(
      db,
      sql`select p.state, (select count(*)::integer from exam_seat s where s.plan_id = p.id) as seats,
        (select count(*)::integer from exam_unseated u where u.plan_id = p.id) as without
      from exam_plan p where p.session = ${session} order by p.number desc limit 1`,
    );
    if (plan?.state === 'draft') return plan;
    if (plan?.state === 'failed') throw new Error(`The placing of ${session} failed`);
    await sleep(LOOK_SECONDS * 1_000);
  }
  throw new Error(`The placing of ${session} never ended`);
}

const LEFT = columns({ left: integer });

/** Nobody is summoned to a test that is over: the clock stays until the last is told. */
async function toldBy(db: Database, session: string): Promise<void> {
  for (let waited = 0; waited < PATIENCE_SECONDS; waited += LOOK_SECONDS) {
    const { left } = await LEFT.one(
      db,
      sql`select count(distinct s.enrolment_id)::integer as left from exam_seat s join exam_plan p on p.id = s.plan_id
      where p.session = ${session} and p.state = 'published' and not exists (
        select from exam_summoned d where d.plan_id = p.id and d.enrolment_id = s.enrolment_id)`,
    );
    if (left === 0) return;
    await sleep(LOOK_SECONDS * 1_000);
  }
  throw new Error(`The summonses of ${session} never left`);
}
