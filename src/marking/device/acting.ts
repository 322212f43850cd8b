import type { BoardPage, LineOutcome, SheetLine } from './board.ts';
import type { Answers } from './sheet.ts';

/**
 * A board's list and the sheet of one candidate. As plain forms on the server; in a browser `onSheet` and `onVerdict` take what is sent instead.
 */
export type SheetActing = {
  /** Hidden fields of the forms of a line; without a network there are none. */
  readonly hidden: (line: SheetLine) => Readonly<Record<string, string>>;
  readonly onSheet?: (line: SheetLine, typed: TypedSheet) => void;
  readonly onVerdict?: (line: SheetLine, typed: TypedVerdict) => void;
  /** What stands in the fields of a sheet that isn't signed, by their names, as a tablet keeps it; null: nothing. */
  readonly draft?: (line: SheetLine) => Readonly<Record<string, string>> | null;
  readonly onDraft?: (line: SheetLine, draft: Readonly<Record<string, string>>) => void;
  /** What was refused, with what was typed. */
  readonly fault: {
    readonly texts: readonly string[];
    readonly ids: readonly string[];
    readonly typed: Readonly<Record<string, string>>;
  } | null;
};

export type TypedSheet = { readonly outcome: LineOutcome; readonly answers: Answers; readonly words: string };
export type TypedVerdict = { readonly verdict: 'agree' | 'disagree'; readonly code: string; readonly words: string };

export type LineProps = { readonly board: BoardPage; readonly line: SheetLine; readonly acting: SheetActing };

export const textOf = (fields: FormData, name: string): string => String(fields.get(name) ?? '').trim();

/** What was typed on a sheet and isn't signed; what came back of a verdict has a form of its own. */
export function typedOn(line: SheetLine, { fault, draft }: SheetActing): Readonly<Record<string, string>> | null {
  return (fault !== null && fault.typed.avis === undefined ? fault.typed : null) ?? draft?.(line) ?? null;
}
