import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Catalogue } from '../../catalogue/index.ts';
import { type Cookie, setCookie } from '../../platform/http/cookies.ts';
import type { Typed } from '../../ui/index.ts';
import { texts } from '../texts.ts';
import { type Answers, answersIn, ELSEWHERE, jobNumbers, satBefore, UNKNOWN } from './answers.ts';

const say = texts.simulator;

/** Days during which a result can be taken up again. */
export const KEPT_DAYS = 7;
export const SIMULATION_COOKIE: Cookie = {
  name: 'registre_simulation',
  path: '/',
  seconds: KEPT_DAYS * 86_400,
  purpose: 'garder les réponses du simulateur, si vous le demandez',
};

/** Answers under a seal: nobody can change them, and they end by themselves. Nothing is stored. */
export type Carrier = {
  readonly seal: (answers: Answers, now: Temporal.Instant) => string;
  /** null: not ours, changed, or older than seven days. */
  readonly open: (sealed: string | undefined, now: Temporal.Instant) => Answers | null;
};

/** On the machine's clock, like every link: `now` is real time. */
export function createCarrier(secret: string): Carrier {
  const key = createHmac('sha256', secret).update('registre simulation').digest();
  const mark = (content: string): Buffer => createHmac('sha256', key).update(content).digest();
  return {
    seal: (answers, now) => {
      const until = now.add({ hours: 24 * KEPT_DAYS }).epochMilliseconds;
      const content = Buffer.from(JSON.stringify({ until, answers })).toString('base64url');
      return `${content}.${mark(content).toString('base64url')}`;
    },
    open: (sealed, now) => {
      const [content = '', given = ''] = (sealed ?? '').split('.');
      const expected = mark(content);
      const received = Buffer.from(given, 'base64url');
      if (received.length !== expected.length || !timingSafeEqual(received, expected)) return null;
      const { until, answers } = JSON.parse(Buffer.from(content, 'base64url').toString()) as {
        readonly until: number;
        readonly answers: Record<string, unknown>;
      };
      return now.epochMilliseconds < until ? answersIn(answers) : null;
    },
  };
}

export function simulationCookie(sealed: string, publicUrl: URL): string {
  return setCookie(SIMULATION_COOKIE, publicUrl, sealed);
}

export function sealedIn(cookies: Readonly<Record<string, string | undefined>>): string | undefined {
  return cookies[SIMULATION_COOKIE.name];
}

/** The same answers in the fields of the steps, for a form that was never filled. What isn't known stays empty. */
export function stepAnswers(answers: Answers): {
  readonly identification: Typed;
  readonly informations: Typed;
  readonly qualification: Typed;
} {
  const former = answers.candidature === 'deja';
  const sat = satBefore(answers);
  return {
    identification: known({ frenchNational: answers.francais }),
    informations: known({
      category: { deja: 'previous-candidate', distance: 'distance-learner', autre: 'other' }[answers.candidature ?? ''],
      satBefore: sat && !former ? 'oui' : undefined,
      formerForm: sat ? formOf(answers.formePrecedente) : undefined,
      satAllTests: former ? answers.epreuves : undefined,
      twoYearsInCentre: former ? answers.centre : undefined,
      trainingHours: answers.candidature === 'distance' ? answers.heures : undefined,
      specialContract: answers.contrat === 'oui' ? 'oui' : undefined,
      diploma: { aucun: 'none', niveau3: 'level-3-listed', bacpro: 'bac-pro-sector' }[answers.diplome ?? ''],
      ...Object.fromEntries(
        jobNumbers.flatMap((row) => [
          [`from${row}`, answers[`du${row}`]],
          [`to${row}`, answers[`au${row}`]],
        ]),
      ),
    }),
    qualification: known({
      speciality: answers.specialite,
      form: formOf(answers.forme ?? (sat ? answers.formePrecedente : undefined)),
    }),
  };
}

/** What no field of the steps asks as the simulator does: the address and the account decide, and it is said. */
export function learnedFrom(answers: Answers, catalogue: Pick<Catalogue, 'academies'>): readonly string[] {
  const { departement, age } = answers;
  const departments = catalogue.academies().flatMap((academy) => academy.departments);
  const home = departments.find(({ code }) => code === departement);
  const bracket = say.options.age.find(({ value }) => value === age);
  return [
    ...(home === undefined ? [] : [say.learned.home(`${home.name} (${home.code})`)]),
    ...(departement === ELSEWHERE ? [say.learned.elsewhere] : []),
    ...(bracket === undefined ? [] : [say.learned.age(bracket.label)]),
  ];
}

function formOf(answer: string | undefined): string | undefined {
  return { globale: 'GLOBAL', progressive: 'PROGRESSIVE' }[answer ?? ''];
}

function known(typed: Readonly<Record<string, string | undefined>>): Typed {
  return Object.fromEntries(
    Object.entries(typed).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== UNKNOWN),
  );
}
