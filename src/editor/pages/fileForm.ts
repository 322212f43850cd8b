import * as z from 'zod';
import { defineField } from '../../ui/index.ts';
import { texts } from '../texts.ts';

/** The whole text of a file; longer than what the forms of candidates take, so that its route reads it itself. */
export const fileText = defineField({
  name: 'text',
  label: texts.files.text,
  hint: texts.files.textHint,
  control: 'textarea',
  rows: 40,
  missing: texts.files.textMissing,
  check: z.string(),
});
