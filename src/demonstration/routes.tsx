import { everyone, type Reply, type Route, reaching, redirect, route, type Visit } from '../platform/http/visit.ts';
import { findMail, latestMails } from '../platform/mail/outbox.ts';
import { ok, type Result, refuse } from '../platform/result.ts';
import { emptyForm, type FormState, show, withFault } from '../ui/index.ts';
import type { DemonstrationDeps } from './deps.ts';
import { readInstant } from './forms.ts';
import { galleryAddresses } from './gallery/addresses.ts';
import { CLOCK_ADDRESS, DemoPage } from './pages/demoPage.tsx';
import { MailPage } from './pages/mailPage.tsx';
import { MAILS_ADDRESS, MailsPage } from './pages/mailsPage.tsx';
import { jumpsOf, storySession } from './rules/jumps.ts';
import { texts } from './texts.ts';
import { tourAddresses } from './tour/addresses.ts';
import { goToStop, showTour } from './tour/showTour.tsx';
import { findTour } from './tour/tour.ts';

const MAILS_SHOWN = 100;
/** Two clocks that differ by less are the same one, read twice. */
const SAME_CLOCK_SECONDS = 60;

/** `/demo`: for main in demonstration mode only. Anybody may use it: there is nothing true in a demonstration. */
export function demonstrationRoutes(deps: DemonstrationDeps): readonly Route[] {
  const who = everyone;
  return [
    route({ method: 'GET', path: '/demo', who, handle: (visit) => showDemo(deps, visit, emptyForm) }),
    route({
      method: 'POST',
      path: CLOCK_ADDRESS,
      who,
      note: "Toute personne avance l'horloge de la démonstration.",
      handle: (visit) => setClock(deps, visit),
    }),
    route({
      method: 'GET',
      path: tourAddresses.tour(':personne'),
      who: reaching(who, 'a tour', async (_, { params }) => findTour(params.personne)),
      handle: (visit, tour) => showTour(deps, visit, tour),
    }),
    route({
      method: 'POST',
      path: tourAddresses.go,
      who,
      note: "Toute personne suit une visite de la démonstration\u00a0: elle y est connectée comme la personne inventée de l'étape.",
      handle: (visit) => goToStop(deps, visit),
    }),
    route({ method: 'GET', path: MAILS_ADDRESS, who, handle: (visit) => showMails(deps, visit) }),
    route({
      method: 'GET',
      path: `${MAILS_ADDRESS}/:id`,
      who: reaching(who, 'a mail', (_, { params }) => findMail(deps.db, params.id ?? '')),
      handle: async (visit, mail) =>
        show(<MailPage chrome={await deps.chrome(visit)} mail={mail} publicUrl={deps.publicUrl} />),
    }),
    route({
      method: 'GET',
      path: galleryAddresses.home,
      who,
      handle: async (visit) => (await gallery()).showGallery(deps, visit),
    }),
    route({
      method: 'GET',
      path: galleryAddresses.group(':groupe'),
      who: reaching(who, 'a group of the gallery', async (_, { params }) =>
        (await gallery()).findGroup(params.groupe ?? ''),
      ),
      handle: async (visit, group) => (await gallery()).showGroup(deps, visit, group),
    }),
    route({
      method: 'GET',
      path: galleryAddresses.page(':exemple'),
      who: reaching(who, 'a page of the gallery', async (_, { params }) =>
        (await gallery()).findExample(deps, params.exemple ?? ''),
      ),
      handle: async (visit, told) => (await gallery()).showExample(deps, visit, told),
    }),
  ];
}

/** Read when somebody first looks: no office's server ever holds it. */
const gallery = () => import('./gallery/showGallery.tsx');

async function showDemo(deps: DemonstrationDeps, visit: Visit, state: FormState): Promise<Reply> {
  await deps.clock.refresh();
  const now = deps.clock.now();
  const apart = Math.abs(now.epochMilliseconds - Temporal.Now.instant().epochMilliseconds) / 1000;
  const node = (
    <DemoPage
      chrome={await deps.chrome(visit)}
      csrf={visit.csrf()}
      flash={visit.query.message === 'horloge' ? { tone: 'ok', text: texts.clock.done } : null}
      now={now}
      moved={apart > SAME_CLOCK_SECONDS}
      session={storySession(deps.catalogue().sessions())}
      state={state}
      accounts={deps.accounts()}
    />
  );
  return show(node, state.faults.length === 0 ? 200 : 422);
}

async function setClock(deps: DemonstrationDeps, visit: Visit): Promise<Reply> {
  const read = typeof visit.body.saut === 'string' ? jumpTo(deps, visit.body.saut) : readInstant(visit.body);
  if (!read.ok) return showDemo(deps, visit, read.error);
  await deps.clock.set(read.value);
  await deps.jobs.minuteNow();
  return redirect('/demo?message=horloge');
}

function jumpTo(deps: DemonstrationDeps, code: string): Result<Temporal.Instant | null, FormState> {
  const jump = jumpsOf(storySession(deps.catalogue().sessions())).find((one) => one.code === code);
  return jump === undefined ? refuse(withFault(emptyForm, null, texts.clock.unknownJump)) : ok(jump.to);
}

async function showMails(deps: DemonstrationDeps, visit: Visit): Promise<Reply> {
  const recipient = (visit.query.destinataire ?? '').trim().toLowerCase().slice(0, 254);
  const mails = await latestMails(deps.db, MAILS_SHOWN, recipient === '' ? undefined : recipient);
  const chrome = await deps.chrome(visit);
  return show(<MailsPage chrome={chrome} mails={mails} recipient={recipient} most={MAILS_SHOWN} />);
}
