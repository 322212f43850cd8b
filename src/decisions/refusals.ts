import { type Refusals, refusalTable } from '../platform/http/refusalTable.ts';
import { AS_WRITTEN } from '../platform/http/visit.ts';
import { onLineInWords } from '../ui/index.ts';
import type { OnLineRefusal } from './actions/whyNotHeard.ts';
import type { End } from './rules/signing.ts';
import { texts } from './texts.ts';

const say = texts.refusals;

/** Why nobody signs: a room that decides adds these to its own. */
export type DecisionRefusal =
  | {
      readonly code: 'no-delegation';
      /** Of the act. */
      readonly title: string;
      /** When the one that they had did; null: there was none. */
      readonly ended: End | null;
      /** Who could sign. */
      readonly who: readonly string[];
    }
  /** What its paper prints, and its academy hasn't said: as the form of the rules calls it. */
  | { readonly code: 'unsaid'; readonly what: readonly string[] }
  | OnLineRefusal
  | { readonly code: 'reason-short' | 'file-changed' | 'prepared-already' | 'prepared-closed' | 'prepared-changed' };

export const decisionRefusals: Refusals<DecisionRefusal> = {
  'no-delegation': [403, ({ title, ended, who }) => notDelegated(title, ended, who).join(' ')],
  unsaid: [409, ({ what }) => say.unsaid(what)],
  'on-line-words': [422, onLineInWords, AS_WRITTEN],
  'reason-short': [422, say.reason],
  'file-changed': [409, say.fileChanged],
  'prepared-already': [409, say.preparedAlready],
  'prepared-closed': [409, say.preparedClosed],
  'prepared-changed': [409, say.preparedChanged],
};

/** What somebody reads who can't sign. */
export function notDelegated(title: string, ended: End | null, who: readonly string[]): readonly string[] {
  const { none, ended: endedOn, who: names, nobody } = texts.signing;
  return [none(title), ...(ended === null ? [] : [endedOn(ended)]), who.length === 0 ? nobody : names(who)];
}

/** Why a delegation isn't kept. */
export type DelegationRefusal =
  | { readonly code: 'unknown-person' | 'in-force-too-early' | 'days-reversed' | 'days-past' }
  /** By that text, from that day. */
  | { readonly code: 'held-already'; readonly title: string; readonly from: Temporal.PlainDate };

export const delegationRefusals = refusalTable<DelegationRefusal>({
  'unknown-person': [422, say.unknownPerson, 'personne'],
  'in-force-too-early': [422, say.order, 'premier'],
  'days-reversed': [422, say.untilOrder, 'dernier'],
  'days-past': [422, say.past, 'dernier'],
  'held-already': [409, ({ title, from }) => say.heldAlready(title, from), 'actes'],
});
