import { h } from 'preact';
import { idempotencyKey } from '../../platform/http/once.ts';
import {
  type Reply,
  type Route,
  redirect,
  route,
  type Visit,
  versionIn,
  withCookies,
} from '../../platform/http/visit.ts';
import { act, emptyForm, type FormState, formOf, linesOf, parseForm, show } from '../../ui/index.ts';
import type { SignedInCandidate, SignedInPerson } from '../account.ts';
import { actBy } from '../actBy.ts';
import { answerNotice } from '../actions/answerNotice.ts';
import { requestAddressChange } from '../actions/changeAddress.ts';
import { changeCivilStatus } from '../actions/changeCivilStatus.ts';
import { changePassword } from '../actions/changePassword.ts';
import { endSessions } from '../actions/endSessions.ts';
import { birthDateRules, candidateOwner, passwordRules, sameAddressRules, samePasswordRules } from '../formRules.ts';
import { civilStatusFields, currentPasswordField, newAddressFields, newPasswordFields } from '../forms.ts';
import { AccountPage } from '../pages/accountPage.tsx';
import { ChangePage, LockedPage } from '../pages/changePages.tsx';
import { NOTICES, noticeField } from '../pages/noticeSection.tsx';
import { SESSIONS } from '../pages/openSessions.tsx';
import { passwordRefusals, refusals } from '../refusals.ts';
import type { PasswordOwner } from '../rules/passwordPolicy.ts';
import { examDayNow, findCandidates } from '../store/candidates.ts';
import { listNoticeAnswers } from '../store/notices.ts';
import { secondProofSince } from '../store/secondFactors.ts';
import { openSessionsOf } from '../store/sessions.ts';
import { texts } from '../texts.ts';
import { type Door, formAgain, newKey, pageFrame, textIn } from './door.ts';

const words = texts.account;

export function accountRoutes(door: Door): readonly Route[] {
  const { candidate, signedIn } = door.guards;
  const { deps } = door;
  return [
    route({
      method: 'GET',
      path: '/compte',
      who: signedIn,
      handle: async (visit, session) => show(await accountPage(door, visit, session)),
    }),
    route({
      method: 'POST',
      path: NOTICES,
      who: candidate,
      note: 'Le candidat accepte de recevoir ses décisions en ligne, ou retire son accord.',
      handle: (...at) => saveNotice(door, ...at),
    }),
    route({
      method: 'POST',
      path: SESSIONS,
      who: signedIn,
      note: 'Toute personne connectée ferme une de ses sessions, ou toutes les autres.',
      handle: async (visit, session) => {
        const which = textIn(visit.body, 'session');
        await endSessions(deps, session, which === 'autres' ? 'others' : which, actBy(visit, session));
        return redirect('/compte?message=session-fermee');
      },
    }),
    route({
      method: 'GET',
      path: '/compte/etat-civil',
      who: candidate,
      handle: async (visit, session) => show(await statusPage(door, visit, session, null)),
    }),
    act({
      path: '/compte/etat-civil',
      who: candidate,
      refusals,
      note: "Le candidat corrige son état civil, tant qu'aucune de ses inscriptions n'est enregistrée.",
      fields: civilStatusFields,
      rules: async () => birthDateRules(await examDayNow(deps.db)),
      do: (status, session, visit) =>
        changeCivilStatus(deps, session.accountId, status, versionIn(visit), actBy(visit, session)),
      to: () => '/compte?message=etat-civil-enregistre',
      ...formAgain<SignedInCandidate>((visit, session, state) => statusPage(door, visit, session, state)),
    }),
    route({
      method: 'GET',
      path: '/compte/mot-de-passe',
      who: signedIn,
      handle: async (visit) => show(await passwordPage(door, visit, emptyForm)),
    }),
    act({
      path: '/compte/mot-de-passe',
      who: signedIn,
      refusals: passwordRefusals,
      note: "Toute personne connectée change son mot de passe, avec l'actuel.",
      fields: (_, visit) => passwordFields(door, visit),
      rules: (session, visit) => [
        ...passwordRules<{ readonly password: string }>(door.policyAt(visit).passwordPolicy, () => ownerOf(session)),
        ...samePasswordRules,
      ],
      do: ({ current, password: next }, session, visit) => {
        const token = door.sessions.tokenOf(visit) ?? '';
        return changePassword(deps, session, token, { current, next }, actBy(visit, session));
      },
      to: ({ cookies }) => withCookies(redirect('/compte?message=mot-de-passe-change'), cookies),
      ...formAgain<SignedInPerson>((visit, _, state) => passwordPage(door, visit, state)),
    }),
    route({
      method: 'GET',
      path: '/compte/adresse',
      who: signedIn,
      handle: async (visit) => show(await addressPage(door, visit, emptyForm)),
    }),
    act({
      path: '/compte/adresse',
      who: signedIn,
      refusals: passwordRefusals,
      note: "Toute personne connectée demande à changer d'adresse, avec son mot de passe.",
      fields: newAddressFields,
      rules: () => sameAddressRules,
      do: ({ address, current }, session, visit) => {
        const key = idempotencyKey(visit.body.cle);
        return requestAddressChange(deps, session, { address, current }, key, actBy(visit, session));
      },
      to: () => '/compte?message=adresse-demandee',
      ...formAgain<SignedInPerson>((visit, _, state) => addressPage(door, visit, state)),
    }),
  ];
}

async function accountPage(door: Door, visit: Visit, session: SignedInPerson, state: FormState = emptyForm) {
  const { db } = door.deps;
  const isCandidate = session.kind === 'candidate';
  const secondFactor = isCandidate ? null : await secondProofSince(db, session.accountId);
  return h(AccountPage, {
    ...(await pageFrame(door, visit)),
    session,
    lines: isCandidate ? linesOf(civilStatusFields, session.candidate) : [],
    locked: isCandidate && (await isLocked(door, session)),
    secondFactor,
    sessions: await openSessionsOf(db, session.accountId),
    notices: isCandidate ? await listNoticeAnswers(db, session.accountId) : null,
    state,
  });
}

async function saveNotice(door: Door, visit: Visit, session: SignedInCandidate): Promise<Reply> {
  const accepts = textIn(visit.body, 'acte') !== 'retirer';
  const read = accepts ? parseForm([noticeField], visit.body) : null;
  if (read?.ok === false) return show(await accountPage(door, visit, session, read.error), 422);
  await door.deps.db
    .transaction()
    .execute((tx) => answerNotice(tx, actBy(visit, session), session.accountId, { accepts, place: 'account' }));
  return redirect(`/compte?message=${accepts ? 'accord-donne' : 'accord-retire'}#notifications`);
}

function isLocked(door: Door, session: SignedInPerson): Promise<boolean> {
  return door.deps.civilStatusLocked(door.deps.db, session.accountId);
}

async function statusPage(door: Door, visit: Visit, session: SignedInCandidate, state: FormState | null) {
  if (await isLocked(door, session)) return h(LockedPage, await pageFrame(door, visit));
  const [now = session.candidate] = await findCandidates(door.deps.db, [session.accountId]);
  return h(ChangePage, {
    ...(await pageFrame(door, visit)),
    title: words.changeCivilStatus,
    lead: texts.signUp.lead,
    action: '/compte/etat-civil',
    fields: civilStatusFields,
    state: state ?? formOf(civilStatusFields, now),
    submit: words.save,
    version: now.rowVersion,
  });
}

function passwordFields(door: Door, visit: Visit) {
  const { newPassword, newPasswordAgain } = texts.fields;
  return [
    currentPasswordField,
    ...newPasswordFields(door.policyAt(visit).passwordPolicy, newPassword, newPasswordAgain),
  ] as const;
}

async function passwordPage(door: Door, visit: Visit, state: FormState) {
  return h(ChangePage, {
    ...(await pageFrame(door, visit)),
    title: words.changePassword,
    lead: words.passwordIntro,
    action: '/compte/mot-de-passe',
    fields: passwordFields(door, visit),
    state,
    submit: words.save,
  });
}

async function addressPage(door: Door, visit: Visit, state: FormState) {
  return h(ChangePage, {
    ...(await pageFrame(door, visit)),
    title: words.changeAddress,
    lead: words.addressIntro,
    action: '/compte/adresse',
    fields: newAddressFields,
    state,
    submit: words.addressSubmit,
    idempotencyKey: newKey(),
  });
}

function ownerOf(session: SignedInPerson): PasswordOwner {
  const { kind, displayName, address } = session;
  return kind === 'staff' ? { names: [displayName], address } : candidateOwner(session.candidate);
}
