import { place } from './place.ts';
import type { Plan, Problem } from './problem.ts';

/** What the thread does: one plan. */
export default function work(problem: Problem): Promise<Plan> {
  return place(problem);
}
