import type { Exam, LawName } from '../schema/exam.ts';

/** What a sentence or a decision cites. `words` and `asOf` are null where the exam names no more than the range of its articles. */
export type CitedLaw = {
  readonly article: string;
  readonly words: string | null;
  /** A day on which that version was in force. */
  readonly asOf: string | null;
  readonly derogable?: boolean;
};

/** The law of an exam on that point: its own article, else the articles of the whole exam. */
export function lawOf({ law, laws }: Pick<Exam, 'law' | 'laws'>, name: LawName): CitedLaw {
  return laws?.[name] ?? { article: law, words: null, asOf: null };
}
