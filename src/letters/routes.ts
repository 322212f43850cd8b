import type { Route } from '../platform/http/visit.ts';
import type { LetterTrayDeps } from './deps.ts';
import { lettersRoutes } from './routes/letters.ts';
import { oneLetterRoutes } from './routes/oneLetter.ts';

/** Letters to post, and what came of each. */
export function letterTrayRoutes(deps: LetterTrayDeps): readonly Route[] {
  return [...lettersRoutes(deps), ...oneLetterRoutes(deps)];
}
