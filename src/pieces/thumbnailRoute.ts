import { candidateOfEnrolment } from '../enrolment/index.ts';
import { refusalOfShut, whyNotOpened } from '../keptFiles/index.ts';
import { file, problem, type Reply, type Route, route } from '../platform/http/visit.ts';
import { createThumbnails } from './actions/thumbnails.ts';
import type { PiecesDeps } from './deps.ts';
import { type Refusal, refusals } from './refusals.ts';
import { findDeposit } from './store/deposits.ts';

/** Its owner's alone, and kept by their browser for as long as a visit lasts: what was deposited never changes. */
const KEPT_FOR_AN_HOUR = { 'cache-control': 'private, max-age=3600, immutable', vary: 'cookie' };

/** The small picture beside a deposit in the list: its owner's only, and nothing of what may not be opened. */
export function thumbnailRoute(deps: PiecesDeps, path: string): Route {
  const thumbnails = createThumbnails(deps);
  return route({
    method: 'GET',
    path,
    who: candidateOfEnrolment(deps),
    priority: 'later',
    handle: async (visit, { candidate, enrolment }) => {
      const found = await findDeposit(deps.db, enrolment.id, visit.params.file ?? '');
      if (found === null) return none({ code: 'not-found' });
      const shut = whyNotOpened(found.kept, { is: 'owner', scans: false });
      if (shut !== null) return none(refusalOfShut(shut));
      const drawn = await thumbnails(candidate.accountId, found);
      if (!drawn.ok) return none(drawn.error);
      const reply = file(drawn.value, 'image/jpeg', 'vignette.jpg', 'inline', drawn.value.length);
      return { ...reply, headers: { ...reply.headers, ...KEPT_FOR_AN_HOUR } };
    },
  });
}

function none(refusal: Refusal): Reply {
  return problem(refusals.inWords(refusal), refusals.status(refusal));
}
