import { h } from 'preact';
import { type Reply, type Route, reaching, redirect, route, type Visit } from '../../platform/http/visit.ts';
import { emptyForm, type FormState, formOf, parseForm, show } from '../../ui/index.ts';
import type { SignedInStaff } from '../account.ts';
import { actBy } from '../actBy.ts';
import { addPasskey, beginPasskey, nameAgain, passkeyBegun, removePasskey } from '../actions/passkeys.ts';
import { currentPasswordField } from '../forms.ts';
import {
  AddPasskeyPage,
  CreatePasskeyPage,
  passkeyFields,
  RemovePasskeyPage,
  RenamePasskeyPage,
} from '../pages/passkeyPages.tsx';
import type { Refusal } from '../refusals.ts';
import { CREATION, PASSKEYS, SECOND_FACTOR } from '../secondProofAddresses.ts';
import { passkeyNameField } from '../signInForms.ts';
import { type Passkey, passkeyOf } from '../store/passkeys.ts';
import { type Door, pageFrame, refused, showRefused, textIn } from './door.ts';

const naming = [passkeyNameField] as const;
const password = [currentPasswordField] as const;
const done = (message: string): Reply => redirect(`${SECOND_FACTOR}?message=${message}#cles`);

type Own = { readonly staff: SignedInStaff; readonly passkey: Passkey };

/** The passkeys of the staff: added by whoever works for the office, with or without another proof. */
export function passkeyRoutes(door: Door): readonly Route[] {
  const { settingUp } = door.guards;
  const own = reaching<SignedInStaff, Own>(door.guards.staff(), 'their passkey', async (staff, { params }) => {
    const passkey = await passkeyOf(door.deps.db, staff.accountId, params.id ?? '');
    return passkey === null ? null : { staff, passkey };
  });
  return [
    route({ method: 'GET', path: PASSKEYS, who: settingUp, handle: (visit) => addPage(door, visit, emptyForm) }),
    route({
      method: 'POST',
      path: PASSKEYS,
      who: settingUp,
      note: "Une personne du service commence une clé d'accès, avec son mot de passe.",
      handle: (...at) => begin(door, ...at),
    }),
    route({ method: 'GET', path: CREATION, who: settingUp, handle: (...at) => creationPage(door, ...at) }),
    route({
      method: 'POST',
      path: CREATION,
      who: settingUp,
      note: "Une personne du service ajoute la clé d'accès que son appareil vient de faire.",
      handle: (...at) => add(door, ...at),
    }),
    route({ method: 'GET', path: `${PASSKEYS}/:id`, who: own, handle: (...at) => namePage(door, ...at) }),
    route({
      method: 'POST',
      path: `${PASSKEYS}/:id`,
      who: own,
      note: "Une personne du service renomme une de ses clés d'accès.",
      handle: (...at) => rename(door, ...at),
    }),
    route({ method: 'GET', path: `${PASSKEYS}/:id/retirer`, who: own, handle: (...at) => removalPage(door, ...at) }),
    route({
      method: 'POST',
      path: `${PASSKEYS}/:id/retirer`,
      who: own,
      note: "Une personne du service retire une de ses clés d'accès, avec son mot de passe.",
      handle: (...at) => remove(door, ...at),
    }),
  ];
}

async function addPage(door: Door, visit: Visit, state: FormState, refusal: Refusal | null = null): Promise<Reply> {
  if (door.relyingPartyAt(visit) === null && refusal === null)
    return addPage(door, visit, state, { code: 'passkeys-nowhere' });
  const said = refusal === null ? state : refused(passkeyFields, visit, refusal, fieldOf(refusal));
  const page = h(AddPasskeyPage, { ...(await pageFrame(door, visit)), state: said });
  return refusal === null ? show(page, state.faults.length === 0 ? 200 : 422) : showRefused(page, refusal);
}

async function begin(door: Door, visit: Visit, staff: SignedInStaff): Promise<Reply> {
  const read = parseForm(passkeyFields, visit.body);
  if (!read.ok) return addPage(door, visit, read.error);
  if (door.relyingPartyAt(visit) === null) return addPage(door, visit, emptyForm);
  const { nom: name, current } = read.value;
  const begun = await beginPasskey(door.deps, staff, { name, current });
  return begun.ok ? redirect(CREATION) : addPage(door, visit, emptyForm, begun.error);
}

async function creationPage(door: Door, visit: Visit, staff: SignedInStaff): Promise<Reply> {
  const party = door.relyingPartyAt(visit);
  const begun = party === null ? null : await passkeyBegun(door.deps, party, staff);
  if (begun === null) return redirect(PASSKEYS);
  const { name, options } = begun;
  return show(h(CreatePasskeyPage, { ...(await pageFrame(door, visit)), name, options: JSON.stringify(options) }));
}

async function add(door: Door, visit: Visit, staff: SignedInStaff): Promise<Reply> {
  const party = door.relyingPartyAt(visit);
  if (party === null) return addPage(door, visit, emptyForm);
  const added = await addPasskey(door.deps, party, staff, textIn(visit.body, 'reponse'), actBy(visit, staff));
  return added.ok ? done('cle-ajoutee') : addPage(door, visit, emptyForm, added.error);
}

async function namePage(door: Door, visit: Visit, { passkey }: Own, state?: FormState): Promise<Reply> {
  const shown = state ?? formOf(naming, { nom: passkey.name });
  const page = h(RenamePasskeyPage, { ...(await pageFrame(door, visit)), passkey, state: shown });
  return show(page, shown.faults.length === 0 ? 200 : 422);
}

async function rename(door: Door, visit: Visit, own: Own): Promise<Reply> {
  const read = parseForm(naming, visit.body);
  if (!read.ok) return namePage(door, visit, own, read.error);
  const { staff, passkey } = own;
  const named = await nameAgain(door.deps, staff, passkey.id, read.value.nom, actBy(visit, staff));
  return named.ok ? done('cle-renommee') : redirect(SECOND_FACTOR);
}

async function removalPage(
  door: Door,
  visit: Visit,
  { passkey }: Own,
  fault: FormState | Refusal = emptyForm,
): Promise<Reply> {
  const frame = { ...(await pageFrame(door, visit)), passkey };
  if ('code' in fault) {
    const state = refused(password, visit, fault, fieldOf(fault));
    return showRefused(h(RemovePasskeyPage, { ...frame, state }), fault);
  }
  return show(h(RemovePasskeyPage, { ...frame, state: fault }), fault.faults.length === 0 ? 200 : 422);
}

async function remove(door: Door, visit: Visit, own: Own): Promise<Reply> {
  const read = parseForm(password, visit.body);
  if (!read.ok) return removalPage(door, visit, own, read.error);
  const { staff, passkey } = own;
  const removed = await removePasskey(door.deps, staff, passkey.id, read.value.current, actBy(visit, staff));
  if (removed.ok) return done('cle-retiree');
  return removed.error.code === 'passkey-absent'
    ? redirect(SECOND_FACTOR)
    : removalPage(door, visit, own, removed.error);
}

function fieldOf({ code }: Refusal): string | null {
  return code === 'current-password-wrong' || code === 'too-many-tries' ? 'current' : null;
}
