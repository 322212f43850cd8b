import { FAULTS } from './budgets.ts';
import type { PackFault } from './located.ts';
import { texts } from './texts.ts';

/** Gathers the faults of a pack: a few of each file are kept and shown, the others are only counted. */
export type FaultGatherer = {
  readonly add: (file: string, make: () => PackFault) => void;
  /** By file and line; what was left out is said at its end, in a fault that stands for the others. */
  readonly listed: () => readonly PackFault[];
};

/** Characters of a sentence or a path that quotes what somebody wrote. */
const LONGEST = 500;

export function gatherFaults(): FaultGatherer {
  const kept = new Map<string, PackFault[]>();
  const left = new Map<string, number>();
  return {
    add: (file, make) => {
      const some = kept.get(file) ?? [];
      kept.set(file, some);
      if (some.length < FAULTS.inFile) some.push(shortened(make()));
      else left.set(file, (left.get(file) ?? 0) + 1);
    },
    listed: () => {
      const files = [...kept].sort(([a], [b]) => a.localeCompare(b));
      const all = files.flatMap(([file, faults]): readonly PackFault[] => {
        const sorted = faults.toSorted(byPlace);
        const others = left.get(file) ?? 0;
        return others === 0 ? sorted : [...sorted, standIn(sorted.at(-1), others, texts.othersInFile(others))];
      });
      if (all.length <= FAULTS.inWhole) return all;
      const others = countFaults(all.slice(FAULTS.inWhole));
      return [...all.slice(0, FAULTS.inWhole), standIn(all[FAULTS.inWhole], others, texts.othersElsewhere(others))];
    },
  };
}

/** How many faults a list tells of, those that it only counts included. */
export function countFaults(faults: readonly PackFault[]): number {
  return faults.reduce((sum, { others }) => sum + (others ?? 1), 0);
}

function standIn(at: PackFault | undefined, others: number, message: string): PackFault {
  return { file: at?.file ?? '', line: at?.line ?? 1, column: at?.column ?? 1, path: '', message, others };
}

function shortened(fault: PackFault): PackFault {
  const short = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`);
  return { ...fault, path: short(fault.path), message: short(fault.message) };
}

function byPlace(a: PackFault, b: PackFault): number {
  return a.line - b.line || a.column - b.column;
}
