import { candidateOfEnrolment, type OwnEnrolment } from '../enrolment/index.ts';
import { transact } from '../platform/database/transact.ts';
import { createPace } from '../platform/http/pace.ts';
import { json, type Reply, type Route, redirect, route, type Visit } from '../platform/http/visit.ts';
import { drawSquare } from '../platform/pdf/square.ts';
import { ok, refuse } from '../platform/result.ts';
import { show } from '../ui/index.ts';
import { addresses } from './addresses.ts';
import type { PhoneSetting, PiecesDeps } from './deps.ts';
import { HandOffPage } from './pages/handOffPage.tsx';
import { type PhoneCode, tokenOf, wordOf } from './phoneCode.ts';
import type { PieceWithFiles } from './piece.ts';
import type { Refusal } from './refusals.ts';
import { type PreparedPages, preparedOf } from './rules/sheets.ts';
import { lastCode, revokeCodes, writeCode } from './store/phoneCodes.ts';
import { lockPiece } from './store/pieces.ts';
import { listSheets } from './store/sheets.ts';
import { pieceIn, refused, whyShut } from './visitedPiece.tsx';

const HAND_OFF = '/candidatures/:id/justificatifs/:piece/telephone';
/** Codes that an account has made: so many at once, then so many a second. */
const CODES_PACE = { burst: 10, perSecond: 1 / 30 } as const;
/** A page asks every three seconds. */
const STATE_PACE = { burst: 30, perSecond: 2 } as const;

/** « Continuer sur mon téléphone », on the computer: shows the code, and what comes by it. */
export function handOffRoutes(deps: PiecesDeps): readonly Route[] {
  const { phone } = deps;
  if (phone === undefined) return [];
  const who = candidateOfEnrolment(deps);
  const takeCode = createPace(CODES_PACE);
  const takeState = createPace(STATE_PACE);
  return [
    route({ method: 'GET', path: HAND_OFF, who, handle: (visit, own) => showHandOff(deps, phone, visit, own) }),
    route({
      method: 'POST',
      path: HAND_OFF,
      who,
      note: "Le candidat dont c'est le dossier demande un code pour déposer une pièce avec un téléphone.",
      handle: (visit, own) =>
        takeCode(own.candidate.accountId) === 0
          ? make(deps, visit, own)
          : refused(deps, visit, own, { code: 'too-many-codes' }),
    }),
    route({
      method: 'POST',
      path: `${HAND_OFF}/retirer`,
      who,
      note: "Le candidat dont c'est le dossier retire le code donné à un téléphone.",
      handle: (visit, own) => revoke(deps, visit, own),
    }),
    route({
      method: 'GET',
      path: `${HAND_OFF}/etat`,
      who,
      priority: 'later',
      handle: async (visit, own) => {
        const wait = takeState(own.candidate.accountId);
        if (wait > 0) return json({ wait }, 429);
        const piece = await pieceIn(deps, visit, own);
        if (piece === null) return json({ state: null }, 404);
        return json({ state: (await standing(deps, own, piece)).state });
      },
    }),
  ];
}

export type HandOffStanding = {
  readonly code: PhoneCode | null;
  /** Files prepared to become one document. */
  readonly prepared: PreparedPages | null;
  /** Changes with all that the page shows. */
  readonly state: string;
};

async function standing(deps: PiecesDeps, own: OwnEnrolment, piece: PieceWithFiles): Promise<HandOffStanding> {
  const code = await lastCode(deps.db, piece.id, own.candidate.sessionId);
  const prepared = preparedOf(await listSheets(deps.db, piece.id));
  const said = code === null ? [] : [code.id, code.holds, code.openedAt !== null, code.receipt ?? ''];
  return { code, prepared, state: [...said, prepared?.pages ?? 0, prepared?.refused ?? 0].join(' ') };
}

async function showHandOff(deps: PiecesDeps, phone: PhoneSetting, visit: Visit, own: OwnEnrolment): Promise<Reply> {
  const piece = await pieceIn(deps, visit, own);
  const type = piece === null ? undefined : deps.catalogue().pieceType(piece);
  if (piece === null || type === undefined) return refused(deps, visit, own, { code: 'not-found' });
  const { code, prepared, state } = await standing(deps, own, piece);
  const shut = whyShut(deps, visit, own, piece);
  if (shut !== null && code?.receipt == null) return refused(deps, visit, own, shut);
  const token = code?.holds === true && code.receipt === null ? tokenOf(phone.secret, code.id) : null;
  const view = {
    chrome: await deps.chrome(visit, own.candidate, own.enrolment),
    piece,
    type,
    code,
    prepared,
    state,
    square: token === null ? null : drawSquare(new URL(addresses.phone(token, piece.code), phone.publicUrl).href),
    word: code === null ? '' : wordOf(phone.secret, code.id),
    mayMake: shut === null,
    csrf: visit.csrf(),
  };
  return show(<HandOffPage {...view} />);
}

async function make(deps: PiecesDeps, visit: Visit, own: OwnEnrolment): Promise<Reply> {
  const piece = await pieceIn(deps, visit, own);
  if (piece === null) return refused(deps, visit, own, { code: 'not-found' });
  const shut = whyShut(deps, visit, own, piece);
  if (shut !== null) return refused(deps, visit, own, shut);
  const made = await transact<null, Refusal>(deps.db, async (tx) => {
    // Locked, so that of two clicks the second replaces the first.
    const locked = await lockPiece(tx, own.enrolment.id, piece.code);
    if (locked === null) return refuse({ code: 'not-found' });
    await writeCode(tx, locked, own.candidate.sessionId);
    return ok(null);
  });
  if (!made.ok) return refused(deps, visit, own, made.error);
  return redirect(addresses.handOff(own.enrolment.id, piece.code));
}

async function revoke(deps: PiecesDeps, visit: Visit, own: OwnEnrolment): Promise<Reply> {
  const piece = await pieceIn(deps, visit, own);
  if (piece === null) return refused(deps, visit, own, { code: 'not-found' });
  await revokeCodes(deps.db, own.enrolment.id);
  return redirect(addresses.handOff(own.enrolment.id, piece.code));
}
