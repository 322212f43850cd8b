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
import { standing } from '../texts/standing.ts';
import { texts } from '../texts.ts';
import { answer, Frame, Reference, Standing, type StandingDeps, WaysOut } from './frame.tsx';
import { RetryForm, TypedAnswers } from './typed.tsx';

const RETRY_AFTER = { 'retry-after': '60' };
const REQUEST_ID = 'request-id-of-this-visit';

/** 500: a fault of ours. What the person sent may be sent again; the reference leads to our log. */
export function failure(deps: StandingDeps, visit: Visit): Reply {
  const say = standing.failure;
  const posted = visit.method === 'POST';
  return answer(
    500,
    <Standing site={deps} visit={visit} title={say.title} lead={say.text}>
      <p>{posted ? say.kept : say.keptGet}</p>
      <p>{say.hint}</p>
      <Reference site={deps} id={visit.requestId} />
      <Again deps={deps} visit={visit} />
    </Standing>,
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
      return answer(503, drawUnavailable(deps, visit), RETRY_AFTER);
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
  const say = standing.unavailable;
  const posted = visit.method === 'POST';
  return (
    <Frame site={deps} visit={visit} title={say.title} lead={say.text}>
      <p>
        <strong>{say.kept}</strong> {posted && say.posted} {say.hint}
      </p>
      {closingsToCome(deps, visit).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {posted && <Again deps={deps} visit={visit} />}
      <p>{say.proof}</p>
      <Reference site={deps} id={visit.requestId} />
      <WaysOut />
    </Frame>
  );
}

/** The form again if it came from here; else the page again. */
export function Again({ deps, visit }: { readonly deps: StandingDeps; readonly visit: Visit }): JSX.Element | null {
  if (visit.method !== 'POST') {
    const back = localPath(visit.address);
    return back === null ? null : (
      <p>
        <ButtonLink href={back}>{standing.retry}</ButtonLink>
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
    const line = standing.unavailable.open(endInWords(session.window.closesAt));
    return several ? texts.chrome.named(placeName(catalogue, session), line.replace(/\.$/, '')) : line;
  });
}
