import type { PieceRefusal } from '../pieces/index.ts';
import { refusalTable } from '../platform/http/refusalTable.ts';
import { endInWords, instantInWords, sinceInWords } from '../ui/index.ts';
import { doorTexts } from './doorTexts.ts';
import { minutes, texts } from './texts.ts';

/** Why a confirmation can't be signed on line, or not now. */
export type Refusal =
  | { readonly code: 'not-found' }
  | { readonly code: 'ended' }
  | { readonly code: 'older-version'; readonly version: number }
  | { readonly code: 'paper-only' }
  | { readonly code: 'in-order-already' }
  | { readonly code: 'not-open-yet'; readonly at: Temporal.Instant }
  | { readonly code: 'closed'; readonly at: Temporal.Instant }
  | { readonly code: 'too-slow'; readonly at: Temporal.Instant }
  | { readonly code: 'candidate-first' }
  | { readonly code: 'code-wrong' }
  | { readonly code: 'too-many-codes'; readonly waitSeconds: number }
  | { readonly code: 'too-many-tries'; readonly waitSeconds: number }
  | { readonly code: 'too-many-links'; readonly waitSeconds: number }
  | { readonly code: 'link-unknown' }
  | { readonly code: 'link-over' }
  | { readonly code: 'too-fast' }
  | { readonly code: 'of-age' }
  | { readonly code: 'not-read' }
  | { readonly code: 'door-code-wrong' }
  | { readonly code: 'too-many-door-tries'; readonly waitSeconds: number };

const say = texts.refusals;
const atDoor = doorTexts.refusals;

export const refusals = refusalTable<Refusal>({
  'not-found': [404, say.notFound],
  ended: [409, say.ended],
  'older-version': [409, ({ version }) => say.olderVersion(version)],
  'paper-only': [409, say.paperOnly],
  'in-order-already': [409, say.inOrderAlready],
  'not-open-yet': [403, ({ at }) => say.notOpenYet(instantInWords(at))],
  closed: [403, ({ at }) => say.closed(sinceInWords(at))],
  'too-slow': [403, ({ at }) => say.tooSlow(endInWords(at))],
  'candidate-first': [409, say.candidateFirst],
  'code-wrong': [422, say.codeWrong, 'code'],
  'too-many-codes': [429, ({ waitSeconds }) => say.tooManyCodes(minutes(waitSeconds))],
  'too-many-tries': [429, ({ waitSeconds }) => say.tooManyTries(minutes(waitSeconds)), 'code'],
  'too-many-links': [429, ({ waitSeconds }) => atDoor.tooManyLinks(minutes(waitSeconds))],
  'link-unknown': [404, atDoor.unknown],
  'link-over': [410, atDoor.over],
  'too-fast': [429, atDoor.slow],
  'of-age': [409, atDoor.ofAge],
  'not-read': [409, atDoor.notRead],
  'door-code-wrong': [422, atDoor.codeWrong, 'code'],
  'too-many-door-tries': [429, ({ waitSeconds }) => atDoor.tooManyTries(minutes(waitSeconds)), 'code'],
});

/** The words of this room for why the sheet isn't to be signed. */
export function asRefusal(refusal: PieceRefusal): Refusal {
  switch (refusal.code) {
    case 'closed':
    case 'too-slow':
    case 'not-open-yet':
      return { code: refusal.code, at: refusal.at };
    case 'compliant':
      return { code: 'in-order-already' };
    default:
      return { code: 'paper-only' };
  }
}

export function waitOf(refusal: object): number {
  return 'waitSeconds' in refusal && typeof refusal.waitSeconds === 'number' ? refusal.waitSeconds : 60;
}
