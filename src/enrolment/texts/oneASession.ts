import type { CitedLaw } from '../../catalogue/index.ts';
import { lawInWords } from '../../ui/index.ts';

const rule = (derogable: boolean | undefined): string =>
  `une inscription à ce diplôme par session${derogable === true ? ', sauf dérogation du recteur' : ''}`;

/** One diploma a session, as the law of the exam has it: without a full stop, its article at the end. */
export function oneASession({ article, derogable }: CitedLaw): string {
  return `On n'a qu'${rule(derogable)} (${article})`;
}

/** The same as the ground of a decision, with the date of the law. */
export function oneASessionAsGround(law: CitedLaw): string {
  return `${lawInWords(law)}\u00a0: ${rule(law.derogable)}`;
}
