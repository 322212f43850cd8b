import { type Answer, everyone, json, problem, type Route, route } from '../../platform/http/visit.ts';
import type { Result } from '../../platform/result.ts';
import type { WorkRefusal } from '../../platform/work/pool.ts';
import { averageQuestion, eligibilityQuestion, type InputFault } from '../../simulation/index.ts';
import type { PublicDeps } from '../site.ts';
import { texts } from '../texts.ts';
import { describeInterface } from './openApi.ts';

/** Bytes of one question, with all that it may hold; and how many of its faults are named. */
const QUESTION_LIMIT = 32 * 1024;
const MOST_FAULTS = 20;
const RETRY_SECONDS = 2;

type Judged = Promise<Result<Result<object, readonly InputFault[]>, WorkRefusal>>;

/** The open interface: the same answers as the simulators, for other sites. Keeps nothing, knows nobody. */
export function apiRoutes(site: Pick<PublicDeps, 'catalogue' | 'clock' | 'publicUrl' | 'judge'>): readonly Route[] {
  const { judge } = site;
  const post = (path: string, answer: (question: unknown) => Judged): Route =>
    route({
      method: 'POST',
      path: `/api/v1${path}`,
      who: everyone,
      open: true,
      bodyLimit: QUESTION_LIMIT,
      handle: async ({ body }) => {
        const judged = await answer(body);
        if (!judged.ok) return tooBusy();
        return judged.value.ok ? json(judged.value.value) : refused(judged.value.error);
      },
    });
  const description = describeInterface(site.publicUrl, {
    eligibility: eligibilityQuestion,
    average: averageQuestion,
    mostFaults: MOST_FAULTS,
    largestKiB: QUESTION_LIMIT / 1024,
  });
  return [
    post('/simulations/eligibility', (question) => judge.eligibility(site.catalogue(), question, site.clock.now())),
    post('/simulations/average', (question) => judge.average(site.catalogue(), question)),
    route({
      method: 'GET',
      path: '/api/v1/openapi.json',
      who: everyone,
      open: true,
      handle: async () => json(description),
    }),
  ];
}

function refused(faults: readonly InputFault[]): Answer {
  const named = faults.slice(0, MOST_FAULTS);
  const others = faults.length - named.length;
  return problem(texts.api.impossible, 422, named, others === 0 ? undefined : texts.api.others(others));
}

/** Too many questions at once for the thread that judges: nothing else waits for them. */
function tooBusy(): Answer {
  const answer = problem(texts.api.tooBusy(RETRY_SECONDS), 503);
  return { ...answer, headers: { ...answer.headers, 'retry-after': String(RETRY_SECONDS) } };
}
