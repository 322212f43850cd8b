import { randomUUID } from 'node:crypto';
import { actBy } from '../accounts/index.ts';
import { candidateOfEnrolment, type OwnEnrolment } from '../enrolment/index.ts';
import { LARGEST_SENT, openPage, watch } from '../keptFiles/index.ts';
import { momentOnPage } from '../platform/clock.ts';
import { idempotencyKey } from '../platform/http/once.ts';
import { file, json, type Reply, type Route, redirect, route, type Visit } from '../platform/http/visit.ts';
import { emptyForm, type FormState, show } from '../ui/index.ts';
import { addSheets, type SheetOrder } from './actions/addSheets.ts';
import { ARRANGEMENTS, arrangeSheet } from './actions/arrangeSheet.ts';
import { depositSheets } from './actions/depositSheets.ts';
import { addresses } from './addresses.ts';
import type { PiecesDeps } from './deps.ts';
import { fileField } from './pages/depositPage.tsx';
import { sharersOf } from './pages/piecesView.ts';
import { SheetsPage } from './pages/sheetsPage.tsx';
import { MOST_SHEETS, type PieceSheet, SIGNED_CONFIRMATION } from './piece.ts';
import { type Refusal, refusals, shutInWords } from './refusals.ts';
import { begunWith, endsBy, preparedOf, waitingSheets } from './rules/sheets.ts';
import { sheetTexts } from './sheetTexts.ts';
import { listPieces } from './store/pieces.ts';
import { listSheets } from './store/sheets.ts';
import { pieceIn, pieceNamed, refused, saidIn, whyShut } from './visitedPiece.tsx';

const SHEETS = '/candidatures/:id/justificatifs/:piece/feuilles';
/** Pixels of a picture's longest side: enough to tell which page it is, and what is up. */
const THUMBNAIL = 480;

/** Several files that become one document, for their candidate alone. */
export function sheetRoutes(deps: PiecesDeps): readonly Route[] {
  const who = candidateOfEnrolment(deps);
  return [
    route({ method: 'GET', path: SHEETS, who, handle: (visit, own) => showSheets(deps, visit, own, emptyForm, 200) }),
    route({
      method: 'POST',
      path: SHEETS,
      who,
      upload: true,
      note: "Le candidat dont c'est le dossier prépare des fichiers qui feront un seul document.",
      handle: (visit, own) => add(deps, visit, own),
    }),
    route({
      method: 'GET',
      path: `${SHEETS}/lecture`,
      who,
      priority: 'later',
      handle: (visit, own) => sayWaiting(deps, visit, own),
    }),
    route({
      method: 'GET',
      path: `${SHEETS}/:sheet/image`,
      who,
      handle: (visit, own) => showPicture(deps, visit, own),
    }),
    route({
      method: 'POST',
      path: `${SHEETS}/:sheet`,
      who,
      note: "Le candidat dont c'est le dossier range ou retire un fichier préparé.",
      handle: (visit, own) => arrange(deps, visit, own),
    }),
    route({
      method: 'POST',
      path: `${SHEETS}/deposer`,
      who,
      note: "Le candidat dont c'est le dossier dépose en une pièce les fichiers préparés.",
      handle: (visit, own) => deposit(deps, visit, own),
    }),
  ];
}

async function showSheets(
  deps: PiecesDeps,
  visit: Visit,
  own: OwnEnrolment,
  state: FormState,
  status: number,
): Promise<Reply> {
  const pieces = await listPieces(deps.db, own.enrolment.id);
  const piece = pieceNamed(pieces, visit);
  const type = piece === null ? undefined : deps.catalogue().pieceType(piece);
  if (piece === null || type === undefined) return refused(deps, visit, own, { code: 'not-found' });
  const { now } = momentOnPage(deps, visit);
  const sheets = await listSheets(deps.db, piece.id);
  await watchSheets(deps, sheets);
  const shut = whyShut(deps, visit, own, piece);
  // What came in time may still be deposited for a while.
  const late = whyShut(deps, visit, own, piece, begunWith(sheets) ?? undefined);
  const ends = late === null ? endsBy(piece, preparedOf(sheets), now) : null;
  const view = {
    chrome: await deps.chrome(visit, own.candidate, own.enrolment),
    piece,
    type,
    sheets,
    said: saidIn({ ...visit.query, ...visit.body }),
    // What isn't one document yet can't be copied: the other piece's page offers it once it is.
    sharers:
      waitingSheets(sheets).length > 0
        ? []
        : sharersOf({ catalogue: deps.catalogue(), enrolment: own.enrolment, pieces, now }, piece),
    mayDeposit: preparedOf(sheets)?.refused === 0 && late === null,
    ends,
    closed: shut === null ? null : shutInWords(shut, piece, ends),
    csrf: visit.csrf(),
    idempotencyKey: randomUUID(),
    state,
  };
  return show(<SheetsPage {...view} />, status);
}

/** Whoever looks at what waits has it read first. Gives how many do. */
async function watchSheets({ db }: PiecesDeps, sheets: readonly PieceSheet[]): Promise<number> {
  const waiting = waitingSheets(sheets);
  await watch(
    db,
    waiting.map(({ id }) => id),
  );
  return waiting.length;
}

async function sayWaiting(deps: PiecesDeps, visit: Visit, own: OwnEnrolment): Promise<Reply> {
  const piece = await pieceIn(deps, visit, own);
  const sheets = piece === null ? [] : await listSheets(deps.db, piece.id);
  return json({ state: String(await watchSheets(deps, sheets)) });
}

/** The same page, with why a file wasn't taken. */
export function showRefusedSheet(
  deps: PiecesDeps,
  visit: Visit,
  own: OwnEnrolment,
  refusal: Refusal,
  name: string,
): Promise<Reply> {
  const why = refusals.inWords(refusal);
  const message = name === '' ? why : sheetTexts.refusedFile(name, why);
  const state = { typed: {}, faults: [{ field: name === '' ? null : fileField.name, message }] };
  return showSheets(deps, visit, own, state, refusals.status(refusal));
}

/** Whose piece an address of their candidate names. */
export const orderOf = (visit: Visit, { enrolment, candidate }: OwnEnrolment): SheetOrder => ({
  enrolmentId: enrolment.id,
  candidateId: candidate.accountId,
  code: visit.params.piece ?? '',
});

async function add(deps: PiecesDeps, visit: Visit, own: OwnEnrolment): Promise<Reply> {
  const order = orderOf(visit, own);
  const { file: first, next } = await visit.upload({ files: MOST_SHEETS, bytes: LARGEST_SENT });
  const added = await addSheets(deps, actBy(visit, own.candidate), order, first, next);
  if (!added.ok) return showRefusedSheet(deps, visit, own, added.error.refusal, added.error.name);
  return redirect(addresses.sheets(own.enrolment.id, order.code, saidIn(visit.query)));
}

async function arrange(deps: PiecesDeps, visit: Visit, own: OwnEnrolment): Promise<Reply> {
  const order = orderOf(visit, own);
  const sheetId = visit.params.sheet ?? '';
  const arrangement = ARRANGEMENTS.find((one) => one === visit.body.acte);
  const back = addresses.sheets(own.enrolment.id, order.code, saidIn(visit.query));
  if (arrangement === undefined) return redirect(back);
  const done = await arrangeSheet(deps, { ...order, sheetId, arrangement });
  if (!done.ok) return refused(deps, visit, own, done.error);
  const anchor = arrangement === 'remove' ? '' : `#feuille-${sheetId}`;
  return redirect(back + anchor);
}

async function deposit(deps: PiecesDeps, visit: Visit, own: OwnEnrolment): Promise<Reply> {
  const piece = await pieceIn(deps, visit, own);
  if (piece === null) return refused(deps, visit, own, { code: 'not-found' });
  const key = idempotencyKey(visit.body.cle);
  const filed = await depositSheets(
    deps,
    actBy(visit, own.candidate),
    { ...orderOf(visit, own), key, ...saidIn(visit.body) },
    piece,
  );
  // The second half of a double click, or another tab: what was deposited stands on the piece's page.
  if (filed === null) return redirect(addresses.piece(own.enrolment.id, piece.code));
  if (!filed.ok) return showRefusedSheet(deps, visit, own, filed.error, '');
  if (piece.code === SIGNED_CONFIRMATION) await deps.sheets?.read(own.enrolment.id).catch(() => undefined);
  return redirect(
    addresses.deposited(own.enrolment.id, piece.code, filed.value.receipt, filed.value.also?.receipt ?? null),
  );
}

async function showPicture(deps: PiecesDeps, visit: Visit, own: OwnEnrolment): Promise<Reply> {
  const piece = await pieceIn(deps, visit, own);
  const sheets = piece === null ? [] : await listSheets(deps.db, piece.id);
  const sheet = sheets.find(({ id }) => id === visit.params.sheet);
  if (sheet === undefined) return refused(deps, visit, own, { code: 'not-found' });
  if (sheet.unread) return refused(deps, visit, own, { code: 'file-being-read' });
  const drawn = await openPage(deps, own.candidate.accountId, sheet, 1, THUMBNAIL);
  if (!drawn.ok) return refused(deps, visit, own, drawn.error);
  return file(drawn.value.content, 'image/jpeg', 'page.jpg', 'inline', drawn.value.size);
}
