import type { Catalogue, ResolvedSession } from '../../catalogue/index.ts';
import { componentExamples, type ExampleGroup, type PageExample, wholePageExamples } from '../../ui/examples/index.ts';
import { texts } from '../texts.ts';

/** What the examples of pages are given, besides their frame. */
type Around = { readonly catalogue: Catalogue; readonly session: ResolvedSession };

export type ShownPage = PageExample<Around>;

/** The pages that rooms show, by the titles of `texts`. */
export type ExamplePages = Readonly<Record<'candidate' | 'centre' | 'standing', readonly ShownPage[]>>;

export type PageGroup = { readonly code: string; readonly title: string; readonly pages: readonly ShownPage[] };

const asItIs = (words: string): string => words;

/** What the tests of the components and of the pages read too: no second list. */
export const componentGroups: readonly ExampleGroup[] = componentExamples(asItIs);

export function pageGroupsOf({ candidate, centre, standing }: ExamplePages): readonly PageGroup[] {
  const { groups } = texts.gallery;
  return [
    { code: 'composants', title: groups.alone, pages: wholePageExamples(asItIs) },
    { code: 'candidat', title: groups.candidate, pages: candidate },
    { code: 'centre', title: groups.centre, pages: centre },
    { code: 'secours', title: groups.standing, pages: standing },
  ];
}
