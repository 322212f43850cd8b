/** What the making of the first office goes through, with the share of its time that each takes on a quiet machine. */
export const STAGES = [
  { code: 'year-before', takes: 0.3 },
  { code: 'plan', takes: 0.08 },
  { code: 'marks', takes: 0.06 },
  { code: 'jury', takes: 0.03 },
  { code: 'results', takes: 0.06 },
  { code: 'today', takes: 0.47 },
] as const;

export type Stage = (typeof STAGES)[number]['code'];

/** How far the making is. `share`: of all, from 0 to 1. */
export type Filled = { readonly stage: Stage; readonly share: number };

/** `within`: of that stage alone, from 0 to 1. */
export function filledAt(stage: Stage, within: number): Filled {
  const index = STAGES.findIndex(({ code }) => code === stage);
  const before = STAGES.slice(0, index).reduce((sum, { takes }) => sum + takes, 0);
  const share = before + (STAGES[index]?.takes ?? 0) * Math.min(1, Math.max(0, within));
  return { stage, share: Math.min(1, share) };
}

/** What the maker said, or null: it is another process. */
export function readFilled(said: unknown): Filled | null {
  if (typeof said !== 'object' || said === null || !('stage' in said) || !('share' in said)) return null;
  const stage = STAGES.find(({ code }) => code === said.stage)?.code;
  return stage === undefined || typeof said.share !== 'number' ? null : { stage, share: said.share };
}
