import { diffLines } from 'diff';
import { FILE } from '../../catalogue/index.ts';
import { COMPARING_MS } from './budgets.ts';

/** Lines of a file as they were and are; `skipped`: so many equal lines that aren't shown; `left`: so many beyond the budget. */
export type DiffLine =
  | { readonly kind: 'same' | 'was' | 'is'; readonly text: string }
  | { readonly kind: 'skipped' | 'left'; readonly count: number };

/** Equal lines shown around a change. */
const AROUND = 3;

/** The lines that differ with a little around them; null when the two are too different to be compared in time, or too long. */
export function differentLines(was: string, is: string, timeout: number = COMPARING_MS): readonly DiffLine[] | null {
  if ([was, is].some((text) => text.length > FILE.characters || linesIn(text) > FILE.lines)) return null;
  const parts = diffLines(was, is, { timeout });
  if (parts === undefined) return null;
  return parts.flatMap((part, index): readonly DiffLine[] => {
    const lines = part.value.replace(/\n$/, '').split('\n');
    if (part.added || part.removed) return lines.map((text) => ({ kind: part.added ? 'is' : 'was', text }));
    const first = index === 0 ? 0 : AROUND;
    const last = index === parts.length - 1 ? 0 : AROUND;
    const skipped = lines.length - first - last;
    if (skipped <= 1) return lines.map((text) => ({ kind: 'same', text }));
    const same = (some: readonly string[]): readonly DiffLine[] => some.map((text) => ({ kind: 'same', text }));
    return [
      ...same(lines.slice(0, first)),
      { kind: 'skipped', count: skipped },
      ...same(lines.slice(lines.length - last)),
    ];
  });
}

function linesIn(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
