import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { actBy, type SignedInStaff } from '../../accounts/index.ts';
import { countLiving } from '../../enrolment/index.ts';
import { lengthProposed, nearTo, readService } from '../../incidents/index.ts';
import { countCorrections } from '../../pieces/index.ts';
import { idempotencyKey } from '../../platform/http/once.ts';
import {
  type Guard,
  type Reply,
  type Route,
  reaching,
  redirect,
  route,
  type Visit,
  versionIn,
} from '../../platform/http/visit.ts';
import { outagesIn } from '../../platform/service/rules/availability.ts';
import { nameOfSession, sessionName } from '../../scope/index.ts';
import { emptyForm, type FormState, parseForm, show, typedForm, withFault } from '../../ui/index.ts';
import { approveExtension } from '../actions/approveExtension.ts';
import { dropExtension, type Extended, planExtension, proposeExtension } from '../actions/proposeExtension.ts';
import { addresses, HOME } from '../addresses.ts';
import { pageFrame } from '../answers.ts';
import type { EditorDeps } from '../deps.ts';
import { EXTENSION_LIFE, type Extension, type ExtensionOrder } from '../extension.ts';
import { extensionRefusals as refusals } from '../extensionRefusals.ts';
import { ruleKeeper } from '../guards.ts';
import { namesOf } from '../names.ts';
import type { ExtendedSession } from '../pages/extensionDates.tsx';
import { extensionForm } from '../pages/extensionForm.ts';
import { ExtensionPage, ExtensionPreviewPage, ExtensionsPage } from '../pages/extensionPages.tsx';
import { extensible, movedDates, withThoseMoved } from '../rules/extension.ts';
import { findExtension, listExtensions } from '../store/extensions.ts';
import { texts as say } from '../texts/extensions.ts';

type AtExtension = { readonly staff: SignedInStaff; readonly extension: Extension };

/** Dates put off after an incident: proposed, looked at by a second person, put in force at once. */
export function extensionRoutes(deps: EditorDeps): readonly Route[] {
  const [who, one] = [ruleKeeper(deps), extensionKeeper(deps)];
  const [list, path] = [`${HOME}/prolongations`, `${HOME}/prolongations/:id`];
  return [
    route({
      method: 'GET',
      path: list,
      who,
      handle: async (visit, staff) =>
        showExtensions(deps, visit, staff, (await measuredFor(deps, staff, visit.query.session)) ?? FIRST),
    }),
    route({
      method: 'POST',
      path: list,
      who,
      note: 'Qui tient les règles propose de reporter des dates après un incident, une fois lu ce que cela change.',
      handle: (visit, staff) => propose(deps, visit, staff),
    }),
    route({ method: 'GET', path, who: one, handle: (visit, at) => showExtension(deps, visit, at) }),
    route({
      method: 'POST',
      path,
      who: one,
      note: [
        'Une autre personne qui tient les règles approuve le report de dates.',
        'Qui tient les règles abandonne un report de dates proposé.',
      ],
      handle: (visit, at) => decide(deps, visit, at),
    }),
  ];
}

function extensionKeeper(deps: EditorDeps): Guard<AtExtension> {
  const keeper = ruleKeeper(deps);
  return reaching(keeper, 'their extension', async (staff, visit) => {
    const extension = await findExtension(deps.db, staff.academy, visit.params.id);
    return extension === null ? null : { staff, extension };
  });
}

function formFor({ rules, clock }: EditorDeps, { academy }: SignedInStaff) {
  const sessions = extensible(rules.inForce().files, rules.current(), academy, clock.now());
  return extensionForm(
    sessions.map((one) => ({
      value: one.code,
      label: say.session(sessionName(rules.current(), one), one.window.closesAt),
    })),
  );
}

/** Proposed at first: what ends with the register, by nothing. */
const FIRST: FormState = {
  typed: { echeances: ['registration', 'pieces', 'corrections'], jours: '', heures: '0' },
  faults: [],
};

/**
 * The form filled with what was measured before the closing of that session, for whoever proposes to read and change: how long, and what
 * happened. Null: nothing was, or that session isn't one to put off.
 */
async function measuredFor(deps: EditorDeps, { academy }: SignedInStaff, asked: unknown): Promise<FormState | null> {
  const [now, catalogue] = [deps.clock.now(), deps.rules.current()];
  const session = catalogue.sessions().find(({ code }) => code === asked);
  if (session === undefined) return null;
  const { closesAt } = session.window;
  const own = extensible(deps.rules.inForce().files, catalogue, academy, now).find(
    ({ code }) => code === (session.basedOn ?? session.code),
  );
  const outages = own === undefined ? [] : outagesIn(await readService(deps.db, nearTo(closesAt), now));
  const proposed = lengthProposed(closesAt, outages, now);
  if (own === undefined || proposed === null) return null;
  const [jours, heures] = [String(proposed.days), String(proposed.hours)];
  return { ...FIRST, typed: { ...FIRST.typed, sessions: [own.code], jours, heures, incident: say.measured(outages) } };
}

const labelIn =
  ({ rules }: EditorDeps) =>
  (code: string): string =>
    nameOfSession(rules.current(), code);

async function showExtensions(
  deps: EditorDeps,
  visit: Visit,
  staff: SignedInStaff,
  state: FormState = FIRST,
  status = 200,
): Promise<Reply> {
  return show(
    h(ExtensionsPage, {
      ...(await pageFrame(deps, visit, staff)),
      fields: formFor(deps, staff),
      state,
      extensions: await listExtensions(deps.db, staff.academy),
      labelOf: labelIn(deps),
    }),
    status,
  );
}

/** `confirme`: empty for a look at what would change, `oui` to propose it, `non` to change what was typed. */
async function propose(deps: EditorDeps, visit: Visit, staff: SignedInStaff): Promise<Reply> {
  const fields = formFor(deps, staff);
  const typed = typedForm(fields, visit.body);
  const [confirmed] = [visit.body.confirme].flat().toReversed();
  if (confirmed === 'non') return showExtensions(deps, visit, staff, typed);
  const read = parseForm(fields, visit.body);
  if (!read.ok) return showExtensions(deps, visit, staff, read.error, 422);
  const { sessions, echeances: deadlines, jours: days, heures: hours, incident: reason } = read.value;
  const order: ExtensionOrder = { sessions, deadlines, days, hours, reason };
  const again = (error: Parameters<typeof refusals.inWords>[0]): Promise<Reply> =>
    showExtensions(deps, visit, staff, withFault(typed, null, refusals.inWords(error)), refusals.status(error));
  if (confirmed === 'oui') {
    const done = await proposeExtension(deps, actBy(visit, staff), staff, order, idempotencyKey(visit.body.cle));
    return done.ok
      ? redirect(addresses.extension(done.value, { message: 'prolongation-proposee' }))
      : again(done.error);
  }
  const planned = await planExtension(deps, staff.academy, order);
  if (!planned.ok) return again(planned.error);
  return show(
    h(ExtensionPreviewPage, {
      ...(await pageFrame(deps, visit, staff)),
      sessions: await consequencesOf(deps, order, planned.value),
      hidden: Object.entries(typed.typed).flatMap(([name, values]) =>
        [values].flat().map((value) => [name, value] as const),
      ),
      reason,
      length: { days, hours },
      idempotencyKey: randomUUID(),
    }),
  );
}

async function consequencesOf(
  { db, clock }: EditorDeps,
  order: ExtensionOrder,
  { before, after }: Extended,
): Promise<readonly ExtendedSession[]> {
  const touched = order.sessions.flatMap((code) => withThoseMoved(before, code));
  const now = clock.now();
  const all: ExtendedSession[] = [];
  for (const was of touched) {
    const is = after.session(was.code);
    if (is === undefined) continue;
    const dates = movedDates(was, is);
    const [first] = dates.map((one) => one.is).toSorted(Temporal.Instant.compare);
    const steps = is.reminders.filter(
      ({ before: many, unit }) =>
        first !== undefined &&
        Temporal.Instant.compare(first.subtract({ hours: unit === 'days' ? many * 24 : many }), now) > 0,
    );
    all.push({
      code: was.code,
      label: say.named(was.label, was.demonstration),
      dates,
      corrections: {
        open: await countCorrections(db, was.code),
        moved: order.deadlines.includes('corrections'),
        last: is.lastCorrectionAt,
      },
      reminders: steps.map(({ before: many, unit }) => say.step(many, unit)),
      ...(await countLiving(db, was.code)),
    });
  }
  return all;
}

async function showExtension(
  deps: EditorDeps,
  visit: Visit,
  { staff, extension }: AtExtension,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const planned = EXTENSION_LIFE.may('approve', extension.state)
    ? await planExtension(deps, staff.academy, extension)
    : null;
  return show(
    h(ExtensionPage, {
      ...(await pageFrame(deps, visit, staff)),
      extension,
      sessions: planned?.ok === true ? await consequencesOf(deps, extension, planned.value) : null,
      obstacle: planned?.ok === false ? refusals.inWords(planned.error) : null,
      publication: deps.rules.inForce().publication,
      own: extension.proposedBy === staff.accountId,
      state,
      nameOf: await namesOf(deps, staff.academy),
      labelOf: labelIn(deps),
    }),
    status,
  );
}

async function decide(deps: EditorDeps, visit: Visit, at: AtExtension): Promise<Reply> {
  const { staff, extension } = at;
  const act = actBy(visit, staff);
  const approves = visit.body.acte === 'prolonger';
  if (!approves && visit.body.acte !== 'abandonner') return showExtension(deps, visit, at, emptyForm, 422);
  const done = approves
    ? await approveExtension(deps, act, staff, extension, versionIn(visit))
    : await dropExtension(deps, act, staff, extension.id);
  const now = (await findExtension(deps.db, staff.academy, extension.id)) ?? extension;
  // Two clicks of one person are one decision.
  const isTheirs = now.closedBy === staff.accountId && now.state === (approves ? 'approved' : 'dropped');
  if (done.ok || isTheirs)
    return redirect(
      addresses.extension(extension.id, { message: approves ? 'prolongation-faite' : 'prolongation-abandonnee' }),
    );
  const state = withFault(emptyForm, null, refusals.inWords(done.error));
  return showExtension(deps, visit, { staff, extension: now }, state, refusals.status(done.error));
}
