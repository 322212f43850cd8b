import { unitsAreKnown } from '../catalogue/index.ts';
import type { Body, Field, FormState } from '../ui/index.ts';
import type { CompletedUnits, Completion } from './completion.ts';
import type { AnsweredStep, StepAnswers } from './enrolment.ts';
import { type RegisteredFile, readRegistered } from './registeredFile.ts';
import { reviewAnswers } from './review.ts';
import { stepNamed } from './steps/steps.ts';
import type { SummaryBlock } from './summary.ts';

/** Are the units of this registered file still told in words? */
export function awaitsUnits({ review }: Pick<RegisteredFile, 'review'>): boolean {
  return review.acquis.inWords !== null;
}

/** Do the rules know the units by now, so that only the choices are to be made? */
export function unitsKnownToRules({ review }: Pick<RegisteredFile, 'review'>): boolean {
  return unitsAreKnown(review.qualification.regulation);
}

const BY_UNIT: readonly AnsweredStep[] = ['acquis', 'epreuves'];

/** What a file says of the units, of the two steps that tell it; nothing where it can't be read. */
export function unitBlocks(file: Pick<RegisteredFile, 'blocks'> | null): readonly SummaryBlock[] {
  return file?.blocks.filter(({ step }) => BY_UNIT.includes(step)) ?? [];
}

/** How far an officer has come: what to ask next, or the answers of the two steps as their own declarations read them. */
export type Completing =
  | { readonly stage: 'acquis' | 'epreuves'; readonly fields: readonly Field[]; readonly state: FormState }
  | { readonly stage: 'done'; readonly acquis: StepAnswers; readonly epreuves: StepAnswers };

/** The steps *Acquis* and *Épreuves* by unit, read by the declarations that read the candidate's own answers. */
export function openCompletion(file: RegisteredFile, units: CompletedUnits | null, body: Body): Completing {
  const { acquis: _told, epreuves, ...answers } = file.dossier.answers;
  const dossier = { ...file.dossier, answers, ...(units === null ? {} : { completed: units }) };
  const review = reviewAnswers(dossier);
  const first = stepNamed('acquis').open(dossier, review);
  if (first === null) throw new Error(`The registered version of ${file.enrolment.id} can't be read again`);
  const credits = first.read(body);
  const shown = first.fields();
  if (!credits.ok) return { stage: 'acquis', fields: shown, state: asked(shown, body, credits.error) };
  const second = stepNamed('epreuves').open(dossier, { ...review, acquis: credits.value.value });
  const fields = second?.fields() ?? [];
  // What the candidate chose already (a language) is shown again; it still goes through the officer's eyes.
  const typed: Body = { ...epreuves, ...body };
  const read = second?.read(fields.some(({ name }) => Object.hasOwn(body, name)) ? body : {});
  if (read === undefined || (fields.length > 0 && body.etape !== 'epreuves') || !read.ok) {
    const faults = read?.ok === false && body.etape === 'epreuves' ? read.error.faults : [];
    return { stage: 'epreuves', fields: [...shown, ...fields], state: { typed: typedOf(fields, typed), faults } };
  }
  return { stage: 'done', acquis: credits.value.answers, epreuves: read.value.answers };
}

/** Nothing is wrong with what was never asked. */
function asked(fields: readonly Field[], body: Body, state: FormState): FormState {
  return fields.some(({ name }) => Object.hasOwn(body, name)) ? state : { ...state, faults: [] };
}

function typedOf(fields: readonly Field[], body: Body): FormState['typed'] {
  return Object.fromEntries(
    fields.flatMap(({ name }) => {
      const value = body[name];
      return typeof value === 'string' || Array.isArray(value) ? [[name, value] as const] : [];
    }),
  ) as FormState['typed'];
}

/** The file as it would be registered; null where the rules of today can't read it. */
export function completedFile(
  file: RegisteredFile,
  completion: Pick<Completion, 'units' | 'acquis' | 'epreuves'>,
): RegisteredFile | null {
  const { units, acquis, epreuves } = completion;
  const { enrolment, candidate, dossier } = file;
  const registered = { ...enrolment.registered, acquis, epreuves };
  const completedUnits = units ?? enrolment.completedUnits;
  return readRegistered(dossier.catalogue, { ...enrolment, registered, completedUnits }, candidate);
}
