import { actionExamples } from './actions.tsx';
import type { Example, Written } from './example.ts';
import { fieldExamples } from './fields.tsx';
import { listExamples } from './lists.tsx';
import { messageExamples } from './messages.tsx';
import { partExamples } from './parts.tsx';

export type { Example, PageExample, Written } from './example.ts';
export { fullChrome, wholePageExamples } from './wholePages.tsx';

/** A page of the gallery: some components that are looked for together. */
export type ExampleGroup = { readonly code: string; readonly title: string; readonly examples: readonly Example[] };

/** Every component that this room gives, but those that are a page by themselves (`wholePageExamples`). */
export function componentExamples(as: Written): readonly ExampleGroup[] {
  return [
    { code: 'messages', title: 'Messages et états', examples: messageExamples(as) },
    { code: 'boutons', title: 'Boutons et liens', examples: actionExamples(as) },
    { code: 'champs', title: 'Champs et formulaires', examples: fieldExamples(as) },
    { code: 'listes', title: 'Listes et tableaux', examples: listExamples(as) },
    { code: 'parties', title: "Parties d'une page", examples: partExamples(as) },
  ];
}
