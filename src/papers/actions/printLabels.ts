import path from 'node:path';
import { parisDay } from '../../platform/time.ts';
import type { PrintDeps } from '../deps.ts';

const TEMPLATE = path.join(import.meta.dirname, '..', 'templates', 'labels.typ');

/** One label: who, where, and of which decision. */
export type Label = { readonly lines: readonly string[]; readonly reference: string };

/** Sheets of labels to print and stick (63.5 × 38.1 mm, 21 a sheet). */
export function printLabels(
  { pdf }: Pick<PrintDeps, 'pdf'>,
  labels: readonly Label[],
  { title, now }: { readonly title: string; readonly now: Temporal.Instant },
): Promise<Buffer> {
  const { year, month, day } = parisDay(now);
  return pdf.render({ template: TEMPLATE, data: { title, labels, day: { year, month, day } } });
}
