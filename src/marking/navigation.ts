import type { NavigationItem } from '../ui/index.ts';
import { addresses } from './addresses.ts';
import { words } from './device/words.ts';

/** Beside what an examiner may go to. */
export const markingNavigation: NavigationItem = { href: addresses.boards(), label: words.title };
