import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { actBy } from '../../accounts/index.ts';
import { candidateOfEnrolment, isRunning, type OwnEnrolment, whereOf } from '../../enrolment/index.ts';
import { fileRefusals, giveToOwner, LARGEST_SENT, partedByReading, unreadOf, watch } from '../../keptFiles/index.ts';
import { lastDayOfNotified, listNotices, remediesAgainst } from '../../papers/index.ts';
import { findTimeAgain } from '../../pieces/index.ts';
import { idempotencyKey } from '../../platform/http/once.ts';
import { type Reply, type Route, redirect, route, type Visit, versionIn } from '../../platform/http/visit.ts';
import { parisDay } from '../../platform/time.ts';
import {
  act,
  acts,
  emptyForm,
  faulty,
  parseForm,
  type ShownAgain,
  show,
  typedForm,
  withFault,
} from '../../ui/index.ts';
import { answerDemand, removeDocument, withdrawRequest } from '../actions/candidateActs.ts';
import { giveDocument } from '../actions/giveDocument.ts';
import { sayOtherwise } from '../actions/sayOtherwise.ts';
import { writeRequest } from '../actions/writeRequest.ts';
import { addresses } from '../addresses.ts';
import { checklistOf } from '../checklist.ts';
import type { AccommodationDeps } from '../deps.ts';
import { RemovalPage, WithdrawalPage } from '../pages/confirmPages.tsx';
import { answerField, kindField, saidFields } from '../pages/requestFields.ts';
import { RequestPage } from '../pages/requestPage.tsx';
import type { RequestView } from '../pages/requestView.ts';
import { fileRefusal, type Refusal, refusals } from '../refusals.ts';
import { REQUEST_LIFE } from '../request.ts';
import { isLate, requestEndsAt } from '../rules/calendar.ts';
import { isSameKind, mayTakeBack } from '../rules/requestActs.ts';
import { findAdvice, listDecisions, listDemands } from '../store/decisions.ts';
import { findDocument, listDocuments } from '../store/documents.ts';
import { findRequest } from '../store/requests.ts';
import { saidOf } from '../store/saidOfRequest.ts';
import { texts } from '../texts.ts';
import { readAsked } from './readAsked.ts';

const PATH = '/candidatures/:id/amenagement';

/** The candidate's own part: what is asked, its documents, where it stands. */
export function candidateRoutes(deps: AccommodationDeps): readonly Route[] {
  const who = candidateOfEnrolment(deps);
  const at = (path: string, handle: (deps: AccommodationDeps, visit: Visit, own: OwnEnrolment) => Promise<Reply>) => ({
    path: `${PATH}${path}`,
    who,
    handle: (visit: Visit, own: OwnEnrolment) => handle(deps, visit, own),
  });
  const page = {
    who,
    refusals,
    fields: [],
    again: (...[visit, own, request, status]: ShownAgain<OwnEnrolment>) =>
      showRequest(deps, visit, own, { states: { request }, status }),
  };
  return [
    route({ method: 'GET', ...at('', (_, visit, own) => showRequest(deps, visit, own)) }),
    route({
      method: 'POST',
      note: "Le candidat dont c'est le dossier écrit sa demande d'aménagements, ou l'envoie.",
      ...at('', write),
    }),
    route({
      method: 'POST',
      upload: true,
      note: "Le candidat dont c'est le dossier ajoute un document à sa demande d'aménagements.",
      ...at('/fichiers', give),
    }),
    route({ method: 'GET', ...at('/fichiers/:document', showDocument) }),
    route({ method: 'GET', ...at('/fichiers/:document/supprimer', askRemoval) }),
    act({
      ...page,
      path: `${PATH}/fichiers/:document/supprimer`,
      note: "Le candidat dont c'est le dossier supprime un document de sa demande.",
      do: (_, own, visit) => {
        const order = { ...orderOf(own), documentId: visit.params.document ?? '' };
        return removeDocument(deps, actBy(visit, own.candidate), order);
      },
      to: (_, { enrolment }) => addresses.request(enrolment.id, 'supprime'),
    }),
    act({
      ...page,
      path: `${PATH}/reponse`,
      note: "Le candidat dont c'est le dossier répond à ce que le service lui demande.",
      fields: [answerField],
      do: ({ words }, own, visit) => {
        const order = { ...orderOf(own), words, today: parisDay(deps.clock.now()) };
        return answerDemand(deps, actBy(visit, own.candidate), order);
      },
      to: (_, { enrolment }) => addresses.request(enrolment.id, 'repondu'),
      again: (visit, own, answer, status) => showRequest(deps, visit, own, { states: { answer }, status }),
      refused: (refusal, visit, own) => refused(deps, visit, own, refusal),
    }),
    acts(
      'acte',
      {
        reprendre: act({
          ...page,
          path: `${PATH}/ailleurs`,
          note: "Le candidat dont c'est le dossier reprend ce qu'il avait dit.",
          do: (_, own, visit) => {
            const order = { ...orderOf(own), what: 'resumed', sentOn: null } as const;
            return sayOtherwise(deps, actBy(visit, own.candidate), order);
          },
          to: (_, { enrolment }) => addresses.request(enrolment.id, 'reprise'),
        }),
      },
      act({
        ...page,
        path: `${PATH}/ailleurs`,
        note: "Le candidat dont c'est le dossier dit qu'il ne demande rien, ou qu'il a demandé ailleurs.",
        fields: () => saidFields(parisDay(deps.clock.now())),
        do: async ({ what, sentOn }, own, visit) => {
          const isSentElsewhere = what === 'sent-elsewhere';
          if (isSentElsewhere && sentOn === null) return faulty({ field: 'sentOn', message: texts.said.sentOnMissing });
          const order = { ...orderOf(own), what, sentOn: isSentElsewhere ? sentOn : null };
          return sayOtherwise(deps, actBy(visit, own.candidate), order);
        },
        to: (_, { enrolment }) => addresses.request(enrolment.id, 'dite'),
        again: (visit, own, said, status) => showRequest(deps, visit, own, { states: { said }, status }),
        refused: (refusal, visit, own) => refused(deps, visit, own, refusal),
      }),
    ),
    route({ method: 'GET', ...at('/retrait', askWithdrawal) }),
    act({
      ...page,
      path: `${PATH}/retrait`,
      note: "Le candidat dont c'est le dossier retire sa demande d'aménagements.",
      do: (_, own, visit) => withdrawRequest(deps, actBy(visit, own.candidate), orderOf(own)),
      to: (_, { enrolment }) => addresses.request(enrolment.id, 'retiree'),
    }),
  ];
}

type Shown = { readonly states?: Partial<RequestView['states']>; readonly status?: number };

async function showRequest(
  deps: AccommodationDeps,
  visit: Visit,
  { candidate, enrolment }: OwnEnrolment,
  { states = {}, status = 200 }: Shown = {},
): Promise<Reply> {
  const catalogue = deps.catalogue();
  const session = catalogue.session(enrolment.session);
  const academy = catalogue.academy(enrolment.academy);
  if (session === undefined || academy === undefined) throw new Error(`No rules for ${enrolment.session}`);
  const request = await findRequest(deps.db, enrolment.id);
  const again = await findTimeAgain(deps.db, enrolment.id);
  const [found, demands, decisions, advice, chrome] = await Promise.all([
    request === null ? [] : listDocuments(deps.db, request.id),
    request === null ? [] : listDemands(deps.db, request.id),
    request === null ? [] : listDecisions(deps.db, request.id),
    request === null ? null : findAdvice(deps.db, request.id),
    ownChrome(deps, visit, { candidate, enrolment }),
  ]);
  const { given: documents, unreadable } = partedByReading(found, isSameKind);
  // Whoever looks waits in front of it, and is read first.
  await watch(
    deps.db,
    unreadOf(documents).map(({ id }) => id),
  );
  const [demand = null] = demands;
  const now = deps.clock.now();
  const at = { now, where: whereOf(academy, enrolment) };
  const until = lastDayOfNotified(await listNotices(deps.db, enrolment.id), enrolment, at, 'accommodation');
  const view: RequestView = {
    chrome,
    flash: flashOf(visit),
    csrf: visit.csrf(),
    keys: { request: randomUUID(), document: randomUUID() },
    enrolment,
    running: isRunning(enrolment),
    checklist: checklistOf(catalogue, enrolment.session),
    request,
    said: await saidOf(deps.db, enrolment.id),
    documents,
    unreadable,
    demand: demand === null ? null : { ...demand, until: request?.askedUntil ?? demand.until },
    decisions,
    remedies: remediesAgainst({ academy, enrolment }, { until, health: true }),
    advice,
    endsAt: requestEndsAt(session, again),
    now,
    today: parisDay(now),
    late: isLate(now, session, again),
    link: academy.links.accommodations,
    states: { request: emptyForm, document: emptyForm, answer: emptyForm, said: emptyForm, ...states },
  };
  return show(h(RequestPage, view), status);
}

/** Without the officer at the foot: they are not whom to ask here. */
async function ownChrome(deps: AccommodationDeps, visit: Visit, { candidate, enrolment }: OwnEnrolment) {
  return { ...(await deps.chrome(visit, candidate, enrolment)), officer: null };
}

function flashOf(visit: Visit): RequestView['flash'] {
  const name = visit.query.message ?? '';
  const known: Readonly<Record<string, string>> = texts.flash;
  const text = Object.hasOwn(known, name) ? known[name] : undefined;
  return text === undefined ? null : { tone: 'ok', text };
}

async function write(deps: AccommodationDeps, visit: Visit, own: OwnEnrolment): Promise<Reply> {
  const { enrolment, candidate } = own;
  const session = deps.catalogue().session(enrolment.session);
  const now = deps.clock.now();
  const send = visit.body.acte === 'envoyer';
  const read = readAsked(visit.body, {
    checklist: checklistOf(deps.catalogue(), enrolment.session),
    late: session !== undefined && isLate(now, session, await findTimeAgain(deps.db, enrolment.id)),
    send,
    today: parisDay(now),
  });
  if (!read.ok) return showRequest(deps, visit, own, { states: { request: read.error }, status: 422 });
  const done = await writeRequest(deps, actBy(visit, candidate), {
    id: enrolment.id,
    candidateId: candidate.accountId,
    asked: read.value.asked,
    send,
    rowVersion: visit.body.version === undefined ? null : versionIn(visit),
    key: idempotencyKey(visit.body.cle),
  });
  if (done.ok) return redirect(addresses.request(enrolment.id, send ? 'envoyee' : 'enregistree'));
  const state = withFault({ typed: read.value.typed, faults: [] }, null, refusals.inWords(done.error));
  return showRequest(deps, visit, own, { states: { request: state }, status: refusals.status(done.error) });
}

async function give(deps: AccommodationDeps, visit: Visit, own: OwnEnrolment): Promise<Reply> {
  const { fields, file: uploaded } = await visit.upload({ bytes: LARGEST_SENT });
  const { documents } = checklistOf(deps.catalogue(), own.enrolment.session);
  const fieldsOfForm = [kindField(documents)] as const;
  const read = parseForm(fieldsOfForm, fields);
  const done = await giveDocument(deps, actBy(visit, own.candidate), {
    id: own.enrolment.id,
    candidateId: own.candidate.accountId,
    kind: read.ok ? read.value.kind : '',
    kinds: documents.map(({ code }) => code),
    file: uploaded,
    key: idempotencyKey(fields.cle),
  });
  if (done.ok) return redirect(`${addresses.request(own.enrolment.id, 'ajoute')}#documents`);
  const { status, words } = fileRefusal(done.error);
  const typed = typedForm(fieldsOfForm, fields);
  const state = read.ok ? withFault(typed, 'file' in done.error ? 'fichier' : null, words) : read.error;
  return showRequest(deps, visit, own, { states: { document: state }, status });
}

const orderOf = ({ enrolment, candidate }: OwnEnrolment) => ({ id: enrolment.id, candidateId: candidate.accountId });

async function showDocument(deps: AccommodationDeps, visit: Visit, own: OwnEnrolment): Promise<Reply> {
  const found = await documentIn(deps, visit, own);
  if (found === null) return refused(deps, visit, own, { code: 'not-found' });
  const given = await giveToOwner(deps, own.candidate.accountId, found);
  if (given.ok) return given.value;
  const document = withFault(emptyForm, null, fileRefusals.inWords(given.error));
  return showRequest(deps, visit, own, { states: { document }, status: fileRefusals.status(given.error) });
}

async function documentIn(deps: AccommodationDeps, visit: Visit, { enrolment }: OwnEnrolment) {
  const request = await findRequest(deps.db, enrolment.id);
  return request === null ? null : findDocument(deps.db, request.id, visit.params.document);
}

async function askRemoval(deps: AccommodationDeps, visit: Visit, own: OwnEnrolment): Promise<Reply> {
  const request = await findRequest(deps.db, own.enrolment.id);
  const document = await documentIn(deps, visit, own);
  if (request === null || document === null) return refused(deps, visit, own, { code: 'not-found' });
  if (!mayTakeBack(request) || !isRunning(own.enrolment)) return refused(deps, visit, own, { code: 'locked' });
  const chrome = await ownChrome(deps, visit, own);
  return show(h(RemovalPage, { chrome, csrf: visit.csrf(), enrolmentId: own.enrolment.id, document }));
}

async function askWithdrawal(deps: AccommodationDeps, visit: Visit, own: OwnEnrolment): Promise<Reply> {
  const request = await findRequest(deps.db, own.enrolment.id);
  if (request === null) return redirect(addresses.request(own.enrolment.id));
  if (!REQUEST_LIFE.may('withdraw', request.state)) return refused(deps, visit, own, { code: 'decided' });
  const chrome = await ownChrome(deps, visit, own);
  return show(h(WithdrawalPage, { chrome, csrf: visit.csrf(), enrolmentId: own.enrolment.id }));
}

/** The page as it stands, with what could not be done above it. */
function refused(deps: AccommodationDeps, visit: Visit, own: OwnEnrolment, refusal: Refusal): Promise<Reply> {
  const state = withFault(emptyForm, null, refusals.inWords(refusal));
  return showRequest(deps, visit, own, { states: { request: state }, status: refusals.status(refusal) });
}
