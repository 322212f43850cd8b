import { sql } from 'kysely';
import type { AccountId } from '../src/accounts/index.ts';
import { reviewPiece } from '../src/pieces/index.ts';
import { columns, integer, text, uuid } from '../src/platform/database/columns.ts';
import { actOf } from './acts.ts';
import { drawFor } from './draw.ts';
import type { World } from './world.ts';

/** A piece that was handed over the day before or earlier, and nobody has decided on. */
const WAITING = columns({
  id: uuid,
  code: text,
  portfolio: text,
  confidential: text,
  session: text,
  rowVersion: integer,
});
/** Of those, how many the officers look at in half a day. */
const PACE = 0.3;
const REFUSED = 0.12;

/** Half a day at the desks: the oldest first, some refused with one of the reasons of the catalogue. */
export async function workHalfADay(world: World, academy: string, session: string): Promise<number> {
  const { db } = world.deps;
  const staff = await world.accounts.listStaff(db, academy);
  const waiting = await WAITING.all(
    db,
    sql`select p.id, p.code, e.portfolio, p.confidential::text as confidential, p.session, p.row_version as "rowVersion"
      from piece p join enrolment e on e.id = p.enrolment_id
      where p.session = ${session} and p.status = 'none' and p.handed_over_at < business_now() - interval '20 hours'
        and e.status in ('registered', 'validated') order by p.handed_over_at`,
  );
  const looked = waiting.slice(0, Math.ceil(waiting.length * PACE));
  for (let at = 0; at < looked.length; at += AT_ONCE)
    await Promise.all(looked.slice(at, at + AT_ONCE).map((piece) => decide(world, academy, staff, piece)));
  return looked.length;
}

const AT_ONCE = 8;
type Waiting = {
  id: string;
  code: string;
  portfolio: string;
  confidential: string;
  session: string;
  rowVersion: number;
};
type Staff = Awaited<ReturnType<World['accounts']['listStaff']>>;

async function decide(world: World, academy: string, staff: Staff, piece: Waiting): Promise<void> {
  const health = piece.confidential === 'true';
  const officerId = theirs(staff, piece.portfolio, health);
  const draw = drawFor(`desk ${piece.id} ${piece.rowVersion}`);
  const reasons = world.catalogue.pieceType(piece)?.cannedReasons ?? [];
  const refused = reasons.length > 0 && draw.share() < REFUSED;
  const done = await reviewPiece(world.deps, actOf('staff', officerId), {
    academy,
    mayDecide: () => true,
    pieceId: piece.id,
    decision: refused ? 'non-compliant' : 'compliant',
    comment: refused ? draw.one(reasons).text : null,
    rowVersion: piece.rowVersion,
    officerId,
    receivedOn: null,
    mayUnvalidate: false,
    onPaper: false,
  });
  if (!done.ok) throw new Error(`${piece.code}: ${JSON.stringify(done.error)}`);
}

/** The officer of that group, or the service of accommodations for what is confidential. */
function theirs(staff: Staff, portfolio: string, health: boolean): AccountId {
  const found = staff.find(({ role, portfolios }) =>
    health ? role === 'accommodation' : role === 'officer' && portfolios.includes(portfolio),
  );
  if (found === undefined) throw new Error(`Nobody follows ${portfolio}`);
  return found.accountId;
}
