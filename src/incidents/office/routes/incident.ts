import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { actBy } from '../../../accounts/index.ts';
import type { ResolvedSession } from '../../../catalogue/index.ts';
import { whyNotHeard } from '../../../decisions/index.ts';
import { countUnread } from '../../../keptFiles/index.ts';
import { actDeps } from '../../../papers/index.ts';
import { idempotencyKey } from '../../../platform/http/once.ts';
import { type Reply, type Route, redirect, route, type Visit, versionIn } from '../../../platform/http/visit.ts';
import { minutesIn, outagesIn } from '../../../platform/service/rules/availability.ts';
import { listTroubles } from '../../../platform/trouble.ts';
import {
  type CallRefusal,
  callUnfinished,
  countUnfinished,
  listCalls,
  listUnfinished,
  reminderRefusals,
} from '../../../reminders/index.ts';
import { type AtDesk, headAtDesk, nameOfSession, peopleOf, sessionName } from '../../../scope/index.ts';
import {
  act,
  acts,
  emptyForm,
  type FormState,
  instantInWords,
  parseForm,
  type ShownAgain,
  show,
  typedForm,
  withFault,
} from '../../../ui/index.ts';
import { removeBanner, showBanner } from '../../actions/setBanner.ts';
import { readService } from '../../readService.ts';
import { bannerRefusals } from '../../refusals.ts';
import { lengthProposed, nearTo } from '../../rules/lengthProposed.ts';
import { findBanner } from '../../store.ts';
import { troubleTexts } from '../../troubleTexts.ts';
import { addresses as incidentDesk } from '../addresses.ts';
import type { IncidentDeps } from '../deps.ts';
import { hoursOf } from '../hours.ts';
import { incidentTexts } from '../incidentTexts.ts';
import { bannerForm, INCIDENT_ACTS, unfinishedForm } from '../pages/incidentForms.ts';
import { IncidentPage } from '../pages/incidentPage.tsx';
import { UnfinishedPage } from '../pages/unfinishedPage.tsx';

/** What a head reads of the service, and how far before and after its closing a session is spoken of. */
const SHOWN_HOURS = 48;

/** The console of an incident: what the service did, a banner, an extension, a word to whoever hasn't finished. */
export function incidentRoutes(deps: IncidentDeps): readonly Route[] {
  const [who, path] = [headAtDesk(deps), incidentDesk.incident()];
  const post = { method: 'POST', path, who } as const;
  const written = route({
    ...post,
    note: "Le chef de bureau écrit à qui n'a pas terminé son inscription, une fois lu à combien.",
    handle: (visit, at) => writeToUnfinished(deps, visit, at),
  });
  const banner = {
    path,
    who,
    refusals: bannerRefusals,
    again: (...[visit, at, state, status]: ShownAgain<AtDesk>) =>
      showIncident(deps, visit, at, { form: 'bandeau', state, status }),
  };
  const orderOf = ({ staff: { academy, accountId: headId } }: AtDesk, visit: Visit) => ({
    academy,
    headId,
    version: versionIn(visit),
    key: idempotencyKey(visit.body.cle),
  });
  const refreshed = async <Done>(done: Promise<Done>): Promise<Done> => {
    const result = await done;
    await deps.banners.refresh();
    return result;
  };
  return [
    route({ method: 'GET', path, who, handle: (visit, at) => showIncident(deps, visit, at) }),
    acts(
      'acte',
      {
        [INCIDENT_ACTS.show]: act({
          ...banner,
          note: 'Le chef de bureau affiche un bandeau sur le site.',
          fields: bannerForm,
          do: ({ phrase: words, heures }, at, visit) =>
            refreshed(
              showBanner(deps, actBy(visit, at.staff), { ...orderOf(at, visit), words, hours: Number(heures) }),
            ),
          to: () => incidentDesk.incident({ message: 'bandeau-affiche' }),
        }),
        [INCIDENT_ACTS.remove]: act({
          ...banner,
          note: 'Le chef de bureau retire le bandeau.',
          fields: [],
          do: (_, at, visit) => refreshed(removeBanner(deps, actBy(visit, at.staff), orderOf(at, visit))),
          to: () => incidentDesk.incident({ message: 'bandeau-retire' }),
        }),
        [INCIDENT_ACTS.preview]: written,
        [INCIDENT_ACTS.send]: written,
        [INCIDENT_ACTS.correct]: written,
      },
      route({ ...post, handle: (visit, at) => showIncident(deps, visit, at, { ...FRESH, status: 422 }) }),
    ),
  ];
}

type Shown = { readonly form: 'bandeau' | 'message' | null; readonly state: FormState; readonly status: number };
const FRESH: Shown = { form: null, state: emptyForm, status: 200 };

async function showIncident(
  deps: IncidentDeps,
  visit: Visit,
  at: AtDesk,
  { form, state, status }: Shown = FRESH,
): Promise<Reply> {
  const { staff, scope } = at;
  const [now, catalogue] = [deps.clock.now(), deps.catalogue()];
  const from = now.subtract({ hours: SHOWN_HOURS });
  const [minutes, troubles, unread, banner, calls, members, frame] = await Promise.all([
    readService(deps.db, { from, until: now }, now),
    listTroubles(deps.db),
    countUnread(deps.db),
    findBanner(deps.db, scope.academy),
    listCalls(deps.db, scope.academy),
    deps.accounts.listStaff(deps.db, scope.academy),
    deps.frame(visit, staff),
  ]);
  const people = peopleOf(members, staff.accountId);
  const standing = banner !== null && Temporal.Instant.compare(banner.until, now) > 0 ? banner : null;
  const spans = outagesIn(minutes);
  const first = minutes[0]?.minute ?? null;
  return show(
    h(IncidentPage, {
      ...frame,
      hours: hoursOf(minutes),
      outages: { spans, minutes: minutesIn(spans) },
      since: first !== null && first.since(from).total('hours') > 1 ? first : null,
      unread,
      mailSeconds: minutes.at(-1)?.one?.mailSeconds ?? 0,
      troubles: troubles.map(({ sort, since }) => troubleTexts[sort](instantInWords(since))),
      banner: {
        standing,
        who: standing === null ? '' : people('staff', standing.headId),
        version: banner?.version ?? 0,
      },
      extensions: await proposedFor(deps, at, now),
      unfinished: unfinishedForm(sessionsAhead(deps, at, now)),
      calls,
      people: (id) => people('staff', id),
      labelOf: (code) => nameOfSession(catalogue, code),
      form,
      state,
      idempotencyKey: randomUUID(),
    }),
    status,
  );
}

/** Of the sessions that close or closed near now, those that lost minutes by it. */
async function proposedFor(deps: IncidentDeps, { scope }: AtDesk, now: Temporal.Instant) {
  const near = sessionsOf(deps, scope.sessions).filter(
    ({ window }) => Math.abs(window.closesAt.since(now).total('hours')) <= SHOWN_HOURS,
  );
  const all = await Promise.all(
    near.map(async (session) => {
      const { closesAt } = session.window;
      const outages = outagesIn(await readService(deps.db, nearTo(closesAt), now));
      const proposed = lengthProposed(closesAt, outages, now);
      const { code } = session;
      return proposed === null ? [] : [{ code, closesAt, proposed, label: nameOfSession(deps.catalogue(), code) }];
    }),
  );
  return all.flat();
}

function sessionsOf(
  { catalogue }: Pick<IncidentDeps, 'catalogue'>,
  codes: readonly string[],
): readonly ResolvedSession[] {
  return codes.flatMap((code) => catalogue().session(code) ?? []);
}

function sessionsAhead(deps: IncidentDeps, { scope }: AtDesk, now: Temporal.Instant) {
  const { option } = incidentTexts.unfinished;
  return sessionsOf(deps, scope.sessions)
    .filter(({ window }) => Temporal.Instant.compare(window.closesAt, now) > 0)
    .map((one) => ({ value: one.code, label: option(sessionName(deps.catalogue(), one), one.window.closesAt) }));
}

/** `apercu`: to how many; `envoyer`; `corriger`: back to the words. */
async function writeToUnfinished(deps: IncidentDeps, visit: Visit, at: AtDesk): Promise<Reply> {
  const { acte } = visit.body;
  const fields = unfinishedForm(sessionsAhead(deps, at, deps.clock.now()));
  const typed = typedForm(fields, visit.body);
  const again = (state: FormState, status: number): Promise<Reply> =>
    showIncident(deps, visit, at, { form: 'message', state, status });
  if (acte === INCIDENT_ACTS.correct) return again(typed, 200);
  const read = parseForm(fields, visit.body);
  if (!read.ok) return again(read.error, 422);
  const { session: code, message: words } = read.value;
  const by = actBy(visit, at.staff);
  const refused = (refusal: CallRefusal): Promise<Reply> => {
    const field = reminderRefusals.fieldOf(refusal);
    return again(withFault(typed, field, reminderRefusals.inWords(refusal)), reminderRefusals.status(refusal));
  };
  if (acte === INCIDENT_ACTS.send) {
    const { academy, accountId: headId } = at.staff;
    const order = { academy, headId, session: code, words, key: idempotencyKey(visit.body.cle) };
    const done = await callUnfinished(actDeps(deps), by, order);
    return done.ok ? redirect(incidentDesk.incident({ message: 'inacheves-prevenus' })) : refused(done.error);
  }
  const [session] = sessionsOf(deps, [code]);
  if (session === undefined) return again(typed, 422);
  const { closesAt } = session.window;
  const closing = { academy: at.scope.academy, session: code, closesAt };
  const unheard = await whyNotHeard(deps.db, by, await listUnfinished(deps.db, closing), words);
  if (unheard !== null) return refused(unheard);
  return show(
    h(UnfinishedPage, {
      ...(await deps.frame(visit, at.staff)),
      session: { code, label: nameOfSession(deps.catalogue(), code), closesAt },
      words,
      asWritten: by.asWritten === true,
      unfinished: await countUnfinished(deps.db, closing),
      idempotencyKey: randomUUID(),
    }),
  );
}
