import { academyAt } from '../../catalogue/index.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { schemeOf } from '../scheme.ts';
import type { Site } from '../site.ts';

const MOST = 400;

/**
 * Keeps what was drawn for visitors until the minute, the pack, a banner or the exam's clock changes: at the last hour thousands ask
 * for the same pages. Dates are printed to the minute, so nobody reads an older one.
 */
export function rememberPages<Drawn>(
  site: Site,
): (visit: Pick<Visit, 'address' | 'cookies' | 'header'>, render: () => Drawn) => Drawn {
  let epoch = -1;
  let pack: unknown = null;
  let banners: unknown = null;
  const kept = new Map<string, Drawn>();
  return (visit, render) => {
    const minute = Math.floor(site.clock.now().epochMilliseconds / 60_000);
    const catalogue = site.catalogue();
    const said = site.banners?.();
    if (minute !== epoch || catalogue !== pack || said !== banners || kept.size > MOST) {
      kept.clear();
      epoch = minute;
      pack = catalogue;
      banners = said;
    }
    const led = academyAt(catalogue.academies(), visit.header('host'))?.code ?? '';
    const key = `${schemeOf(visit)} ${led} ${visit.address}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = render();
    kept.set(key, made);
    return made;
  };
}
