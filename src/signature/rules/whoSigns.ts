import type { SignatureSetting } from '../../catalogue/index.ts';
import type { Minority } from '../../enrolment/index.ts';
import type { SignerRole } from '../signature.ts';

export type InvitedSigner = { readonly signer: SignerRole; readonly name: string; readonly address: string };

/**
 * Why a confirmation is signed on paper alone: the session says so, or a minor's representative can't be asked: nobody is known, no
 * address was given, or theirs is the candidate's, who would receive the code in their place.
 */
export type PaperOnly = 'setting' | 'no-representative' | 'no-address' | 'same-address';

export type SignsOnline =
  | { readonly by: readonly InvitedSigner[]; readonly paperOnly: null }
  | { readonly by: readonly []; readonly paperOnly: PaperOnly };

/** Who signs on line, in their order. `minority`: on the day of the signature. */
export function whoSigns(
  setting: SignatureSetting,
  candidate: { readonly name: string; readonly address: string },
  minority: Minority,
): SignsOnline {
  const onPaper = (paperOnly: PaperOnly): SignsOnline => ({ by: [], paperOnly });
  if (setting === 'paper') return onPaper('setting');
  const own = { signer: 'candidate', ...candidate } as const;
  if (minority === null) return { by: [own], paperOnly: null };
  const { known } = minority;
  if (known === null) return onPaper('no-representative');
  if (known.mail === null) return onPaper('no-address');
  if (isSameBox(known.mail, candidate.address)) return onPaper('same-address');
  return { by: [own, { signer: 'representative', name: known.name, address: known.mail }], paperOnly: null };
}

/** `camille+mere@example.fr` is delivered to camille@example.fr by most servers: no other person's. */
function isSameBox(one: string, other: string): boolean {
  const box = (address: string): string => address.toLowerCase().replace(/\+[^@]*@/, '@');
  return box(one) === box(other);
}

/** Whose turn it is, of those who must sign; once all have, the first again: what followed was lost. */
export function nextToSign(
  by: readonly InvitedSigner[],
  given: readonly { readonly signer: SignerRole }[],
): InvitedSigner | null {
  return by.find((who) => !hasSigned(given, who)) ?? by[0] ?? null;
}

export function hasSigned(
  given: readonly { readonly signer: SignerRole }[],
  { signer }: Pick<InvitedSigner, 'signer'>,
): boolean {
  return given.some((one) => one.signer === signer);
}
