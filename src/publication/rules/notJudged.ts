import type { Result } from '../publication.ts';

export type WhyNotJudged = 'left' | 'reserve' | 'unsaid';

/**
 * Why the jury said nothing of a diploma. Units are left for later in the progressive form alone (D337-115): in the globale form whoever
 * lacks one is refused (D337-114).
 */
export function whyNotJudged({ form, units }: Pick<Result, 'form' | 'units'>): WhyNotJudged {
  if (units.some(({ why }) => why === 'reserve')) return 'reserve';
  const lacking = units.some(({ outcome, optional }) => outcome === 'not-entered' && !optional);
  return form === 'PROGRESSIVE' && lacking ? 'left' : 'unsaid';
}
