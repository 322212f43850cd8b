import { h, type JSX } from 'preact';
import { pick } from '../../platform/database/columns.ts';
import {
  everyone,
  type Reply,
  type Route,
  redirect,
  route,
  type Visit,
  withCookies,
} from '../../platform/http/visit.ts';
import { emptyForm, type FormState, linesOf, parseForm, show, typedIn, type Values } from '../../ui/index.ts';
import { CIVIL_STATUS, type CivilStatus } from '../account.ts';
import { type SignUpForm, signUp } from '../actions/signUp.ts';
import {
  birthDateRules,
  candidateOwner,
  passwordRules,
  retypedRules,
  sameAddressRules,
  samePasswordRules,
} from '../formRules.ts';
import { newPasswordFields, readBackFields, signUpFields } from '../forms.ts';
import { ReadBackPage } from '../pages/readBackPage.tsx';
import { SignUpPage } from '../pages/signUpPage.tsx';
import type { Refusal } from '../refusals.ts';
import { examDayNow } from '../store/candidates.ts';
import { texts } from '../texts.ts';
import { type Door, doorOf, newKey, pageFrame, refused, showRefused, submissionOf, visitorAct } from './door.ts';
import { rememberAddress, rememberTicket } from './sentTo.ts';

type Typed = CivilStatus & { readonly address: string; readonly password: string };

export function signUpRoutes(door: Door): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/compte/creer',
      who: door.guards.anyone,
      // Who is signed in has an account: « S'inscrire » leads to what it holds.
      handle: async (visit, session) =>
        session === null ? show(await formPage(door, visit, emptyForm)) : redirect(door.home[doorOf(session)]),
    }),
    route({
      method: 'POST',
      path: '/compte/creer',
      who: everyone,
      note: 'Toute personne crée un compte de candidat.',
      handle: (visit) => (retypes(door, visit) ? byRetyping(door, visit) : byReadingBack(door, visit)),
    }),
  ];
}

function retypes(door: Door, visit: Visit): boolean {
  return door.policyAt(visit).confirmations === 'retype';
}

async function formPage(door: Door, visit: Visit, state: FormState): Promise<JSX.Element> {
  const readsBack = !retypes(door, visit);
  const fields = readsBack ? readBackFields : signUpFields(door.policyAt(visit).passwordPolicy);
  return h(SignUpPage, { ...(await pageFrame(door, visit)), fields, state, idempotencyKey: newKey(), readsBack });
}

async function byRetyping(door: Door, visit: Visit): Promise<Reply> {
  const policy = door.policyAt(visit).passwordPolicy;
  const fields = signUpFields(policy);
  type Form = Values<typeof fields>;
  const read = parseForm(fields, visit.body, [
    ...birthDateRules(await examDayNow(door.deps.db)),
    ...retypedRules,
    ...sameAddressRules,
    ...passwordRules<Form>(policy, candidateOwner),
    ...samePasswordRules,
  ]);
  if (!read.ok) return show(await formPage(door, visit, read.error), 422);
  return create(door, visit, read.value, (refusal) => formPage(door, visit, refused(fields, visit, refusal)));
}

/** First what is on paper, shown once more; then, beside it, the password. */
async function byReadingBack(door: Door, visit: Visit): Promise<Reply> {
  const policy = door.policyAt(visit).passwordPolicy;
  const [passwordField] = newPasswordFields(policy, texts.fields.password, texts.fields.passwordAgain);
  const read = parseForm(readBackFields, visit.body, birthDateRules(await examDayNow(door.deps.db)));
  if (!read.ok) return show(await formPage(door, visit, read.error), 422);
  const typed = typedIn(readBackFields, visit.body);
  if (visit.body.acte === 'modifier') return show(await formPage(door, visit, { typed, faults: [] }));
  const again = async (state: FormState) =>
    h(ReadBackPage, {
      ...(await pageFrame(door, visit)),
      lines: linesOf(readBackFields, read.value),
      typed: Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, String(value)])),
      passwordField,
      state,
      idempotencyKey: newKey(),
    });
  if (visit.body.etape !== 'relire') return show(await again(emptyForm));
  const secret = parseForm(
    [passwordField],
    visit.body,
    passwordRules<{ readonly password: string }>(policy, () => candidateOwner(read.value)),
  );
  if (!secret.ok) return show(await again(secret.error), 422);
  return create(door, visit, { ...read.value, ...secret.value }, (refusal) => again(refused([], visit, refusal)));
}

async function create(
  door: Door,
  visit: Visit,
  typed: Typed,
  again: (refusal: Refusal) => Promise<JSX.Element>,
): Promise<Reply> {
  const { address, password } = typed;
  const form: SignUpForm = { status: pick(CIVIL_STATUS, typed), address, password };
  const made = await signUp(door.deps, form, submissionOf(visit), visitorAct(visit));
  if (!made.ok) return showRefused(await again(made.error), made.error);
  const { publicUrl } = door.deps;
  return withCookies(redirect('/compte/activer'), [
    rememberAddress(publicUrl, address),
    rememberTicket(publicUrl, made.value),
  ]);
}
