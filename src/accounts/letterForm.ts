import { defineField, freeText, frenchDate } from '../ui/index.ts';
import { addressFields } from './forms.ts';
import { letterTexts as say } from './letterTexts.ts';

const [address] = addressFields;
export const letterFields = [
  defineField({ name: 'code', ...say.code, control: 'text', autocomplete: 'off', width: 20, check: freeText(40) }),
  defineField({
    name: 'naissance',
    ...say.birthDate,
    example: '30/05/1998',
    control: 'date',
    autocomplete: 'bday',
    inputMode: 'numeric',
    width: 12,
    check: frenchDate(),
  }),
  { ...address, ...say.address },
] as const;
