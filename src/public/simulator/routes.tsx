import {
  everyone,
  type Reply,
  type Route,
  redirect,
  route,
  type Visit,
  withCookies,
} from '../../platform/http/visit.ts';
import { parisDay } from '../../platform/time.ts';
import { type InputFault, simulateEligibility } from '../../simulation/index.ts';
import { EmptyState, type FormState, Page, PageTitle } from '../../ui/index.ts';
import { currentSession } from '../rules/phase.ts';
import { choiceOf, choicesOf, scopeOf, sessionsIn } from '../rules/scope.ts';
import type { PublicDeps } from '../site.ts';
import { notFound } from '../standing/plainPages.tsx';
import { texts } from '../texts.ts';
import { type Answers, addressOf, answersIn, questionOf, UNKNOWN } from './answers.ts';
import { showAverage } from './averageRoute.tsx';
import { KEPT_DAYS, simulationCookie } from './carry.ts';
import { jobsIn } from './jobs.ts';
import { QuestionPage } from './questionPage.tsx';
import {
  dayOfMajority,
  nextQuestion,
  type Question,
  type QuestionSetting,
  questionNamed,
  questionsFor,
  readAnswer,
} from './questions.ts';
import { ResultPage } from './resultPage.tsx';
import { show, viewOf } from './show.ts';
import { StartPage } from './startPage.tsx';

const say = texts.simulator;

/** `/simulateur`: one question a page, the answers in the address, nothing kept. `/simulateur/moyenne`: the average. */
export function simulatorRoutes(deps: PublicDeps): readonly Route[] {
  const get = (path: string, handle: (visit: Visit) => Promise<Reply>): Route =>
    route({ method: 'GET', path, who: everyone, handle });
  return [
    get('/simulateur', (visit) => show(deps, visit, (chrome) => <StartPage {...viewOf(deps, visit, chrome)} />)),
    get('/simulateur/moyenne', (visit) => showAverage(deps, visit)),
    get('/simulateur/suite', (visit) => goOn(deps, visit)),
    get('/simulateur/resultat', (visit) => showResult(deps, visit, answersIn(visit.query))),
    get('/simulateur/reprendre/:lien', (visit) => takeUp(deps, visit)),
    get('/simulateur/:question', async (visit) => {
      const question = questionNamed(visit.params.question);
      const answers = answersIn(visit.query);
      const place = placeOf(deps, visit, answers);
      if (question === undefined || place === null) return notFound(deps, visit);
      // What isn't asked of this person has no answer to give.
      if (!questionsFor(place, answers).includes(question)) return redirect(onward(place, answers));
      return showQuestion(deps, visit, place, question, answers, { typed: answers, faults: [] });
    }),
    route({
      method: 'POST',
      path: '/simulateur/garder',
      who: everyone,
      note: 'Toute personne garde sept jours, dans son navigateur, les réponses de sa simulation.',
      handle: async (visit) => keep(deps, visit),
    }),
  ];
}

/** The session that the answers mean, or the first that they leave open; the simulator is closed when there is none. */
function placeOf(deps: PublicDeps, { header }: Visit, answers: Answers): QuestionSetting | null {
  const catalogue = deps.catalogue();
  const now = deps.clock.now();
  const scope = scopeOf(catalogue, { host: header('host'), exam: answers.examen, academy: answers.academie });
  const [found] = scope.offerings.flatMap((offering) => {
    const session = currentSession(sessionsIn(catalogue, { offerings: [offering] }), now);
    return session === null ? [] : [{ ...offering, session }];
  });
  if (found === undefined) return null;
  return { ...found, catalogue, today: parisDay(now), choices: choicesOf(catalogue, scope) };
}

function showQuestion(
  deps: PublicDeps,
  visit: Visit,
  place: QuestionSetting,
  question: Question,
  answers: Answers,
  state: FormState,
  status = 200,
): Promise<Reply> {
  return show(
    deps,
    visit,
    (chrome) => <QuestionPage chrome={chrome} place={place} question={question} answers={answers} state={state} />,
    status,
  );
}

/** *Continuer*: checks the answer of one question, then leads to the next, or to the result. */
async function goOn(deps: PublicDeps, visit: Visit): Promise<Reply> {
  const question = questionNamed(visit.query.question);
  const given = visit.query;
  const answers = answersIn(given);
  const place = placeOf(deps, visit, answers);
  if (question === undefined || place === null) return redirect('/simulateur');
  if (given.ajouter !== undefined) {
    const more = { ...answers, emplois: String(Number(answers.emplois ?? '2') + 1) };
    return showQuestion(deps, visit, place, question, more, { typed: more, faults: [] });
  }
  const read = readAnswer(place, given, question);
  if (!read.ok) return showQuestion(deps, visit, place, question, answers, read.error, 422);
  const kept = question.name === 'heures' && answers.heures === undefined ? { ...answers, heures: UNKNOWN } : answers;
  return redirect(onward(place, kept));
}

/** The first question that has no answer yet, else the result. */
function onward(place: QuestionSetting, answers: Answers): string {
  const next = nextQuestion(place, answers);
  return addressOf(next === null ? '/simulateur/resultat' : `/simulateur/${next.name}`, answers);
}

async function showResult(deps: PublicDeps, visit: Visit, answers: Answers): Promise<Reply> {
  const place = placeOf(deps, visit, answers);
  if (place === null) return redirect('/simulateur');
  const next = nextQuestion(place, answers);
  if (next !== null) return redirect(addressOf(`/simulateur/${next.name}`, answers));
  const { academy, catalogue, exam, session, today } = place;
  const elsewhere = catalogue.pack.departments.find(
    ({ code }) => !academy.departments.some((one) => one.code === code),
  );
  const question = questionOf(answers, jobsIn(answers), {
    session: session.code,
    elsewhere: elsewhere?.code ?? '',
    today,
    exam: place.exam,
    bornTooLate: bornTooLate(place),
  });
  const simulation = simulateEligibility(catalogue, question, deps.clock.now());
  if (!simulation.ok) return showAgeFault(deps, visit, place, answers, simulation.error);
  const real = Temporal.Now.instant();
  // The link leads to the house of all, which may have to be told what its name said here.
  const { examen, academie } = choiceOf(catalogue, scopeOf(catalogue, { exam: exam.code, academy: academy.code }));
  const chosen = { ...(examen && { examen }), ...(academie && { academie }) };
  const link = {
    href: new URL(`/simulateur/reprendre/${deps.carrier.seal({ ...answers, ...chosen }, real)}`, deps.publicUrl).href,
    until: real.add({ hours: 24 * KEPT_DAYS }),
  };
  const csrf = visit.csrf();
  return show(deps, visit, (chrome) => (
    <ResultPage chrome={chrome} place={place} answers={answers} simulation={simulation.value} csrf={csrf} link={link} />
  ));
}

function bornTooLate({ exam, session }: QuestionSetting): Temporal.PlainDate | null {
  const { majority } = exam.admission;
  if (majority === undefined) return null;
  return dayOfMajority(majority, session.year).subtract({ years: majority.age }).add({ days: 1 });
}

/** Jobs that nobody of that age can have held are said where the age is asked. */
function showAgeFault(
  deps: PublicDeps,
  visit: Visit,
  place: QuestionSetting,
  answers: Answers,
  faults: readonly InputFault[],
): Reply | Promise<Reply> {
  const question = questionNamed('age');
  if (question === undefined || !faults.some(({ path }) => path.startsWith('workPeriods')))
    return redirect('/simulateur');
  const state = { typed: { age: answers.age ?? '' }, faults: [{ field: 'age', message: say.faults.tooYoung }] };
  return showQuestion(deps, visit, place, question, answers, state, 422);
}

/** The answers go along in a cookie of this browser, sealed, for seven days; an account comes next. */
function keep(deps: PublicDeps, visit: Visit): Reply {
  const sealed = deps.carrier.seal(answersIn(visit.body), Temporal.Now.instant());
  return withCookies(redirect('/compte/creer'), [simulationCookie(sealed, deps.publicUrl)]);
}

/** The link opens the result again, and keeps the answers in this browser too. */
async function takeUp(deps: PublicDeps, visit: Visit): Promise<Reply> {
  const sealed = visit.params.lien ?? '';
  const answers = deps.carrier.open(sealed, Temporal.Now.instant());
  if (answers === null)
    return show(
      deps,
      visit,
      (chrome) => (
        <Page chrome={chrome} title={say.expired.title}>
          <PageTitle>{say.title}</PageTitle>
          <EmptyState title={say.expired.title} action={<a href="/simulateur">{say.restart}</a>}>
            {say.expired.text}
          </EmptyState>
        </Page>
      ),
      410,
    );
  return withCookies(redirect(addressOf('/simulateur/resultat', answers)), [simulationCookie(sealed, deps.publicUrl)]);
}
