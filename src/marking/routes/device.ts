import { h } from 'preact';
import { actBy } from '../../accounts/index.ts';
import { readBatch } from '../../platform/http/batch.ts';
import { json, problem, type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import { keptRoutes, show } from '../../ui/index.ts';
import { recordMarking } from '../actions/recordMarking.ts';
import { addresses } from '../addresses.ts';
import type { MarkingDeps } from '../deps.ts';
import type { OwnBoards } from '../device/board.ts';
import { type AtDoor, atDoor } from '../guards.ts';
import { MOST } from '../marking.ts';
import { readOwnBoards } from '../ownBoards.ts';
import { ShellPage } from '../pages/boardsPage.tsx';
import { type Refusal, refusals } from '../refusals.ts';
import { readSaid } from '../rules/readSaid.ts';
import { mayKeep } from '../store/boards.ts';

/** What a tablet asks for: the boards as data, what was said without a network, and what it keeps to open without one. */
export function deviceRoutes(deps: MarkingDeps): readonly Route[] {
  const who = atDoor(deps);
  return [
    route({
      method: 'GET',
      path: addresses.data,
      who,
      handle: async (visit, at) => json(await boardsAnswer(deps, visit, at)),
    }),
    route({
      method: 'POST',
      path: addresses.batch,
      who,
      bodyLimit: MOST.batchBytes,
      note: "Un membre d'une commission envoie ce que sa tablette a gardé sans réseau.",
      handle: (visit, at) => take(deps, visit, at),
    }),
    ...keptRoutes({
      addresses,
      who,
      mayKeep: (account) => mayKeep(deps.db, account),
      refused: () => refusedAs('not-kept'),
      shell: (visit) => show(h(ShellPage, { chrome: deps.bareChrome(visit) })),
      worker: {
        home: addresses.boards(),
        name: 'registre-notation',
        files: ['theme.css', 'checkin.css', 'marking.js', 'icon.svg'],
      },
    }),
  ];
}

/** `token`: of the forms of this browser; a device that was cut off for long has an old one. `day`: the boards; null: none. */
export type BoardsAnswer = { readonly token: string; readonly days: readonly string[]; readonly day: OwnBoards | null };

async function boardsAnswer(deps: MarkingDeps, visit: Visit, at: AtDoor): Promise<BoardsAnswer> {
  const own = await readOwnBoards(deps, at);
  return { token: visit.csrf(), days: [], day: own.boards.length === 0 ? null : own };
}

const UNREADABLE: Refusal = { code: 'unreadable' };

const refusedAs = (code: 'not-kept' | 'unreadable' | 'not-owner' | 'too-many-at-once'): Reply =>
  problem(refusals.inWords({ code }), refusals.status({ code }));

/** Each thing said with what became of it, then the boards as they stand now. */
async function take(deps: MarkingDeps, visit: Visit, at: AtDoor): Promise<Reply> {
  const batch = readBatch(visit.body, at.staff.accountId, MOST.batch, readSaid);
  if (!batch.ok) return refusedAs(batch.error);
  const { device, said, unread } = batch.value;
  const outcomes = await recordMarking(deps, actBy(visit, at.staff), {
    examinerId: at.examinerId,
    by: at.staff.accountId,
    source: 'device',
    device,
    said,
  });
  return json({
    ...(await boardsAnswer(deps, visit, at)),
    outcomes: [...outcomes, ...unread.map((id) => ({ id, refused: UNREADABLE }))].map(({ id, refused }) => ({
      id,
      refused: refused === null ? null : refusals.inWords(refused),
      again: refused?.code === 'not-begun',
    })),
  });
}
