import type { Candidate } from '../accounts/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Enrolment } from './enrolment.ts';
import { readRegistered } from './registeredFile.ts';
import type { KeptVersion } from './store/versions.ts';
import { changedLines, type SummaryBlock } from './summary.ts';

/** A version and what it changed in the one before. */
export type ShownVersion = {
  readonly version: number;
  readonly registeredAt: Temporal.Instant;
  readonly changes: readonly { readonly label: string; readonly before: string; readonly after: string }[];
};

/** The versions, the last one first, each with the lines that differ from the version before. */
export function compareVersions(
  catalogue: Catalogue,
  enrolment: Enrolment,
  candidate: Pick<Candidate, 'birthDate'>,
  versions: readonly KeptVersion[],
): readonly ShownVersion[] {
  const read = versions.map(({ answers, registeredAt }) =>
    readRegistered(catalogue, { ...enrolment, registered: answers, registeredAt }, candidate),
  );
  return versions.map(({ version, registeredAt }, index) => ({
    version,
    registeredAt,
    changes: changesBetween(read[index + 1]?.blocks ?? null, read[index]?.blocks ?? null),
  }));
}

/** Each line that differs, as it read and as it reads; a line that isn't there any more reads nothing. */
export function changesBetween(
  before: readonly SummaryBlock[] | null,
  after: readonly SummaryBlock[] | null,
): ShownVersion['changes'] {
  if (before === null || after === null) return [];
  const lines = (blocks: readonly SummaryBlock[]): ReadonlyMap<string, { label: string; value: string }> =>
    new Map(blocks.flatMap(({ step, lines: all }) => all.map((line) => [`${step} ${line.name}`, line])));
  const [old, now] = [lines(before), lines(after)];
  return [...changedLines(before, after)].map(([key, was]) => ({
    label: (now.get(key) ?? old.get(key))?.label ?? key,
    before: was,
    after: now.get(key)?.value ?? '',
  }));
}
