import type { WhoHas } from '../../../checking/index.ts';
import type { IssuedPaper } from '../../../documents/index.ts';
import type { Minority, RegisteredFile, ShownVersion } from '../../../enrolment/index.ts';
import type { FileLetter } from '../../../letters/index.ts';
import type { Thread } from '../../../messages/index.ts';
import type { FileRemains } from '../../../papers/index.ts';
import type { Doubles } from '../../../persons/index.ts';
import type { FileAtDesk } from '../../../scope/index.ts';
import type { Line, PageFrame, TimelineEntry } from '../../../ui/index.ts';
import type { NotAdmitted } from '../rules/notAdmitted.ts';
import type { FilePiece } from './filePieces.tsx';

export type FileView = PageFrame &
  FileRemains & {
    readonly at: FileAtDesk;
    /** What couldn't be done. */
    readonly fault: string | null;
    readonly who: WhoHas;
    /** What was said on the telephone or at the counter. */
    readonly notes: readonly TimelineEntry[];
    readonly name: string;
    /** Theirs in the system in place; null: they don't come from it. */
    readonly formerNumber: string | null;
    readonly speciality: string;
    readonly phone: string | null;
    /** Who answers for a minor; null: of age. */
    readonly minority: Minority;
    readonly civilStatus: readonly Line[];
    readonly pieces: readonly FilePiece[];
    /** Where their files are taken together, and how many of them wait to be read; null: there is none. */
    readonly archive: { readonly href: string; readonly unread: number } | null;
    /** The certificates that keep the candidate out of units, and those units; null units: the pack doesn't know them. */
    readonly notAdmitted: NotAdmitted | null;
    readonly scaffoldingUnits: readonly string[] | null;
    readonly papers: readonly IssuedPaper[];
    readonly letters: readonly FileLetter[];
    /** The other files that may be the same person's. */
    readonly doubles: Doubles;
    /** Where its messages stand; null: nobody has written. */
    readonly thread: Thread | null;
    /** Since when our mails are refused; null: they arrive. */
    readonly unreached: Temporal.Instant | null;
    /** Is another mail address asked for? */
    readonly recovering: boolean;
    /** Is something thought of against them, or may it be? The same whether a waiver waits or not (102). */
    readonly hearings: boolean;
    /** May something be contested, or asked of a published result? */
    readonly contestable: boolean;
    /** An appeal was accepted against a decision that somebody has still to undo. */
    readonly appealHeld: boolean;
    /** Where units stand that were told in words; null: they are known. */
    readonly units: 'awaited' | 'proposed' | 'contested' | null;
    readonly registered: RegisteredFile | null;
    /** The verdict on the conditions, in words; null when it can't be read. */
    readonly verdict: string | null;
    /** The credits that are for the office to judge, a sentence each. */
    readonly doubts: readonly string[];
    /** Marks kept or carried, beside what the register holds of them. */
    readonly held: readonly string[];
    readonly versions: readonly ShownVersion[];
    readonly timeline: readonly TimelineEntry[];
    readonly timelineCut: boolean;
    readonly journal: string | null;
  };
