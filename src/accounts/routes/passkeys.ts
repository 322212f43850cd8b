import { h } from 'preact';
import { type Reply, type Route, reaching, redirect, route, type Visit } from '../../platform/http/visit.ts';
import { refuse } from '../../platform/result.ts';
import { act, emptyForm, type FormState, formOf, show, withFault } from '../../ui/index.ts';
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
import { passwordRefusals, type Refusal, refusals } from '../refusals.ts';

import { CREATION, PASSKEYS, SECOND_FACTOR } from '../secondProofAddresses.ts';
import { passkeyNameField } from '../signInForms.ts';
import { type Passkey, passkeyOf } from '../store/passkeys.ts';
import { type Door, formAgain, pageFrame, textIn } from './door.ts';

const naming = [passkeyNameField] as const;
const NOWHERE = { code: 'passkeys-nowhere' } as const satisfies Refusal;
const done = (message: string): string => `${SECOND_FACTOR}?message=${message}#cles`;

type Own = { readonly staff: SignedInStaff; readonly passkey: Passkey };

/** The passkeys of the staff: added by whoever works for the office, with or without another proof. */
export function passkeyRoutes(door: Door): readonly Route[] {
  const { settingUp } = door.guards;
  const own = reaching<SignedInStaff, Own>(door.guards.staff(), 'their passkey', async (staff, { params }) => {
    const passkey = await passkeyOf(door.deps.db, staff.accountId, params.id ?? '');
    return passkey === null ? null : { staff, passkey };
  });
  const adding = {
    who: settingUp,
    refusals: passwordRefusals,
    ...formAgain((visit, _: SignedInStaff, state) => addPage(door, visit, state)),
  };
  return [
    route({
      method: 'GET',
      path: PASSKEYS,
      who: settingUp,
      handle: async (visit) => {
        const isSomewhere = door.relyingPartyAt(visit) !== null;
        const state = isSomewhere ? emptyForm : withFault(emptyForm, null, refusals.inWords(NOWHERE));
        return show(await addPage(door, visit, state), isSomewhere ? 200 : refusals.status(NOWHERE));
      },
    }),
    act({
      ...adding,
      path: PASSKEYS,
      note: "Une personne du service commence une clé d'accès, avec son mot de passe.",
      unless: async (_, visit) => (door.relyingPartyAt(visit) === null ? NOWHERE : null),
      fields: passkeyFields,
      do: ({ nom: name, current }, staff) => beginPasskey(door.deps, staff, { name, current }),
      to: () => CREATION,
    }),
    route({ method: 'GET', path: CREATION, who: settingUp, handle: (...at) => creationPage(door, ...at) }),
    act({
      ...adding,
      path: CREATION,
      note: "Une personne du service ajoute la clé d'accès que son appareil vient de faire.",
      fields: [],
      do: async (_, staff, visit) => {
        const party = door.relyingPartyAt(visit);
        if (party === null) return refuse(NOWHERE);
        return addPasskey(door.deps, party, staff, textIn(visit.body, 'reponse'), actBy(visit, staff));
      },
      to: () => done('cle-ajoutee'),
    }),
    route({
      method: 'GET',
      path: `${PASSKEYS}/:id`,
      who: own,
      handle: async (visit, at) => show(await namePage(door, visit, at, formOf(naming, { nom: at.passkey.name }))),
    }),
    act({
      path: `${PASSKEYS}/:id`,
      who: own,
      refusals,
      note: "Une personne du service renomme une de ses clés d'accès.",
      fields: naming,
      do: ({ nom: name }, { staff, passkey }, visit) =>
        nameAgain(door.deps, staff, passkey.id, name, actBy(visit, staff)),
      to: () => done('cle-renommee'),
      ...formAgain<Own>(async (visit, at, state, refusal) =>
        refusal === null ? namePage(door, visit, at, state) : SECOND_FACTOR,
      ),
    }),
    route({
      method: 'GET',
      path: `${PASSKEYS}/:id/retirer`,
      who: own,
      handle: async (visit, at) => show(await removalPage(door, visit, at, emptyForm)),
    }),
    act({
      path: `${PASSKEYS}/:id/retirer`,
      who: own,
      refusals: passwordRefusals,
      note: "Une personne du service retire une de ses clés d'accès, avec son mot de passe.",
      fields: [currentPasswordField],
      do: ({ current }, { staff, passkey }, visit) =>
        removePasskey(door.deps, staff, passkey.id, current, actBy(visit, staff)),
      to: () => done('cle-retiree'),
      ...formAgain<Own>(async (visit, at, state, refusal) =>
        refusal?.code === 'passkey-absent' ? SECOND_FACTOR : removalPage(door, visit, at, state),
      ),
    }),
  ];
}

async function addPage(door: Door, visit: Visit, state: FormState) {
  return h(AddPasskeyPage, { ...(await pageFrame(door, visit)), state });
}

async function creationPage(door: Door, visit: Visit, staff: SignedInStaff): Promise<Reply> {
  const party = door.relyingPartyAt(visit);
  const begun = party === null ? null : await passkeyBegun(door.deps, party, staff);
  if (begun === null) return redirect(PASSKEYS);
  const { name, options } = begun;
  return show(h(CreatePasskeyPage, { ...(await pageFrame(door, visit)), name, options: JSON.stringify(options) }));
}

async function namePage(door: Door, visit: Visit, { passkey }: Own, state: FormState) {
  return h(RenamePasskeyPage, { ...(await pageFrame(door, visit)), passkey, state });
}

async function removalPage(door: Door, visit: Visit, { passkey }: Own, state: FormState) {
  return h(RemovePasskeyPage, { ...(await pageFrame(door, visit)), passkey, state });
}
