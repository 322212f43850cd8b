import type { Reply, Visit } from '../../platform/http/visit.ts';
import { whatToSendAgain } from '../rules/sendAgain.ts';
import { unavailableTexts } from '../texts/unavailable.ts';
import { answerUnavailable, IncidentReference, type StandingDeps, UnavailablePage } from './frame.tsx';
import { TypedAnswers } from './typed.tsx';

/** 404. The address stays in the bar and on the page: it may hold a slip to be seen. */
export function notFound(deps: StandingDeps, visit: Visit): Reply {
  const say = unavailableTexts.notFound;
  return answerUnavailable(
    404,
    <UnavailablePage site={deps} visit={visit} title={say.title} lead={say.text}>
      <p>{say.address(visit.path.slice(0, 200))}</p>
      <p>{deps.holdsSession?.(visit) === true ? say.hintHeld : say.hint}</p>
      <TypedAnswers again={whatToSendAgain(visit)} open />
    </UnavailablePage>,
  );
}

/** 413. */
export function tooLarge(deps: StandingDeps, visit: Visit): Reply {
  const say = unavailableTexts.tooLarge;
  return answerUnavailable(
    413,
    <UnavailablePage site={deps} visit={visit} title={say.title} lead={say.text}>
      <p>
        {say.file} <a href="/aide#taille">{say.help}</a>
      </p>
      <p>{say.form}</p>
    </UnavailablePage>,
  );
}

/** 431: an address, or cookies, longer than what is read. */
export function tooLong(deps: StandingDeps, visit: Visit): Reply {
  const say = unavailableTexts.tooLong;
  return answerUnavailable(
    431,
    <UnavailablePage site={deps} visit={visit} title={say.title} lead={say.text}>
      <p>{say.hint}</p>
      <p>{say.cookies}</p>
    </UnavailablePage>,
  );
}

/** 400. */
export function unreadable(deps: StandingDeps, visit: Visit): Reply {
  const say = unavailableTexts.unreadable;
  return answerUnavailable(
    400,
    <UnavailablePage site={deps} visit={visit} title={say.title} lead={say.text}>
      <p>{say.hint}</p>
      <IncidentReference site={deps} id={visit.requestId} />
    </UnavailablePage>,
  );
}
