import { h } from 'preact';
import { actBy, readsFiles, type StaffMember } from '../../accounts/index.ts';
import { findEnrolmentsOf, isRunning } from '../../enrolment/index.ts';
import { type Reply, type Route, redirect, route, type Visit } from '../../platform/http/visit.ts';
import { isUuid } from '../../platform/uuid.ts';
import {
  type AtDesk,
  atDesk,
  coversOf,
  type FileSearch,
  filesFound,
  namesWithin,
  peopleOf,
  scopeOf,
  searchIn,
} from '../../scope/index.ts';
import { emptyForm, type FormState, parseForm, show, tickedIn } from '../../ui/index.ts';
import { claimFile } from '../actions/claimFile.ts';
import { addresses as checkingAddresses } from '../addresses.ts';
import type { CheckingDeps } from '../deps.ts';
import { handOverTexts as say } from '../handOverTexts.ts';
import { colleagueField, HandOverPage } from '../pages/handOverPage.tsx';
import { type HandedFile, judgeHandOver } from '../rules/handOver.ts';
import { claimsOn } from '../store/claims.ts';

/** Files handed over at once. */
const MOST = 200;

/** Several files are given to a colleague to take care of, after a look at what will be and what won't. */
export function handOverRoutes(deps: CheckingDeps): readonly Route[] {
  const [who, path] = [atDesk(deps), '/gestion/confier'];
  return [
    route({ method: 'GET', path, who, handle: (visit, at) => showHandOver(deps, visit, at) }),
    route({
      method: 'POST',
      path,
      who,
      note: 'Un gestionnaire, ou le chef de bureau, confie plusieurs dossiers à un collègue, une fois lu lesquels.',
      handle: (visit, at) => handOver(deps, visit, at),
    }),
  ];
}

/** Who may be given files: whoever reads files today. */
async function colleagues(deps: CheckingDeps, { scope }: AtDesk): Promise<readonly StaffMember[]> {
  const members = await deps.accounts.listStaff(deps.db, scope.academy);
  return members.filter((one) => readsFiles(one) && one.activated && one.disabledAt === null);
}

async function showHandOver(
  deps: CheckingDeps,
  visit: Visit,
  at: AtDesk,
  { state, status }: { readonly state: FormState; readonly status: number } = { state: emptyForm, status: 200 },
): Promise<Reply> {
  const from = visit.method === 'GET' ? visit.query : visit.body;
  const search = searchIn(from);
  const members = await colleagues(deps, at);
  const field = colleagueField(members.map(({ accountId, name }) => ({ value: accountId, label: name })));
  const asked = from.collegue !== undefined;
  const read = parseForm([field], from);
  const to = asked && read.ok ? members.find(({ accountId }) => accountId === read.value.collegue) : undefined;
  const done = visit.query.fait === 'oui';
  const files = await filesFound(deps, at, search, MOST);
  const fault = files.length === 0 ? say.nobody : files.length > MOST ? say.tooMany(MOST) : null;
  const ids = files.map(({ id }) => id);
  const judged = to === undefined || fault !== null ? null : await judge(deps, at, to, ids);
  const everybody = await deps.accounts.listStaff(deps.db, at.scope.academy);
  const nameOf = peopleOf(everybody, null);
  const names = await namesWithin(deps.db, at.scope, ids);
  const bad = asked && !read.ok ? read.error : null;
  return show(
    h(HandOverPage, {
      ...(await deps.frame(visit, at.staff)),
      search,
      count: files.length,
      fault,
      field,
      state: bad ?? state,
      to:
        to === undefined || judged === null
          ? null
          : { id: to.accountId, name: to.name, done, ...(done ? settled(judged, nameOf) : awaited(judged)) },
      named: (id) => names.get(id),
      holderName: (id) => (id === null ? say.free : nameOf('staff', id)),
    }),
    bad === null ? status : 422,
  );
}

type Handed = ReturnType<typeof judgeHandOver>;

function awaited({ will, wont }: Handed) {
  return { will, wont: wont.map((one) => ({ ...one, said: say.why[one.why] })) };
}

/** After the act: what the colleague holds is done; what they could have been given and don't hold, somebody else moved. */
function settled({ will, wont }: Handed, nameOf: ReturnType<typeof peopleOf>) {
  return {
    will: wont.filter(({ why }) => why === 'already'),
    wont: [
      ...will.map((one) => ({ ...one, said: say.moved(one.holder === null ? null : nameOf('staff', one.holder)) })),
      ...wont.flatMap((one) => (one.why === 'already' ? [] : [{ ...one, said: say.why[one.why] }])),
    ],
  };
}

async function judge(deps: CheckingDeps, { scope }: AtDesk, to: StaffMember, ids: readonly string[]): Promise<Handed> {
  const covers = await coversOf(deps.db, to.accountId);
  const theirScope = scopeOf(
    to,
    deps.catalogue(),
    covers.flatMap(({ portfolios }) => portfolios),
  );
  const [enrolments, claims, theirs] = await Promise.all([
    findEnrolmentsOf(deps.db, scope.academy, ids),
    claimsOn(deps.db, scope, ids),
    namesWithin(deps.db, theirScope, ids),
  ]);
  const files = ids.flatMap((id): readonly HandedFile[] => {
    const enrolment = enrolments.find((one) => one.id === id);
    const holder = claims.find(({ enrolmentId }) => enrolmentId === id)?.accountId ?? null;
    return enrolment === undefined ? [] : [{ id, running: isRunning(enrolment), holder, theirs: theirs.has(id) }];
  });
  return judgeHandOver(files, to.accountId);
}

/** Each file that was seen as it still stands, one by one: what a colleague changed meanwhile is left, and named. */
async function handOver(deps: CheckingDeps, visit: Visit, at: AtDesk): Promise<Reply> {
  const seen = seenIn(tickedIn(visit.body, 'dossiers').slice(0, MOST));
  const to = (await colleagues(deps, at)).find(({ accountId }) => accountId === visit.body.collegue);
  if (to === undefined || seen.size === 0) return showHandOver(deps, visit, at, { state: emptyForm, status: 422 });
  const mine = [...(await namesWithin(deps.db, at.scope, [...seen.keys()])).keys()];
  const { will } = await judge(deps, at, to, mine);
  const enrolments = await findEnrolmentsOf(deps.db, at.scope.academy, mine);
  const act = actBy(visit, at.staff);
  for (const { id } of will) {
    const enrolment = enrolments.find((one) => one.id === id);
    if (enrolment !== undefined)
      await claimFile(deps, act, at, { enrolment, take: true, seen: seen.get(id) ?? null, to: to.accountId });
  }
  const search: FileSearch = searchIn(visit.body);
  return redirect(checkingAddresses.handOver({ ...search, collegue: to.accountId, fait: 'oui', message: 'confies' }));
}

/** « id:who held it » of each file of the form. */
function seenIn(pairs: readonly string[]): ReadonlyMap<string, string | null> {
  return new Map(
    pairs.flatMap((pair): readonly (readonly [string, string | null])[] => {
      const [id = '', holder = ''] = pair.split(':');
      return isUuid(id) ? [[id, holder === '' ? null : holder]] : [];
    }),
  );
}
