import { h } from 'preact';
import {
  type AccountRefusal,
  accountRefusals,
  actBy,
  hasMailbox,
  personName,
  whyNotSecond,
} from '../../../accounts/index.ts';
import { transact } from '../../../platform/database/transact.ts';
import { file, type Reply, type Route, redirect, route, type Visit } from '../../../platform/http/visit.ts';
import { ok } from '../../../platform/result.ts';
import type { FileAtDesk } from '../../../scope/index.ts';
import { deskAddresses, fileAtDesk, peopleOf } from '../../../scope/index.ts';
import { show } from '../../../ui/index.ts';
import type { PersonDeps } from '../../deps.ts';
import { AccessLetterPage, LETTER_ACTS } from '../pages/accessLetterPage.tsx';

/** The letter by which somebody without a mail box takes over the account that was opened for them (docs/decisions/078). */
export function accessLetterRoutes(deps: PersonDeps): readonly Route[] {
  const who = fileAtDesk(deps);
  const path = '/gestion/dossiers/:id/lettre-acces';
  return [
    route({ method: 'GET', path, who, handle: (visit, at) => showLetter(deps, visit, at) }),
    route({ method: 'POST', path, who, handle: (visit, at) => act(deps, visit, at) }),
  ];
}

async function showLetter(
  deps: PersonDeps,
  visit: Visit,
  { enrolment, candidate, staff, scope }: FileAtDesk,
  fault: string | null = null,
  status = 200,
): Promise<Reply> {
  const [members, asked] = await Promise.all([
    deps.accounts.listStaff(deps.db, scope.academy),
    deps.accounts.askedLetter(deps.db, enrolment.academy, candidate.accountId),
  ]);
  const days = deps.catalogue().installation().secondPersonDays;
  return show(
    h(AccessLetterPage, {
      ...(await deps.frame(visit, staff)),
      enrolmentId: enrolment.id,
      number: enrolment.number ?? '',
      name: personName(candidate),
      mayPrint: !hasMailbox(candidate) && deps.accessLetter !== undefined,
      asked,
      own:
        asked !== null && (await whyNotSecond(deps.db, { by: staff.accountId, wrote: [asked.askedBy], days })) !== null,
      people: peopleOf(members, staff.accountId),
      fault,
    }),
    status,
  );
}

function act(deps: PersonDeps, visit: Visit, at: FileAtDesk): Promise<Reply> {
  switch (visit.body.acte) {
    case LETTER_ACTS.print:
      return print(deps, visit, at);
    case LETTER_ACTS.drop:
      return note(deps, visit, at, 'dropAccessLetter', 'lettre-abandonnee');
    default:
      return note(deps, visit, at, 'askAccessLetter', 'lettre-demandee');
  }
}

function orderOf({ enrolment, candidate, staff }: FileAtDesk) {
  const { id: enrolmentId, academy } = enrolment;
  return { accountId: candidate.accountId, academy, enrolmentId, officerId: staff.accountId };
}

async function note(
  deps: PersonDeps,
  visit: Visit,
  at: FileAtDesk,
  verb: 'askAccessLetter' | 'dropAccessLetter',
  message: string,
): Promise<Reply> {
  const done = await transact<null, AccountRefusal>(deps.db, (tx) =>
    deps.accounts[verb](tx, actBy(visit, at.staff), orderOf(at)),
  );
  return done.ok ? redirect(deskAddresses.file(at.enrolment.id, { message })) : refuse(deps, visit, at, done.error);
}

/** Printed before its code is kept: a letter that could not be made voids none. */
async function print(deps: PersonDeps, visit: Visit, at: FileAtDesk): Promise<Reply> {
  const { enrolment, candidate, staff } = at;
  const { secondPersonDays } = deps.catalogue().installation();
  const made = await transact<Buffer | null, AccountRefusal>(deps.db, async (tx) => {
    const code = await deps.accounts.makeAccessCode(tx, actBy(visit, staff), { ...orderOf(at), secondPersonDays });
    return code.ok ? ok((await deps.accessLetter?.(enrolment, candidate, code.value)) ?? null) : code;
  });
  if (!made.ok) return refuse(deps, visit, at, made.error);
  if (made.value === null) return showLetter(deps, visit, at);
  const name = `${enrolment.number ?? 'inscription'}-lettre.pdf`;
  return file(made.value, 'application/pdf', name, 'attachment', made.value.length);
}

function refuse(deps: PersonDeps, visit: Visit, at: FileAtDesk, refusal: AccountRefusal): Promise<Reply> {
  return showLetter(deps, visit, at, accountRefusals.inWords(refusal), accountRefusals.status(refusal));
}
