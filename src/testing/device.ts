import { randomUUID } from 'node:crypto';
import type { Site } from './enrolments.ts';
import type { Colleague } from './stage.ts';

/** As a device sends what it kept: JSON, with the cookies of a browser and the token that its list came with. `says`: beside whose it is. */
export async function sentAsDevice(
  { server }: Pick<Site, 'server'>,
  browser: Colleague,
  { list, to }: { readonly list: string; readonly to: string },
  says: Readonly<Record<string, unknown>>,
) {
  const { token } = JSON.parse((await browser.get(list)).body);
  return server.inject({
    method: 'POST',
    url: to,
    headers: {
      'content-type': 'application/json',
      cookie: [...browser.cookies].map((pair) => pair.join('=')).join('; '),
    },
    payload: JSON.stringify({ jeton: token, owner: browser.id, device: randomUUID(), ...says }),
  });
}
