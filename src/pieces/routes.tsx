import { randomUUID } from 'node:crypto';
import { actBy } from '../accounts/index.ts';
import { candidateOfEnrolment, enrolmentAddresses, isRunning, type OwnEnrolment } from '../enrolment/index.ts';
import { giveToOwner, LARGEST_SENT, watch } from '../keptFiles/index.ts';
import { momentOnPage } from '../platform/clock.ts';
import { idempotencyKey } from '../platform/http/once.ts';
import { type Guard, json, type Reply, type Route, redirect, route, type Visit } from '../platform/http/visit.ts';
import { ButtonLink, EmptyState, emptyForm, type Flash, Page, PageTitle, show } from '../ui/index.ts';
import { depositFiles } from './actions/depositFiles.ts';
import { giveAlready } from './actions/giveAlready.ts';
import { handOverGroup, handOverTogether } from './actions/handOverGroup.ts';
import { removeDeposit } from './actions/removeDeposit.ts';
import { addresses } from './addresses.ts';
import { type PiecesDeps, sessionOf } from './deps.ts';
import { handOffRoutes } from './handOffRoutes.tsx';
import { DepositPage, fileField } from './pages/depositPage.tsx';
import { PiecesPage } from './pages/piecesPage.tsx';
import { sharersOf } from './pages/piecesView.ts';
import { RemovalPage } from './pages/removalPage.tsx';
import { phoneRoutes } from './phoneRoutes.tsx';
import { MOST_SHEETS, SAID_NOTHING, type SaidBeside, SIGNED_CONFIRMATION } from './piece.ts';
import { type Refusal, refusals, shutInWords, whomOf } from './refusals.ts';
import { untilOf } from './rules/deadline.ts';
import { isHandedOver } from './rules/pieceState.ts';
import { type Remaining, unreadIn } from './rules/remaining.ts';
import { endsBy, preparedOf } from './rules/sheets.ts';
import { orderOf, sheetRoutes, showRefusedSheet } from './sheetRoutes.tsx';
import { findDeposit, listUnread } from './store/deposits.ts';
import { listPieces } from './store/pieces.ts';
import { countSheets, listOriginals, listSheets } from './store/sheets.ts';
import { listUploads } from './store/uploads.ts';
import { texts } from './texts.ts';
import { thumbnailRoute } from './thumbnailRoute.ts';
import { type UploadRoad, uploadRoutes } from './uploadRoutes.ts';
import { pieceIn, pieceNamed, refused, saidIn, whyShut } from './visitedPiece.tsx';

const LIST = '/candidatures/:id/justificatifs';

export function pieceRoutes(deps: PiecesDeps): readonly Route[] {
  const who = candidateOfEnrolment(deps);
  return [
    route({ method: 'GET', path: LIST, who, handle: (visit, own) => showList(deps, visit, own) }),
    route({
      method: 'POST',
      path: `${LIST}/remettre`,
      who,
      note: "Le candidat dont c'est le dossier remet au bureau les pièces attendues ensemble, une fois toutes déposées.",
      handle: (visit, own) => handOverAll(deps, visit, own),
    }),
    route({
      method: 'POST',
      path: `${LIST}/remettre/:group`,
      who,
      note: "Le candidat dont c'est le dossier remet au bureau les pièces d'un groupe.",
      handle: (visit, own) => handOver(deps, visit, own),
    }),
    route({
      method: 'GET',
      path: `${LIST}/lecture`,
      who,
      priority: 'later',
      handle: (_, own) => sayWaiting(deps, own),
    }),
    route({ method: 'GET', path: `${LIST}/:piece`, who, handle: (visit, own) => showPiece(deps, visit, own) }),
    route({
      method: 'POST',
      path: `${LIST}/:piece`,
      who,
      upload: true,
      note: "Le candidat dont c'est le dossier dépose une pièce.",
      handle: (visit, own) => deposit(deps, visit, own),
    }),
    route({
      method: 'POST',
      path: `${LIST}/:piece/deja-donne`,
      who,
      note: "Le candidat dont c'est le dossier donne pour une pièce ce qu'il a déjà donné pour une autre.",
      handle: (visit, own) => giveAgain(deps, visit, own),
    }),
    ...sheetRoutes(deps),
    ...uploadRoutes(deps, ownRoad(who)),
    ...handOffRoutes(deps),
    ...phoneRoutes(deps),
    route({
      method: 'GET',
      path: `${LIST}/:piece/fichiers/:file`,
      who,
      handle: (visit, own) => showFile(deps, visit, own),
    }),
    thumbnailRoute(deps, `${LIST}/:piece/fichiers/:file/vignette`),
    route({
      method: 'GET',
      path: `${LIST}/:piece/fichiers/:file/supprimer`,
      who,
      handle: (visit, own) => askRemoval(deps, visit, own),
    }),
    route({
      method: 'POST',
      path: `${LIST}/:piece/fichiers/:file/supprimer`,
      who,
      note: "Le candidat dont c'est le dossier supprime un fichier déposé, avant de remettre la pièce au bureau.",
      handle: (visit, own) => remove(deps, visit, own),
    }),
  ];
}

async function showList(deps: PiecesDeps, visit: Visit, { candidate, enrolment }: OwnEnrolment): Promise<Reply> {
  const chrome = await deps.chrome(visit, candidate, enrolment);
  const catalogue = deps.catalogue();
  const session = catalogue.session(enrolment.session);
  const say = texts.notRegistered;
  const hub = enrolmentAddresses.hub(enrolment.id);
  if (enrolment.number === null || session === undefined) {
    return show(
      <Page chrome={chrome} title={texts.title}>
        <PageTitle>{texts.title}</PageTitle>
        <EmptyState title={say.title} action={<ButtonLink href={hub}>{say.go}</ButtonLink>}>
          {say.text}
        </EmptyState>
      </Page>,
    );
  }
  const pieces = await listPieces(deps.db, enrolment.id);
  // Whoever had to wait sees what they came for.
  const { begunAt: now } = momentOnPage(deps, visit);
  const remaining = await deps.due(deps.db, { enrolment, session, pieces }, now, 'candidate');
  const view = {
    chrome,
    enrolment,
    session,
    catalogue,
    pieces,
    now,
    remaining,
    notes: (await deps.sheets?.notes(enrolment.id)) ?? new Map<string, string>(),
    csrf: visit.csrf(),
    flash: flashOf(visit, remaining),
    did: {
      receipt: receiptOf(visit.query.recu),
      also: receiptOf(visit.query.aussi),
      sheet: receiptOf(visit.query.recu) === null ? null : ((await deps.sheets?.warning(enrolment.id)) ?? null),
      removed: visit.query.supprime ?? null,
    },
    hub,
    uploads: await listUploads(deps.db, enrolment.id),
    prepared: await countSheets(deps.db, enrolment.id),
  };
  return show(<PiecesPage {...view} />);
}

/** Whoever looks at what waits has it read first. */
async function sayWaiting({ db }: PiecesDeps, { enrolment }: OwnEnrolment): Promise<Reply> {
  const waiting = await listUnread(db, enrolment.id);
  await watch(db, waiting);
  return json({ state: String(waiting.length) });
}

function flashOf(visit: Visit, remaining: Remaining): Flash | null {
  return visit.query.message === 'remis' ? { tone: 'ok', text: texts.flash.handedOver(unreadIn(remaining)) } : null;
}

function receiptOf(given: string | undefined): string | null {
  return given !== undefined && /^D-[0-9A-Z]{4}-[0-9A-Z]{4}$/.test(given) ? given : null;
}

async function showPiece(
  deps: PiecesDeps,
  visit: Visit,
  own: OwnEnrolment,
  refusal: Refusal | null = null,
  said: SaidBeside = SAID_NOTHING,
): Promise<Reply> {
  const pieces = await listPieces(deps.db, own.enrolment.id);
  const piece = pieceNamed(pieces, visit);
  const type = piece === null ? undefined : deps.catalogue().pieceType(piece);
  if (piece === null || type === undefined) return refused(deps, visit, own, { code: 'not-found' });
  const { begunAt: now } = momentOnPage(deps, visit);
  const shut = whyShut(deps, visit, own, piece);
  const held = preparedOf(await listSheets(deps.db, piece.id));
  const ends = endsBy(piece, held, now);
  // Past the half hour after the closing nothing of them can be deposited any more.
  const prepared = shut === null || ends !== null ? held : null;
  const open = shut === null ? { until: untilOf(piece) } : { closed: shutInWords(shut, piece, ends) };
  const told = refusal !== null && 'at' in refusal ? { ...refusal, whom: whomOf(deps.catalogue(), piece) } : refusal;
  const state =
    told === null
      ? emptyForm
      : { typed: {}, faults: [{ field: 'closed' in open ? null : fileField.name, message: refusals.inWords(told) }] };
  const view = {
    chrome: await deps.chrome(visit, own.candidate, own.enrolment),
    piece,
    all: pieces,
    catalogue: deps.catalogue(),
    running: isRunning(own.enrolment),
    type,
    open,
    now,
    said,
    sharers: sharersOf({ catalogue: deps.catalogue(), enrolment: own.enrolment, pieces, now }, piece),
    csrf: visit.csrf(),
    idempotencyKey: randomUUID(),
    state,
    handsOff: deps.phone !== undefined,
    prepared,
    uploads: await listUploads(deps.db, own.enrolment.id),
    originals: await listOriginals(deps.db, piece.id),
  };
  return show(<DepositPage {...view} />, refusal === null ? 200 : refusals.status(refusal));
}

async function deposit(deps: PiecesDeps, visit: Visit, own: OwnEnrolment): Promise<Reply> {
  const { fields, file: uploaded, next } = await visit.upload({ files: MOST_SHEETS, bytes: LARGEST_SENT });
  const said = saidIn(fields);
  const order = {
    enrolmentId: own.enrolment.id,
    candidateId: own.candidate.accountId,
    code: visit.params.piece ?? '',
    key: idempotencyKey(fields.cle),
    file: uploaded,
    next,
    ...said,
  };
  const filed = await depositFiles(deps, actBy(visit, own.candidate), order);
  if (!filed.ok) {
    const { refusal, name, prepared } = filed.error;
    return prepared ? showRefusedSheet(deps, visit, own, refusal, name) : showPiece(deps, visit, own, refusal, said);
  }
  if (filed.value === 'prepared') return redirect(addresses.sheets(own.enrolment.id, order.code, said));
  // The file is taken: whatever the reading meets is for its job to meet again.
  if (order.code === SIGNED_CONFIRMATION) await deps.sheets?.read(own.enrolment.id).catch(() => undefined);
  const { receipt, also } = filed.value;
  return redirect(addresses.deposited(own.enrolment.id, order.code, receipt, also?.receipt ?? null));
}

async function giveAgain(deps: PiecesDeps, visit: Visit, own: OwnEnrolment): Promise<Reply> {
  const order = orderOf(visit, own);
  const given = await giveAlready(deps, actBy(visit, own.candidate), order);
  if (!given.ok) return showPiece(deps, visit, own, given.error);
  const { enrolmentId, code } = order;
  return redirect(
    given.value === null
      ? addresses.piece(enrolmentId, code)
      : addresses.deposited(enrolmentId, code, given.value.receipt, null),
  );
}

/** The same file in parts, by its candidate. */
function ownRoad(who: Guard<OwnEnrolment>): UploadRoad<OwnEnrolment> {
  return {
    path: `${LIST}/:piece/envois`,
    who,
    order: orderOf,
    act: (visit, { candidate }) => actBy(visit, candidate),
    goesTo: ({ body }, { enrolmentId, code }, done) => {
      if (done === null) return addresses.piece(enrolmentId, code);
      if (done.receipt === null) return addresses.sheets(enrolmentId, code, saidIn(body));
      return addresses.deposited(enrolmentId, code, done.receipt, done.also);
    },
  };
}

async function handOver(deps: PiecesDeps, visit: Visit, own: OwnEnrolment): Promise<Reply> {
  const group = visit.params.group ?? '';
  const done = await handOverGroup(deps, actBy(visit, own.candidate), own.enrolment.id, own.candidate.accountId, group);
  return done.ok ? redirect(await afterHandOver(deps, own)) : refused(deps, visit, own, done.error);
}

async function handOverAll(deps: PiecesDeps, visit: Visit, own: OwnEnrolment): Promise<Reply> {
  const done = await handOverTogether(deps, actBy(visit, own.candidate), own.enrolment.id, own.candidate.accountId);
  return done.ok ? redirect(await afterHandOver(deps, own)) : refused(deps, visit, own, done.error);
}

/** Who has nothing left to do reads so on the page of the enrolment. */
async function afterHandOver(deps: PiecesDeps, { enrolment }: OwnEnrolment): Promise<string> {
  const pieces = await listPieces(deps.db, enrolment.id);
  const now = deps.clock.now();
  const session = sessionOf(deps.catalogue(), enrolment.session);
  const isDone = (await deps.due(deps.db, { enrolment, session, pieces }, now, 'candidate')).next === null;
  return `${isDone ? enrolmentAddresses.hub(enrolment.id) : addresses.list(enrolment.id)}?message=remis`;
}

async function showFile(deps: PiecesDeps, visit: Visit, own: OwnEnrolment): Promise<Reply> {
  const found = await findDeposit(deps.db, own.enrolment.id, visit.params.file ?? '');
  if (found === null) return refused(deps, visit, own, { code: 'not-found' });
  const given = await giveToOwner(deps, own.candidate.accountId, found);
  return given.ok ? given.value : refused(deps, visit, own, given.error);
}

async function askRemoval(deps: PiecesDeps, visit: Visit, own: OwnEnrolment): Promise<Reply> {
  const piece = await pieceIn(deps, visit, own);
  const found = piece?.files.find((one) => one.id === visit.params.file);
  if (piece === null || found === undefined) return refused(deps, visit, own, { code: 'not-found' });
  if (isHandedOver(piece) || whyShut(deps, visit, own, piece) !== null)
    return refused(deps, visit, own, { code: 'locked' });
  return show(
    <RemovalPage
      chrome={await deps.chrome(visit, own.candidate, own.enrolment)}
      piece={piece}
      file={found}
      csrf={visit.csrf()}
    />,
  );
}

async function remove(deps: PiecesDeps, visit: Visit, own: OwnEnrolment): Promise<Reply> {
  const { piece = '', file: depositId = '' } = visit.params;
  const order = { enrolmentId: own.enrolment.id, candidateId: own.candidate.accountId, code: piece, depositId };
  const done = await removeDeposit(deps, actBy(visit, own.candidate), order);
  return done.ok
    ? redirect(`${addresses.list(own.enrolment.id)}?supprime=${piece}#piece-${piece}`)
    : refused(deps, visit, own, done.error);
}
