import type { Informations } from '../informations/informations.ts';
import type { Qualification } from '../qualification/qualification.ts';
import type { StepRequest } from '../step.ts';

/** What the pages of the step are made of. */
export type AcquisRequest = StepRequest & {
  readonly needed: { readonly informations: Informations; readonly qualification: Qualification };
};
