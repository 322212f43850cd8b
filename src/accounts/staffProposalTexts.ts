import type { MailWords } from '../platform/mail/words.ts';
import type { Role } from './account.ts';
import { withAddress } from './rules/namedApart.ts';
import type { StaffProposal } from './staffProposal.ts';
import { fr, texts } from './texts.ts';

type Reader = { readonly reader: string; readonly link: string };
type Asked = Pick<StaffProposal, 'kind' | 'name' | 'role' | 'address'>;

/** « nommer Dominique Robert chef de bureau (d.robert@…) » */
export function proposalInWords({ kind, name, role, address }: Asked): string {
  if (kind === 'second-proof') return `réinitialiser la double authentification de ${name}`;
  const named = `${name}, ${texts.roles[role]}`;
  return kind === 'invite' ? `inviter ${named} (${address ?? ''})` : `donner sa nouvelle fonction à ${named}`;
}

export const staffMails = {
  proposed: ({
    reader,
    link,
    author,
    asked,
  }: Reader & { readonly author: string; readonly asked: Asked }): MailWords => ({
    subject: fr('Personnel : une demande attend votre confirmation'),
    body: [
      `Bonjour ${reader},`,
      fr(`${author} demande : ${proposalInWords(asked)}. Rien n'est fait avant qu'une seconde personne le confirme.`),
      fr(
        "Confirmez seulement si vous savez par vous-même qui c'est, et que c'est une autre personne que celle qui le demande. Sinon, abandonnez la demande :",
      ),
      link,
    ].join('\n\n'),
  }),
  named: ({
    reader,
    link,
    one,
  }: Reader & {
    readonly one: { readonly name: string; readonly address: string; readonly role: Role };
  }): MailWords => ({
    subject: fr(`Personnel : ${one.name}, ${texts.roles[one.role]}`),
    body: [
      `Bonjour ${reader},`,
      fr(
        `${withAddress(one)} a maintenant la fonction « ${texts.roles[one.role]} » dans votre académie. Chaque chef et chaque administrateur en est prévenu.`,
      ),
      fr("Si vous ne savez pas qui c'est, fermez cet accès, puis appelez vos collègues :"),
      link,
    ].join('\n\n'),
  }),
} as const;

export const proposalRefusals = {
  standing: fr(
    "Une demande attend déjà pour cette personne : confirmez-la ou abandonnez-la d'abord. Rien n'a été enregistré.",
  ),
  ended: fr(
    "Cette demande n'attend plus, ou elle n'est pas de celles que vous pouvez confirmer. Rien n'a été enregistré.",
  ),
};
