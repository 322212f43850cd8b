import { addressTexts } from './address/addressTexts.ts';
import { callsTexts } from './calls/callsTexts.ts';
import { changeoverTexts } from './changeover/changeoverTexts.ts';
import { doublesTexts } from './doubles/doublesTexts.ts';
import { notesTexts } from './notes/notesTexts.ts';
import { paperTexts } from './typing/paperTexts.ts';
import { typingTexts } from './typing/typingTexts.ts';

/** What a page says was just done, by its name in the address. */
export const personFlash = {
  'etat-civil': "L'état civil est corrigé.",
  ...doublesTexts.flash,
  ...addressTexts.flash,
  ...typingTexts.flash,
  ...paperTexts.letter.flash,
  ...callsTexts.flash,
  ...changeoverTexts.flash,
  ...notesTexts.flash,
} as const;
