import { h } from 'preact';
import { type Cookie, dropCookie, setCookie } from '../../platform/http/cookies.ts';
import { type Reply, type Route, redirect, route, type Visit, withCookies } from '../../platform/http/visit.ts';
import { drawSquare } from '../../platform/pdf/square.ts';
import { act, emptyForm, type FormState, show } from '../../ui/index.ts';
import type { SignedInStaff } from '../account.ts';
import { actBy } from '../actBy.ts';
import { MOST_PASSKEYS } from '../actions/passkeys.ts';
import { removeSecondFactor, renewRecoveryCodes, setSecondFactor } from '../actions/secondFactor.ts';
import { factorKey, factorLink, newOffer, openCodes, openOffer, sealCodes } from '../credentials/secondFactor.ts';
import { currentPasswordField } from '../forms.ts';
import { ConfirmedPage, NewCodesPage, SecondFactorPage, SetUpPage } from '../pages/secondFactorPages.tsx';
import { passwordRefusals } from '../refusals.ts';

import { secondFactorTexts } from '../secondFactorTexts.ts';
import { APPLICATION, RECOVERY_CODES, REMOVAL, SECOND_FACTOR } from '../secondProofAddresses.ts';
import { setUpFields } from '../signInForms.ts';
import { passkeysOf } from '../store/passkeys.ts';
import { hasSecondFactor, secondFactorState, secondProofSince } from '../store/secondFactors.ts';
import { type Door, doorOf, formAgain, pageFrame, textIn } from './door.ts';

const words = secondFactorTexts;
export const CODES_COOKIE: Cookie = {
  name: 'registre_codes',
  path: RECOVERY_CODES,
  seconds: 600,
  purpose: 'montrer une fois les codes de secours (personnes du service)',
};

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
    act({
      path: SECOND_FACTOR,
      who: settingUp,
      refusals: passwordRefusals,
      note: 'Une personne du service met en place la double authentification, avec son mot de passe.',
      fields: setUpFields,
      do: (form, session, visit) =>
        setSecondFactor(door.deps, session, { ...form, offer: textIn(visit.body, 'offre') }, actBy(visit, session)),
      to: ({ codes }, session) => toCodes(door, session, codes),
      ...formAgain<SignedInStaff>(async (visit, session, state, refusal) =>
        refusal?.code === 'second-factor-there' ? SECOND_FACTOR : setUpPage(door, visit, session, state),
      ),
    }),
    route({ method: 'GET', path: RECOVERY_CODES, who: staff, handle: (...at) => showCodes(door, ...at) }),
    act({
      path: RECOVERY_CODES,
      who: staff,
      refusals: passwordRefusals,
      note: 'Une personne du service renouvelle ses codes de secours, avec son mot de passe.',
      fields: [currentPasswordField],
      do: ({ current }, session, visit) => renewRecoveryCodes(door.deps, session, current, actBy(visit, session)),
      to: ({ codes }, session) => toCodes(door, session, codes),
      ...confirmation(door, RECOVERY_CODES),
    }),
    route({
      method: 'GET',
      path: REMOVAL,
      who: staff,
      handle: (visit, session) => confirmation(door, REMOVAL).again(visit, session, emptyForm, 200),
    }),
    act({
      path: REMOVAL,
      who: staff,
      refusals: passwordRefusals,
      note: 'Une personne du service retire sa double authentification, avec son mot de passe.',
      fields: [currentPasswordField],
      do: ({ current }, session, visit) => removeSecondFactor(door.deps, session, current, actBy(visit, session)),
      to: () => `${SECOND_FACTOR}?message=second-facteur-retire`,
      ...confirmation(door, REMOVAL),
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

/** On to the page that shows the codes, once: they travel with the browser and stand nowhere else. */
async function toCodes(door: Door, staff: SignedInStaff, codes: readonly string[]): Promise<Reply> {
  const sealed = await sealCodes(door.deps, staff.accountId, codes);
  return withCookies(redirect(RECOVERY_CODES), [setCookie(CODES_COOKIE, door.deps.publicUrl, sealed)]);
}

async function showCodes(door: Door, visit: Visit, staff: SignedInStaff): Promise<Reply> {
  const codes = await openCodes(door.deps, staff.accountId, visit.cookies[CODES_COOKIE.name] ?? '');
  if (codes === null) return confirmation(door, RECOVERY_CODES).again(visit, staff, emptyForm, 200);
  const page = h(NewCodesPage, { ...(await pageFrame(door, visit)), codes, next: door.home[doorOf(staff)] });
  return withCookies(show(page), [dropCookie(CODES_COOKIE, door.deps.publicUrl)]);
}

/** The page that asks for the password before an act, where there is a second factor. */
function confirmation(door: Door, action: typeof RECOVERY_CODES | typeof REMOVAL) {
  const said =
    action === REMOVAL
      ? { title: words.remove.title, lead: words.remove.lead, submit: words.remove.submit }
      : { title: words.codes.title, lead: words.codes.renewText, submit: words.codes.renew };
  return formAgain<SignedInStaff>(async (visit, staff, state) => {
    const there = await secondFactorState(door.deps.db, staff.accountId);
    if (there === null) return SECOND_FACTOR;
    return h(ConfirmedPage, { ...(await pageFrame(door, visit)), ...said, action, left: there.codesLeft, state });
  });
}
