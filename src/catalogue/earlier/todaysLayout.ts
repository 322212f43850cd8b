import type { PackFile } from '../yamlFile.ts';
import { academyFollows, installationSaysAccounts, installationSaysKept } from './academySaysMore.ts';
import { examSaysMore } from './examSaysMore.ts';
import { examSaysJury } from './juriesOfExams.ts';
import { examSaysLaws } from './lawsOfExams.ts';
import { academySaysLegal } from './legalOfAcademies.ts';
import { remediesSayTheirNature } from './naturesOfRemedies.ts';
import { academySaysLess, examSaysResults } from './resultsOfExams.ts';

/** What changed within one file, the first first. */
const OF_ONE = [
  examSaysMore,
  examSaysResults,
  examSaysJury,
  examSaysLaws,
  remediesSayTheirNature,
  academySaysLess,
  academySaysLegal,
] as const;

/**
 * Files that an office published or drafted under an earlier version, laid out as those of today, comments kept. Those that
 * are so already, or that can't be read, stay as they are: reading them says what is wrong.
 */
export function inTodaysLayout(files: readonly PackFile[]): readonly PackFile[] {
  return installationSaysAccounts(
    academyFollows(files.map((one) => OF_ONE.reduce((file, change) => change(file), one))),
  ).map(installationSaysKept);
}
