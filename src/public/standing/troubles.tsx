import type { JSX } from 'preact';
import { phaseOf, placeName } from '../../catalogue/index.ts';
import type { Reply, Visit } from '../../platform/http/visit.ts';
import { localPath } from '../../platform/localPath.ts';
import { ButtonLink, endInWords, renderPage } from '../../ui/index.ts';
import { scopeSeen } from '../chrome.ts';
import { rememberPages } from '../routes/remember.ts';
import { currentSession } from '../rules/phase.ts';
import { sessionsIn } from '../rules/scope.ts';
import { cameFromHere, type SendAgain, whatToSendAgain } from '../rules/sendAgain.ts';
import type { Site } from '../site.ts';
import { unavailableTexts } from '../texts/unavailable.ts';
import { texts } from '../texts.ts';
import { answerUnavailable, Frame, IncidentReference, type StandingDeps, UnavailablePage, WaysOut } from './frame.tsx';
import { RetryForm, TypedAnswers } from './typed.tsx';

const RETRY_AFTER = { 'retry-after': '60' };
const REQUEST_ID = 'request-id-of-this-visit';

/** 500: a fault of ours. What the person sent may be sent again; the reference leads to our log. */
export function failure(deps: StandingDeps, visit: Visit): Reply {
  const say = unavailableTexts.failure;
  const posted = visit.method === 'POST';
  return answerUnavailable(
    500,
    <UnavailablePage site={deps} visit={visit} title={say.title} lead={say.text}>
      <p>{posted ? say.kept : say.keptGet}</p>
      <p>{say.hint}</p>
      <IncidentReference site={deps} id={visit.requestId} />
      <TryAgain deps={deps} visit={visit} />
    </UnavailablePage>,
  );
}

/**
 * 503: the database is away, or the node is overwhelmed. Never a word that could be read as the end of enrolments. To a GET
 * it is a string kept ready: drawing pages is what an overwhelmed node must not do.
 */
export function createUnavailable(deps: StandingDeps): (visit: Visit) => Reply {
  const remembered = rememberPages<string>(deps);
  return (visit) => {
    const again = whatToSendAgain(visit);
    if (visit.method === 'POST' && again.fields.length > 0)
      return answerUnavailable(503, drawUnavailable(deps, visit), RETRY_AFTER);
    const bare = { ...visit, address: '/', path: '/', requestId: REQUEST_ID, method: 'GET', body: {} };
    const html = remembered(bare, () => renderPage(drawUnavailable(deps, bare)));
    return {
      status: 503,
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...RETRY_AFTER },
      cookies: [],
      body: html.replace(REQUEST_ID, visit.requestId.replace(/[^\w-]/g, '')),
    };
  };
}

function drawUnavailable(deps: StandingDeps, visit: Visit): JSX.Element {
  const say = unavailableTexts.unavailable;
  const posted = visit.method === 'POST';
  return (
    <Frame site={deps} visit={visit} title={say.title} lead={say.text}>
      <p>
        <strong>{say.kept}</strong> {posted && say.posted} {say.hint}
      </p>
      {closingsToCome(deps, visit).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {posted && <TryAgain deps={deps} visit={visit} />}
      <p>{say.proof}</p>
      <IncidentReference site={deps} id={visit.requestId} />
      <WaysOut />
    </Frame>
  );
}

/** The form again if it came from here; else the page again. */
export function TryAgain({ deps, visit }: { readonly deps: StandingDeps; readonly visit: Visit }): JSX.Element | null {
  if (visit.method !== 'POST') {
    const back = localPath(visit.address);
    return back === null ? null : (
      <p>
        <ButtonLink href={back}>{unavailableTexts.retry}</ButtonLink>
      </p>
    );
  }
  const again: SendAgain = whatToSendAgain(visit);
  const retry = cameFromHere(visit, deps.publicUrl);
  return (
    <>
      {retry && <RetryForm visit={visit} again={again} />}
      <TypedAnswers again={again} open={!retry} />
    </>
  );
}

/** One line, without a name, where one exam in one academy is meant; else one of each. */
export function closingsToCome(site: Site, visit: Visit): readonly string[] {
  const now = site.clock.now();
  const catalogue = site.catalogue();
  const scope = scopeSeen(site, visit, null);
  const open = scope.offerings.flatMap((one) => {
    const session = currentSession(sessionsIn(catalogue, { offerings: [one] }), now);
    return session !== null && phaseOf(session, now) === 'open' ? [session] : [];
  });
  const several = scope.offerings.length > 1;
  return open.map((session) => {
    const line = unavailableTexts.unavailable.open(endInWords(session.window.closesAt));
    return several ? texts.chrome.named(placeName(catalogue, session), line.replace(/\.$/, '')) : line;
  });
}
