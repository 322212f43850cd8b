import { type Route, strangersAt } from '../platform/http/visit.ts';
import { accountRoutes } from './routes/account.ts';
import { activationRoutes } from './routes/activation.ts';
import { confirmAddressRoutes } from './routes/confirmAddress.ts';
import type { Door } from './routes/door.ts';
import { forgottenRoutes } from './routes/forgotten.ts';
import { letterCodeRoutes } from './routes/letterCode.ts';
import { passkeyRoutes } from './routes/passkeys.ts';
import { recoveryRoutes } from './routes/recovery.ts';
import { secondFactorRoutes } from './routes/secondFactor.ts';
import { secondProofRoutes } from './routes/secondProof.ts';
import { signInRoutes } from './routes/signIn.ts';
import { signInCodeRoutes } from './routes/signInCode.ts';
import { signUpRoutes } from './routes/signUp.ts';

/** Address → who may → action → page, for everything under /compte, /connexion, /deconnexion and /mot-de-passe-oublie. */
export function routesOf(door: Door): readonly Route[] {
  return [
    ...strangersAt('account', [...signUpRoutes(door), ...activationRoutes(door)]),
    ...strangersAt('sign-in', [
      ...signInRoutes(door),
      ...signInCodeRoutes(door),
      ...secondProofRoutes(door),
      ...forgottenRoutes(door),
      ...accountRoutes(door),
      ...secondFactorRoutes(door),
      ...passkeyRoutes(door),
      ...confirmAddressRoutes(door),
      ...recoveryRoutes(door),
      ...letterCodeRoutes(door),
    ]),
  ];
}
