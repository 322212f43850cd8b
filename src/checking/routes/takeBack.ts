import { actBy } from '../../accounts/index.ts';
import { untoldValidation } from '../../mails/index.ts';
import { pieceRefusals, takeBackReview } from '../../pieces/index.ts';
import type { Route } from '../../platform/http/visit.ts';
import { act } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { CheckingDeps } from '../deps.ts';
import { pieceAtDesk } from '../guards.ts';
import { REVIEW } from '../pages/takeBack.tsx';
import { readQueueFilter } from '../rules/queueFilter.ts';
import { TAKEN_BACK } from '../takeBackTexts.ts';
import { showReview } from './showReview.ts';

/** Taking a decision back, a moment after it was taken. */
export function takeBackRoutes(deps: CheckingDeps): readonly Route[] {
  return [
    act({
      path: '/gestion/pieces/:id/reprise',
      who: pieceAtDesk(deps),
      refusals: pieceRefusals,
      note: "Qui vient de décider d'une pièce reprend sa décision.",
      fields: [],
      do: (_, at, visit) => {
        const reviewId = visit.body[REVIEW];
        return takeBackReview(deps, actBy(visit, at.staff), {
          academy: at.scope.academy,
          mayDecide: (enrolment, piece) =>
            enrolment.id === at.enrolment.id && piece.confidential === (at.scope.pieces === 'confidential'),
          pieceId: at.piece.id,
          reviewId: typeof reviewId === 'string' ? reviewId : '',
          officerId: at.staff.accountId,
          untold: untoldValidation,
        });
      },
      to: (_, { piece }, visit) => addresses.piece(piece.id, readQueueFilter(visit.query), { message: TAKEN_BACK }),
      again: (visit, at, state, status) => showReview(deps, visit, at, { state, status }),
    }),
  ];
}
