import { actBy } from '../../../accounts/index.ts';
import { type Reply, type Route, redirect, route, type Visit } from '../../../platform/http/visit.ts';
import type { FileAtDesk } from '../../../scope/index.ts';
import { deskAddresses, fileAtDesk, peopleOf } from '../../../scope/index.ts';
import { emptyForm, withFault } from '../../../ui/index.ts';
import { claimFile } from '../../actions/claimFile.ts';
import { addresses } from '../../addresses.ts';
import type { OfficeDeps } from '../../deps.ts';
import { showFile } from '../../file/routes/showFile.ts';
import { pieceAtDesk } from '../../guards.ts';
import { readQueueFilter } from '../../rules/queueFilter.ts';
import { CLAIM } from '../pages/whoHas.tsx';
import { severalTexts } from '../severalTexts.ts';
import { showReview } from './showReview.ts';

/** « Je m'en occupe », from the page of a file and from that of a piece. */
export function claimRoutes(deps: OfficeDeps): readonly Route[] {
  return [
    route({
      method: 'POST',
      path: '/gestion/dossiers/:id/prise',
      who: fileAtDesk(deps),
      handle: async (visit, at) => {
        const done = await claim(deps, visit, at);
        return typeof done === 'string'
          ? showFile(deps, visit, at, { fault: done, status: 409 })
          : redirect(deskAddresses.file(at.enrolment.id, done));
      },
    }),
    route({
      method: 'POST',
      path: '/gestion/pieces/:id/prise',
      who: pieceAtDesk(deps),
      handle: async (visit, at): Promise<Reply> => {
        const done = await claim(deps, visit, at);
        return typeof done === 'string'
          ? showReview(deps, visit, at, { state: withFault(emptyForm, null, done), status: 409 })
          : redirect(addresses.piece(at.piece.id, readQueueFilter(visit.query), done));
      },
    }),
  ];
}

/** What to say of it: a message, or why not. */
async function claim(
  deps: OfficeDeps,
  visit: Visit,
  at: FileAtDesk,
): Promise<string | { readonly message: 'pris' | 'laisse' }> {
  const act = visit.body[CLAIM.act];
  if (act !== 'prendre' && act !== 'laisser') return severalTexts.claim.choose;
  const take = act === 'prendre';
  const seen = visit.body[CLAIM.seen];
  const done = await claimFile(deps, actBy(visit, at.staff), at, {
    enrolment: at.enrolment,
    take,
    seen: typeof seen === 'string' && seen !== '' ? seen : null,
  });
  if (done.ok) return { message: take ? 'pris' : 'laisse' };
  const { holder } = done.error;
  const members = await deps.accounts.listStaff(deps.db, at.scope.academy);
  return severalTexts.claim.moved(holder === null ? null : peopleOf(members, null)('staff', holder));
}
