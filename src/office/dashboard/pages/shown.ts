import type { Catalogue } from '../../../catalogue/index.ts';
import type { Dashboard } from '../readDashboard.ts';

/** What the parts of the page are drawn from. */
export type Shown = { readonly catalogue: Catalogue; readonly dashboard: Dashboard };
