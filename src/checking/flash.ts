import { handOverTexts } from './handOverTexts.ts';
import { onBehalfTexts } from './onBehalfTexts.ts';
import { severalTexts } from './severalTexts.ts';
import { takeBackTexts } from './takeBackTexts.ts';

/** What a page says was just done, by its name in the address. */
export const checkingFlash = {
  'decision-reprise': takeBackTexts.flash,
  ...severalTexts.flash,
  ...handOverTexts.flash,
  ...onBehalfTexts.flash,
} as const;
