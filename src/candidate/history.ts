import type { Catalogue } from '../catalogue/index.ts';
import type { Entry, Json } from '../platform/journal.ts';
import type { TimelineEntry } from '../ui/index.ts';
import { texts } from './texts.ts';

/** « Ce qui s'est passé », for the candidate: what they did and what the office did, without who looked at what. */
/** `session`: of the enrolment that they are about. */
export function historyOf(catalogue: Catalogue, session: string, entries: readonly Entry[]): readonly TimelineEntry[] {
  return entries.flatMap((entry, index) => {
    const text = inWords(catalogue, session, entry);
    return text === null ? [] : [{ key: `${index}`, at: entry.businessAt, text }];
  });
}

function inWords(catalogue: Catalogue, session: string, { name, data }: Entry): string | null {
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
    case 'enrolment.signed':
    case 'enrolment.withdrawn':
    case 'enrolment.disclosureChanged':
    case 'enrolment.validated':
    case 'enrolment.validationRestored':
    case 'reserve.lifted':
    case 'enrolment.cancelled':
    case 'enrolment.restored':
    case 'reminder.sent':
    case 'summons.issued':
    case 'summons.changed':
    case 'summons.void':
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
    case 'enrolment.reinstated':
    case 'pieces.handedOver':
    case 'pieces.excused':
    case 'pieces.dueAgain':
    case 'results.published':
    case 'resultCase.opened':
    case 'resultCase.answered':
      return say[name];
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
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return '';
  const value = (data as Readonly<Record<string, Json>>)[key];
  return typeof value === 'string' ? value : '';
}

function listIn(data: Json, key: string): readonly string[] {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return [];
  const value = (data as Readonly<Record<string, Json>>)[key];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
