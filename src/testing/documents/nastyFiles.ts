import { actingPdfs, loadedPdfs, lockedPdfs, scriptedPdfs } from './activePdfs.ts';
import { bombs } from './bombs.ts';
import type { NastyFile } from './nastyFile.ts';
import { nastyPhotos, polyglots } from './otherFiles.ts';
import { nastyPictures } from './otherPictures.ts';

/** All of them, each with what must happen to it. */
export const nastyFiles: readonly NastyFile[] = [
  ...scriptedPdfs,
  ...loadedPdfs,
  ...actingPdfs,
  ...lockedPdfs,
  ...polyglots,
  ...nastyPhotos,
  ...nastyPictures,
  ...bombs,
];
