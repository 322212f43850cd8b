import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { MAILS } from '../../everyMail.ts';
import { describeFormat } from './describeFormat.ts';

const FILE = 'docs/catalogue.md';

it('docs/catalogue.md describes the files of rules as their schemas are (npm run catalogue writes it)', () => {
  const format = `${describeFormat(MAILS).replaceAll('\u00a0', ' ')}\n`;
  if (process.env.REGISTRE_CATALOGUE !== undefined) writeFileSync(FILE, format);
  expect(readFileSync(FILE, 'utf8')).toBe(format);
});
