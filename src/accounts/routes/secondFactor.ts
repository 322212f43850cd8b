import { h } from 'preact';
import { type Cookie, dropCookie, setCookie } from '../../platform/http/cookies.ts';
import { type Reply, type Route, redirect, route, type Visit, withCookies } from '../../platform/http/visit.ts';
import { drawSquare } from '../../platform/pdf/square.ts';
import { emptyForm, type FormState, parseForm, show } from '../../ui/index.ts';
import type { SignedInStaff } from '../account.ts';
import { actBy } from '../actBy.ts';
import { MOST_PASSKEYS } from '../actions/passkeys.ts';
import { removeSecondFactor, renewRecoveryCodes, setSecondFactor } from '../actions/secondFactor.ts';
import { factorKey, factorLink, newOffer, openCodes, openOffer, sealCodes } from '../credentials/secondFactor.ts';
import { currentPasswordField } from '../forms.ts';
import { ConfirmedPage, NewCodesPage, SecondFactorPage, SetUpPage } from '../pages/secondFactorPages.tsx';
import type { Refusal } from '../refusals.ts';
import { secondFactorTexts } from '../secondFactorTexts.ts';
import { APPLICATION, RECOVERY_CODES, REMOVAL, SECOND_FACTOR } from '../secondProofAddresses.ts';
import { setUpFields } from '../signInForms.ts';
import { passkeysOf } from '../store/passkeys.ts';
import { hasSecondFactor, secondFactorState, secondProofSince } from '../store/secondFactors.ts';
import { type Door, doorOf, pageFrame, refused, showRefused, textIn } from './door.ts';

const words = secondFactorTexts;
export const CODES_COOKIE: Cookie = {
  name: 'registre_codes',
  path: RECOVERY_CODES,
  seconds: 600,
  purpose: 'montrer une fois les codes de secours (personnes du service)',
};
const password = [currentPasswordField] as const;

export function secondFactorRoutes(door: Door): readonly Route[] {
  const { settingUp } = door.guards;
  const staff = door.guards.staff();
  return [
    route({
      method: 'GET',
      path: SECOND_FACTOR,
      who: settingUp,
      handle: async (visit, session) => {
        const since = await secondProofSince(door.deps.db, session.accountId);
        if (since === null) return show(await setUpPage(door, visit, session, emptyForm));
        return show(await statePage(door, visit, session, since));
      },
    }),
    route({
      method: 'GET',
      path: APPLICATION,
      who: settingUp,
      handle: async (visit, session) => {
        const there = await hasSecondFactor(door.deps.db, session.accountId);
        return there ? redirect(SECOND_FACTOR) : show(await setUpPage(door, visit, session, emptyForm));
      },
    }),
    route({
      method: 'POST',
      path: SECOND_FACTOR,
      who: settingUp,
      note: 'Une personne du service met en place la double authentification, avec son mot de passe.',
      handle: (...at) => setUp(door, ...at),
    }),
    route({ method: 'GET', path: RECOVERY_CODES, who: staff, handle: (...at) => showCodes(door, ...at) }),
    route({
      method: 'POST',
      path: RECOVERY_CODES,
      who: staff,
      note: 'Une personne du service renouvelle ses codes de secours, avec son mot de passe.',
      handle: (...at) => renew(door, ...at),
    }),
    route({
      method: 'GET',
      path: REMOVAL,
      who: staff,
      handle: (visit, session) => confirmed(door, visit, session, REMOVAL, null),
    }),
    route({
      method: 'POST',
      path: REMOVAL,
      who: staff,
      note: 'Une personne du service retire sa double authentification, avec son mot de passe.',
      handle: (...at) => remove(door, ...at),
    }),
  ];
}

async function statePage(door: Door, visit: Visit, staff: SignedInStaff, since: Temporal.Instant) {
  const application = await secondFactorState(door.deps.db, staff.accountId);
  const passkeys = await passkeysOf(door.deps.db, staff.accountId);
  return h(SecondFactorPage, {
    ...(await pageFrame(door, visit)),
    since,
    left: application?.codesLeft ?? null,
    passkeys,
    host: door.relyingPartyAt(visit)?.host ?? null,
    isFull: passkeys.length >= MOST_PASSKEYS,
    isAlone: application === null && passkeys.length === 1,
  });
}

async function setUpPage(door: Door, visit: Visit, staff: SignedInStaff, state: FormState) {
  const { deps } = door;
  const sent = textIn(visit.body, 'offre');
  const { secret, sealed } = (await openOffer(deps, staff.accountId, sent)) ?? (await newOffer(deps, staff.accountId));
  const since = await secondProofSince(deps.db, staff.accountId);
  const frame = await pageFrame(door, visit);
  const link = factorLink(secret, `Registre ${deps.publicUrl.hostname}`, staff.address);
  return h(SetUpPage, {
    ...frame,
    state,
    required: deps.secondFactorRequired && since === null,
    orPasskey: since === null && door.relyingPartyAt(visit) !== null,
    link,
    square: drawSquare(link),
    typed: factorKey(secret),
    offer: sealed,
  });
}

async function setUp(door: Door, visit: Visit, staff: SignedInStaff): Promise<Reply> {
  const read = parseForm(setUpFields, visit.body);
  if (!read.ok) return show(await setUpPage(door, visit, staff, read.error), 422);
  const given = { ...read.value, offer: textIn(visit.body, 'offre') };
  const done = await setSecondFactor(door.deps, staff, given, actBy(visit, staff));
  if (done.ok) return toCodes(door, staff, done.value.codes);
  const { error } = done;
  if (error.code === 'second-factor-there') return redirect(SECOND_FACTOR);
  const state = refused(setUpFields, visit, error, fieldOf(error));
  return showRefused(await setUpPage(door, visit, staff, state), error);
}

function fieldOf({ code }: Refusal): string | null {
  if (code === 'current-password-wrong' || code === 'too-many-tries') return 'current';
  return code.startsWith('factor-c') ? 'code' : null;
}

/** On to the page that shows the codes, once: they travel with the browser and stand nowhere else. */
async function toCodes(door: Door, staff: SignedInStaff, codes: readonly string[]): Promise<Reply> {
  const sealed = await sealCodes(door.deps, staff.accountId, codes);
  return withCookies(redirect(RECOVERY_CODES), [setCookie(CODES_COOKIE, door.deps.publicUrl, sealed)]);
}

async function showCodes(door: Door, visit: Visit, staff: SignedInStaff): Promise<Reply> {
  const codes = await openCodes(door.deps, staff.accountId, visit.cookies[CODES_COOKIE.name] ?? '');
  if (codes === null) return confirmed(door, visit, staff, RECOVERY_CODES, null);
  const page = h(NewCodesPage, { ...(await pageFrame(door, visit)), codes, next: door.home[doorOf(staff)] });
  return withCookies(show(page), [dropCookie(CODES_COOKIE, door.deps.publicUrl)]);
}

async function renew(door: Door, visit: Visit, staff: SignedInStaff): Promise<Reply> {
  const read = parseForm(password, visit.body);
  if (!read.ok) return confirmed(door, visit, staff, RECOVERY_CODES, read.error);
  const done = await renewRecoveryCodes(door.deps, staff, read.value.current, actBy(visit, staff));
  return done.ok ? toCodes(door, staff, done.value.codes) : confirmed(door, visit, staff, RECOVERY_CODES, done.error);
}

async function remove(door: Door, visit: Visit, staff: SignedInStaff): Promise<Reply> {
  const read = parseForm(password, visit.body);
  if (!read.ok) return confirmed(door, visit, staff, REMOVAL, read.error);
  const done = await removeSecondFactor(door.deps, staff, read.value.current, actBy(visit, staff));
  if (!done.ok) return confirmed(door, visit, staff, REMOVAL, done.error);
  return redirect(`${SECOND_FACTOR}?message=second-facteur-retire`);
}

/** The page that asks for the password before an act, where there is a second factor. `fault`: of the form just sent. */
async function confirmed(
  door: Door,
  visit: Visit,
  staff: SignedInStaff,
  action: typeof RECOVERY_CODES | typeof REMOVAL,
  fault: FormState | Refusal | null,
): Promise<Reply> {
  const there = await secondFactorState(door.deps.db, staff.accountId);
  if (there === null) return redirect(SECOND_FACTOR);
  const said =
    action === REMOVAL
      ? { title: words.remove.title, lead: words.remove.lead, submit: words.remove.submit }
      : { title: words.codes.title, lead: words.codes.renewText, submit: words.codes.renew };
  const frame = { ...(await pageFrame(door, visit)), ...said, action, left: there.codesLeft };
  if (fault === null) return show(h(ConfirmedPage, { ...frame, state: emptyForm }));
  if (!('code' in fault)) return show(h(ConfirmedPage, { ...frame, state: fault }), 422);
  return showRefused(h(ConfirmedPage, { ...frame, state: refused(password, visit, fault, 'current') }), fault);
}
