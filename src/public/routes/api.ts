import { type Answer, everyone, json, problem, type Route, route } from '../../platform/http/visit.ts';
import type { Result } from '../../platform/result.ts';
import {
  averageQuestion,
  eligibilityQuestion,
  type InputFault,
  simulateAverage,
  simulateEligibility,
} from '../../simulation/index.ts';
import type { Site } from '../site.ts';
import { texts } from '../texts.ts';
import { describeInterface } from './openApi.ts';

/** Bytes of one question, with all that it may hold; and how many of its faults are named. */
const QUESTION_LIMIT = 32 * 1024;
const MOST_FAULTS = 20;

/** The open interface: the same answers as the simulators, for other sites. Keeps nothing, knows nobody. */
export function apiRoutes(site: Site): readonly Route[] {
  const post = (path: string, answer: (question: unknown) => Result<object, readonly InputFault[]>): Route =>
    route({
      method: 'POST',
      path: `/api/v1${path}`,
      who: everyone,
      open: true,
      bodyLimit: QUESTION_LIMIT,
      handle: async ({ body }) => {
        const answered = answer(body);
        return answered.ok ? json(answered.value) : refused(answered.error);
      },
    });
  const description = describeInterface(site.publicUrl, {
    eligibility: eligibilityQuestion,
    average: averageQuestion,
    mostFaults: MOST_FAULTS,
    largestKiB: QUESTION_LIMIT / 1024,
  });
  return [
    post('/simulations/eligibility', (question) => simulateEligibility(site.catalogue(), question, site.clock.now())),
    post('/simulations/average', (question) => simulateAverage(site.catalogue(), question)),
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
