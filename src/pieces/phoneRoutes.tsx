import { randomBytes, randomUUID } from 'node:crypto';
import { LARGEST_SENT } from '../keptFiles/index.ts';
import { momentOnPage } from '../platform/clock.ts';
import { type Cookie, cookieName, setCookie } from '../platform/http/cookies.ts';
import { networkOf } from '../platform/http/network.ts';
import { idempotencyKey } from '../platform/http/once.ts';
import { createPace } from '../platform/http/pace.ts';
import {
  actOf,
  type Guard,
  type Reply,
  type Route,
  redirect,
  route,
  type Visit,
  withCookies,
} from '../platform/http/visit.ts';
import { cookieMark } from '../platform/linkToken.ts';
import { emptyForm, show } from '../ui/index.ts';
import { addSheets, type SheetOrder } from './actions/addSheets.ts';
import { depositFiles } from './actions/depositFiles.ts';
import { depositSheets } from './actions/depositSheets.ts';
import { addresses } from './addresses.ts';
import type { PhoneSetting, PiecesDeps } from './deps.ts';
import { fileField } from './pages/depositPage.tsx';
import { PhoneDone, type PhoneDoneView, PhoneNotice, PhonePage } from './pages/phonePage.tsx';
import { type PhoneCode, readToken, wordOf } from './phoneCode.ts';
import { phoneTexts } from './phoneTexts.ts';
import { MOST_SHEETS, SIGNED_CONFIRMATION } from './piece.ts';
import { type Refusal, refusals } from './refusals.ts';
import { hasNotCome, refuseDeposit } from './rules/pieceState.ts';
import { preparedOf } from './rules/sheets.ts';
import { findCode, holdCode, openCode } from './store/phoneCodes.ts';
import { listPieces } from './store/pieces.ts';
import { listSheets } from './store/sheets.ts';
import { uploadRoutes } from './uploadRoutes.ts';

const PHONE = '/telephone/:jeton/:piece';
/** Of one network: a code has 96 bits that nobody guesses; this only spares us the trying. */
const PACE = { burst: 120, perSecond: 4 } as const;

/** What a telephone shows of a code: nothing but itself, where it isn't the one that opened it. */
export const PHONE_COOKIE: Cookie = {
  name: 'registre_phone',
  path: 'host',
  seconds: 1800,
  purpose: 'réserver à votre téléphone le code carré affiché sur votre ordinateur',
};

type Held = {
  readonly token: string;
  /** As the piece of this address reads it. */
  readonly code: PhoneCode | null;
  /** Of this telephone's cookie; null: it has none. */
  readonly mark: string | null;
  readonly slow: boolean;
};

/** What the square code of a computer opens: a page a piece, which deposits for it and reads nothing of the file. */
export function phoneRoutes(deps: PiecesDeps): readonly Route[] {
  const { phone } = deps;
  if (phone === undefined) return [];
  const who = whoeverHolds(deps, phone);
  return [
    route({ method: 'GET', path: PHONE, who, handle: (visit, held) => open(deps, phone, visit, held) }),
    route({
      method: 'POST',
      path: PHONE,
      who,
      upload: true,
      note: 'Qui tient le téléphone où le code a été ouvert dépose la pièce.',
      handle: (visit, held) => deposit(deps, phone, visit, held),
    }),
    route({
      method: 'POST',
      path: `${PHONE}/feuilles`,
      who,
      upload: true,
      note: 'Qui tient le téléphone où le code a été ouvert prépare des fichiers qui feront un seul document.',
      handle: (visit, held) => prepare(deps, phone, visit, held),
    }),
    route({
      method: 'POST',
      path: `${PHONE}/deposer`,
      who,
      note: 'Qui tient le téléphone où le code a été ouvert dépose les fichiers préparés.',
      handle: (visit, held) => depositPrepared(deps, phone, visit, held),
    }),
    ...uploadRoutes<Held>(deps, {
      path: `${PHONE}/envois`,
      who,
      order: (_, held) => orderOf(held),
      act: actOfPhone,
      refuse: (held, ends) =>
        mayDeposit(held) || (ends && hasDeposited(held)) ? null : { code: held.slow ? 'too-fast' : 'phone-code-ended' },
      goesTo: (visit) => addresses.phone(visit.params.jeton ?? '', visit.params.piece ?? ''),
    }),
  ];
}

function whoeverHolds(deps: PiecesDeps, phone: PhoneSetting): Guard<Held> {
  const takePace = createPace(PACE);
  const name = cookieName(PHONE_COOKIE, phone.publicUrl);
  return {
    name: 'whoever holds the square code',
    admit: async (visit) => {
      const token = visit.params.jeton ?? '';
      const slow = takePace(networkOf(visit.ip)) > 0;
      const id = slow ? null : readToken(phone.secret, token);
      const cookie = visit.cookies[name];
      const code = id === null ? null : await findCode(deps.db, id, visit.params.piece ?? '');
      return { token, code, mark: cookie === undefined ? null : cookieMark(cookie), slow };
    },
  };
}

function mayDeposit({ code, mark }: Held): boolean {
  return code?.holds === true && code.receipt === null && code.phone !== null && code.phone === mark;
}

/** This telephone, and this piece was just given by it: it may be told so again. */
function hasDeposited({ code, mark }: Held): boolean {
  return code !== null && code.receipt !== null && code.phone !== null && code.phone === mark;
}

function orderOf({ code, mark }: Held): SheetOrder {
  if (code === null || mark === null) throw new Error('no code is held');
  const { enrolmentId, candidateId } = code;
  return {
    enrolmentId,
    candidateId,
    code: code.code,
    phone: (tx, receipt) => holdCode(tx, code, mark, receipt),
  };
}

/** In the candidate's name: they opened it from their session. The entry says by which road. */
function actOfPhone(visit: Visit, { code }: Held) {
  return actOf(visit, 'candidate', code?.candidateId ?? null);
}

async function open(deps: PiecesDeps, phone: PhoneSetting, visit: Visit, held: Held): Promise<Reply> {
  const { code } = held;
  // A preview that some program makes of an address asks for its head, and is no telephone.
  if (code === null || !code.holds || code.phone !== null || visit.method !== 'GET')
    return showPhone(deps, phone, visit, held);
  const cookie = randomBytes(18).toString('base64url');
  await openCode(deps.db, code.id, cookieMark(cookie));
  const now = { ...held, code: await findCode(deps.db, code.id, code.code), mark: cookieMark(cookie) };
  return withCookies(await showPhone(deps, phone, visit, now), [setCookie(PHONE_COOKIE, phone.publicUrl, cookie)]);
}

async function showPhone(
  deps: PiecesDeps,
  phone: PhoneSetting,
  visit: Visit,
  held: Held,
  refused: { readonly refusal: Refusal; readonly name: string } | null = null,
): Promise<Reply> {
  const say = phoneTexts.phone;
  const chrome = phone.chrome(visit);
  const notice = (status: number, title: string, text: string) =>
    show(<PhoneNotice chrome={chrome} title={title} text={text} />, status);
  const { code, token } = held;
  if (held.slow) return notice(429, say.title, say.slow);
  if (code === null) return notice(404, say.unknown, say.unknownText);
  if (code.phone !== null && code.phone !== held.mark) return notice(410, say.elsewhere, say.elsewhereText);
  const { receipt, given } = code;
  if (receipt !== null && given !== null) {
    const another = visit.method === 'POST';
    const next = code.holds ? await stillToGive(deps, visit, code) : [];
    const view = { chrome, receipt, given, another, token, next };
    return show(<PhoneDone {...view} />, another ? 409 : 200);
  }
  if (!mayDeposit(held)) return notice(410, say.ended, refusals.inWords({ code: 'phone-code-ended' }));
  const type = deps.catalogue().pieceType(code);
  const sheets = await listSheets(deps.db, code.pieceId);
  const message = refused === null ? null : wordsOf(refused);
  const view = {
    chrome,
    // That a document of health is asked is nobody's to read on a screen that was photographed.
    pieceName: code.confidential ? null : (type?.label ?? null),
    word: wordOf(phone.secret, code.id),
    token,
    code: code.code,
    prepared: preparedOf(sheets),
    mayAdd: sheets.length < MOST_SHEETS,
    pageByPage: visit.query.pages !== undefined,
    csrf: visit.csrf(),
    idempotencyKey: randomUUID(),
    state: message === null ? emptyForm : { typed: {}, faults: [{ field: fileField.name, message }] },
  };
  return show(<PhonePage {...view} />, refused === null ? 200 : refusals.status(refused.refusal));
}

/** The other pieces that have not come and may be given now; none of health is named on a telephone. */
async function stillToGive(deps: PiecesDeps, visit: Visit, code: PhoneCode): Promise<PhoneDoneView['next']> {
  const moment = momentOnPage(deps, visit);
  const pieces = await listPieces(deps.db, code.enrolmentId);
  return pieces
    .filter((piece) => piece.id !== code.pieceId && !piece.confidential && hasNotCome(piece))
    .filter((piece) => refuseDeposit(piece, moment) === null)
    .map((piece) => ({ code: piece.code, label: deps.catalogue().pieceType(piece)?.label ?? piece.code }));
}

function wordsOf({ refusal, name }: { readonly refusal: Refusal; readonly name: string }): string {
  const why = refusals.inWords(refusal);
  return name === '' ? why : `«\u00a0${name}\u00a0»\u00a0: ${why}`;
}

async function deposit(deps: PiecesDeps, phone: PhoneSetting, visit: Visit, held: Held): Promise<Reply> {
  if (!mayDeposit(held)) return showPhone(deps, phone, visit, held);
  const { fields, file, next } = await visit.upload({ files: MOST_SHEETS, bytes: LARGEST_SENT });
  const order = { ...orderOf(held), key: idempotencyKey(fields.cle), file, next };
  const filed = await depositFiles(deps, actOfPhone(visit, held), order);
  return filed.ok ? done(deps, held) : again(deps, phone, visit, held, filed.error);
}

async function prepare(deps: PiecesDeps, phone: PhoneSetting, visit: Visit, held: Held): Promise<Reply> {
  if (!mayDeposit(held)) return showPhone(deps, phone, visit, held);
  const { file, next } = await visit.upload({ files: MOST_SHEETS, bytes: LARGEST_SENT });
  const added = await addSheets(deps, actOfPhone(visit, held), orderOf(held), file, next);
  return added.ok ? toPage(held) : again(deps, phone, visit, held, added.error);
}

async function depositPrepared(deps: PiecesDeps, phone: PhoneSetting, visit: Visit, held: Held): Promise<Reply> {
  if (!mayDeposit(held) || held.code === null) return showPhone(deps, phone, visit, held);
  const order = { ...orderOf(held), key: idempotencyKey(visit.body.cle) };
  const filed = await depositSheets(deps, actOfPhone(visit, held), order, { id: held.code.pieceId });
  if (filed === null || filed.ok) return done(deps, held);
  return again(deps, phone, visit, held, { refusal: filed.error, name: '' });
}

async function done(deps: PiecesDeps, held: Held): Promise<Reply> {
  const { code, enrolmentId } = orderOf(held);
  if (code === SIGNED_CONFIRMATION) await deps.sheets?.read(enrolmentId).catch(() => undefined);
  return toPage(held);
}

function toPage(held: Held): Reply {
  return redirect(addresses.phone(held.token, orderOf(held).code));
}

/** The code may have ended meanwhile: then the page says that instead. */
async function again(
  deps: PiecesDeps,
  phone: PhoneSetting,
  visit: Visit,
  held: Held,
  refused: { readonly refusal: Refusal; readonly name: string },
): Promise<Reply> {
  const code = held.code === null ? null : await findCode(deps.db, held.code.id, held.code.code);
  return showPhone(deps, phone, visit, { ...held, code }, refused);
}
