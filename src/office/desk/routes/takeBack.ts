import { actBy } from '../../../accounts/index.ts';
import { untoldValidation } from '../../../mails/index.ts';
import { type PieceRefusal, pieceRefusals, takeBackReview } from '../../../pieces/index.ts';
import { type Reply, type Route, redirect, route, type Visit } from '../../../platform/http/visit.ts';
import { emptyForm, withFault } from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import type { OfficeDeps } from '../../deps.ts';
import { pieceAtDesk } from '../../guards.ts';
import type { PieceAtDesk } from '../../office.ts';
import { readQueueFilter } from '../../rules/queueFilter.ts';
import { REVIEW } from '../pages/takeBack.tsx';
import { showReview } from './showReview.ts';

/** Taking a decision back, a moment after it was taken. */
export function takeBackRoutes(deps: OfficeDeps): readonly Route[] {
  return [
    route({
      method: 'POST',
      path: '/gestion/pieces/:id/reprise',
      who: pieceAtDesk(deps),
      handle: (visit, at) => takeBack(deps, visit, at),
    }),
  ];
}

async function takeBack(deps: OfficeDeps, visit: Visit, at: PieceAtDesk): Promise<Reply> {
  const reviewId = visit.body[REVIEW];
  const done = await takeBackReview(deps, actBy(visit, at.staff), {
    academy: at.scope.academy,
    mayDecide: (enrolment, piece) =>
      enrolment.id === at.enrolment.id && piece.confidential === (at.scope.pieces === 'confidential'),
    pieceId: at.piece.id,
    reviewId: typeof reviewId === 'string' ? reviewId : '',
    officerId: at.staff.accountId,
    untold: untoldValidation,
  });
  if (done.ok)
    return redirect(addresses.piece(at.piece.id, readQueueFilter(visit.query), { message: 'decision-reprise' }));
  return refused(deps, visit, done.error, at);
}

async function refused(deps: OfficeDeps, visit: Visit, refusal: PieceRefusal, at: PieceAtDesk): Promise<Reply> {
  const now = await pieceAtDesk(deps).admit(visit);
  const state = withFault(emptyForm, null, pieceRefusals.inWords(refusal));
  return showReview(deps, visit, 'denied' in now ? at : now, { state, status: pieceRefusals.status(refusal) });
}
