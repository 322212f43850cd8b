import { type RawBuilder, sql } from 'kysely';
import type { AccountId } from '../src/accounts/index.ts';
import { reviewPiece } from '../src/pieces/index.ts';
import { columns, integer, type RowOf, text, uuid } from '../src/platform/database/columns.ts';
import type { Database } from '../src/platform/database/database.ts';
import { actOf } from './acts.ts';
import { drawFor } from './draw.ts';
import type { World } from './world.ts';

/** A piece that was handed over, and nobody has decided on. */
const WAITING = columns({
  id: uuid,
  code: text,
  number: text,
  portfolio: text,
  confidential: text,
  session: text,
  rowVersion: integer,
});
export const HALF_DAY_HOURS = 12;
/** Of those, how many the officers look at in half a day. */
const PACE = 0.3;
const REFUSED = 0.12;

/** So many hours at the desks: the oldest first, some refused with one of the reasons of the catalogue. */
export async function workAtDesks(world: World, academy: string, session: string, hours: number): Promise<number> {
  const { db } = world.deps;
  const staff = await world.accounts.listStaff(db, academy);
  // Of the day before or earlier.
  const waiting = await listWaiting(db, session, sql`p.handed_over_at < business_now() - interval '20 hours'`);
  const looked = waiting.slice(0, Math.ceil(waiting.length * (1 - (1 - PACE) ** (hours / HALF_DAY_HOURS))));
  for (let at = 0; at < looked.length; at += AT_ONCE)
    await Promise.all(looked.slice(at, at + AT_ONCE).map((piece) => decide(world, academy, staff, piece)));
  return looked.length;
}

const AT_ONCE = 8;
type Waiting = RowOf<typeof WAITING>;
type Staff = Awaited<ReturnType<World['accounts']['listStaff']>>;

/** The longest handed over first. `which`: of pieces `p` and their enrolments `e`. */
export function listWaiting(db: Database, session: string, which: RawBuilder<unknown>): Promise<readonly Waiting[]> {
  return WAITING.all(
    db,
    sql`select p.id, p.code, e.number, e.portfolio, p.confidential::text as confidential, p.session, p.row_version as "rowVersion"
      from piece p join enrolment e on e.id = p.enrolment_id
      where p.session = ${session} and p.status = 'none' and p.handed_over_at is not null
        and e.status in ('registered', 'validated') and ${which} order by p.handed_over_at`,
  );
}

async function decide(world: World, academy: string, staff: Staff, piece: Waiting): Promise<void> {
  const draw = drawFor(`desk ${piece.number} ${piece.code} ${piece.rowVersion}`);
  const reasons = world.catalogue.pieceType(piece)?.cannedReasons ?? [];
  const refused = reasons.length > 0 && draw.share() < REFUSED;
  await review(world, { academy, staff, piece, refusal: refused ? draw.one(reasons).text : null });
}

/** One piece, by who follows it. `refusal`: why it is refused; null: it is accepted. */
export async function review(
  world: World,
  order: { readonly academy: string; readonly staff: Staff; readonly piece: Waiting; readonly refusal: string | null },
): Promise<void> {
  const { academy, staff, piece, refusal } = order;
  const officerId = theirs(staff, piece.portfolio, piece.confidential === 'true');
  if (officerId === null) return;
  const done = await reviewPiece(world.deps, actOf('staff', officerId), {
    academy,
    mayDecide: () => true,
    pieceId: piece.id,
    decision: refusal === null ? 'compliant' : 'non-compliant',
    comment: refusal,
    rowVersion: piece.rowVersion,
    officerId,
    receivedOn: null,
    mayUnvalidate: false,
    onPaper: false,
  });
  if (!done.ok) throw new Error(`${piece.code}: ${JSON.stringify(done.error)}`);
}

/** The officer of that group, or a head where nobody follows it; the service of accommodations alone for what is confidential. Null: nobody. */
function theirs(staff: Staff, portfolio: string, health: boolean): AccountId | null {
  const follows = staff.find(({ role, portfolios }) =>
    health ? role === 'accommodation' : role === 'officer' && portfolios.includes(portfolio),
  );
  const found = follows ?? (health ? undefined : staff.find(({ role }) => role === 'head'));
  return found?.accountId ?? null;
}
