import { handOverTexts } from './handOverTexts.ts';
import { onBehalfTexts } from './onBehalfTexts.ts';
import { severalTexts } from './severalTexts.ts';
import { TAKEN_BACK, takeBackTexts } from './takeBackTexts.ts';

/** What a page says was just done, by its name in the address. */
export const checkingFlash = {
  [TAKEN_BACK]: takeBackTexts.flash,
  ...severalTexts.flash,
  ...handOverTexts.flash,
  ...onBehalfTexts.flash,
} as const;
