export type { LetterTrayDeps } from './deps.ts';
export { decisionsToPost, healthLetters, letters } from './duties.ts';
export { type FileLetter, readLetters } from './lettersOfFile.ts';
export { letterTrayRoutes } from './routes.ts';
export { lettersTexts } from './texts.ts';
