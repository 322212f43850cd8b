import type { Catalogue } from '../catalogue/index.ts';
import { inWords, type Together, wordsOf } from '../platform/defineEvents.ts';
import type { Entry, Json } from '../platform/journal.ts';
import { memberOf } from '../platform/keys.ts';
import { parisDay } from '../platform/time.ts';
import type { TimelineEntry } from '../ui/index.ts';
import type { CandidateDeps } from './deps.ts';
import { texts } from './texts.ts';

type Told = { readonly at: Temporal.Instant; readonly text: string; readonly together: Together | null };

/**
 * « Ce qui s'est passé », for the candidate: what they did and what the office did, without who looked at what; what was done
 * in a row on one day in one line. `session`: of the enrolment that they are about; `entries`: the newest first.
 */
export function historyOf(
  { definedEvents, catalogue }: Pick<CandidateDeps, 'definedEvents' | 'catalogue'>,
  session: string,
  entries: readonly Entry[],
): readonly TimelineEntry[] {
  const label = (code: string): string => catalogue().pieceType({ session, code })?.label ?? code;
  const rows: Told[][] = [];
  for (const entry of entries) {
    const said = Object.hasOwn(definedEvents, entry.name) ? definedEvents[entry.name] : undefined;
    const text =
      said === undefined
        ? inOldWords(catalogue(), session, entry)
        : said.candidate === null
          ? null
          : inWords(said.candidate, entry.data, label);
    if (text === null) continue;
    const together =
      said === undefined
        ? oldKindOf(catalogue(), session, entry)
        : (said.together?.(wordsOf(entry.data, label)) ?? null);
    const told: Told = { at: entry.businessAt, text, together };
    const row = rows.at(-1);
    if (row?.[0] !== undefined && areAlike(row[0], told)) row.push(told);
    else rows.push([told]);
  }
  return rows.flatMap((row, index) => {
    const [newest] = row;
    return newest === undefined ? [] : [{ key: `${index}`, at: newest.at, text: inOneLine(newest, row) }];
  });
}

function areAlike(one: Told, other: Told): boolean {
  const sameDay = parisDay(one.at).equals(parisDay(other.at));
  const words = one.together?.words;
  return sameDay && (words === undefined ? one.text === other.text : words === other.together?.words);
}

function inOneLine({ text, together }: Told, row: readonly Told[]): string {
  if (row.length === 1 || together === null) return text;
  const acts = Map.groupBy(row.toReversed(), (told) => told.together?.thing ?? '');
  const things = [...acts].map(([thing, { length }]) => (length > 1 ? together.again?.(thing, length) : null) ?? thing);
  return together.words(things.length, things.join(', '));
}

/** Null of what isn't about one piece. */
function oldKindOf(catalogue: Catalogue, session: string, { name, data }: Entry): Together | null {
  const code = textIn(data, 'code');
  const piece = catalogue.pieceType({ session, code })?.label ?? code;
  const say = texts.several;
  if (name === 'piece.deposited' && textIn(data, 'givenBy') === '')
    return { words: say.deposited, thing: piece, again: say.files };
  const decision = name === 'piece.reviewed' ? textIn(data, 'decision') : '';
  return decision === 'received' || decision === 'compliant' || decision === 'non-compliant'
    ? { words: say[decision], thing: piece, again: null }
    : null;
}

function inOldWords(catalogue: Catalogue, session: string, { name, data }: Entry): string | null {
  const say = texts.events;
  const piece = (): string => {
    const code = textIn(data, 'code');
    return catalogue.pieceType({ session, code })?.label ?? code;
  };
  switch (name) {
    case 'enrolment.registered':
    case 'enrolment.modified': {
      const said = textIn(data, 'typedFor') === '' ? say[name] : say.typedForYou(say[name]);
      return textIn(data, 'reserve') === 'pending' ? say.underReserve(said) : said;
    }
    case 'draft.begun':
    case 'draft.abandoned':
    case 'draft.reminded':
    case 'changes.abandoned':
    case 'entry.opened':
    case 'entry.left':
    case 'enrolment.withdrawn':
    case 'enrolment.disclosureChanged':
    case 'enrolment.validated':
    case 'enrolment.validationRestored':
    case 'reserve.lifted':
    case 'enrolment.cancelled':
    case 'enrolment.restored':
    case 'reminder.sent':
    case 'regularisation.invited':
    case 'units.proposed':
    case 'units.dropped':
    case 'units.confirmed':
    case 'units.contested':
    case 'addressRecovery.approved':
    case 'addressRecovery.objected':
    case 'addressRecovery.done':
    case 'time.granted':
    case 'observation.written':
    case 'enrolment.setAside':
    case 'setAside.resumed':
    case 'enrolment.reinstated':
    case 'pieces.handedOver':
    case 'pieces.excused':
    case 'pieces.dueAgain':
      return say[name];
    case 'setAside.ended':
      return say[name](textIn(data, 'on') === '' ? null : Temporal.PlainDate.from(textIn(data, 'on')));
    // Whoever signed on line did so in the entry before.
    case 'enrolment.signed':
      return textIn(data, 'way') === 'online' ? null : say[name];
    case 'signature.given':
      return say[name][textIn(data, 'signer') === 'candidate' ? 'candidate' : 'representative'](
        numberIn(data, 'version'),
      );
    case 'person.same':
      return say[name][textIn(data, 'role') === 'ends' ? 'ends' : 'stays'];
    case 'person.undone':
      return textIn(data, 'decision') === 'same' ? say[name] : null;
    case 'person.ended':
      return say[name];
    case 'enrolment.unvalidated':
      return textIn(data, 'why') === 'taken-back' ? say.validationTakenBack : say[name];
    case 'rules.changed':
    case 'window.extended':
      return say[name](listIn(data, 'sentences'));
    case 'piece.deposited':
      return textIn(data, 'givenBy') === '' ? say[name](piece()) : say.depositedForYou(piece());
    case 'piece.fileRefused':
      return (textIn(data, 'replacedBy') === '' ? say[name] : say.unreadReplaced)(piece(), textIn(data, 'receipt'));
    case 'piece.reviewTakenBack':
    case 'piece.removed':
      return say[name](piece());
    case 'message.sent':
      return textIn(data, 'author') === 'office' ? say[name].office : say[name].candidate;
    case 'piece.reviewed': {
      const decision = textIn(data, 'decision');
      return decision === 'received' || decision === 'compliant' || decision === 'non-compliant'
        ? say['piece.reviewed'][decision](piece())
        : null;
    }
    default:
      return null;
  }
}

function textIn(data: Json, key: string): string {
  const value = memberOf(data, key);
  return typeof value === 'string' ? value : '';
}

function numberIn(data: Json, key: string): number {
  const value = memberOf(data, key);
  return typeof value === 'number' ? value : 0;
}

function listIn(data: Json, key: string): readonly string[] {
  const value = memberOf(data, key);
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
