import { everyone, type Reply, type Route, reaching, redirect, route, type Visit } from '../platform/http/visit.ts';
import { findMail, latestMails } from '../platform/mail/outbox.ts';
import { ok, type Result, refuse } from '../platform/result.ts';
import { listPublications } from '../publication/index.ts';
import { emptyForm, type Flash, type FormState, show, withFault } from '../ui/index.ts';
import { MAILS_ADDRESS } from './addresses.ts';
import type { DemonstrationDeps } from './deps.ts';
import { FAULTS_ADDRESS } from './faults/faultPanel.tsx';
import { readFault } from './faults/faults.ts';
import { faultTexts } from './faults/faultTexts.ts';
import { readInstant } from './forms.ts';
import { galleryAddresses } from './gallery/addresses.ts';
import { CLOCK_ADDRESS, DemoPage } from './pages/demoPage.tsx';
import { MailPage } from './pages/mailPage.tsx';
import { MailsPage } from './pages/mailsPage.tsx';
import { type Jump, jumpsOf } from './rules/jumps.ts';
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
    route({
      method: 'POST',
      path: FAULTS_ADDRESS,
      who,
      note: 'Toute personne commence ou finit une panne de la démonstration.',
      handle: async (visit) => switchFault(deps, visit),
    }),
    route({ method: 'GET', path: MAILS_ADDRESS, who: deps.mailReaders, handle: (visit) => showMails(deps, visit) }),
    route({
      method: 'GET',
      path: `${MAILS_ADDRESS}/:id`,
      who: reaching(deps.mailReaders, 'a mail', (_, { params }) => findMail(deps.db, params.id ?? '')),
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
      flash={flashOf(visit)}
      now={now}
      moved={apart > SAME_CLOCK_SECONDS}
      jumps={await jumpsNow(deps)}
      faultUntil={deps.faults.until}
      state={state}
      accounts={deps.accounts()}
      rehearsal={deps.rehearsal}
    />
  );
  return show(node, state.faults.length === 0 ? 200 : 422);
}

function flashOf({ query: { message } }: Visit): Flash | null {
  const said = { horloge: texts.clock.done, 'panne-commencee': faultTexts.begun, 'panne-finie': faultTexts.ended };
  const text = Object.entries(said).find(([code]) => code === message)?.[1];
  return text === undefined ? null : { tone: 'ok', text };
}

async function setClock(deps: DemonstrationDeps, visit: Visit): Promise<Reply> {
  const read = typeof visit.body.saut === 'string' ? await jumpTo(deps, visit.body.saut) : readInstant(visit.body);
  if (!read.ok) return showDemo(deps, visit, read.error);
  await deps.clock.set(read.value);
  await deps.jobs.minuteNow();
  return redirect('/demo?message=horloge');
}

async function jumpTo(deps: DemonstrationDeps, code: string): Promise<Result<Temporal.Instant | null, FormState>> {
  const jump = (await jumpsNow(deps)).find((one) => one.code === code);
  return jump === undefined ? refuse(withFault(emptyForm, null, texts.clock.unknownJump)) : ok(jump.to);
}

async function jumpsNow({ catalogue, clock, db }: DemonstrationDeps): Promise<readonly Jump[]> {
  const sessions = catalogue().sessions();
  const publications = await Promise.all(
    sessions.map(({ academy, code }) => listPublications(db, { academy, session: code })),
  );
  const announced = publications
    .flat()
    .flatMap(({ announcedAt, approvedAt, cancelledAt, reached }) =>
      announcedAt === null || approvedAt === null || cancelledAt !== null || reached ? [] : [announcedAt],
    )
    .toSorted(Temporal.Instant.compare);
  return jumpsOf({ sessions, now: clock.now(), announced: announced[0] ?? null });
}

function switchFault({ faults }: DemonstrationDeps, { body }: Visit): Reply {
  const [fault, begins] = [readFault(body.panne), body.acte === 'couper'];
  if (fault === null) return redirect('/demo');
  if (begins) faults.begin(fault);
  else faults.end(fault);
  return redirect(`/demo?message=${begins ? 'panne-commencee' : 'panne-finie'}#pannes`);
}

async function showMails(deps: DemonstrationDeps, visit: Visit): Promise<Reply> {
  const recipient = (visit.query.destinataire ?? '').trim().toLowerCase().slice(0, 254);
  const mails = await latestMails(deps.db, MAILS_SHOWN, recipient === '' ? undefined : recipient);
  const chrome = await deps.chrome(visit);
  return show(<MailsPage chrome={chrome} mails={mails} recipient={recipient} most={MAILS_SHOWN} />);
}
