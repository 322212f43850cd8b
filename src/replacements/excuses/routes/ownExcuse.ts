import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { actBy } from '../../../accounts/index.ts';
import { candidateOfEnrolment, isRunning, type OwnEnrolment } from '../../../enrolment/index.ts';
import { fileRefusals, giveToOwner, LARGEST_SENT, partedByReading, unreadOf, watch } from '../../../keptFiles/index.ts';
import { idempotencyKey } from '../../../platform/http/once.ts';
import { type Reply, type Route, redirect, route, type Visit } from '../../../platform/http/visit.ts';
import { isUuid } from '../../../platform/uuid.ts';
import { readAccounts } from '../../../results/index.ts';
import { act, emptyForm, type FormState, frameOf, type Option, show, withFault } from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import type { ExcuseDeps } from '../../deps.ts';
import { giveProof } from '../actions/giveProof.ts';
import { decisionsOn, sendExcuse, unitsMissable, withdrawExcuse } from '../actions/ownActs.ts';
import type { Excuse } from '../excuse.ts';
import { excuseFields } from '../pages/fields.ts';
import { OwnPage } from '../pages/ownPage.tsx';
import { type ExcuseRefusal, excuseRefusals, givingRefusal } from '../refusals.ts';
import { answerNow, isOfSame, isOpen, mayAdd } from '../rules/excuseAnswers.ts';
import { listOwn, namesOf } from '../store/excuses.ts';
import { findProof, listProofs } from '../store/proofs.ts';
import { excuseTexts as say } from '../texts.ts';
import { unitNames } from '../unitNames.ts';

const PATH = '/candidatures/:id/absence';

/** The candidate's own: why they could not come, with documents or without. */
export function ownExcuseRoutes(deps: ExcuseDeps): readonly Route[] {
  const who = candidateOfEnrolment(deps);
  const at = (path: string, handle: (deps: ExcuseDeps, visit: Visit, own: OwnEnrolment) => Promise<Reply>) => ({
    path: `${PATH}${path}`,
    who,
    handle: (visit: Visit, own: OwnEnrolment) => handle(deps, visit, own),
  });
  return [
    route({ method: 'GET', ...at('', (_, visit, own) => showOwn(deps, visit, own)) }),
    act({
      path: PATH,
      who,
      refusals: excuseRefusals,
      note: "Le candidat dont c'est le dossier explique pourquoi il n'a pas pu venir.",
      fields: async (own) => excuseFields(await choicesOf(deps, own)),
      do: ({ epreuves: units, mots: words }, own, visit) =>
        sendExcuse(deps, actBy(visit, own.candidate), {
          ...ownerOf(own),
          units,
          words,
          key: idempotencyKey(visit.body.cle),
        }),
      to: (id, { enrolment }) => `${addresses.own(enrolment.id, { message: 'envoye' })}#${id}`,
      again: (visit, own, state, status) => showOwn(deps, visit, own, { state, status }),
    }),
    route({
      method: 'POST',
      upload: true,
      note: "Le candidat dont c'est le dossier ajoute un justificatif à son explication.",
      ...at('/:excuse/fichiers', give),
    }),
    route({ method: 'GET', ...at('/:excuse/fichiers/:justificatif', showProof) }),
    act({
      path: `${PATH}/:excuse/retrait`,
      who,
      refusals: excuseRefusals,
      note: "Le candidat dont c'est le dossier retire son explication.",
      fields: [],
      do: (_, own, visit) => {
        const order = { ...ownerOf(own), excuseId: visit.params.excuse ?? '' };
        return withdrawExcuse(deps, actBy(visit, own.candidate), order);
      },
      to: (_, { enrolment }) => addresses.own(enrolment.id, { message: 'retire' }),
      again: (visit, own, state, status) => showOwn(deps, visit, own, { state, status }),
    }),
  ];
}

type Shown = {
  readonly state?: FormState;
  readonly refused?: { readonly id: string; readonly state: FormState } | null;
  readonly status?: number;
};

async function showOwn(
  deps: ExcuseDeps,
  visit: Visit,
  own: OwnEnrolment,
  { state = emptyForm, refused = null, status = 200 }: Shown = {},
): Promise<Reply> {
  const { candidate, enrolment } = own;
  const [excuses, decisions, marked, options, chrome] = await Promise.all([
    listOwn(deps.db, enrolment.id),
    decisionsOn(deps.db, enrolment),
    markedUnits(deps, own),
    choicesOf(deps, own),
    deps.chrome(visit, candidate, enrolment),
  ]);
  const proofs = await listProofs(
    deps.db,
    excuses.map(({ id }) => id),
  );
  const { given, unreadable } = partedByReading(proofs, isOfSame);
  // Whoever looks waits in front of it, and is read first.
  await watch(
    deps.db,
    unreadOf(given).map(({ id }) => id),
  );
  const name = await namesFor(deps, own);
  const running = isRunning(enrolment);
  const view = {
    // Without the officer at the foot: they are not whom to ask here.
    ...frameOf({ ...chrome, officer: null }, visit, say.flash),
    enrolmentId: enrolment.id,
    keys: { excuse: randomUUID(), proof: randomUUID() },
    fields: running && options.length > 0 ? excuseFields(options) : null,
    excuses: excuses.map((excuse) => ({
      excuse,
      proofs: given.filter(({ excuseId }) => excuseId === excuse.id),
      unreadable: unreadable.filter(({ excuseId }) => excuseId === excuse.id),
      units: excuse.units.map((unit) => ({ title: name(unit), answer: answerNow(excuse, unit, decisions, marked) })),
      open: running && isOpen(excuse, decisions),
      running,
    })),
    state,
    refused,
  };
  return show(h(OwnPage, view), status);
}

/** How the units of their speciality are called. */
async function namesFor(deps: ExcuseDeps, { enrolment }: OwnEnrolment): Promise<(unit: string) => string> {
  const { id, academy, session } = enrolment;
  const [file] = await namesOf(deps.db, academy, [id]);
  return unitNames(deps.catalogue(), { session, speciality: file?.speciality ?? null });
}

/** Those of which a locked mark says that they were sat. The mark itself is nobody's before its second. */
async function markedUnits(deps: ExcuseDeps, { enrolment }: OwnEnrolment): Promise<ReadonlySet<string>> {
  const [account] = await readAccounts(deps.db, deps.catalogue(), enrolment, [enrolment.id]);
  const units = account?.units ?? [];
  return new Set(units.filter(({ outcome }) => outcome.code === 'mark').map(({ id }) => id));
}

async function choicesOf(deps: ExcuseDeps, own: OwnEnrolment): Promise<readonly Option[]> {
  const name = await namesFor(deps, own);
  const [seats, marked] = await Promise.all([
    unitsMissable(deps.db, deps.catalogue(), own.enrolment, deps.clock.now()),
    markedUnits(deps, own),
  ]);
  return seats
    .filter(({ unit }) => !marked.has(unit))
    .map(({ unit, startsAt }) => ({ value: unit, label: say.unit(name(unit), startsAt) }));
}

const ownerOf = ({ candidate, enrolment }: OwnEnrolment) => ({
  id: enrolment.id,
  candidateId: candidate.accountId,
});

async function give(deps: ExcuseDeps, visit: Visit, own: OwnEnrolment): Promise<Reply> {
  const { fields, file: uploaded } = await visit.upload({ bytes: LARGEST_SENT });
  const id = visit.params.excuse ?? '';
  const done = await giveProof(deps, actBy(visit, own.candidate), {
    ...ownerOf(own),
    excuseId: id,
    file: uploaded,
    key: idempotencyKey(fields.cle),
  });
  if (done.ok) return redirect(`${addresses.own(own.enrolment.id, { message: 'ajoute' })}#${id}`);
  const { status, words } = givingRefusal(done.error);
  const state = withFault(emptyForm, 'file' in done.error ? 'fichier' : null, words);
  return showOwn(
    deps,
    visit,
    own,
    (await isShown(deps, own, id)) ? { refused: { id, state }, status } : { state, status },
  );
}

/** Whether the page has a form for documents of this one. */
async function isShown(deps: ExcuseDeps, { enrolment }: OwnEnrolment, id: string): Promise<boolean> {
  const [excuses, decisions] = await Promise.all([listOwn(deps.db, enrolment.id), decisionsOn(deps.db, enrolment)]);
  const { unreadable } = partedByReading(await listProofs(deps.db, isUuid(id) ? [id] : []), isOfSame);
  return isRunning(enrolment) && excuses.some((one) => one.id === id && mayAdd(one, decisions, unreadable));
}

function refused(deps: ExcuseDeps, visit: Visit, own: OwnEnrolment, error: ExcuseRefusal): Promise<Reply> {
  const state = withFault(emptyForm, null, excuseRefusals.inWords(error));
  return showOwn(deps, visit, own, { state, status: excuseRefusals.status(error) });
}

async function showProof(deps: ExcuseDeps, visit: Visit, own: OwnEnrolment): Promise<Reply> {
  const excuses: readonly Excuse[] = await listOwn(deps.db, own.enrolment.id);
  const excuse = excuses.find(({ id }) => id === visit.params.excuse);
  const found = excuse === undefined ? null : await findProof(deps.db, excuse.id, visit.params.justificatif);
  if (found === null) return refused(deps, visit, own, { code: 'not-found' });
  const given = await giveToOwner(deps, own.candidate.accountId, found);
  if (given.ok) return given.value;
  const state = withFault(emptyForm, null, fileRefusals.inWords(given.error));
  return showOwn(deps, visit, own, { state, status: fileRefusals.status(given.error) });
}
