import type { Edit } from '../rules/yamlEdit.ts';
import { type Path, type Plain, sameTree } from '../rules/yamlTree.ts';

/** Only the lines that differ are written anew, so that the others keep their remarks: those alike at both ends stay. Null: there is no list yet. */
export function listEdits(path: Path, before: readonly unknown[], after: readonly Plain[]): readonly Edit[] | null {
  if (before.length === 0) return null;
  let head = 0;
  while (head < Math.min(before.length, after.length) && sameTree(before[head], after[head])) head += 1;
  let tail = 0;
  while (tail < Math.min(before.length, after.length) - head && sameTree(before.at(-1 - tail), after.at(-1 - tail)))
    tail += 1;
  const old = before.length - head - tail;
  const fresh = after.slice(head, after.length - tail);
  const at = (index: number): Path => [...path, head + index];
  return [
    ...fresh.map(
      (item, index): Edit => (index < old ? { path: at(index), set: item } : { path: at(index), insert: item }),
    ),
    ...Array.from({ length: Math.max(0, old - fresh.length) }, (): Edit => ({ path: at(fresh.length), remove: true })),
  ];
}
