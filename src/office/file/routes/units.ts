import { createHash, randomUUID } from 'node:crypto';
import { h } from 'preact';
import { actBy, personName } from '../../../accounts/index.ts';
import {
  awaitsUnits,
  type CompletedUnits,
  type Completing,
  type Completion,
  dropUnits,
  enrolmentRefusals,
  isRunning,
  lastCompletion,
  openCompletion,
  proposeUnits,
  type RegisteredFile,
  readRegistered,
  readUnits,
  unitBlocks,
  unitInWords,
  unitsKnownToRules,
} from '../../../enrolment/index.ts';
import { actDeps } from '../../../papers/index.ts';
import { idempotencyKey } from '../../../platform/http/once.ts';
import { type Reply, type Route, redirect, route, type Visit, versionIn } from '../../../platform/http/visit.ts';
import { ok, type Result, refuse } from '../../../platform/result.ts';
import { deskAddresses, type FileAtDesk, fileAtDesk } from '../../../scope/index.ts';
import { emptyForm, type FormState, parseForm, show, typedForm, typedIn, withFault } from '../../../ui/index.ts';
import type { OfficeDeps } from '../../deps.ts';
import { STAGES, UnitsPage, unitFields } from '../pages/unitsPage.tsx';
import { unitsTexts as say } from '../unitsTexts.ts';

export function unitRoutes(deps: OfficeDeps): readonly Route[] {
  const who = fileAtDesk(deps);
  const path = '/gestion/dossiers/:id/unites';
  return [
    route({ method: 'GET', path, who, handle: (visit, at) => showUnits(deps, visit, at, firstOf) }),
    route({
      method: 'POST',
      path,
      who,
      note: 'Un gestionnaire du dossier, ou le chef de bureau, complète des unités que les règles ne connaissent pas, ou les retire.',
      handle: (visit, at) => complete(deps, visit, at),
    }),
  ];
}

/** What the page asks now. */
type Asked = Pick<Parameters<typeof UnitsPage>[0], 'stage' | 'fields' | 'seen' | 'state'>;

/** The file as it is registered, while its units are told in words. */
function awaiting(deps: OfficeDeps, { enrolment, candidate }: FileAtDesk): RegisteredFile | null {
  const file = isRunning(enrolment) ? readRegistered(deps.catalogue(), enrolment, candidate) : null;
  return file !== null && awaitsUnits(file) ? file : null;
}

async function showUnits(
  deps: OfficeDeps,
  visit: Visit,
  at: FileAtDesk,
  ask: (file: RegisteredFile, last: Completion | null) => Asked,
  status = 200,
): Promise<Reply> {
  const { enrolment, candidate, staff } = at;
  const file = awaiting(deps, at);
  const completion = await lastCompletion(deps.db, enrolment);
  const nothing: Asked = { stage: null, fields: [], seen: '', state: emptyForm };
  return show(
    h(UnitsPage, {
      ...(await deps.frame(visit, staff)),
      enrolmentId: enrolment.id,
      number: enrolment.number ?? '',
      name: personName(candidate),
      version: enrolment.version,
      idempotencyKey: randomUUID(),
      known: file !== null && unitsKnownToRules(file),
      completion,
      told: unitBlocks(file),
      ...(file === null ? nothing : ask(file, completion)),
    }),
    status,
  );
}

/** Begins with what was proposed last, else with the units that the rules know already. */
function firstOf(file: RegisteredFile, last: Completion | null): Asked {
  if (unitsKnownToRules(file)) return askedIn(openCompletion(file, null, last?.acquis ?? {}), null, {});
  const units = last?.units?.units ?? file.review.qualification.regulation.units;
  const lines = (kind: string): string =>
    units
      .filter((unit) => unit.kind === kind)
      .map(unitInWords)
      .join('\n');
  const typed = { metier: lines('PRO'), general: lines('GENERAL'), langue: lines('LV_COMPULSORY') };
  return { stage: 'units', fields: [], seen: '', state: { typed, faults: [] } };
}

function askedIn(open: Completing, units: CompletedUnits | null, typed: FormState['typed']): Asked {
  if (open.stage === 'done')
    return { stage: 'epreuves', fields: [], seen: markOf(units), state: { typed, faults: [] } };
  const state = { ...open.state, typed: { ...typed, ...open.state.typed } };
  return { stage: open.stage, fields: open.fields, seen: markOf(units), state };
}

/** A short mark of the units whose fields were shown: with others, they are shown again before anything is proposed. */
function markOf(units: CompletedUnits | null): string {
  return createHash('sha256').update(JSON.stringify(units)).digest('base64url').slice(0, 12);
}

function readTyped(file: RegisteredFile, visit: Visit): Result<CompletedUnits | null, FormState> {
  if (unitsKnownToRules(file)) return ok(null);
  const read = parseForm(unitFields, visit.body);
  if (!read.ok) return read;
  const { metier: trade, general, langue: language } = read.value;
  const units = readUnits({ trade, general: general ?? '', language: language ?? '' });
  if (typeof units !== 'string') return ok({ cfd: file.review.qualification.speciality.cfd, units });
  return refuse(withFault(typedForm(unitFields, visit.body), 'metier', say.faults[units]));
}

async function complete(deps: OfficeDeps, visit: Visit, at: FileAtDesk): Promise<Reply> {
  const { enrolment, staff } = at;
  const act = actBy(visit, staff);
  if (visit.body.etape === STAGES.drop) {
    const dropped = await dropUnits(deps, act, { id: enrolment.id, academy: enrolment.academy });
    if (!dropped.ok) return showUnits(deps, visit, at, firstOf, enrolmentRefusals.status(dropped.error));
    return redirect(deskAddresses.file(enrolment.id, { message: 'unites-retirees' }));
  }
  const file = awaiting(deps, at);
  if (file === null) return showUnits(deps, visit, at, firstOf, 409);
  const units = readTyped(file, visit);
  if (!units.ok)
    return showUnits(deps, visit, at, () => ({ stage: 'units', fields: [], seen: '', state: units.error }), 422);
  const typed = typedIn(unitFields, visit.body);
  const seen = visit.body.vues === markOf(units.value);
  const open = openCompletion(file, units.value, seen ? visit.body : { ...visit.body, etape: STAGES.acquis });
  const asked = askedIn(open, units.value, typed);
  if (open.stage !== 'done' || !seen) {
    const shown = seen ? asked : { ...asked, state: { ...asked.state, faults: [] } };
    return showUnits(deps, visit, at, () => shown, shown.state.faults.length > 0 ? 422 : 200);
  }
  const done = await proposeUnits(actDeps(deps), act, {
    id: enrolment.id,
    academy: enrolment.academy,
    version: versionIn(visit),
    units: units.value,
    acquis: open.acquis,
    epreuves: open.epreuves,
    officerId: staff.accountId,
    key: idempotencyKey(visit.body.cle),
  });
  if (done.ok) return redirect(deskAddresses.file(enrolment.id, { message: 'unites-proposees' }));
  const refused = withFault(asked.state, null, enrolmentRefusals.inWords(done.error));
  return showUnits(deps, visit, at, () => ({ ...asked, state: refused }), enrolmentRefusals.status(done.error));
}
