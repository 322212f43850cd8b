import { h } from 'preact';
import {
  type Accounts,
  accountRefusals,
  actBy,
  closeAccount,
  currentPasswordField,
  dropSession,
  inDemonstration,
  lockOwnAccount,
  type SignedInCandidate,
} from '../../accounts/index.ts';
import { transact } from '../../platform/database/transact.ts';
import { type Reply, type Route, redirect, route, type Visit, withCookies } from '../../platform/http/visit.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { emptyForm, type FormState, parseForm, show, typedForm, withFault } from '../../ui/index.ts';
import type { OwnDataDeps } from './archive.ts';
import { type Closing, lockClosing, readClosing } from './closingFiles.ts';
import { CLOSING_PATH, ClosingPage } from './closingPage.tsx';
import { closingTexts as say } from './closingTexts.ts';

type Deps = OwnDataDeps & { readonly accounts: Pick<Accounts, 'checkPassword'> };

/** A candidate closes their account; who works for the office has theirs closed by their head. */
export function closingRoutes(deps: Deps): readonly Route[] {
  const who = deps.guards.candidate;
  return [
    route({
      method: 'GET',
      path: CLOSING_PATH,
      who,
      handle: async (visit, candidate) =>
        showClosing(deps, visit, candidate, await readClosing(deps, deps.db, candidate)),
    }),
    route({
      method: 'POST',
      path: CLOSING_PATH,
      who,
      note: 'Le candidat ferme son compte, avec son mot de passe, quand rien n\u0027est en cours.',
      handle: (visit, candidate) => close(deps, visit, candidate),
    }),
  ];
}

async function showClosing(
  deps: Deps,
  visit: Visit,
  candidate: SignedInCandidate,
  { registered, kept }: Closing,
  { state, status }: { readonly state: FormState; readonly status: number } = { state: emptyForm, status: 200 },
): Promise<Reply> {
  const page = h(ClosingPage, {
    chrome: await deps.chrome(visit, candidate, null),
    csrf: visit.csrf(),
    state,
    subjects: deps.subjects(),
    registered,
    demonstration: inDemonstration(candidate.address),
    kept: kept.map(({ enrolment, why }) => {
      const session = deps.catalogue().session(enrolment.session);
      const name = `${enrolment.number ?? say.draft}, ${session?.label ?? enrolment.session}`;
      return { id: enrolment.id, name, why, lastDay: session?.lastDay ?? null };
    }),
  });
  return show(page, status);
}

async function close(deps: Deps, visit: Visit, candidate: SignedInCandidate): Promise<Reply> {
  const again = async (state: FormState, status: number): Promise<Reply> =>
    showClosing(deps, visit, candidate, await readClosing(deps, deps.db, candidate), { state, status });
  if (inDemonstration(candidate.address)) return again(emptyForm, 409);
  const fields = [currentPasswordField] as const;
  const read = parseForm(fields, visit.body);
  if (!read.ok) return again(read.error, 422);
  const checked = await deps.accounts.checkPassword(candidate, read.value.current);
  if (!checked.ok) {
    const words = accountRefusals.inWords(checked.error);
    const state = withFault(typedForm(fields, visit.body), currentPasswordField.name, words);
    return again(state, accountRefusals.status(checked.error));
  }
  const closed = await transact(deps.db, async (tx): Promise<Result<null, 'closed' | 'kept'>> => {
    if (!(await lockOwnAccount(tx, candidate))) return refuse('closed');
    const { registered, kept } = await lockClosing(deps, tx, candidate);
    if (kept.length > 0) return refuse('kept');
    await closeAccount(deps, tx, actBy(visit, candidate), candidate, !registered);
    return ok(null);
  });
  if (!closed.ok && closed.error === 'kept') return again(emptyForm, 409);
  return withCookies(redirect('/connexion?message=compte-ferme'), [dropSession(deps.publicUrl)]);
}
