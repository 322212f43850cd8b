import { h } from 'preact';
import { actBy, personName, type SignedInStaff } from '../../accounts/index.ts';
import { enrolmentStream } from '../../enrolment/index.ts';
import { type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import { recordOnce } from '../../platform/journal.ts';
import { act, type FormState, frameOf, type ShownAgain, show } from '../../ui/index.ts';
import { recognise, refuseClaim, undoRecognition } from '../actions/recognise.ts';
import { addresses } from '../addresses.ts';
import type { FormerDeps } from '../deps.ts';
import { type AtFile, officerOfFile, officerOfFormer, portfoliosOf } from '../guards.ts';
import { ClaimsPage } from '../pages/claimsPage.tsx';
import { PersonPage, proofField, refuseField, seenField, undoField } from '../pages/personPage.tsx';
import { personTexts as say } from '../personTexts.ts';
import { proposalsFor } from '../proposals.ts';
import { refusals } from '../refusals.ts';
import { lastClaim, listWaiting, readProven } from '../store/claims.ts';
import { listResults } from '../store/lines.ts';
import { linksOf, listLinks } from '../store/links.ts';

const PATH = '/gestion/resultats-anterieurs';

/** Who asks, what may be theirs, and a person who says so. */
export function personRoutes(deps: FormerDeps): readonly Route[] {
  const who = officerOfFormer(deps);
  const atFile = officerOfFile(deps);
  const page = (name: string, formOf: (visit: Visit) => string) => ({
    path: `${PATH}/candidats/:id/${name}`,
    who: atFile,
    refusals,
    again: (...[visit, at, state, status]: ShownAgain<AtFile>) =>
      showPerson(deps, visit, at, { form: formOf(visit), state, status }),
  });
  return [
    route({ method: 'GET', path: `${PATH}/demandes`, who, handle: (visit, staff) => showClaims(deps, visit, staff) }),
    route({
      method: 'GET',
      path: `${PATH}/candidats/:id`,
      who: atFile,
      handle: (visit, at) => showPerson(deps, visit, at),
    }),
    act({
      ...page('lien', numberOf),
      note: "Un gestionnaire du dossier, ou le chef de bureau, reconnaît des résultats d'autrefois comme ceux du candidat.",
      fields: [proofField, seenField],
      do: ({ preuve: proof, vu }, at, visit) => {
        const words = vu === null || vu === '' ? null : vu;
        return recognise(deps, actBy(visit, at.staff), { ...orderOf(at), number: numberOf(visit), proof, words });
      },
      to: (_, { file }) => addresses.person(file.id, { message: 'reconnu' }),
    }),
    act({
      ...page('refus', () => 'refus'),
      note: 'Un gestionnaire du dossier, ou le chef de bureau, refuse la demande du candidat et lui dit pourquoi.',
      fields: [refuseField],
      do: ({ reponse: words }, at, visit) => refuseClaim(deps, actBy(visit, at.staff), { ...orderOf(at), words }),
      to: (_, { file }) => addresses.person(file.id, { message: 'refuse' }),
    }),
    act({
      ...page('retrait', (visit) => `retrait-${numberOf(visit)}`),
      note: "Un gestionnaire du dossier, ou le chef de bureau, retire des résultats d'autrefois reconnus par erreur.",
      fields: [undoField],
      do: ({ pourquoi: words }, at, visit) =>
        undoRecognition(deps, actBy(visit, at.staff), { ...orderOf(at), number: numberOf(visit), words }),
      to: (_, { file }) => addresses.person(file.id, { message: 'retire' }),
    }),
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

function orderOf({ staff, file }: AtFile) {
  return { academy: staff.academy, enrolmentId: file.id, by: staff.accountId };
}
