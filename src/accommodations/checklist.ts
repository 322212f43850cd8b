import type { Accommodations, Catalogue } from '../catalogue/index.ts';
import { texts } from './texts.ts';

const NONE: Accommodations = {
  measures: [],
  documents: [{ code: 'document', label: texts.documents.other, source: null, confidence: 'unknown' }],
};

/** What may be asked and what is to be given, of the exam of that session; without a list, words and documents of any kind. */
export function checklistOf(catalogue: Catalogue, session: string): Accommodations {
  const exam = catalogue.session(session)?.exam;
  return (exam === undefined ? undefined : catalogue.exam(exam)?.accommodations) ?? NONE;
}

/** A measure or a document by its name; by its code when the rules no longer know it. */
export function labelOf(list: readonly { readonly code: string; readonly label: string }[], code: string): string {
  return list.find((one) => one.code === code)?.label ?? code;
}
