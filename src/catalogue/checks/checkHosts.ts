import { type Finding, type LocatedPack, placeBelow, repeated } from '../located.ts';
import { texts } from '../texts.ts';

/** A name leads to one academy. */
export function checkHosts({ academies }: LocatedPack): readonly Finding[] {
  const all = academies.flatMap(({ value, place }) =>
    value.hosts.map((host, index) => ({ host, place: placeBelow(place, 'hosts', index) })),
  );
  return repeated(all, ({ host }) => host).map(({ host, place }) => ({ place, message: texts.hostTwice(host) }));
}
