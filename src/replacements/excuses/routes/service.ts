import { h } from 'preact';
import { actBy, type SignedInStaff } from '../../../accounts/index.ts';
import { fileRefusals, openFile, replyWith, whyNotOpened, wordsInPlaceOf } from '../../../keptFiles/index.ts';
import { type Reply, type Route, reaching, route, type Visit, versionIn } from '../../../platform/http/visit.ts';
import { act, emptyForm, type FormState, frameOf, show } from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import type { ExcuseDeps } from '../../deps.ts';
import { concludeExcuse, openExcuse, recordViewing } from '../actions/readExcuse.ts';
import type { Excuse } from '../excuse.ts';
import { conclusionFields } from '../pages/fields.ts';
import { type ListedExcuse, ReadPage, ToReadPage } from '../pages/servicePages.tsx';
import { excuseRefusals } from '../refusals.ts';
import { findExcuse, listToRead, namesOf } from '../store/excuses.ts';
import { findProof, listProofs } from '../store/proofs.ts';
import { readingTexts as say } from '../texts.ts';
import { unitNames } from '../unitNames.ts';

const PATH = '/gestion/amenagements/absences';
type At = { readonly staff: SignedInStaff; readonly excuse: Excuse };

/** The service that reads what candidates say of an absence: nobody else has these pages. */
export function excuseServiceRoutes(deps: ExcuseDeps): readonly Route[] {
  const service = deps.guards.staff('accommodation');
  const who = reaching(service, 'an absence explained', async (staff, visit): Promise<At | null> => {
    const excuse = await findExcuse(deps.db, { academy: staff.academy, id: visit.params.excuse });
    return excuse === null || excuse.state === 'withdrawn' ? null : { staff, excuse };
  });
  return [
    route({ method: 'GET', path: PATH, who: service, handle: (visit, staff) => showList(deps, visit, staff) }),
    route({ method: 'GET', path: `${PATH}/:excuse`, who, handle: (visit, at) => showOne(deps, visit, at) }),
    act({
      path: `${PATH}/:excuse`,
      who,
      refusals: excuseRefusals,
      note: "Le service des aménagements dit au bureau ce qu'il conclut d'une absence expliquée.",
      fields: conclusionFields,
      do: ({ conclusion, mots: said }, { staff, excuse }, visit) =>
        concludeExcuse(deps, actBy(visit, staff), {
          id: excuse.id,
          academy: staff.academy,
          rowVersion: versionIn(visit),
          conclusion,
          said: said ?? '',
          by: staff.accountId,
        }),
      to: () => addresses.toRead({ message: 'conclue' }),
      again: (visit, at, state, status) => showOne(deps, visit, at, { state, status }),
    }),
    route({
      method: 'GET',
      path: `${PATH}/:excuse/fichiers/:justificatif`,
      who,
      handle: (visit, at) => showProof(deps, visit, at),
    }),
  ];
}

async function listed(deps: ExcuseDeps, academy: string, excuses: readonly Excuse[]): Promise<readonly ListedExcuse[]> {
  const people = await namesOf(
    deps.db,
    academy,
    excuses.map(({ enrolmentId }) => enrolmentId),
  );
  return excuses.flatMap((excuse) => {
    const person = people.find(({ enrolmentId }) => enrolmentId === excuse.enrolmentId);
    if (person === undefined) return [];
    const name = unitNames(deps.catalogue(), { session: excuse.session, speciality: person.speciality });
    return [{ excuse, person, units: excuse.units.map(name) }];
  });
}

async function showList(deps: ExcuseDeps, visit: Visit, staff: SignedInStaff): Promise<Reply> {
  const lines = await listed(deps, staff.academy, await listToRead(deps.db, staff.academy));
  return show(h(ToReadPage, { ...frameOf(await deps.serviceChrome(visit, staff), visit, say.flash), lines }));
}

async function showOne(
  deps: ExcuseDeps,
  visit: Visit,
  { staff, excuse }: At,
  { state = null, status = 200 }: { readonly state?: FormState | null; readonly status?: number } = {},
): Promise<Reply> {
  await openExcuse(deps, actBy(visit, staff), excuse);
  const now = (await findExcuse(deps.db, { academy: staff.academy, id: excuse.id })) ?? excuse;
  const [line] = await listed(deps, staff.academy, [now]);
  if (line === undefined) throw new Error(`No candidate of ${excuse.id}`);
  const kept = now.conclusion === null ? {} : { conclusion: now.conclusion, mots: now.said };
  const view = {
    ...frameOf(await deps.serviceChrome(visit, staff), visit, say.flash),
    ...line,
    proofs: await listProofs(deps.db, [now.id]),
    state: state ?? { ...emptyForm, typed: kept },
  };
  return show(h(ReadPage, view), status);
}

/** Our rendering of it, after the candidate's chain has noted who is sent it. */
async function showProof(deps: ExcuseDeps, visit: Visit, { staff, excuse }: At): Promise<Reply> {
  const proof = await findProof(deps.db, excuse.id, visit.params.justificatif);
  if (proof === null) return wordsInPlaceOf(excuseRefusals.inWords({ code: 'not-found' }), 404);
  const shut = whyNotOpened(proof.kept, { is: 'staff', scans: deps.scans });
  if (shut !== null) return wordsInPlaceOf(say.shut[shut.code], 409);
  const opened = await openFile(deps, staff.accountId, proof);
  if (!opened.ok) return wordsInPlaceOf(say.notShown, fileRefusals.status(opened.error));
  await recordViewing(deps.db, actBy(visit, staff), excuse.enrolmentId, proof.id);
  return replyWith(opened.value, proof);
}
