import type { Exam, Remedy } from '../catalogue/index.ts';
import { caseTexts } from './caseTexts.ts';

const law = { source: null, confidence: 'official' } as const;

/** What the law gives to everybody, of an exam whose rules say nothing of it. */
const OF_THE_LAW: readonly Remedy[] = [
  { code: 'consultation', nature: 'documents', ...caseTexts.ofTheLaw.documents, ...law },
  { code: 'material-error', nature: 'complaint', ...caseTexts.ofTheLaw.complaint, ...law },
  { code: 'appeal', nature: 'appeal', ...caseTexts.ofTheLaw.appeal, ...law },
];

/** What may be asked once a result is published: nobody is left without. */
export function remediesOf({ results }: Pick<Exam, 'results'>): readonly Remedy[] {
  return results.remedies ?? OF_THE_LAW;
}

/** By the code that a request bears; one that the rules no longer know is a complaint. */
export function remedyOf(
  exam: Pick<Exam, 'results'> | undefined,
  kind: string,
): Pick<Remedy, 'label' | 'nature' | 'within'> {
  const known = exam === undefined ? undefined : remediesOf(exam).find(({ code }) => code === kind);
  return known ?? { label: kind, nature: 'complaint' };
}
