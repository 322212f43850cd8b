import { actBy } from '../../accounts/index.ts';
import { type Reply, type Route, redirect, route, type Visit } from '../../platform/http/visit.ts';
import { type FileAtDesk, peopleOf } from '../../scope/index.ts';
import { emptyForm, withFault } from '../../ui/index.ts';
import { claimFile } from '../actions/claimFile.ts';
import { addresses as checkingAddresses } from '../addresses.ts';
import type { CheckingDeps } from '../deps.ts';
import { pieceAtDesk } from '../guards.ts';
import { CLAIM } from '../pages/whoHas.tsx';
import { readQueueFilter } from '../rules/queueFilter.ts';
import { severalTexts } from '../severalTexts.ts';
import { showReview } from './showReview.ts';

/** « Je m'en occupe », from the page of a piece. */
export function claimRoutes(deps: CheckingDeps): readonly Route[] {
  return [
    route({
      method: 'POST',
      path: '/gestion/pieces/:id/prise',
      who: pieceAtDesk(deps),
      note: "Qui contrôle la pièce, gestionnaire du dossier, chef de bureau ou service des aménagements, s'occupe du dossier d'une pièce, ou cesse de s'en occuper.",
      handle: async (visit, at): Promise<Reply> => {
        const done = await claim(deps, visit, at);
        return typeof done === 'string'
          ? showReview(deps, visit, at, { state: withFault(emptyForm, null, done), status: 409 })
          : redirect(checkingAddresses.piece(at.piece.id, readQueueFilter(visit.query), done));
      },
    }),
  ];
}

/** « Je m'en occupe », « Je ne m'en occupe plus », of a file: what to say of it, a message, or why not. */
export async function claim(
  deps: CheckingDeps,
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
