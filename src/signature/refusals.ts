import { refusalTable } from '../platform/http/refusalTable.ts';
import { endInWords, instantInWords, sinceInWords } from '../ui/index.ts';
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
  | { readonly code: 'too-many-tries'; readonly waitSeconds: number };

const say = texts.refusals;

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
  'code-wrong': [422, say.codeWrong],
  'too-many-codes': [429, ({ waitSeconds }) => say.tooManyCodes(minutes(waitSeconds))],
  'too-many-tries': [429, ({ waitSeconds }) => say.tooManyTries(minutes(waitSeconds))],
});
