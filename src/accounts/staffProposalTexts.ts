import type { StaffProposal } from './staffProposal.ts';
import { frenchSpaces, texts } from './texts.ts';

export type AskedStaff = Pick<StaffProposal, 'kind' | 'name' | 'role' | 'address'>;

/** « nommer Dominique Robert chef de bureau (d.robert@…) » */
export function proposalInWords({ kind, name, role, address }: AskedStaff): string {
  if (kind === 'second-proof') return `réinitialiser la double authentification de ${name}`;
  const named = `${name}, ${texts.roles[role]}`;
  return kind === 'invite' ? `inviter ${named} (${address ?? ''})` : `donner sa nouvelle fonction à ${named}`;
}

export const proposalRefusals = {
  standing: frenchSpaces(
    "Une demande attend déjà pour cette personne : confirmez-la ou abandonnez-la d'abord. Rien n'a été enregistré.",
  ),
  ended: frenchSpaces(
    "Cette demande n'attend plus, ou elle n'est pas de celles que vous pouvez confirmer. Rien n'a été enregistré.",
  ),
};
