import { h } from 'preact';
import { accountRefusals, actBy, hasMailbox } from '../../../accounts/index.ts';
import { transact } from '../../../platform/database/transact.ts';
import { file, type Reply, type Route, route, type Visit } from '../../../platform/http/visit.ts';
import { ok, type Result } from '../../../platform/result.ts';
import { show } from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import type { OfficeDeps } from '../../deps.ts';
import { fileAtDesk } from '../../guards.ts';
import type { FileAtDesk } from '../../office.ts';
import { pageFrame } from '../../pageFrame.ts';
import { personName } from '../../rules/personName.ts';
import { AccessLetterPage } from '../pages/accessLetterPage.tsx';

/** The letter by which somebody without a mail box takes over the account that was opened for them. */
export function accessLetterRoutes(deps: OfficeDeps): readonly Route[] {
  const who = fileAtDesk(deps);
  const path = '/gestion/dossiers/:id/lettre-acces';
  return [
    route({ method: 'GET', path, who, handle: (visit, at) => showLetter(deps, visit, at) }),
    route({ method: 'POST', path, who, handle: (visit, at) => print(deps, visit, at) }),
  ];
}

async function showLetter(
  deps: OfficeDeps,
  visit: Visit,
  { enrolment, candidate, staff }: FileAtDesk,
  fault: string | null = null,
  status = 200,
): Promise<Reply> {
  return show(
    h(AccessLetterPage, {
      ...(await pageFrame(deps, visit, staff)),
      enrolmentId: enrolment.id,
      number: enrolment.number ?? '',
      name: personName(candidate),
      mayPrint: !hasMailbox(candidate) && deps.accessLetter !== undefined,
      back: addresses.file(enrolment.id),
      fault,
    }),
    status,
  );
}

/** Printed before its code is kept: a letter that could not be made voids none. */
async function print(deps: OfficeDeps, visit: Visit, at: FileAtDesk): Promise<Reply> {
  const { enrolment, candidate, staff } = at;
  const { accessLetter } = deps;
  const order = { accountId: candidate.accountId, academy: enrolment.academy, officerId: staff.accountId };
  const made: Result<Buffer | null, Parameters<typeof accountRefusals.inWords>[0]> = await transact(
    deps.db,
    async (tx) => {
      const code = await deps.accounts.makeAccessCode(tx, actBy(visit, staff), order);
      if (!code.ok) return code;
      return ok((await accessLetter?.(enrolment, candidate, code.value)) ?? null);
    },
  );
  if (!made.ok)
    return showLetter(deps, visit, at, accountRefusals.inWords(made.error), accountRefusals.status(made.error));
  if (made.value === null) return showLetter(deps, visit, at);
  return file(
    made.value,
    'application/pdf',
    `${enrolment.number ?? 'inscription'}-lettre.pdf`,
    'attachment',
    made.value.length,
  );
}
