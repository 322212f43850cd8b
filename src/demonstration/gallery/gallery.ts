import { candidateExamples } from '../../candidate/examples.tsx';
import type { Catalogue, ResolvedSession } from '../../catalogue/index.ts';
import { documentExamples } from '../../documents/examples.tsx';
import { standingExamples } from '../../public/examples.tsx';
import type { Site } from '../../public/index.ts';
import { componentExamples, type ExampleGroup, type PageExample, wholePageExamples } from '../../ui/examples/index.ts';
import { texts } from '../texts.ts';

/** What the examples of pages are given, besides their frame. */
export type Around = { readonly catalogue: Catalogue; readonly session: ResolvedSession; readonly site: Site };

export type PageGroup = {
  readonly code: string;
  readonly title: string;
  readonly pages: readonly PageExample<Around>[];
};

const asItIs = (words: string): string => words;

/** What the tests of the components and of the pages read too: no second list. */
export const componentGroups: readonly ExampleGroup[] = componentExamples(asItIs);

export const pageGroups: readonly PageGroup[] = [
  { code: 'composants', title: texts.gallery.groups.alone, pages: wholePageExamples(asItIs) },
  { code: 'candidat', title: texts.gallery.groups.candidate, pages: [...candidateExamples, ...documentExamples] },
  { code: 'secours', title: texts.gallery.groups.standing, pages: standingExamples },
];
