import type { NavigationItem } from '../ui/index.ts';
import { addresses } from './addresses.ts';
import { words } from './device/words.ts';
import { texts } from './texts.ts';

/** Where a keeper may go: the day, who examines that day, and their own account. */
export const keeperNavigation: readonly NavigationItem[] = [
  { href: addresses.day(), label: words.title },
  { href: addresses.examiners(), label: texts.examiners },
  { href: '/compte', label: texts.account },
];
