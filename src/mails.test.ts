import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { MAILS_OF_ROOMS } from './mails.ts';

const sources = globSync('src/**/*.{ts,tsx}')
  .filter((file) => !/\.test\.|\/testing|^src\/mails\.ts$|defineMail\.ts$/.test(file))
  .map((file) => readFileSync(file, 'utf8'));
const rooms = Object.entries(MAILS_OF_ROOMS);

it('Every mail that is defined is gathered', () => {
  const defined = sources.flatMap((text) => text.match(/\bdefineMail\(/g) ?? []);
  expect(rooms.flatMap(([, mails]) => Object.keys(mails))).toHaveLength(defined.length);
});

it.each(rooms)('Every one of %s is sent by somebody', (room, mails) => {
  const senders = sources.filter((text) => text.includes(room) && !text.includes(`export const ${room}`)).join('\n');
  for (const name of Object.keys(mails)) expect(senders).toMatch(new RegExp(`${room}(\\.|\\[.*')${name}\\b`));
});
