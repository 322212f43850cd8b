import { networkOf } from '../../platform/http/network.ts';
import { createPace } from '../../platform/http/pace.ts';
import { everyone, json, problem, type Reply, type Route, route } from '../../platform/http/visit.ts';
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
/**
 * Questions of one network: a site that asks for all its visitors has one address, and so has a school. The thread that judges
 * has room for five hundred a second.
 */
const PACE = { burst: 200, perSecond: 20 } as const;

type Judged = Promise<Result<Result<object, readonly InputFault[]>, WorkRefusal>>;

/** The open interface: the same answers as the simulators, for other sites. Keeps nothing, knows nobody. */
export function apiRoutes(site: Pick<PublicDeps, 'catalogue' | 'clock' | 'publicUrl' | 'judge'>): readonly Route[] {
  const { judge } = site;
  const takePace = createPace(PACE);
  const post = (path: string, answer: (question: unknown) => Judged): Route =>
    route({
      method: 'POST',
      path: `/api/v1${path}`,
      who: everyone,
      open: true,
      bodyLimit: QUESTION_LIMIT,
      note: "Tout programme simule une inscription ou une moyenne\u00a0; rien n'est gardé.",
      handle: async ({ body, ip }) => {
        const wait = takePace(networkOf(ip));
        if (wait > 0) return notNow(texts.api.tooFast(wait), 429, wait);
        const judged = await answer(body);
        if (!judged.ok) return notNow(texts.api.tooBusy(RETRY_SECONDS), 503, RETRY_SECONDS);
        return judged.value.ok ? json(judged.value.value) : refused(judged.value.error);
      },
    });
  const description = describeInterface(site.publicUrl, {
    eligibility: eligibilityQuestion,
    average: averageQuestion,
    mostFaults: MOST_FAULTS,
    perSecond: PACE.perSecond,
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

function refused(faults: readonly InputFault[]): Reply {
  const named = faults.slice(0, MOST_FAULTS);
  const others = faults.length - named.length;
  return problem(texts.api.impossible, 422, named, others === 0 ? undefined : texts.api.others(others));
}

function notNow(title: string, status: 429 | 503, seconds: number): Reply {
  const answer = problem(title, status);
  return { ...answer, headers: { ...answer.headers, 'retry-after': String(seconds) } };
}
