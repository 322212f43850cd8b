import { actBy } from '../../accounts/index.ts';
import { whyNotHeard } from '../../decisions/index.ts';
import { openFile, openPage, whyNotOpened } from '../../keptFiles/index.ts';
import {
  DECISIONS,
  listFiles,
  type PieceRefusal,
  paperDaysFault,
  pieceRefusals,
  saidToOfficer,
} from '../../pieces/index.ts';
import {
  AS_WRITTEN,
  file,
  type Reply,
  type Route,
  redirect,
  route,
  type Visit,
  versionIn,
} from '../../platform/http/visit.ts';
import { parisDay } from '../../platform/time.ts';
import { emptyForm, type FormState, onLineInWords, parseForm, typedForm, typedIn, withFault } from '../../ui/index.ts';
import { type DecisionOrder, decidePiece } from '../actions/decidePiece.ts';
import { recordViewing } from '../actions/recordViewing.ts';
import { addresses as checkingAddresses } from '../addresses.ts';
import type { PieceAtDesk } from '../checking.ts';
import type { CheckingDeps } from '../deps.ts';
import { pieceAtDesk } from '../guards.ts';
import {
  commentField,
  postedField,
  reasonsField,
  receivedField,
  returnedField,
  seenNames,
  unvalidateField,
} from '../pages/decisionForm.tsx';
import { reviewTexts, shutInWords } from '../reviewTexts.ts';
import { joinComment } from '../rules/comment.ts';
import { readQueueFilter } from '../rules/queueFilter.ts';
import { placeInQueue } from '../store/placeInQueue.ts';
import { goOnTo, leaveFile } from '../store/presence.ts';
import { showReview } from './showReview.ts';

const say = reviewTexts;

export function reviewRoutes(deps: CheckingDeps): readonly Route[] {
  const who = pieceAtDesk(deps);
  return [
    route({
      method: 'GET',
      path: '/gestion/pieces/:id',
      who,
      handle: (visit, at) => showReview(deps, visit, at),
    }),
    route({
      method: 'POST',
      path: '/gestion/pieces/:id',
      who,
      note: "Qui contrôle la pièce, gestionnaire du dossier, chef de bureau ou service des aménagements, décide d'une pièce.",
      handle: (visit, at) => decide(deps, visit, at),
    }),
    route({
      method: 'GET',
      path: '/gestion/pieces/:id/fichiers/:deposit',
      who,
      handle: (visit, at) => showDocument(deps, visit, at, null),
    }),
    route({
      method: 'GET',
      path: '/gestion/pieces/:id/fichiers/:deposit/pages/:page',
      who,
      priority: 'later',
      handle: (visit, at) => showDocument(deps, visit, at, countIn(visit.params.page)),
    }),
  ];
}

async function decide(deps: CheckingDeps, visit: Visit, at: PieceAtDesk): Promise<Reply> {
  const read = await readDecision(deps, visit, at);
  if ('state' in read) return showReview(deps, visit, at, { state: read.state, status: 422 });
  const filter = readQueueFilter(visit.query);
  // Asked before: once decided, the piece is no longer in the queue and has no neighbour.
  const { onceDecided: next, waiting, after } = await placeInQueue(deps.db, at.scope, filter, at.piece);
  const done = await decidePiece(deps, actBy(visit, at.staff), at, read.order);
  if (!done.ok) return refused(deps, visit, at, read.order, done.error);
  if (next === null) await leaveFile(deps.db, at.staff.accountId);
  else await goOnTo(deps.db, at, next);
  const fait = at.piece.id;
  return redirect(
    next === null
      ? checkingAddresses.queue(filter, { fait })
      : checkingAddresses.piece(next, { ...filter, after: waiting.includes(next) ? after : null }, { fait }),
  );
}

/** The decision in a form, or the form with what is to be corrected. */
async function readDecision(
  deps: CheckingDeps,
  visit: Visit,
  at: PieceAtDesk,
): Promise<{ readonly order: DecisionOrder } | { readonly state: FormState }> {
  const onPaper = visit.body[seenNames.onPaper] === 'oui';
  const fields = fieldsOf(deps, at);
  const read = parseForm(fields, visit.body);
  if (!read.ok) return { state: read.error };
  const state = typedForm(fields, visit.body);
  const decision = DECISIONS.find((one) => one === visit.body.decision);
  if (decision === undefined) return { state: withFault(state, null, say.chooseDecision) };
  const canned = deps.catalogue().pieceType(at.piece)?.cannedReasons ?? [];
  const ticked = canned.filter(({ code }) => read.value.reasons?.includes(code));
  const comment = joinComment(
    ticked.map(({ text }) => text),
    read.value.comment,
  );
  if (decision === 'non-compliant' && comment === null)
    return { state: withFault(state, canned.length === 0 ? commentField.name : 'reasons', say.missing(canned.length)) };
  if (decision !== 'non-compliant' && comment !== null) {
    const typed = ticked.reduce((text, { text: reason }) => text.replace(reason, ''), read.value.comment ?? '').trim();
    const unused = ticked.length === 0 ? 'comment' : typed === '' ? 'reason' : 'both';
    return { state: withFault(state, ticked.length === 0 ? commentField.name : 'reasons', say.unused[unused]) };
  }
  const unheard = await whyNotHeard(deps.db, actBy(visit, at.staff), [at.enrolment.id], comment ?? '');
  if (unheard !== null) return { state: withFault(state, AS_WRITTEN, onLineInWords(unheard)) };
  const { postedOn, receivedOn, returnedOn } = read.value;
  const days = { postedOn, receivedOn: receivedOn ?? at.piece.receivedOn, returnedOn };
  if (onPaper && days.receivedOn === null) return { state: withFault(state, 'receivedOn', say.receivedMissing) };
  const wrong = onPaper ? paperDaysFault(days, decision === 'non-compliant') : null;
  if (wrong !== null) return { state: withFault(state, PAPER_DAYS[wrong], say.paperDays[wrong]) };
  return {
    order: {
      decision,
      comment,
      postedOn,
      receivedOn,
      returnedOn,
      mayUnvalidate: read.value.unvalidate,
      rowVersion: versionIn(visit),
      decisionsSeen: countIn(visit.body[seenNames.decisions]),
      filesSeen: countIn(visit.body[seenNames.files]),
      onPaper,
    },
  };
}

/** Where what is wrong with the days of a paper is said. */
const PAPER_DAYS = {
  'received-before-posted': 'receivedOn',
  'returned-before-received': 'returnedOn',
  'returned-not-refused': 'returnedOn',
} as const;

function fieldsOf(deps: CheckingDeps, { piece, enrolment }: PieceAtDesk) {
  const opensAt = deps.catalogue().session(enrolment.session)?.window.opensAt;
  const to = parisDay(deps.clock.now());
  const days = opensAt === undefined ? { to } : { from: parisDay(opensAt), to };
  return [
    postedField(days),
    receivedField(days),
    returnedField(days),
    reasonsField(deps.catalogue().pieceType(piece)),
    commentField,
    unvalidateField,
  ] as const;
}

function countIn(text: unknown): number {
  return typeof text === 'string' && /^\d{1,6}$/.test(text) ? Number(text) : 0;
}

/** The page again, as typed, with the reason; when somebody else wrote meanwhile, what they did. */
async function refused(
  deps: CheckingDeps,
  visit: Visit,
  at: PieceAtDesk,
  order: DecisionOrder,
  refusal: PieceRefusal,
): Promise<Reply> {
  const now = await pieceAtDesk(deps).admit(visit);
  const latest = 'denied' in now ? at : now;
  const typed = typedIn(fieldsOf(deps, at), visit.body);
  const status = pieceRefusals.status(refusal);
  if (refusal.code === 'decided-meanwhile')
    return showReview(deps, visit, latest, { state: { typed, faults: [] }, status, conflict: order });
  const field = refusal.code === 'would-unvalidate' ? unvalidateField.name : null;
  const state = withFault({ ...emptyForm, typed }, field, saidToOfficer(refusal));
  return showReview(deps, visit, latest, { state, status });
}

/** Our rendering, or one of its pages as a picture, after the journal has noted who is sent it. */
async function showDocument(deps: CheckingDeps, visit: Visit, at: PieceAtDesk, page: number | null): Promise<Reply> {
  const files = await listFiles(deps.db, at.scope.academy, at.piece.id);
  const shown = files.find((one) => one.id === visit.params.deposit);
  if (shown === undefined)
    return showReview(deps, visit, at, { state: withFault(emptyForm, null, say.fileGone), status: 404 });
  if (page === 0) return noSuchPage();
  const shut = whyNotOpened(shown.kept, { is: 'staff', scans: deps.scans });
  if (shut !== null)
    return showReview(deps, visit, at, { state: withFault(emptyForm, null, shutInWords(shut)), status: 409 });
  const ahead = isAhead(visit, at.piece.id);
  const reader = at.staff.accountId;
  const opened = await (page === null ? openFile(deps, reader, shown) : openPage(deps, reader, shown, page));
  if (!opened.ok) return notShown(opened.error, page);
  await recordViewing(deps, actBy(visit, at.staff), at, shown.id, ahead, page);
  const type = page === null ? shown.type : 'image/jpeg';
  const answer = file(opened.value.content, type, shown.name, 'inline', opened.value.size);
  // What was fetched ahead must still be there when it is looked at; nothing else stays in the browser.
  return ahead ? { ...answer, headers: { ...answer.headers, 'cache-control': 'private, max-age=300' } } : answer;
}

/** In words, where the document would be. */
function notShown({ code }: PieceRefusal, page: number | null): Reply {
  if (page !== null && code === 'file-empty') return noSuchPage();
  const text = Buffer.from(code === 'file-busy' ? say.notShownNow : say.notShown);
  const answer = file(text, 'text/plain; charset=utf-8', 'non-montré.txt', 'inline', text.length);
  return { ...answer, status: pieceRefusals.status({ code }) };
}

/** What tells the viewer that the page before was the last, and isn't a fault. */
function noSuchPage(): Reply {
  return { ...file(Buffer.alloc(0), 'image/jpeg', 'page.jpg', 'inline', 0), status: 204 };
}

/** Was it asked for by the page of another piece, as the next document? Only a label and a cache: it is recorded anyway. */
function isAhead(visit: Visit, pieceId: string): boolean {
  if (visit.query['a-cote'] !== undefined) return false;
  if (visit.header('sec-purpose')?.startsWith('prefetch') === true) return true;
  const referer = visit.header('referer') ?? '';
  const path = URL.canParse(referer) ? new URL(referer).pathname : '';
  return path.startsWith('/gestion/pieces/') && !path.startsWith(checkingAddresses.piece(pieceId));
}
