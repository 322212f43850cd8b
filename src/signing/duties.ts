import { FILE_READERS } from '../accounts/index.ts';
import { canAnybodySign, delegationAddresses } from '../decisions/index.ts';
import { type Duty, deskAddresses } from '../scope/index.ts';
import type { SigningDeps } from './deps.ts';
import { signingTexts } from './texts.ts';
import { readToSign } from './toSign.ts';

const say = signingTexts;

/** No delegation is in force: whatever is decided waits for a head who copies one. */
export const nobodySigns: Duty = {
  readers: ['head'],
  read: async ({ db }, { scope: { academy }, now }) =>
    (await canAnybodySign(db, academy, now))
      ? null
      : { words: say.nobodySigns, see: say.delegations, href: delegationAddresses.delegations(), tone: 'warn' },
};

/** Decisions that wait for this person's signature, and those of theirs that came back. */
export const toSign: Duty<SigningDeps> = {
  readers: FILE_READERS,
  read: async (deps, at) => {
    const { yours, back } = await readToSign(deps, at);
    const said = [
      ...(yours.length === 0 ? [] : [say.home(yours.length)]),
      ...(back.length === 0 ? [] : [say.homeBack(back.length)]),
    ];
    return said.length === 0 ? null : { words: said.join(' '), see: say.see, href: deskAddresses.toSign() };
  },
};
