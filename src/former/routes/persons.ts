import { h } from 'preact';
import { actBy, personName, type SignedInStaff } from '../../accounts/index.ts';
import { enrolmentStream } from '../../enrolment/index.ts';
import { type Reply, type Route, redirect, route, type Visit } from '../../platform/http/visit.ts';
import { recordOnce } from '../../platform/journal.ts';
import type { Result } from '../../platform/result.ts';
import { emptyForm, type FormState, frameOf, parseForm, show, typedForm, withFault } from '../../ui/index.ts';
import { recognise, refuseClaim, undoRecognition } from '../actions/recognise.ts';
import { addresses } from '../addresses.ts';
import type { FormerDeps } from '../deps.ts';
import { type AtFile, officerOfFile, officerOfFormer, portfoliosOf } from '../guards.ts';
import { ClaimsPage } from '../pages/claimsPage.tsx';
import { PersonPage, proofField, refuseField, seenField, undoField } from '../pages/personPage.tsx';
import { personTexts as say } from '../personTexts.ts';
import { proposalsFor } from '../proposals.ts';
import { type Refusal, refusals } from '../refusals.ts';
import { lastClaim, listWaiting, readProven } from '../store/claims.ts';
import { listResults } from '../store/lines.ts';
import { linksOf, listLinks } from '../store/links.ts';

const PATH = '/gestion/resultats-anterieurs';

/** Who asks, what may be theirs, and a person who says so. */
export function personRoutes(deps: FormerDeps): readonly Route[] {
  const who = officerOfFormer(deps);
  const atFile = officerOfFile(deps);
  const post = (act: string, handle: (visit: Visit, at: AtFile) => Promise<Reply>): Route =>
    route({ method: 'POST', path: `${PATH}/candidats/:id/${act}`, who: atFile, handle });
  return [
    route({ method: 'GET', path: `${PATH}/demandes`, who, handle: (visit, staff) => showClaims(deps, visit, staff) }),
    route({
      method: 'GET',
      path: `${PATH}/candidats/:id`,
      who: atFile,
      handle: (visit, at) => showPerson(deps, visit, at),
    }),
    post('lien', (visit, at) => link(deps, visit, at)),
    post('refus', (visit, at) => answerNo(deps, visit, at)),
    post('retrait', (visit, at) => undo(deps, visit, at)),
  ];
}

async function showClaims(deps: FormerDeps, visit: Visit, staff: SignedInStaff): Promise<Reply> {
  const [chrome, claims] = await Promise.all([
    deps.chrome(visit, staff),
    listWaiting(deps.db, staff.academy, portfoliosOf(staff)),
  ]);
  return show(h(ClaimsPage, { ...frameOf(chrome, visit, say.flash), claims, isHead: staff.role === 'head' }));
}

/** `form`: which form something is wrong in; the number, `refus`, or `retrait-` and the number. */
type Wrong = { readonly form: string; readonly state: FormState; readonly status: number };
const LOOKED_ONCE = Temporal.Duration.from({ hours: 1 });

async function showPerson(deps: FormerDeps, visit: Visit, at: AtFile, wrong: Wrong | null = null): Promise<Reply> {
  const { staff, file } = at;
  const { academy } = staff;
  const candidate = await deps.findCandidate(deps.db, file.candidateId);
  if (candidate === null) throw new Error(`Nobody has the enrolment ${file.id}`);
  const subject = { stream: enrolmentStream(file.id), academy, session: file.session };
  // Marks of somebody are read here: the candidate reads who did.
  await recordOnce(deps.db, actBy(visit, staff), 'former.read', subject, { enrolmentId: file.id }, LOOKED_ONCE);
  const [chrome, claim, proven, links] = await Promise.all([
    deps.chrome(visit, staff),
    lastClaim(deps.db, academy, file.candidateId),
    readProven(deps.db, academy, file.candidateId),
    listLinks(deps.db, academy, file.candidateId),
  ]);
  const waiting = claim?.state === 'waiting' ? claim : null;
  const found = await proposalsFor(deps.db, { academy, candidate, claim: waiting, proven, links });
  const numbers = found.map(({ person }) => person.number);
  const [results, taken] = await Promise.all([
    listResults(deps.db, academy, numbers),
    linksOf(deps.db, academy, numbers),
  ]);
  return show(
    h(PersonPage, {
      ...frameOf(chrome, visit, say.flash),
      file,
      candidate,
      name: personName(candidate),
      claim: waiting,
      proven,
      links,
      proposals: found.map((one) => ({
        ...one,
        // Of a number that is another's, nothing is shown but that it is.
        taken: taken.some(
          ({ number, candidateId }) => number === one.person.number && candidateId !== file.candidateId,
        ),
        results: results.filter(({ number }) => number === one.person.number),
      })),
      speciality: (cfd) => deps.catalogue().speciality(cfd)?.name ?? cfd,
      wrong,
    }),
    wrong?.status ?? 200,
  );
}

const numberOf = ({ body }: Visit): string => (typeof body.numero === 'string' ? body.numero.slice(0, 40) : '');

async function link(deps: FormerDeps, visit: Visit, at: AtFile): Promise<Reply> {
  const number = numberOf(visit);
  const fields = [proofField, seenField];
  const state = typedForm(fields, visit.body);
  const read = parseForm([proofField, seenField], visit.body);
  if (!read.ok) return showPerson(deps, visit, at, { form: number, state: read.error, status: 422 });
  const { preuve: proof, vu } = read.value;
  const words = vu === null || vu === '' ? null : vu;
  const done = await recognise(deps, actBy(visit, at.staff), { ...orderOf(at), number, proof, words });
  const field: Readonly<Record<string, string>> = { 'words-missing': 'vu', 'proof-not-there': 'preuve' };
  return after(deps, visit, at, done, {
    form: number,
    state,
    message: 'reconnu',
    fieldOf: (code) => field[code] ?? null,
  });
}

async function answerNo(deps: FormerDeps, visit: Visit, at: AtFile): Promise<Reply> {
  const read = parseForm([refuseField], visit.body);
  if (!read.ok) return showPerson(deps, visit, at, { form: 'refus', state: read.error, status: 422 });
  const done = await refuseClaim(deps, actBy(visit, at.staff), { ...orderOf(at), words: read.value.reponse });
  const state = typedForm([refuseField], visit.body);
  return after(deps, visit, at, done, { form: 'refus', state, message: 'refuse', fieldOf: () => null });
}

async function undo(deps: FormerDeps, visit: Visit, at: AtFile): Promise<Reply> {
  const number = numberOf(visit);
  const form = `retrait-${number}`;
  const read = parseForm([undoField], visit.body);
  if (!read.ok) return showPerson(deps, visit, at, { form, state: read.error, status: 422 });
  const order = { ...orderOf(at), number, words: read.value.pourquoi };
  const done = await undoRecognition(deps, actBy(visit, at.staff), order);
  const state = typedForm([undoField], visit.body);
  return after(deps, visit, at, done, { form, state, message: 'retire', fieldOf: () => null });
}

function orderOf({ staff, file }: AtFile) {
  return { academy: staff.academy, enrolmentId: file.id, by: staff.accountId };
}

function after(
  deps: FormerDeps,
  visit: Visit,
  at: AtFile,
  done: Result<null, Refusal>,
  told: {
    readonly form: string;
    readonly state: FormState;
    readonly message: string;
    readonly fieldOf: (code: string) => string | null;
  },
): Promise<Reply> | Reply {
  if (done.ok) return redirect(addresses.person(at.file.id, { message: told.message }));
  const { form } = told;
  const state = withFault(told.state ?? emptyForm, told.fieldOf(done.error.code), refusals.inWords(done.error));
  return showPerson(deps, visit, at, { form, state, status: refusals.status(done.error) });
}
