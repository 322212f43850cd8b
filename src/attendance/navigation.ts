import type { NavigationItem } from '../ui/index.ts';
import { addresses } from './addresses.ts';
import { words } from './device/words.ts';
import { texts } from './texts.ts';

/** Where a keeper may go: the day, and their own account. */
export const keeperNavigation: readonly NavigationItem[] = [
  { href: addresses.day(), label: words.title },
  { href: '/compte', label: texts.account },
];
