import type { JSX } from 'preact';
import type { HeldBack } from '../../platform/admission/admission.ts';
import { isByHand as asksByHand, BY_HAND } from '../../platform/http/door.ts';
import { page as pageOf, type Reply, type Visit } from '../../platform/http/visit.ts';
import { renderPage, secondInstant } from '../../ui/index.ts';
import { rememberPages } from '../routes/remember.ts';
import { unavailableTexts } from '../texts/unavailable.ts';
import { answerUnavailable, Frame, type StandingDeps, WaysOut } from './frame.tsx';
import { BackToForm } from './refusedForms.tsx';
import { closingsToCome, TryAgain } from './troubles.tsx';
import { isUpload } from './typed.tsx';

const say = unavailableTexts.waiting;
const SIGN_IN = '/connexion';

/** What differs from one who waits to the next, where the page that is kept has these words. */
const PLACE = 'place-of-this-visit';
const TURN = 'turn-of-this-visit';
const AGAIN = 'seconds-of-this-visit';
const OTHER_WAY = 'way-of-this-visit';
const WORDS = /(?:place|turn|seconds|way)-of-this-visit/g;

/**
 * 503: too much is asked of this node, and this visitor waits for their turn. To a GET it is a string kept ready, as for an outage: who waits must
 * cost next to nothing. The page asks again by itself, without a script, unless it is told not to.
 */
export function createWaiting(deps: StandingDeps): (visit: Visit, held: HeldBack) => Reply {
  const kept = new Map<string, (bare: Visit, render: () => string) => string>();
  const remembered = (variant: string, bare: Visit, render: () => string): string => {
    const known = kept.get(variant) ?? rememberPages<string>(deps);
    kept.set(variant, known);
    return known(bare, render);
  };
  return (visit, held) => {
    const after = { 'retry-after': String(held.again) };
    if (held.is === 'later') return answerUnavailable(503, drawLater(deps, visit), after);
    if (visit.method === 'POST') return answerUnavailable(503, drawForm(deps, visit, held), after);
    const isByHand = asksByHand(visit);
    const isHeld = held.place.holder !== '';
    const isAtDoor = visit.path === SIGN_IN;
    const bare = { ...visit, address: '/', path: '/', method: 'GET', body: {} };
    const html = remembered(`${isHeld} ${isByHand} ${isAtDoor}`, bare, () =>
      renderPage(<WaitingPage deps={deps} visit={bare} isHeld={isHeld} isByHand={isByHand} isAtDoor={isAtDoor} />),
    );
    const words: Readonly<Record<string, string>> = {
      [PLACE]: secondInstant(Temporal.Instant.fromEpochMilliseconds(held.place.at)),
      [TURN]: held.about === null ? say.unknown : say.about(Math.ceil(held.about / 60)),
      [AGAIN]: String(held.again),
      [OTHER_WAY]: otherWay(visit.address, !isByHand),
    };
    const page = html.replace(WORDS, (name) => words[name] ?? '');
    const headers = isByHand ? after : { ...after, refresh: String(held.again) };
    return pageOf(page, 503, headers);
  };
}

/** The same page, asking again by itself or not; as it stands in an attribute. */
function otherWay(address: string, byHand: boolean): string {
  const { pathname, searchParams } = new URL(address, 'http://nowhere');
  if (byHand) searchParams.set(BY_HAND.name, BY_HAND.value);
  else searchParams.delete(BY_HAND.name);
  const query = searchParams.toString();
  return (query === '' ? pathname : `${pathname}?${query}`).replaceAll('&', '&amp;');
}

function WaitingPage({
  deps,
  visit,
  isHeld,
  isByHand,
  isAtDoor,
}: {
  readonly deps: StandingDeps;
  readonly visit: Visit;
  readonly isHeld: boolean;
  readonly isByHand: boolean;
  readonly isAtDoor: boolean;
}): JSX.Element {
  return (
    <Frame site={deps} visit={visit} title={say.title} lead={say.text} held={isHeld}>
      <p>
        <strong>{say.kept}</strong>
      </p>
      <p>
        {say.place(PLACE)} {TURN}
      </p>
      {closingsToCome(deps, visit).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p>{isHeld ? `${say.minutes} ${isByHand ? say.countByHand : say.count}` : say.stranger}</p>
      {!isHeld && !isAtDoor && (
        <p>
          <a href={SIGN_IN}>{say.signIn}</a> {say.signInFirst}
        </p>
      )}
      <p>{isByHand ? say.byHand : say.again(AGAIN)}</p>
      <p>
        <a href={OTHER_WAY}>{isByHand ? say.resume : say.stop}</a>
      </p>
      <WaysOut held={isHeld} />
    </Frame>
  );
}

/** What was typed comes back whole, to be sent by one press; a file can't. */
function drawForm(deps: StandingDeps, visit: Visit, held: Extract<HeldBack, { readonly is: 'wait' }>): JSX.Element {
  const isHeld = held.place.holder !== '';
  return (
    <Frame site={deps} visit={visit} title={say.title} lead={say.text} held={isHeld}>
      <p>{isUpload(visit) ? say.file : say.posted}</p>
      {!isUpload(visit) && <p>{say.press(String(held.again))}</p>}
      {isHeld && <p>{`${say.minutes} ${say.countByHand}`}</p>}
      {isUpload(visit) ? <BackToForm visit={visit} /> : <TryAgain deps={deps} visit={visit} />}
      <WaysOut held={isHeld} />
    </Frame>
  );
}

function drawLater(deps: StandingDeps, visit: Visit): JSX.Element {
  const { title, text, hint } = unavailableTexts.later;
  return (
    <Frame site={deps} visit={visit} title={title} lead={text} held>
      <p>{hint}</p>
      <TryAgain deps={deps} visit={visit} />
      <WaysOut held />
    </Frame>
  );
}
