import type { Answers, SheetForm } from './sheet.ts';

/**
 * The boards of somebody as their page and their devices hold them: everything that a person reads is in words already, so that a browser without our
 * libraries shows the same. Nothing here may lean on the server: this folder goes to browsers.
 */
/** `unchecked`: agreed here by a code that only the server can read. */
export type LineState = 'none' | 'signed' | 'unchecked' | 'agreed' | 'contested' | 'disputed';
/** What a sheet says. `barred`: there, but may not sit; the law doesn't say what it is worth, so it gives no mark and a head decides. */
export const OUTCOMES = ['mark', 'absent', 'excused', 'exempt', 'barred'] as const;
export type LineOutcome = (typeof OUTCOMES)[number];

export type ShownSheet = {
  readonly id: string;
  readonly outcome: LineOutcome;
  readonly halfPoints: number | null;
  readonly answers: Answers;
  readonly words: string;
  /** Who filled it; empty: whoever is signed in, and it waits. */
  readonly by: string;
  readonly isOwn: boolean;
  /** « 8 h 51 »; null: it isn't sent. */
  readonly said: string | null;
  readonly verdicts: readonly { readonly name: string; readonly agrees: boolean; readonly words: string }[];
};

/** One candidate before a board. */
export type SheetLine = {
  readonly enrolment: string;
  /** Before a jury that marks without them, their number instead. */
  readonly name: string;
  readonly number: string;
  /** « 8 h 20 » */
  readonly hour: string;
  readonly state: LineState;
  readonly sheet: ShownSheet | null;
  /** Said on another tablet without knowing of it. */
  readonly other: ShownSheet | null;
  /** What the other jury of its sheet makes of it, in words; null: nothing that this one may know yet, or there is no other. */
  readonly beside: string | null;
  /** Of the last sheet; 0: none. */
  readonly rank: number;
  /** It came after the marks were locked. */
  readonly isLate: boolean;
};

export type BoardPage = {
  readonly id: string;
  /** « U41, Vente-conseil » */
  readonly title: string;
  /** « Lycée X, salle 12 » */
  readonly place: string;
  /** « mardi 4 juin 2024 à 8 h 00 » */
  readonly begins: string;
  /** Its day was over and nothing left to sign when this was read. Not there on a device that read it before lists were folded. */
  readonly isOver?: boolean;
  /** When its marks were locked, in words; null: they aren't. */
  readonly locked: string | null;
  readonly members: readonly string[];
  /** Why nothing is signed before it: sheets are those of another board. */
  readonly later?: string;
  readonly form: SheetForm;
  readonly lines: readonly SheetLine[];
};

export type OwnBoards = {
  /** Whose they are: an account, and its name. */
  readonly owner: string;
  readonly keeper: string;
  /** The server's clock when it was read, and when a device forgets it. */
  readonly now: string;
  readonly until: string;
  readonly boards: readonly BoardPage[];
};

/** One thing said that waits for a network. `label`: without a name, for when the list is gone. */
export type MarkingToSend = {
  readonly id: string;
  readonly owner: string;
  readonly keeper: string;
  readonly saidAt: string;
  /** Epoch milliseconds of the device's own clock. */
  readonly heldSince: number;
  readonly label: string;
  /** Why the server will never take it; null: it waits. */
  readonly refused: string | null;
  readonly boardId: string;
  readonly seen: number;
  readonly words: string;
} & (
  | {
      readonly kind: 'sheet';
      readonly enrolmentId: string;
      readonly version: string;
      readonly outcome: LineOutcome;
      readonly answers: Answers;
      readonly halfPoints: number | null;
    }
  | {
      readonly kind: 'verdict';
      readonly sheetId: string;
      readonly verdict: 'agree' | 'disagree';
      readonly code: string;
    }
);

/** The line with what waits for it: what somebody said here is what they see. */
export function shownLine(line: SheetLine, waiting: readonly MarkingToSend[]): SheetLine {
  let shown = line;
  for (const one of waiting) if (one.refused === null) shown = withSaid(shown, one);
  return shown;
}

function withSaid(line: SheetLine, one: MarkingToSend): SheetLine {
  if (one.kind === 'sheet') {
    if (one.enrolmentId !== line.enrolment) return line;
    const { id, outcome, halfPoints, answers, words } = one;
    const sheet = { id, outcome, halfPoints, answers, words, by: '', isOwn: true, said: null, verdicts: [] };
    return { ...line, state: 'signed', sheet, other: null };
  }
  if (line.sheet?.id !== one.sheetId) return line;
  const agrees = one.verdict === 'agree';
  const verdicts = [...line.sheet.verdicts, { name: '', agrees, words: one.words }];
  const agreed = one.code === '' ? 'agreed' : 'unchecked';
  return { ...line, state: agrees ? agreed : 'contested', sheet: { ...line.sheet, verdicts } };
}

type Listed = { readonly boards: readonly Pick<BoardPage, 'id' | 'lines'>[] };

/** Whom something that was said here is about, so that a refusal names them. Null: the list has them no more. */
export function nameOf(one: MarkingToSend, { boards }: Listed): string | null {
  const lines = boards.find(({ id }) => id === one.boardId)?.lines ?? [];
  const theirs = lines.find(({ enrolment, sheet }) =>
    one.kind === 'sheet' ? enrolment === one.enrolmentId : sheet?.id === one.sheetId,
  );
  return theirs?.name ?? null;
}

export type BoardCounts = { readonly all: number; readonly agreed: number; readonly open: number };

export function countsOf(lines: readonly Pick<SheetLine, 'state'>[]): BoardCounts {
  const of = (...states: readonly LineState[]): number => lines.filter(({ state }) => states.includes(state)).length;
  return { all: lines.length, agreed: of('agreed'), open: of('contested', 'disputed') };
}
