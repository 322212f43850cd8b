import type { Reply, Visit } from '../../platform/http/visit.ts';
import { whatToSendAgain } from '../rules/sendAgain.ts';
import { standing } from '../texts/standing.ts';
import { answer, Reference, Standing, type StandingDeps } from './frame.tsx';
import { TypedAnswers } from './typed.tsx';

/** 404. The address stays in the bar and on the page: it may hold a slip to be seen. */
export function notFound(deps: StandingDeps, visit: Visit): Reply {
  const say = standing.notFound;
  return answer(
    404,
    <Standing site={deps} visit={visit} title={say.title} lead={say.text}>
      <p>{say.address(visit.path.slice(0, 200))}</p>
      <p>{deps.holdsSession?.(visit) === true ? say.hintHeld : say.hint}</p>
      <TypedAnswers again={whatToSendAgain(visit)} open />
    </Standing>,
  );
}

/** 413. */
export function tooLarge(deps: StandingDeps, visit: Visit): Reply {
  const say = standing.tooLarge;
  return answer(
    413,
    <Standing site={deps} visit={visit} title={say.title} lead={say.text}>
      <p>
        {say.file} <a href="/aide#taille">{say.help}</a>
      </p>
      <p>{say.form}</p>
    </Standing>,
  );
}

/** 400. */
export function unreadable(deps: StandingDeps, visit: Visit): Reply {
  const say = standing.unreadable;
  return answer(
    400,
    <Standing site={deps} visit={visit} title={say.title} lead={say.text}>
      <p>{say.hint}</p>
      <Reference site={deps} id={visit.requestId} />
    </Standing>,
  );
}
