import { addressTexts } from './address/addressTexts.ts';
import { doublesTexts } from './doubles/doublesTexts.ts';
import { paperTexts } from './typing/paperTexts.ts';
import { typingTexts } from './typing/typingTexts.ts';

/** What a page says was just done, by its name in the address. */
export const personFlash = {
  'etat-civil': "L'état civil est corrigé.",
  ...doublesTexts.flash,
  ...addressTexts.flash,
  ...typingTexts.flash,
  ...paperTexts.letter.flash,
} as const;
