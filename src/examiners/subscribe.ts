import type { Jobs } from '../platform/jobs.ts';
import { convenePeople, tellPerson } from './actions/convene.ts';
import type { ConveneDeps } from './deps.ts';
import { keepJuriesApart } from './store/apart.ts';
import { listTold } from './store/convening.ts';

/** Those whom a head convenes are told by jobs; who is taken off a board that they were told of hears it at once. */
export function subscribeExaminers(deps: ConveneDeps & { readonly jobs: Pick<Jobs, 'handle' | 'enqueue'> }): void {
  deps.jobs.handle('examiners.convene', (order) => convenePeople(deps, order));
  deps.events.subscribe('sitting.published', 'settle', async (tx, { subject: { academy, session } }) => {
    if (academy !== null && session !== null) await keepJuriesApart(tx, deps.catalogue(), { academy, session });
  });
  deps.events.subscribe('board.released', 'tell', async (tx, { act, subject, payload: { examinerId, boardId } }) => {
    const { academy, session } = subject;
    if (academy === null || session === null) return;
    const place = { academy, session };
    const left = (await listTold(tx, place)).filter((one) => one.examinerId === examinerId && one.boardId === boardId);
    await tellPerson(deps, tx, act, { place, person: examinerId, only: left.map(({ memberId }) => memberId) });
  });
}
