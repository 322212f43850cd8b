import { type Guard, isDenial, reaching } from '../../platform/http/visit.ts';
import { type FileAtDesk, fileAtDesk, type GuardDeps } from '../../scope/index.ts';

export type PairAtDesk = FileAtDesk & { readonly beside: FileAtDesk };

/** Two files that one person reads side by side (`:id`, `:autre`), of two accounts, both in their scope. */
export function pairAtDesk(deps: GuardDeps): Guard<PairAtDesk> {
  const file = fileAtDesk(deps);
  return reaching(file, 'and another', async (one, visit) => {
    const beside = await file.admit({ ...visit, params: { id: visit.params.autre ?? '' } });
    if (isDenial(beside) || beside.candidate.accountId === one.candidate.accountId) return null;
    return { ...one, beside };
  });
}
