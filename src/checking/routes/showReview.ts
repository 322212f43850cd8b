import { h } from 'preact';
import { civilStatusFields, personName } from '../../accounts/index.ts';
import { readRegistered } from '../../enrolment/index.ts';
import { whyNotOpened } from '../../keptFiles/index.ts';
import { untoldValidation } from '../../mails/index.ts';
import { sheetHint } from '../../papers/index.ts';
import {
  findPieceById,
  listFiles,
  listPieces,
  listReviews,
  listTwins,
  type PastReview,
  type PieceWithFiles,
  repeatsRefused,
  type ShownFile,
} from '../../pieces/index.ts';
import type { Reply, Visit } from '../../platform/http/visit.ts';
import { parisDay } from '../../platform/time.ts';
import { type People, peopleOf, specialityName } from '../../scope/index.ts';
import { emptyForm, type FormState, formOf, linesOf, show } from '../../ui/index.ts';
import type { DecisionOrder } from '../actions/decidePiece.ts';
import { addresses as checkingAddresses } from '../addresses.ts';
import type { PieceAtDesk } from '../checking.ts';
import type { CheckingDeps } from '../deps.ts';
import { hintsInWords } from '../hintTexts.ts';
import { postedField, receivedField } from '../pages/decisionForm.tsx';
import { tabsOf } from '../pages/personTabs.tsx';
import { ReviewPage } from '../pages/reviewPage.tsx';
import type { ReviewView } from '../pages/reviewView.ts';
import { decisionInWords, reviewTexts } from '../reviewTexts.ts';
import { declaredFacts } from '../rules/declaredFacts.ts';
import { factLines } from '../rules/factLines.ts';
import { readQueueFilter } from '../rules/queueFilter.ts';
import { takeBackOf } from '../rules/takeBack.ts';
import { placeInQueue } from '../store/placeInQueue.ts';
import { openFileAt } from '../store/presence.ts';
import { TAKEN_BACK, takeBackTexts } from '../takeBackTexts.ts';
import { doneIn } from './done.ts';
import { identityBeside } from './identityBeside.ts';
import { readWhoHas } from './whoHas.ts';

const say = reviewTexts;

export type ReviewAgain = {
  readonly state: FormState;
  readonly status: number;
  /** The decision that came too late. */
  readonly conflict?: DecisionOrder;
};

export async function showReview(
  deps: CheckingDeps,
  visit: Visit,
  at: PieceAtDesk,
  { state, status, conflict }: ReviewAgain = { state: emptyForm, status: 200 },
): Promise<Reply> {
  const { piece, enrolment, candidate, scope, staff } = at;
  const catalogue = deps.catalogue();
  const asked = readQueueFilter(visit.query);
  const now = deps.clock.now();
  await openFileAt(deps.db, at, enrolment.id);
  const [files, reviews, members, place, frame, pieces] = await Promise.all([
    listFiles(deps.db, scope.academy, piece.id),
    listReviews(deps.db, piece.id),
    deps.accounts.listStaff(deps.db, scope.academy),
    placeInQueue(deps.db, scope, asked, piece),
    deps.frame(visit, staff),
    listPieces(deps.db, enrolment.id),
  ]);
  const filter = { ...asked, after: place.after };
  const shown = shownFile(files, visit.query.fichier, piece.foundWanting);
  // Asked for together: an officer waits for this page after each decision.
  const [who, sheet, twins, done, validation, ahead] = await Promise.all([
    readWhoHas(deps, at, members, [enrolment.id]),
    shown === null || piece.confidential ? null : sheetHint(deps.db, enrolment.id, shown.id),
    shown === null ? [] : twinsOf(deps, at, shown),
    doneIn(deps, visit, at, place.onceDecided),
    validationOf(deps, at),
    documentAhead(deps, at, place.onceDecided),
  ]);
  const people = peopleOf(members, staff.accountId);
  const registered = readRegistered(catalogue, enrolment, candidate);
  const cfd = registered?.review.qualification.speciality.cfd ?? '';
  const facts = declaredFacts({
    code: piece.code,
    candidate,
    civilStatus: linesOf(civilStatusFields, candidate),
    version: enrolment.version,
    registeredAt: enrolment.registeredAt,
    today: parisDay(now),
    files,
    registered,
  });
  const view: ReviewView = {
    ...frame,
    // A browser that goes back asks for the address again: what it says was just done isn't said of a later decision.
    flash: visit.query.message === TAKEN_BACK && reviews[0]?.takenBackAt === null ? null : frame.flash,
    at,
    name: personName(candidate),
    speciality: specialityName(catalogue, cfd),
    type: catalogue.pieceType(piece),
    filter,
    place,
    tabs: tabsOf(catalogue, pieces, { confidential: scope.pieces === 'confidential', waiting: place.waiting }),
    files,
    shown,
    others: othersOf(deps, files, shown),
    filedBy: people('staff', shown?.given?.officerId ?? null),
    sheet,
    hints:
      shown === null
        ? null
        : hintsInWords(shown.hints, shown.pages, twins, repeatsRefused(shown, files, piece.foundWanting)),
    shut: shown === null ? null : whyNotOpened(shown.kept, { is: 'staff', scans: deps.scans }),
    facts: factLines(facts, enrolment.number),
    readable: registered !== null,
    who: who(enrolment.id),
    identity: identityBeside(deps, at, pieces),
    reviews: reviews.map((review, index) => ({
      key: String(index),
      at: review.at,
      text: reviewInWords(review),
      actor: people('staff', review.officerId),
    })),
    corrected: piece.status === 'none' && piece.files.length > 0 && reviews.some(isRefusal),
    now,
    state: state === emptyForm ? paperForm(piece, parisDay(now)) : state,
    done,
    validation,
    takeBack: takeBackOf(piece, reviews[0], staff.accountId, now),
    conflict:
      conflict === undefined
        ? null
        : { decision: decisionInWords(conflict.decision), events: meanwhile(conflict, reviews, files, people) },
    ahead,
  };
  return show(h(ReviewPage, view), status);
}

async function validationOf(
  { db }: CheckingDeps,
  { enrolment, piece }: PieceAtDesk,
): Promise<ReviewView['validation']> {
  if (enrolment.status !== 'validated' || !piece.countsForValidation) return null;
  return (await untoldValidation(db, enrolment)) === null ? 'told' : 'untold';
}

/** By name: the other pieces for which the same file came, save those that one document may prove with this one. */
async function twinsOf(deps: CheckingDeps, { piece }: PieceAtDesk, { id }: ShownFile): Promise<readonly string[]> {
  const catalogue = deps.catalogue();
  const type = catalogue.pieceType(piece);
  return (await listTwins(deps.db, id)).flatMap((code) => {
    const other = catalogue.pieceType({ ...piece, code });
    const meant = type?.alsoProves?.includes(code) === true || other?.alsoProves?.includes(piece.code) === true;
    return meant ? [] : [other?.label ?? code];
  });
}

/** What is known of a paper; of one that was refused, nothing that says anything of the next. */
function paperForm(piece: PieceWithFiles, to: Temporal.PlainDate): FormState {
  const { postedOn, receivedOn, status } = piece;
  const known = { receivedOn, postedOn: status === 'non-compliant' ? null : postedOn };
  return formOf([postedField({ to }), receivedField({ to })], known);
}

/** The file asked for, else the first of those that count: of those given since a refusal, for which the piece came back. */
function shownFile(
  files: readonly ShownFile[],
  asked: string | undefined,
  foundWanting: readonly string[],
): ShownFile | null {
  const current = files.filter((one) => one.state === 'stored');
  const since = current.find(({ id }) => !foundWanting.includes(id));
  return files.find((one) => one.id === asked) ?? since ?? current[0] ?? null;
}

/** The files that are one document with the one shown, from the one after it round to the one before; none beside one that was replaced. */
function othersOf(
  { scans }: Pick<CheckingDeps, 'scans'>,
  files: readonly ShownFile[],
  shown: ShownFile | null,
): readonly ShownFile[] {
  if (shown?.state !== 'stored') return [];
  const current = files.filter(
    ({ state, kept }) => state === 'stored' && whyNotOpened(kept, { is: 'staff', scans }) === null,
  );
  const here = current.findIndex(({ id }) => id === shown.id);
  return [...current.slice(here + 1), ...current.slice(0, Math.max(0, here))];
}

function isRefusal({ decision, takenBackAt }: PastReview): boolean {
  return decision === 'non-compliant' && takenBackAt === null;
}

function reviewInWords(review: PastReview): string {
  const decision = decisionInWords(review.decision);
  if (review.takenBackAt !== null) return takeBackTexts.taken(decision);
  return review.comment === null ? decision : `${decision}\u00a0: ${review.comment}`;
}

/** What others did since the page was opened: decisions come newest first, files oldest first. */
function meanwhile(
  { decisionsSeen, filesSeen }: DecisionOrder,
  reviews: readonly PastReview[],
  files: readonly ShownFile[],
  people: People,
): readonly string[] {
  const events = [
    ...reviews
      .slice(0, Math.max(0, reviews.length - decisionsSeen))
      .map((one) => say.meanwhileDecided(reviewInWords(one), people('staff', one.officerId), one.at)),
    ...files.slice(filesSeen).map((one) => say.meanwhileDeposited(one.name, one.finishedAt)),
  ];
  return events.length === 0 ? [say.meanwhileOther] : events;
}

async function documentAhead(deps: CheckingDeps, at: PieceAtDesk, next: string | null): Promise<ReviewView['ahead']> {
  if (next === null || next === at.piece.id) return null;
  const piece = await findPieceById(deps.db, at.scope.academy, next);
  const open = piece?.files.filter(({ kept }) => whyNotOpened(kept, { is: 'staff', scans: deps.scans }) === null) ?? [];
  const first = open.find(({ id }) => piece?.foundWanting.includes(id) === false) ?? open[0];
  if (first === undefined) return null;
  return checkingAddresses.documentPage(next, first.id, 1);
}
