import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { accountId, actBy, CIVIL_STATUS } from '../../../accounts/index.ts';
import { lastEntry } from '../../../enrolment/index.ts';
import { pick } from '../../../platform/database/columns.ts';
import { idempotencyKey } from '../../../platform/http/once.ts';
import { type Guard, type Reply, type Route, reaching, route, type Visit } from '../../../platform/http/visit.ts';
import { type AtDesk, atDesk, deskAddresses, peopleOf } from '../../../scope/index.ts';
import { act, type FormState, faulty, formOf, type Option, parseForm, show } from '../../../ui/index.ts';
import { addresses as personAddresses } from '../../addresses.ts';
import type { PersonDeps } from '../../deps.ts';
import { listSameName } from '../../store/sameName.ts';
import { mailField, OTHER_PERSON, statusFields } from '../../typing/pages/whoFields.tsx';
import { paperTexts } from '../../typing/paperTexts.ts';
import { accountIn, accountOptions } from '../../typing/routes/paper.ts';
import { enrolPerson, type PersonOrder } from '../actions/enrolPerson.ts';
import { PersonPage } from '../pages/personPage.tsx';
import { personRefusals } from '../refusals.ts';
import { findPerson, isToEnrol, type PersonHere } from '../store/lines.ts';

const PATH = '/gestion/reprise/candidats/:ligne';
const ACCOUNT = 'compte';
type AtPerson = AtDesk & { readonly person: PersonHere };

/** A candidate of the system in place: their enrolment is opened from what the list says of them. */
export function carriedRoutes(deps: PersonDeps): readonly Route[] {
  const who: Guard<AtPerson> = reaching(atDesk(deps), 'a person of a list of theirs', async (at, visit) => {
    const person = await findPerson(deps.db, at.scope, visit.params.ligne);
    return person === null ? null : { ...at, person };
  });
  const enrol = (visit: Visit, { scope, staff, person }: AtPerson, said: PersonOrder['person']) =>
    enrolPerson(deps, actBy(visit, staff), {
      scope,
      line: person.id,
      officerId: staff.accountId,
      person: said,
      key: idempotencyKey(visit.body.cle),
    });
  const leads = ({ id, typing }: { readonly id: string; readonly typing: boolean }): string =>
    typing ? personAddresses.typing(id, 'identification') : deskAddresses.file(id);
  const again = (visit: Visit, at: AtPerson, state: FormState, status: number) =>
    showPerson(deps, visit, at, state, status);
  return [
    route({ method: 'GET', path: PATH, who, handle: (visit, at) => showPerson(deps, visit, at) }),
    act({
      path: PATH,
      who,
      refusals: personRefusals,
      note: "Un gestionnaire du portefeuille, ou le chef de bureau, ouvre l'inscription d'un candidat repris du système en place.",
      fields: [...statusFields, mailField],
      do: async (typed, at, visit) => {
        const accounts = await accountsOf(deps, typed);
        // Begun by another tab, or a colleague, since the page was opened: the account that is found is the one that they opened.
        const here = await findPerson(deps.db, at.scope, at.person.id);
        if (here !== null && !isToEnrol(here)) return enrol(visit, at, null);
        const account = accountIn(visit.body, accounts);
        if (accounts.length > 0 && account === null)
          return faulty({ field: ACCOUNT, message: paperTexts.found.missing });
        return enrol(visit, at, {
          status: pick(CIVIL_STATUS, typed),
          address: typed.address,
          account: account === null || account === OTHER_PERSON ? null : accountId(account),
        });
      },
      to: leads,
      again,
    }),
    act({
      path: `${PATH}/suite`,
      who,
      refusals: personRefusals,
      note: "Un gestionnaire du portefeuille, ou le chef de bureau, reprend l'inscription commencée d'un candidat du système en place.",
      fields: [],
      do: (_, at, visit) => enrol(visit, at, null),
      to: leads,
      again,
    }),
  ];
}

type Named = Parameters<typeof listSameName>[1];

async function accountsOf({ db }: Pick<PersonDeps, 'db'>, named: Named): Promise<readonly Option[]> {
  return accountOptions(await listSameName(db, named));
}

/** `state`: as it was typed; the first time, what the list says. */
async function showPerson(
  deps: PersonDeps,
  visit: Visit,
  { person, scope, staff }: AtPerson,
  state: FormState = formOf(statusFields, person),
  status = 200,
): Promise<Reply> {
  const typed = parseForm(statusFields, state.typed);
  const entry = person.enrolmentId === null ? null : await lastEntry(deps.db, person.enrolmentId);
  const members = await deps.accounts.listStaff(deps.db, scope.academy);
  return show(
    h(PersonPage, {
      ...(await deps.frame(visit, staff)),
      catalogue: deps.catalogue(),
      person,
      accounts: isToEnrol(person) ? await accountsOf(deps, typed.ok ? typed.value : person) : [],
      entry,
      people: peopleOf(members, staff.accountId),
      // What was chosen among accounts is no field of its own.
      state: { ...state, typed: { ...state.typed, ...chosenIn(visit) } },
      idempotencyKey: randomUUID(),
    }),
    status,
  );
}

function chosenIn({ body }: Visit): FormState['typed'] {
  const chosen = body[ACCOUNT];
  return typeof chosen === 'string' ? { [ACCOUNT]: chosen } : {};
}
