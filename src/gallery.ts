import { attendanceExamples } from './attendance/examples.tsx';
import { candidateExamples } from './candidate/examples.tsx';
import type { ExamplePages } from './demonstration/index.ts';
import { documentExamples } from './documents/examples.tsx';
import { standingExamples } from './public/examples.tsx';
import type { Site } from './public/index.ts';

/** The pages of the gallery: what the tests of the rooms read too. Asked for when somebody first looks, so that no office's server holds them. */
export const examplePages = (site: Site): ExamplePages => ({
  candidate: [...candidateExamples, ...documentExamples],
  centre: attendanceExamples,
  standing: standingExamples.map((one) => ({ ...one, html: (around) => one.html({ ...around, site }) })),
});
