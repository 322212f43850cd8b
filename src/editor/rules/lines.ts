import { diffLines } from 'diff';

/** Lines of a file as they were and are; `skipped`: so many equal lines that aren't shown. */
export type DiffLine =
  | { readonly kind: 'same' | 'was' | 'is'; readonly text: string }
  | { readonly kind: 'skipped'; readonly count: number };

/** Equal lines shown around a change. */
const AROUND = 3;
/** Two long files without a line in common would take minutes. */
const TIMEOUT_MS = 1_000;

/** The lines that differ with a little around them; null when the two are too different to be compared in time. */
export function differentLines(was: string, is: string, timeout = TIMEOUT_MS): readonly DiffLine[] | null {
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
