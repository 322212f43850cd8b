import type { PaperLine } from './paper.ts';
import { PAPERS } from './texts.ts';

/** `confirmation-BP24-00127-K-v2.pdf`: plain letters, and never two the same in one enrolment. */
export function fileNameOf({ kind, version, reference }: Pick<PaperLine, 'kind' | 'version' | 'reference'>): string {
  return `${PAPERS[kind].file}-${numberIn(reference)}-v${version}.pdf`;
}

/** The reference without its kind and version. */
function numberIn(reference: string): string {
  return reference.replace(/-[A-Z]\d+$/, '');
}
