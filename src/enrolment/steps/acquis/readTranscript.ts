import { type Result, refuse } from '../../../platform/result.ts';
import { type Body, type Fault, type FormState, parseForm, type Rule, typedIn } from '../../../ui/index.ts';
import type { Credit, CreditRules } from '../../rules/credits.ts';
import type { Slot } from '../../rules/slots.ts';
import { slotTitle } from '../../texts/units.ts';
import { type KnownAnswers, type Read, readStep, textIn } from '../reading.ts';
import { applyingFields, creditFields } from './creditFields.ts';
import { creditCheck, creditIn } from './readCredits.ts';
import { texts as say } from './texts.ts';
import { bothIn, isTyped, rowOf, transcriptFields, withChoices } from './transcript.ts';

/** The choice of each slot, from the page's table or from answers as they are kept. What is wrong is said at the row's own fields. */
export function readTranscript(
  slots: readonly Slot[],
  rules: CreditRules,
  body: Body,
): Read<ReadonlyMap<string, Credit>> {
  const isPage = isTyped(slots, rules, body);
  const { has } = transcriptFields;
  if (isPage && !parseForm([has], body).ok)
    return refuse(pageState(slots, rules, body, [{ field: has.name, message: has.missing }]));
  const source = withChoices(slots, rules, body);
  const fields = slots.flatMap((slot) => applyingFields(slot, rules, source));
  const checks = [
    ...slots.map((slot) => creditCheck(slot, rules, applyingFields(slot, rules, source))),
    ...(isPage ? pageChecks(slots, rules, body) : []),
  ];
  const read = readStep(fields, source, checks, (known) => {
    return new Map(slots.map((slot) => [slot.id, creditIn(known, slot, rules)]));
  });
  const day = isPage ? dayFault(slots, rules, body) : null;
  if (read.ok && day === null) return read;
  return refuse(
    pageState(slots, rules, body, [...(day === null ? [] : [day]), ...atRows(slots, rules, body, read, day !== null)]),
  );
}

/** Nothing typed by somebody who has marks; a mark and a ground in one row. */
function pageChecks(slots: readonly Slot[], rules: CreditRules, body: Body): readonly Rule<KnownAnswers>[] {
  const rows = slots.map((slot) => rowOf(slot, rules, body));
  const [first] = slots;
  const isBlank = rows.every(({ mark, day, ground }) => `${mark}${day}${ground}` === '');
  const blank =
    isBlank && first !== undefined && textIn(body, transcriptFields.has.name) === 'oui'
      ? [{ field: creditFields(first, rules).mark.name, message: say.nothingTyped }]
      : [];
  const both = bothIn(slots, rules, body).map((slot) => ({
    field: creditFields(slot, rules).ground.name,
    message: say.both(slotTitle(slot)),
  }));
  return [...blank, ...both].map((fault) => ({ needs: [], look: () => fault }));
}

/** The day at the top, where a row counts on it. */
function dayFault(slots: readonly Slot[], rules: CreditRules, body: Body): Fault | null {
  const { day } = transcriptFields;
  if (!slots.some((slot) => countsOnDay(slot, rules, body))) return null;
  const read = parseForm([day], body);
  return read.ok ? null : (read.error.faults[0] ?? null);
}

function countsOnDay(slot: Slot, rules: CreditRules, body: Body): boolean {
  const { mark, obtainedOn } = creditFields(slot, rules);
  return textIn(body, mark.name) !== '' && textIn(body, obtainedOn.name) === '';
}

/** The choice isn't a field of the page: what is wrong with it is said at the mark. A wrong day at the top is said once, there. */
function atRows(
  slots: readonly Slot[],
  rules: CreditRules,
  body: Body,
  read: Result<unknown, FormState>,
  dayIsWrong: boolean,
): readonly Fault[] {
  if (read.ok) return [];
  return read.error.faults
    .filter(({ field }) => {
      const slot = slots.find((one) => creditFields(one, rules).obtainedOn.name === field);
      return !dayIsWrong || slot === undefined || !countsOnDay(slot, rules, body);
    })
    .map((fault) => {
      const slot = slots.find((one) => creditFields(one, rules).choice.name === fault.field);
      return slot === undefined ? fault : { ...fault, field: creditFields(slot, rules).mark.name };
    });
}

/** With all that was typed, whichever row it stands in. */
function pageState(slots: readonly Slot[], rules: CreditRules, body: Body, faults: readonly Fault[]): FormState {
  return { typed: typedIn(pageFields(slots, rules), body), faults };
}

/** Every field that the page or the kept answers may hold. */
export function pageFields(slots: readonly Slot[], rules: CreditRules) {
  return [...slots.flatMap((slot) => Object.values(creditFields(slot, rules))), ...Object.values(transcriptFields)];
}
