import * as z from 'zod';
import { defineField, printedLine } from '../../ui/index.ts';
import { texts } from '../texts.ts';

const say = texts.verify;
const LONGEST_NAME = 200;

const code = defineField({ name: 'code', ...say.code, control: 'text', width: 24, check: z.string() });
const name = defineField({
  name: 'nom',
  ...say.name,
  control: 'text',
  optional: true,
  check: printedLine(LONGEST_NAME),
});

export const verifyFields = [code, name] as const;
