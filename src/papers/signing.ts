import type { SignatureSetting } from '../catalogue/index.ts';
import type { Enrolment, OwnEnrolment } from '../enrolment/index.ts';
import {
  type Contribution,
  closingOf,
  doubtOf,
  groupOfPiece,
  listPieces,
  type PieceWithFiles,
  progressInWords,
  SIGNED_CONFIRMATION,
  sessionOf,
} from '../pieces/index.ts';
import type { PapersDeps } from './deps.ts';
import { type ConfirmationState, confirmationState } from './rules/confirmationState.ts';

export type ConfirmationSigning = {
  readonly state: ConfirmationState;
  readonly piece: PieceWithFiles | null;
  readonly closesAt: Temporal.Instant;
  /** What is to be looked at of the sheet that is in. */
  readonly doubt: Contribution | null;
  /** « 2 pièces déposées sur 5, confirmation à signer » */
  readonly progress: string;
  readonly setting: SignatureSetting;
};

/** Where the candidate is with the signed sheet, and until when it may be given. */
export async function confirmationSigning(deps: PapersDeps, { enrolment }: OwnEnrolment): Promise<ConfirmationSigning> {
  const catalogue = deps.catalogue();
  const pieces = await listPieces(deps.db, enrolment.id);
  const piece = pieces.find(({ code }) => code === SIGNED_CONFIRMATION) ?? null;
  const due = groupOfPiece(catalogue, enrolment.session, SIGNED_CONFIRMATION)?.dueAt;
  const session = sessionOf(catalogue, enrolment.session);
  const closesAt = piece === null ? (due ?? session.window.closesAt) : closingOf(piece);
  const remaining = await deps.due(deps.db, { enrolment, session, pieces }, deps.clock.now(), 'candidate');
  const state = confirmationState(enrolment.status, remaining.standings.get(SIGNED_CONFIRMATION));
  const doubt = doubtOf(remaining, SIGNED_CONFIRMATION);
  return { state, piece, closesAt, doubt, progress: progressInWords(remaining), setting: settingOf(deps, enrolment) };
}

function settingOf({ catalogue }: PapersDeps, { session }: Enrolment): SignatureSetting {
  return catalogue().session(session)?.switches.signature ?? 'paper';
}
