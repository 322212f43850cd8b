import { type Finding, findingIf, type LocatedPack, placeBelow, repeated } from '../located.ts';
import { texts } from '../texts.ts';

/** A name leads to one academy; rules of accounts of its own are for who comes by such a name. */
export function checkHosts({ academies }: LocatedPack): readonly Finding[] {
  const all = academies.flatMap(({ value, place }) =>
    value.hosts.map((host, index) => ({ host, place: placeBelow(place, 'hosts', index) })),
  );
  return [
    ...repeated(all, ({ host }) => host).map(({ host, place }) => ({ place, message: texts.hostTwice(host) })),
    ...academies.flatMap(({ value, place }) =>
      findingIf(
        value.account !== undefined && value.hosts.length === 0,
        placeBelow(place, 'account'),
        texts.accountWithoutHost,
      ),
    ),
  ];
}
