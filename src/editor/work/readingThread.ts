import {
  type CopiedCatalogue,
  catalogueOf,
  createYamlReader,
  type Mails,
  type PackFault,
  type PackFile,
  type RulePack,
  readPack,
} from '../../catalogue/index.ts';
import type { Result } from '../../platform/result.ts';
import { type CaseOutcome, runCase } from '../../simulation/index.ts';
import { type Differences, differencesBetween } from '../rules/difference.ts';

/** What a thread is asked of the rules that somebody writes. */
export type ReadingOrder =
  | { readonly ask: 'pack'; readonly files: readonly PackFile[]; readonly mails: Mails }
  | { readonly ask: 'cases'; readonly catalogue: CopiedCatalogue }
  | { readonly ask: 'differences'; readonly before: readonly PackFile[]; readonly after: readonly PackFile[] };

export type ReadingAnswers = {
  readonly pack: Result<RulePack, readonly PackFault[]>;
  readonly cases: readonly CaseOutcome[];
  readonly differences: Differences;
};

const readYaml = createYamlReader();

export default function read(order: ReadingOrder): ReadingAnswers[ReadingOrder['ask']] {
  switch (order.ask) {
    case 'pack':
      return readPack(order.files, order.mails, 'office', readYaml);
    case 'cases': {
      const catalogue = catalogueOf(order.catalogue);
      return catalogue.pack.cases.map((one) => runCase(catalogue, one));
    }
    case 'differences':
      return differencesBetween(order.before, order.after);
  }
}
