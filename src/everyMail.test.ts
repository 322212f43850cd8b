import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { MAILS_OF_ROOMS } from './everyMail.ts';

const sources = globSync('src/**/*.{ts,tsx}')
  .filter((file) => !/\.test\.|\/testing|^src\/everyMail\.ts$|^src\/catalogue\/mails\.ts$/.test(file))
  .map((file) => readFileSync(file, 'utf8'));
const rooms = Object.entries(MAILS_OF_ROOMS);

it('Every mail that is defined is gathered', () => {
  const defined = sources.flatMap((text) => text.match(/\bdefineMail\(/g) ?? []);
  expect(rooms.flatMap(([, mails]) => Object.keys(mails))).toHaveLength(defined.length);
});

it.each(rooms)('Every one of %s is sent by somebody', (room, mails) => {
  const senders = sources.filter((text) => !text.includes(`export const ${room}`) && text.includes(room));
  // Some rooms have one way for all of theirs, in the file that defines them.
  const told = sources.filter((text) => /import \{[^}]*\btell\w*[^}]*\} from '[./]+\/mails\.ts'/.test(text));
  for (const name of Object.keys(mails))
    expect([...senders, ...told].join('\n')).toMatch(new RegExp(`\\b${room}\\.${name}\\b|'${name}'`));
});
