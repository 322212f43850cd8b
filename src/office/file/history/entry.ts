/** What an entry of the journal carries, by name; '' for what it doesn't. */
export type EntryWords = {
  readonly text: (key: string) => string;
  readonly list: (key: string) => readonly string[];
  readonly number: (key: string) => number | null;
  readonly isTrue: (key: string) => boolean;
  /** The label of the piece whose code it carries. */
  readonly piece: string;
};

/** The names of the journal of one subject, each as a sentence. */
export type Sentences = Readonly<Record<string, string | ((entry: EntryWords) => string)>>;
