import type { PieceType } from '../../catalogue/index.ts';
import type { CannotOpen } from '../../keptFiles/index.ts';
import type { ShownFile } from '../../pieces/index.ts';
import type { FormState, PageFrame, TimelineEntry } from '../../ui/index.ts';
import type { PieceAtDesk, QueueFilter } from '../checking.ts';
import type { FactLine } from '../rules/factLines.ts';
import type { WhoHas } from '../rules/whoHas.ts';
import type { PlaceInQueue } from '../store/placeInQueue.ts';
import type { DoneLine } from './done.tsx';
import type { PieceTab } from './personTabs.tsx';
import type { TakeBack } from './takeBack.tsx';

/** What the page of a piece shows. */
export type ReviewView = PageFrame & {
  readonly at: PieceAtDesk;
  readonly name: string;
  readonly speciality: string;
  readonly type: PieceType | undefined;
  readonly filter: QueueFilter;
  readonly place: PlaceInQueue;
  /** This person's pieces. */
  readonly tabs: readonly PieceTab[];
  readonly files: readonly ShownFile[];
  readonly shown: ShownFile | null;
  /** What counts beside it and may be opened. */
  readonly others: readonly ShownFile[];
  /** By name: who filed it in the candidate's name, where a colleague did. */
  readonly filedBy: string;
  /** What a machine read on it. */
  readonly sheet: string | null;
  /** What a machine saw in it: a hint. */
  readonly hints: string | null;
  /** Why the file shown can't be opened. */
  readonly shut: CannotOpen | null;
  readonly facts: readonly FactLine[];
  /** False when today's rules can't read the registered answers. */
  readonly readable: boolean;
  /** Which colleagues are at this file. */
  readonly who: WhoHas;
  /** The first page of the identity document, to compare with; null: not given, or this is it. */
  readonly identity: { readonly page: string; readonly piece: string } | null;
  readonly reviews: readonly TimelineEntry[];
  readonly corrected: boolean;
  readonly now: Temporal.Instant;
  readonly state: FormState;
  readonly done: DoneLine | null;
  /** Of an enrolment that is validated, on this piece among others: does its candidate know? */
  readonly validation: 'untold' | 'told' | null;
  /** The last decision on this piece, while this officer may take it back. */
  readonly takeBack: TakeBack | null;
  /** What happened while this officer was looking; null: nothing. */
  readonly conflict: { readonly decision: string; readonly events: readonly string[] } | null;
  /** The first page of the next piece's first document, to be there before it is asked for. */
  readonly ahead: string | null;
};
