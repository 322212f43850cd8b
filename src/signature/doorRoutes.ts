import { randomBytes } from 'node:crypto';
import { h } from 'preact';
import { findEnrolmentOf } from '../enrolment/index.ts';
import { findLatest } from '../papers/index.ts';
import { listPieces, refuseSigning, SIGNED_CONFIRMATION } from '../pieces/index.ts';
import { momentOnPage } from '../platform/clock.ts';
import { type Cookie, cookieName, setCookie } from '../platform/http/cookies.ts';
import { networkOf } from '../platform/http/network.ts';
import { createPace } from '../platform/http/pace.ts';
import {
  actOf,
  type Guard,
  type Reply,
  type Route,
  redirect,
  route,
  type Visit,
  versionIn,
  withCookies,
} from '../platform/http/visit.ts';
import { cookieMark, readLinkToken } from '../platform/linkToken.ts';
import { ok } from '../platform/result.ts';
import { act, emptyForm, type FormState, type ShownAgain, show } from '../ui/index.ts';
import { mailDoorCode, openDoor, refuseAtDoor } from './actions/atDoor.ts';
import { signOnline } from './actions/signOnline.ts';
import { addresses } from './addresses.ts';
import { contentHash } from './contentHash.ts';
import type { SignatureDeps, SignaturePages } from './deps.ts';
import { DOOR_STAYS_OPEN, DOOR_USE, type Door, type DoorId } from './door.ts';
import { doorTexts } from './doorTexts.ts';
import { LockedPage, NoticePage, ReadPage, SignedHerePage } from './pages/doorPages.tsx';
import { agreeField, doorCodeFields } from './pages/fields.ts';
import { type Refusal, refusals } from './refusals.ts';
import { signingOf } from './signingOf.ts';
import { findDoor } from './store/doors.ts';
import { listSignatures } from './store/signatures.ts';
import { sentenceOf, texts } from './texts.ts';

const DOOR = '/signer/:jeton';
/** Of one network: an address has 96 bits that nobody guesses; this only spares us the trying. */
const PACE = { burst: 60, perSecond: 2 } as const;

export const DOOR_COOKIE: Cookie = {
  name: 'registre_signataire',
  path: 'host',
  seconds: DOOR_STAYS_OPEN.minutes * 60,
  purpose:
    "garder ouverte une demi-heure, pour le représentant légal d'un mineur, la confirmation que son code lui a montrée",
};

type Held = {
  readonly token: string;
  readonly door: Door | null;
  /** Of this browser's cookie; '': it has none. */
  readonly mark: string;
  readonly slow: boolean;
};

/** By whom it is read: this browser, where a right code was typed last. */
const isRead = ({ door, mark }: Held): boolean => mark !== '' && door?.opener === mark;

/** What the link mailed to whoever answers for a minor opens: nothing before a code, then the confirmation, and two acts. */
export function doorRoutes(deps: SignatureDeps & SignaturePages): readonly Route[] {
  const who = whoeverHolds(deps);
  const again = (...[visit, held, state, status]: ShownAgain<Held>): Promise<Reply> =>
    showDoor(deps, visit, held, state, status);
  const page = { who, refusals, again };
  const unless = async ({ door, slow }: Held): Promise<Refusal | null> => {
    if (slow) return { code: 'too-fast' };
    return door === null ? { code: 'link-unknown' } : null;
  };
  const unlessRead = async (held: Held): Promise<Refusal | null> =>
    (await unless(held)) ?? (isRead(held) ? null : { code: 'not-read' });
  return [
    route({ method: 'GET', path: DOOR, who, handle: (visit, held) => showDoor(deps, visit, held, emptyForm, 200) }),
    act({
      ...page,
      path: `${DOOR}/code`,
      note: "Qui a le lien envoyé au représentant légal d'un mineur fait partir le code, vers l'adresse de ce représentant.",
      unless,
      fields: [],
      do: (_, held, visit) => mailDoorCode(deps, actOfVisitor(visit), doorOf(held)),
      to: (_, { token }) => addresses.doorAsked(token),
    }),
    act({
      ...page,
      path: `${DOOR}/ouvrir`,
      note: 'Qui a le lien et le code lit la confirmation, une demi-heure.',
      unless,
      fields: doorCodeFields,
      do: async ({ code }, held, visit) => {
        const cookie = randomBytes(18).toString('base64url');
        const opened = await openDoor(deps, actOfVisitor(visit), doorOf(held), { code, mark: cookieMark(cookie) });
        return opened.ok ? ok(cookie) : opened;
      },
      to: (cookie, { token }) =>
        withCookies(redirect(addresses.door(token)), [setCookie(DOOR_COOKIE, deps.publicUrl, cookie)]),
    }),
    act({
      ...page,
      path: DOOR,
      note: 'Qui a ouvert la confirmation avec un code la signe comme représentant légal.',
      unless: unlessRead,
      fields: [agreeField('')],
      do: (_, held, visit) => {
        const { id, enrolmentId, candidateId } = doorOf(held);
        return signOnline(deps, actOfVisitor(visit), {
          enrolmentId,
          candidateId,
          version: versionIn(visit),
          contentSha256: typeof visit.body.contenu === 'string' ? visit.body.contenu : '',
          proof: { by: 'door', id, mark: held.mark },
        });
      },
      to: (_, { token }) => addresses.door(token),
    }),
    act({
      ...page,
      path: `${DOOR}/refuser`,
      note: 'Qui a ouvert la confirmation avec un code refuse de la signer.',
      unless: unlessRead,
      fields: [],
      do: (_, held, visit) => refuseAtDoor(deps, actOfVisitor(visit), doorOf(held), held.mark),
      to: (_, { token }) => addresses.door(token),
    }),
  ];
}

function whoeverHolds({ db, secret, publicUrl }: SignatureDeps): Guard<Held> {
  const takePace = createPace(PACE);
  const name = cookieName(DOOR_COOKIE, publicUrl);
  return {
    name: 'whoever holds the link',
    admit: async (visit) => {
      const token = visit.params.jeton ?? '';
      const slow = takePace(networkOf(visit.ip)) > 0;
      const id = slow ? null : readLinkToken<DoorId>(secret, DOOR_USE, token);
      const cookie = visit.cookies[name];
      const mark = cookie === undefined ? '' : cookieMark(cookie);
      return { token, door: id === null ? null : await findDoor(db, id), mark, slow };
    },
  };
}

function doorOf({ door }: Held): Door {
  if (door === null) throw new Error('no door is held');
  return door;
}

/** Whoever it is: nobody's account. */
const actOfVisitor = (visit: Visit) => actOf(visit, 'visitor', null);

async function showDoor(
  deps: SignatureDeps & SignaturePages,
  visit: Visit,
  held: Held,
  state: FormState,
  status: number,
): Promise<Reply> {
  const chrome = deps.doorChrome(visit);
  const say = doorTexts.notices;
  const notice = (title: string, refusal: Refusal): Reply =>
    show(h(NoticePage, { chrome, title, children: h('p', null, refusals.inWords(refusal)) }), refusals.status(refusal));
  const { door, token } = held;
  if (held.slow) return notice(say.slow, { code: 'too-fast' });
  if (door === null) return notice(say.unknown, { code: 'link-unknown' });
  const isReader = isRead(held);
  if (isReader && door.endedWhy === 'signed') return showSigned(deps, visit, door);
  if (isReader && door.endedWhy === 'refused') {
    const { title, text } = doorTexts.refused;
    return show(h(NoticePage, { chrome, title, children: h('p', null, text) }));
  }
  if (!door.holds) return notice(say.over, { code: 'link-over' });
  if (!isReader) {
    const asked = visit.query.code === 'envoye' || visit.path.endsWith('/ouvrir');
    const view = { chrome, csrf: visit.csrf(), token, fields: doorCodeFields, asked, state };
    return show(h(LockedPage, view), status);
  }
  const { begunAt: now } = momentOnPage(deps, visit);
  const enrolment = await findEnrolmentOf(deps.db, door.academy, door.enrolmentId);
  if (enrolment === null) return notice(say.over, { code: 'link-over' });
  const [paper, pieces, { by }] = await Promise.all([
    findLatest(deps.db, enrolment.id, 'confirmation'),
    listPieces(deps.db, enrolment.id),
    signingOf(deps, deps.db, enrolment, now),
  ]);
  const who = by.find(({ signer }) => signer === 'representative');
  const sheet = pieces.find(({ code }) => code === SIGNED_CONFIRMATION);
  if (who === undefined && by.length > 0) return notice(say.shut, { code: 'of-age' });
  // What was just refused is said with what stands; whoever only looks reads why it is shut.
  const shut = sheet === undefined || refuseSigning(sheet, { begunAt: now, now }) !== null;
  if (paper === null || who === undefined || shut)
    return show(
      h(NoticePage, { chrome, title: say.shut, children: h('p', null, state.faults[0]?.message ?? doorTexts.shut) }),
      409,
    );
  return show(
    h(ReadPage, {
      chrome,
      csrf: visit.csrf(),
      token,
      name: who.name,
      paper,
      contentSha256: contentHash(paper),
      version: enrolment.version,
      fields: [agreeField(sentenceOf('representative', paper))],
      state,
    }),
    status,
  );
}

async function showSigned(deps: SignatureDeps & SignaturePages, visit: Visit, door: Door): Promise<Reply> {
  const paper = await findLatest(deps.db, door.enrolmentId, 'confirmation');
  const signatures = await listSignatures(deps.db, door.enrolmentId);
  return show(
    h(SignedHerePage, {
      chrome: deps.doorChrome(visit),
      candidate: paper?.content.candidate ?? texts.representative.unnamed,
      signatures: signatures.filter(({ version }) => version === door.version),
    }),
  );
}
