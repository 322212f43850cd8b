import type { EntryWords } from '../../../platform/defineEvents.ts';

export type { EntryWords };

/** The names of the journal of one subject, each as a sentence. */
export type Sentences = Readonly<Record<string, string | ((entry: EntryWords) => string)>>;
