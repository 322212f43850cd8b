import { isRunning, type OwnEnrolment } from '../enrolment/index.ts';
import { momentOnPage } from '../platform/clock.ts';
import type { Reply, Visit } from '../platform/http/visit.ts';
import { Alert, ButtonLink, Page, PageTitle, show } from '../ui/index.ts';
import { addresses } from './addresses.ts';
import type { PiecesDeps } from './deps.ts';
import type { PieceWithFiles, SaidBeside } from './piece.ts';
import { type Refusal, refusals, whomOf } from './refusals.ts';
import { refuseDeposit, shutBy } from './rules/pieceState.ts';
import { listPieces } from './store/pieces.ts';
import { texts } from './texts.ts';

/** The piece that an address names, for the routes of their candidate. */
export async function pieceIn(deps: PiecesDeps, visit: Visit, own: OwnEnrolment): Promise<PieceWithFiles | null> {
  return pieceNamed(await listPieces(deps.db, own.enrolment.id), visit);
}

export function pieceNamed(pieces: readonly PieceWithFiles[], visit: Visit): PieceWithFiles | null {
  return pieces.find((piece) => piece.code === visit.params.piece) ?? null;
}

/** Why no file can be given for this piece now, nor taken back; null while both are possible. `begunBefore`: of one that began before. */
export function whyShut(
  deps: PiecesDeps,
  visit: Visit,
  { enrolment }: OwnEnrolment,
  piece: PieceWithFiles,
  begunBefore?: Temporal.Instant,
): Refusal | null {
  if (!isRunning(enrolment)) return { code: 'enrolment-ended' };
  const { begunAt, now } = momentOnPage(deps, visit);
  const code = refuseDeposit(piece, { begunAt: begunBefore ?? begunAt, now });
  return code === null ? null : { ...shutBy(piece, code), whom: whomOf(deps.catalogue(), piece) };
}

export async function refused(deps: PiecesDeps, visit: Visit, own: OwnEnrolment, refusal: Refusal): Promise<Reply> {
  return show(
    <Page chrome={await deps.chrome(visit, own.candidate, own.enrolment)} title={texts.refusedTitle} faulty>
      <PageTitle>{texts.title}</PageTitle>
      <Alert tone="warn">{refusals.inWords(refusal)}</Alert>
      <p>
        <ButtonLink href={addresses.list(own.enrolment.id)}>{texts.deposit.back}</ButtonLink>
      </p>
    </Page>,
    refusals.status(refusal),
  );
}

/**
 * What is said beside a file: the other piece that it is given for (of several, which no page asks for, none is: they are refused together), and
 * that it takes the place of what was refused.
 */
export function saidIn({ aussi, remplace }: Readonly<Record<string, unknown>>): SaidBeside {
  const replaces = remplace === 'oui';
  return aussi === undefined ? { replaces } : { also: typeof aussi === 'string' ? aussi : '', replaces };
}
