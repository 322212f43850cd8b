import { type Catalogue, copyCatalogue, type Mails, type PackFile } from '../../catalogue/index.ts';
import type { Result } from '../../platform/result.ts';
import { workEntry } from '../../platform/work/entry.ts';
import { createWorkPool, type WorkBudget, type WorkRefusal } from '../../platform/work/pool.ts';
import type { ReadingAnswers, ReadingOrder } from './readingThread.ts';

type Read<Ask extends keyof ReadingAnswers> = Promise<Result<ReadingAnswers[Ask], WorkRefusal>>;

/** Reading rules that somebody writes: beside the thread of the requests, because nobody knows beforehand what it costs. */
export type Readings = {
  readonly pack: (files: readonly PackFile[]) => Read<'pack'>;
  readonly cases: (catalogue: Catalogue) => Read<'cases'>;
  readonly differences: (before: readonly PackFile[], after: readonly PackFile[]) => Read<'differences'>;
  readonly close: () => Promise<void>;
};

/** The rules that ship are read in 0.2 s. */
const BUDGET: WorkBudget = { threads: 1, waiting: 20, milliseconds: 60_000, megabytes: 384 };

/** `mails`: what the rooms send. */
export function createReadings(mails: Mails): Readings {
  const pool = createWorkPool<ReadingOrder, ReadingAnswers[ReadingOrder['ask']]>(
    workEntry('./readingThread', import.meta.url),
    BUDGET,
  );
  return {
    // The thread answers what was asked.
    pack: (files) => pool.run({ ask: 'pack', files, mails }) as Read<'pack'>,
    cases: (catalogue) => pool.run({ ask: 'cases', catalogue: copyCatalogue(catalogue) }) as Read<'cases'>,
    differences: (before, after) => pool.run({ ask: 'differences', before, after }) as Read<'differences'>,
    close: pool.close,
  };
}
