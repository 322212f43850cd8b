import type { Condition } from '../../catalogue/index.ts';
import { listing } from '../../ui/index.ts';
import { texts } from '../texts/conditions.ts';

/** When a piece is asked, as what follows « Demandée »: « si le candidat est mineur », « toujours ». */
export function conditionInWords(condition: Condition): string {
  return texts.candidate(inWords(condition, true, false));
}

/** `holds` false: what is said is that it doesn't hold; a negation goes down to the facts, which have words for it. */
function inWords(condition: Condition, holds: boolean, inside: boolean): string {
  if ('always' in condition) return holds ? texts.always : texts.never;
  if ('not' in condition) return inWords(condition.not, !holds, inside);
  if ('all' in condition) return joined(condition.all, holds ? 'et' : 'ou', holds, inside);
  if ('any' in condition) return joined(condition.any, holds ? 'ou' : 'et', holds, inside);
  if ('below' in condition) return texts.below(condition.fact, condition.below, holds);
  return texts.is(condition.fact, 'is' in condition ? condition.is : condition.includes, holds);
}

function joined(conditions: readonly Condition[], word: 'et' | 'ou', holds: boolean, inside: boolean): string {
  const several = conditions.length > 1;
  const words = listing(
    conditions.map((one) => inWords(one, holds, inside || several)),
    word,
  );
  return inside && several ? `(${words})` : words;
}
