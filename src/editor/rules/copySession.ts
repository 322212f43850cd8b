import type { PackEntry } from './entries.ts';
import {
  instantsOf,
  isRelative,
  movedInstant,
  type SessionInstant,
  type Shift,
  weeksBetween,
} from './sessionInstants.ts';
import { type Edit, editYaml } from './yamlEdit.ts';
import { listAt, numberAt, readTree, sameTree, textAt } from './yamlTree.ts';

export type CopyPlan = {
  readonly base: PackEntry;
  readonly year: number;
  readonly shift: Shift;
  readonly weeks: number;
  readonly instants: readonly MovedInstant[];
};
export type MovedInstant = SessionInstant & {
  /** Null: the base doesn't know it, or it can't be read. */ readonly after: string | null;
};

export type CopyNames = { readonly code: string; readonly label: string; readonly numberPrefix: string };

/** The words that the copied file says of itself. */
export type CopyWords = { readonly header: string; readonly source: string };

/** Sessions that can be copied, the last one first. */
export function bases(sessions: readonly PackEntry[]): readonly PackEntry[] {
  const year = ({ value }: PackEntry): number => numberAt(value, ['year']) ?? 0;
  return sessions
    .filter((one) => !isRelative(one.value) && textAt(one.value, ['code']) !== '' && year(one) > 0)
    .toSorted((a, b) => year(b) - year(a));
}

/** Every instant of the base and where it would go; null when the base has no year or no opening to count from. */
export function planCopy(base: PackEntry, year: number, shift: Shift): CopyPlan | null {
  const baseYear = numberAt(base.value, ['year']);
  const weeks = baseYear === null ? null : weeksBetween(base.value, year - baseYear);
  if (baseYear === null || weeks === null) return null;
  const instants = instantsOf(base.value).map((instant) => ({
    ...instant,
    after: movedInstant(instant.at, shift, weeks, year - baseYear),
  }));
  return { base, year, shift, weeks, instants };
}

/** For 2027 the code `…-2024-…` gives `…-2027-…`, the prefix `…24` gives `…27`, « session 2024 » gives « session 2027 ». */
export function namesFor({ base, year }: Pick<CopyPlan, 'base' | 'year'>): CopyNames {
  const before = numberAt(base.value, ['year']) ?? year;
  const long = (text: string): string => text.replaceAll(String(before), String(year));
  const two = (value: number): string => String(value % 100).padStart(2, '0');
  return {
    code: long(textAt(base.value, ['code'])),
    label: long(textAt(base.value, ['label'])),
    numberPrefix: textAt(base.value, ['numberPrefix']).replace(two(before), two(year)),
  };
}

/**
 * The file of the new session: the base's, with its dates moved and marked as derived. Remarks that speak of the base's year
 * are left behind: they would be false here.
 */
export function copiedSession({ base, year, instants }: CopyPlan, names: CopyNames, words: CopyWords): string {
  const dated: readonly Edit[] = instants.flatMap(({ path, after }) => (after === null ? [] : [{ path, set: after }]));
  const derived: readonly Edit[] = [
    'correctionsEndAt',
    'lastCorrectionAt',
    'examStartsOn',
    'continuousMarks',
    'resultsAt',
  ].flatMap((key) =>
    instants.some(({ path, after }) => path[0] === key && after !== null)
      ? [
          { path: [key, 'source'], set: words.source },
          { path: [key, 'confidence'], set: 'derived' },
        ]
      : [],
  );
  const text = editYaml(base.text, [
    { path: ['code'], set: names.code },
    { path: ['label'], set: names.label },
    { path: ['year'], set: year },
    { path: ['numberPrefix'], set: names.numberPrefix },
    ...dated,
    ...derived,
    { path: ['sources', listAt(base.value, ['sources']).length], insert: words.source },
  ]);
  return withRemarks(text, numberAt(base.value, ['year']) ?? year, words.header);
}

function withRemarks(text: string, baseYear: number, header: string): string {
  const ofBase = new RegExp(`\\b(${baseYear}|${baseYear - 1})\\b`);
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '' && !line.startsWith('#'));
  const kept = lines
    .slice(Math.max(0, first))
    .join('\n')
    .replace(/(?:^ *#.*\n)+/gm, (remark) => (ofBase.test(remark) ? '' : remark));
  const result = `${header}\n\n${kept}`;
  return sameTree(readTree(result), readTree(text)) ? result : text;
}
