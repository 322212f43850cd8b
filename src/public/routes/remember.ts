import type { Visit } from '../../platform/http/visit.ts';
import { schemeOf } from '../scheme.ts';
import type { Site } from '../site.ts';

const MOST = 400;

/**
 * Keeps what was drawn for visitors until the minute, the pack or the exam's clock changes: at the last hour thousands ask
 * for the same pages. Dates are printed to the minute, so nobody reads an older one.
 */
export function rememberPages(site: Site): (visit: Pick<Visit, 'address' | 'cookies'>, render: () => string) => string {
  let epoch = '';
  let pack: unknown = null;
  const kept = new Map<string, string>();
  return (visit, render) => {
    const minute = site.clock.now().toString({ smallestUnit: 'minute' });
    const catalogue = site.catalogue();
    if (minute !== epoch || catalogue !== pack || kept.size > MOST) {
      kept.clear();
      epoch = minute;
      pack = catalogue;
    }
    const key = `${schemeOf(visit)} ${visit.address}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = render();
    kept.set(key, made);
    return made;
  };
}
