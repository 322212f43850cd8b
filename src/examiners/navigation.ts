import type { NavigationItem } from '../ui/index.ts';
import { addresses } from './addresses.ts';
import { ownTexts } from './texts.ts';

/** Where an examiner may go: their convocations, and their own account. */
export const examinerNavigation: readonly NavigationItem[] = [
  { href: addresses.own(), label: ownTexts.title },
  { href: '/compte', label: ownTexts.account },
];
