import { h } from 'preact';
import {
  type Accounts,
  accountRefusals,
  accountStream,
  actBy,
  currentPasswordField,
  type SignedInCandidate,
} from '../../accounts/index.ts';
import { createDownloads, type Downloads } from '../../platform/http/downloads.ts';
import { takeTurn } from '../../platform/http/throttle.ts';
import { type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import { record } from '../../platform/journal.ts';
import { parisDay } from '../../platform/time.ts';
import { zipOf } from '../../platform/zip.ts';
import { emptyForm, type FormState, parseForm, show, typedForm, withFault } from '../../ui/index.ts';
import { type OwnDataDeps, ownArchive } from './archive.ts';
import { closingRoutes } from './closingRoutes.ts';
import { OwnDataPage } from './ownDataPage.tsx';
import { MOST_COPIES, ownDataTexts as say } from './texts.ts';

type Deps = OwnDataDeps & {
  readonly accounts: Pick<Accounts, 'checkPassword'>;
};

const PATH = '/compte/mes-donnees';
const DAY = 24 * 3_600;
/** Copies of one account. */
const PATIENCE = { free: MOST_COPIES, firstWaitSeconds: DAY, longestWaitSeconds: DAY, forgetAfterSeconds: DAY };

/** All that is kept of a candidate, shown and given. */
export function ownDataRoutes(deps: Deps): readonly Route[] {
  const who = deps.guards.candidate;
  const downloads = createDownloads();
  return [
    route({ method: 'GET', path: PATH, who, handle: (visit, candidate) => showPage(deps, visit, candidate) }),
    route({
      method: 'POST',
      path: PATH,
      who,
      priority: 'later',
      note: 'Le candidat télécharge toutes ses données, avec son mot de passe.',
      handle: (visit, candidate) => give(deps, downloads, visit, candidate),
    }),
    ...closingRoutes(deps),
  ];
}

async function showPage(
  deps: Deps,
  visit: Visit,
  candidate: SignedInCandidate,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const chrome = await deps.chrome(visit, candidate, null);
  return show(h(OwnDataPage, { chrome, csrf: visit.csrf(), state, subjects: deps.subjects(), path: PATH }), status);
}

async function give(deps: Deps, downloads: Downloads, visit: Visit, candidate: SignedInCandidate): Promise<Reply> {
  const fields = [currentPasswordField] as const;
  const read = parseForm(fields, visit.body);
  if (!read.ok) return showPage(deps, visit, candidate, read.error, 422);
  const refused = (words: string, status: number): Promise<Reply> =>
    showPage(
      deps,
      visit,
      candidate,
      withFault(typedForm(fields, visit.body), currentPasswordField.name, words),
      status,
    );
  const checked = await deps.accounts.checkPassword(candidate, read.value.current);
  if (!checked.ok) return refused(accountRefusals.inWords(checked.error), accountRefusals.status(checked.error));
  const turn = await takeTurn(deps.db, `own-data ${candidate.accountId}`, PATIENCE);
  if (!turn.allowed) return refused(say.refused.often, 429);
  const act = actBy(visit, candidate);
  const name = `${say.file}-${parisDay(deps.clock.now()).toString()}.zip`;
  const archive = { type: 'application/zip', name };
  const given = await downloads.give(
    candidate.accountId,
    zipOf(ownArchive(deps, act, candidate)),
    archive,
    async () => {
      const subject = { stream: accountStream(candidate.accountId), academy: null, session: null };
      await deps.db.transaction().execute((tx) => record(tx, act, 'account.dataGiven', subject, null));
    },
  );
  return given.ok ? given.value : refused(say.refused[given.error], 429);
}
