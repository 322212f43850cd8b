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
import { file, type Reply, type Route, route, type Visit } from '../../../platform/http/visit.ts';
import { ok } from '../../../platform/result.ts';
import { deskAddresses, type FileAtDesk, fileAtDesk, peopleOf } from '../../../scope/index.ts';
import { act, acts, emptyForm, type FormState, type ShownAgain, show } from '../../../ui/index.ts';
import type { PersonDeps } from '../../deps.ts';
import { AccessLetterPage, LETTER_ACTS } from '../pages/accessLetterPage.tsx';

/** The letter by which somebody without a mail box takes over the account that was opened for them (decision 078). */
export function accessLetterRoutes(deps: PersonDeps): readonly Route[] {
  const who = fileAtDesk(deps);
  const path = '/gestion/dossiers/:id/lettre-acces';
  const page = {
    path,
    who,
    refusals: accountRefusals,
    again: (...shown: ShownAgain<FileAtDesk>) => showLetter(deps, ...shown),
  };
  const noted = (verb: 'askAccessLetter' | 'dropAccessLetter', message: string, note: string): Route =>
    act({
      ...page,
      note,
      fields: [],
      do: (_, at, visit) =>
        transact<null, AccountRefusal>(deps.db, (tx) => deps.accounts[verb](tx, actBy(visit, at.staff), orderOf(at))),
      to: (_, { enrolment }) => deskAddresses.file(enrolment.id, { message }),
    });
  return [
    route({ method: 'GET', path, who, handle: (visit, at) => showLetter(deps, visit, at) }),
    acts(
      'acte',
      {
        // Printed before its code is kept: a letter that could not be made voids none.
        [LETTER_ACTS.print]: act({
          ...page,
          note: "Une autre personne imprime la lettre d'accès demandée.",
          fields: [],
          do: (_, at, visit) => {
            const { secondPersonDays } = deps.catalogue().installation();
            return transact<Buffer | null, AccountRefusal>(deps.db, async (tx) => {
              const order = { ...orderOf(at), secondPersonDays };
              const code = await deps.accounts.makeAccessCode(tx, actBy(visit, at.staff), order);
              return code.ok ? ok((await deps.accessLetter?.(at.enrolment, at.candidate, code.value)) ?? null) : code;
            });
          },
          to: (made, at, visit) =>
            made === null
              ? showLetter(deps, visit, at)
              : file(
                  made,
                  'application/pdf',
                  `${at.enrolment.number ?? 'inscription'}-lettre.pdf`,
                  'attachment',
                  made.length,
                ),
        }),
        [LETTER_ACTS.drop]: noted(
          'dropAccessLetter',
          'lettre-abandonnee',
          "Un gestionnaire du dossier, ou le chef de bureau, abandonne la lettre d'accès demandée.",
        ),
      },
      noted(
        'askAccessLetter',
        'lettre-demandee',
        "Un gestionnaire du dossier, ou le chef de bureau, demande une lettre d'accès pour qui n'a pas d'adresse mail.",
      ),
    ),
  ];
}

async function showLetter(
  deps: PersonDeps,
  visit: Visit,
  { enrolment, candidate, staff, scope }: FileAtDesk,
  state: FormState = emptyForm,
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
      fault: state.faults[0]?.message ?? null,
    }),
    status,
  );
}

function orderOf({ enrolment, candidate, staff }: FileAtDesk) {
  const { id: enrolmentId, academy } = enrolment;
  return { accountId: candidate.accountId, academy, enrolmentId, officerId: staff.accountId };
}
