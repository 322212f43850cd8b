import type { ExamPlace } from '../exam/index.ts';

declare module '../platform/jobs.ts' {
  interface JobKinds {
    /** Does the published plan fit the candidates? */
    'exam.watch': ExamPlace;
  }
}
