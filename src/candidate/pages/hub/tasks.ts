import { enrolmentAddresses, standingSteps } from '../../../enrolment/index.ts';
import {
  type Contribution,
  certificateCodes,
  closingInWords,
  codesOf,
  correctedInWords,
  endByMode,
  otherwiseInWords,
  pieceAddresses,
  SIGNED_CONFIRMATION,
  type Todo,
  todosOf,
  unreadIn,
} from '../../../pieces/index.ts';
import {
  beforeShort,
  type ChecklistItem,
  listing,
  shortInstant,
  untilInWords,
  untilShort,
  untilWithYear,
} from '../../../ui/index.ts';
import { texts } from '../../texts.ts';
import { labelOfPiece, signAddress } from '../nextAct.tsx';
import type { HubView } from './view.ts';

const say = texts.hub;

/** What the candidate has to do, a line each, the most urgent first. What has a day of its own stands apart (`laterTasksOf`). */
export function tasksOf(view: HubView): readonly ChecklistItem[] {
  const todos = todosOf(view.remaining).filter((todo) => todo.act !== 'give' || !todo.later);
  return todos.flatMap((todo) => linesOf(view, todo));
}

function linesOf(view: HubView, todo: Todo): readonly ChecklistItem[] {
  const { enrolment, review } = view;
  const base = enrolmentAddresses.hub(enrolment.id);
  switch (todo.act) {
    case 'register':
      return stepsToDo(view);
    case 'finish-change':
      return [
        {
          state: 'todo',
          label: say.actions['finish-change'],
          href: enrolmentAddresses.step(enrolment.id, review.next),
          detail: untilShort(todo.until),
        },
      ];
    case 'correct':
      return [
        {
          state: 'problem',
          label: labelOfPiece(view, todo.code),
          href:
            todo.code === SIGNED_CONFIRMATION ? `${base}/confirmation` : pieceAddresses.piece(enrolment.id, todo.code),
          detail: (todo.mode === 'post' ? say.sendAgain : say.giveAgain)(
            todo.until === null
              ? correctedInWords(view.session, todo.mode, null)
              : untilShort(endByMode(todo.mode, todo.until)),
          ),
          ...noteOf(view, todo.code),
        },
      ];
    case 'sign':
      return [
        {
          state: view.comments.has(SIGNED_CONFIRMATION) ? 'problem' : 'todo',
          label: say.actions.sign,
          href: signAddress(view, todo),
          detail: givenBy(view, todo),
          ...noteOf(view, SIGNED_CONFIRMATION),
        },
      ];
    case 'give':
      return todo.codes.map((code) => ({
        state: view.comments.has(code) ? 'problem' : 'todo',
        label: labelOfPiece(view, code),
        href: pieceAddresses.piece(enrolment.id, code),
        detail: givenBy(view, todo),
        ...noteOf(view, code),
      }));
    case 'hand-over':
      return [
        {
          state: 'partial',
          label: say.actions[todo.whole ? 'hand-over' : 'hand-over-some'],
          href: `${pieceAddresses.list(enrolment.id)}#remettre`,
          detail: [
            (todo.whole ? say.toHandOver : say.handOverSome)(
              listing(todo.groups.map((group) => groupLabel(view, group))),
            ),
            ...(todo.until === null ? [] : [untilShort(todo.until)]),
          ].join(', '),
        },
      ];
    case 'other':
      return [added(todo)];
  }
}

function noteOf({ comments }: HubView, code: string): Pick<ChecklistItem, 'note'> {
  const note = comments.get(code);
  return note === undefined ? {} : { note };
}

/** How and until when. */
function givenBy({ session }: HubView, { mode, until }: Extract<Todo, { readonly mode: unknown }>): string {
  const when = until === null ? closingInWords(session, mode, until) : untilShort(endByMode(mode, until));
  return mode === 'post' ? say.byPost(when) : when;
}

/** Of a draft: the steps in their order, the last of which is *Enregistrer*. */
function stepsToDo({ enrolment, catalogue, session, review }: HubView): readonly ChecklistItem[] {
  const exam = catalogue.exam(session.exam);
  return exam === undefined
    ? []
    : standingSteps(exam, review).map(({ step, ...item }) => ({
        ...item,
        ...(item.state === 'waiting' ? {} : { href: enrolmentAddresses.step(enrolment.id, step) }),
        ...(step === 'recapitulatif' ? { detail: say.registerBefore(beforeShort(session.window.closesAt)) } : {}),
      }));
}

/** What happens without what is to be done, or to be given later; what other rooms add says it in its own line. */
export function otherwiseOf(
  { catalogue, remaining, session, leftOut = [] }: HubView,
  later: boolean,
): readonly string[] {
  // Once it is decided, what could be is no longer said.
  const decided = leftOut.length === 0 ? [] : certificateCodes(catalogue, session);
  const own = todosOf(remaining)
    .filter((todo) => todo.act !== 'other' && (todo.act === 'give' && todo.later) === later)
    .filter((todo) => !('codes' in todo && todo.codes.every((code) => decided.includes(code))))
    .filter((todo) => !(todo.act === 'correct' && decided.includes(todo.code)));
  return [...new Set(own.flatMap((todo) => otherwiseInWords(session, todo)))];
}

/** What another room says, in its own words. */
export function added({ state, label, href, detail, until, otherwise }: Contribution): ChecklistItem {
  // A right may last beyond the year.
  const end = state === 'may' ? untilWithYear : untilShort;
  const when = detail ?? (until === null ? null : end(until));
  return {
    state: state === 'may' ? 'waiting' : state,
    label,
    href,
    ...(when === null ? {} : { detail: when }),
    ...(otherwise === null ? {} : { note: otherwise }),
  };
}

/** What has a date and a sanction of its own (R.408), by group, until that date: what is late then is said with all that is. */
export function laterTasksOf(view: HubView): readonly ChecklistItem[] {
  const ahead = view.remaining.later.filter(({ until }) => Temporal.Instant.compare(view.now, until) < 0);
  return ahead
    .filter(({ state }) => state !== 'done')
    .map((group) => ({
      ...laterLine(view, group),
      detail: `${say.laterOf(group.given, group.asked)}, ${untilInWords(group.until)}`,
    }));
}

function laterLine(
  view: HubView,
  { group, state, given, asked }: HubView['remaining']['later'][number],
): ChecklistItem {
  return {
    state,
    label: groupLabel(view, group),
    href: `${pieceAddresses.list(view.enrolment.id)}#groupe-${group}`,
    detail: say.laterOf(given, asked),
  };
}

/** What the office has to do for this file. */
export function officeTasksOf(view: HubView): readonly ChecklistItem[] {
  const { remaining, enrolment } = view;
  const isSheetIn = isSheetWaiting(view);
  const checks = codesOf(remaining, 'check').filter((code) => !isSheetIn || code !== SIGNED_CONFIRMATION).length;
  const alone = remaining.next === null && codesOf(remaining, 'late').length === 0 && unreadIn(remaining) === 0;
  const checked = remaining.acts.find(({ name }) => name === 'checked')?.state;
  const item = (label: string, detail: string): ChecklistItem => ({ state: 'waiting', label, detail });
  // What was refused takes nothing from the office of what else it has to check.
  const isTheirs =
    enrolment.number !== null && enrolment.reserve !== 'upheld' && checked !== undefined && checked !== 'done';
  const byWhom = alone ? say.byOfficeAlone : say.byOffice;
  return [
    ...(remaining.lines.some(({ act }) => act === 'reserve') ? [item(say.office.reserve, '')] : []),
    ...(isSheetIn ? [item(say.office.sheet, alone && checks === 0 ? say.nothingToDo : '')] : []),
    ...(isTheirs && checks > 0 ? [item(say.office.check(checks), byWhom)] : []),
    ...(isTheirs && checks === 0 && !isSheetIn && alone && checked === 'waiting'
      ? [item(say.office.validate, byWhom)]
      : []),
    ...awaitedOf(view),
  ];
}

/** What rooms say that somebody of the office, or of a service, has to answer. */
export function awaitedOf({ remaining }: HubView): readonly ChecklistItem[] {
  return remaining.lines.flatMap((line) => (line.who === 'office' && line.act === 'other' ? [added(line)] : []));
}

/** The signed sheet is in and nobody has accepted it yet: that it is signed isn't promised. */
function isSheetWaiting({ remaining }: HubView): boolean {
  return isSigned(remaining) && codesOf(remaining, 'check').includes(SIGNED_CONFIRMATION);
}

const isSigned = ({ acts }: HubView['remaining']): boolean =>
  acts.some(({ name, state }) => name === 'signed' && state === 'done');

/** What is behind: registered, signed, each piece that is in. */
export function doneOf(view: HubView): readonly ChecklistItem[] {
  const { enrolment, remaining } = view;
  const base = enrolmentAddresses.hub(enrolment.id);
  const again = new Set(todosOf(remaining).flatMap((todo) => (todo.act === 'give' ? todo.codes : [])));
  const unread = codesOf(remaining, 'read');
  const standings: Readonly<Record<string, string>> = say.standings;
  const pieces = [...remaining.standings].flatMap(([code, stands]): readonly ChecklistItem[] => {
    if (again.has(code)) return [];
    const standing = unread.includes(code) ? 'being-read' : stands;
    const detail = standings[standing];
    if (detail === undefined || code === SIGNED_CONFIRMATION) return [];
    return [{ state: 'done', label: labelOfPiece(view, code), href: pieceAddresses.piece(enrolment.id, code), detail }];
  });
  return [
    ...(enrolment.registeredAt === null
      ? []
      : [{ state: 'done', label: say.acts.registered, detail: shortInstant(enrolment.registeredAt) } as const]),
    ...(isSigned(remaining) && !isSheetWaiting(view) && enrolment.signature !== null
      ? [
          {
            state: 'done',
            label: say.acts.signed,
            href: `${base}/confirmation`,
            detail: shortInstant(enrolment.signature.at),
          } as const,
        ]
      : []),
    ...pieces,
    ...remaining.later.filter(({ state }) => state === 'done').map((group) => laterLine(view, group)),
    ...(enrolment.validatedAt === null
      ? []
      : [{ state: 'done', label: say.acts.checked, detail: shortInstant(enrolment.validatedAt) } as const]),
  ];
}

function groupLabel({ session }: HubView, code: string): string {
  return session.pieceGroups.find((group) => group.code === code)?.label ?? code;
}
