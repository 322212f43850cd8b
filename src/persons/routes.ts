import type { Route } from '../platform/http/visit.ts';
import { addressRoutes } from './address/routes/address.ts';
import { unreachedRoutes } from './address/routes/unreached.ts';
import { callRoutes } from './calls/routes/calls.ts';
import { changeoverRoutes } from './changeover/routes/changeover.ts';
import { civilStatusRoutes } from './civilStatus/routes/civilStatus.ts';
import type { PersonDeps } from './deps.ts';
import { doubleRoutes } from './doubles/routes/doubles.ts';
import { noteRoutes } from './notes/routes/notes.ts';
import { typingRoutes } from './typing/routes/typing.ts';

/** Address → who may → action → page, for what the office does for one person. */
export function personRoutes(deps: PersonDeps): readonly Route[] {
  return [
    ...callRoutes(deps),
    ...noteRoutes(deps),
    ...changeoverRoutes(deps),
    ...typingRoutes(deps),
    ...addressRoutes(deps),
    ...unreachedRoutes(deps),
    ...civilStatusRoutes(deps),
    ...doubleRoutes(deps),
  ];
}
