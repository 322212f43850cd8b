import { defineMail } from '../catalogue/index.ts';
import type { Role } from './account.ts';
import { withAddress } from './rules/namedApart.ts';
import { type AskedStaff, proposalInWords } from './staffProposalTexts.ts';
import { frenchSpaces, texts } from './texts.ts';

type Reader = { readonly reader: string; readonly link: string };

/** `civility` is empty for staff. */
const PERSON = ['civility', 'name'] as const;
const TAKE_BACK = "le titulaire ne pourrait pas reprendre son compte si ce n'était pas lui";
const TAKE_OVER = 'le candidat ne pourrait pas prendre son compte en main';
const WHICH_KEY = "le titulaire ne saurait pas de quelle clé il s'agit";

/**
 * The mails of this room. A letter goes to the owner of an account without a mail box alone, which an office opened or changes: the others are
 * of no use in one.
 */
export const accountMails = {
  activation: defineMail(
    { code: 'account.activation', to: 'account', onlyByMail: true },
    {
      name: 'Activation du compte',
      given: [...PERSON, 'link', 'code'],
      needs: {
        link: 'le compte ne pourrait pas être activé',
        code: 'le compte ne pourrait pas être activé sur un autre appareil',
      },
    },
  ),
  exists: defineMail(
    { code: 'account.exists', to: 'account', onlyByMail: true },
    { name: 'Compte qui existe déjà', given: ['link'], needs: { link: 'le lecteur ne saurait pas où se connecter' } },
  ),
  passwordReset: defineMail(
    { code: 'account.password-reset', to: 'account', onlyByMail: true },
    {
      name: 'Nouveau mot de passe',
      given: [...PERSON, 'link', 'deadline'],
      needs: { link: 'personne ne pourrait choisir un nouveau mot de passe' },
    },
  ),
  passwordChanged: defineMail(
    { code: 'account.password-changed', to: 'account', onlyByMail: true },
    { name: 'Mot de passe changé', given: [...PERSON, 'link'], needs: { link: TAKE_BACK } },
  ),
  closed: defineMail(
    { code: 'account.closed', to: 'account', onlyByMail: true },
    {
      name: 'Compte fermé par son titulaire',
      given: [...PERSON, 'link'],
      needs: { link: "le titulaire ne pourrait pas prévenir si ce n'était pas lui" },
    },
  ),
  unactivated: defineMail(
    { code: 'account.unactivated', to: 'account', onlyByMail: true },
    {
      name: 'Compte jamais activé, bientôt effacé',
      given: [...PERSON, 'link', 'deadline'],
      needs: {
        link: 'le compte ne pourrait pas être activé',
        deadline: "le titulaire ne saurait pas jusqu'à quand l'activer",
      },
    },
  ),
  addressChange: defineMail(
    { code: 'account.address-change', to: 'account', onlyByMail: true },
    {
      name: "Changement d'adresse, à confirmer",
      given: [...PERSON, 'link', 'deadline'],
      needs: { link: 'la nouvelle adresse ne pourrait pas être confirmée' },
    },
  ),
  addressChanged: defineMail(
    { code: 'account.address-changed', to: 'account' },
    {
      name: 'Adresse changée',
      given: [...PERSON, 'link'],
      needs: { link: "le titulaire ne pourrait pas prévenir si ce n'était pas lui" },
    },
  ),
  recovery: defineMail(
    { code: 'account.recovery', to: 'account', onlyByMail: true },
    {
      name: 'Adresse perdue, changée par le bureau\u00a0: la nouvelle',
      given: [...PERSON, 'link', 'opens', 'deadline'],
      needs: {
        link: 'la nouvelle adresse ne pourrait pas être prouvée',
        opens: 'le lecteur suivrait le lien trop tôt, sans savoir pourquoi il ne sert pas encore',
      },
    },
  ),
  recoveryTold: defineMail(
    { code: 'account.recovery-told', to: 'account' },
    {
      name: "Adresse perdue, changée par le bureau\u00a0: l'ancienne",
      given: [...PERSON, 'link', 'opens'],
      needs: {
        link: "le titulaire ne pourrait pas s'opposer",
        opens: "le titulaire ne saurait pas jusqu'à quand s'opposer",
      },
    },
  ),
  civilStatus: defineMail(
    { code: 'account.civil-status', to: 'account' },
    {
      name: 'État civil corrigé par le bureau',
      given: [...PERSON, 'changes', 'link'],
      needs: {
        changes: 'le candidat ne saurait pas ce qui est corrigé',
        link: "le candidat n'aurait pas la page où relire son état civil",
      },
    },
  ),
  opened: defineMail(
    { code: 'account.opened', to: 'account', onlyByMail: true },
    {
      name: 'Compte ouvert par le bureau pour un candidat',
      given: [...PERSON, 'link', 'deadline', 'contact'],
      needs: { link: TAKE_OVER },
    },
  ),
  takeOver: defineMail(
    { code: 'account.take-over', to: 'account', onlyByMail: true },
    {
      name: "Compte repris avec le code d'un courrier",
      given: [...PERSON, 'link', 'deadline'],
      needs: { link: TAKE_OVER },
    },
  ),
  signInCode: defineMail(
    { code: 'account.sign-in-code', to: 'account', onlyByMail: true },
    {
      name: 'Code de connexion',
      given: [...PERSON, 'code', 'link'],
      needs: {
        code: 'personne ne pourrait se connecter',
        link: "le titulaire ne pourrait pas changer un mot de passe que quelqu'un connaît",
      },
    },
  ),
  secondFactorSet: defineMail(
    { code: 'account.second-factor-set', to: 'account', onlyByMail: true },
    { name: 'Double authentification mise en place', given: [...PERSON, 'link'], needs: { link: TAKE_BACK } },
  ),
  secondFactorRemoved: defineMail(
    { code: 'account.second-factor-removed', to: 'account', onlyByMail: true },
    { name: 'Double authentification retirée', given: [...PERSON, 'link'], needs: { link: TAKE_BACK } },
  ),
  passkeyAdded: defineMail(
    { code: 'account.passkey-added', to: 'account', onlyByMail: true },
    {
      name: "Clé d'accès ajoutée",
      given: [...PERSON, 'passkey', 'link'],
      needs: { passkey: WHICH_KEY, link: TAKE_BACK },
    },
  ),
  passkeyRemoved: defineMail(
    { code: 'account.passkey-removed', to: 'account', onlyByMail: true },
    {
      name: "Clé d'accès retirée",
      given: [...PERSON, 'passkey', 'link'],
      needs: { passkey: WHICH_KEY, link: TAKE_BACK },
    },
  ),
  passkeyCopied: defineMail(
    { code: 'account.passkey-copied', to: 'account', onlyByMail: true },
    {
      name: "Clé d'accès peut-être copiée",
      given: [...PERSON, 'passkey', 'link'],
      needs: { passkey: WHICH_KEY, link: TAKE_BACK },
    },
  ),
  invitation: defineMail(
    { code: 'staff.invitation', to: 'staff', onlyByMail: true },
    {
      name: "Invitation d'un agent",
      given: [...PERSON, 'role', 'link', 'deadline', 'contact'],
      needs: { link: "l'agent ne pourrait pas choisir son mot de passe" },
    },
  ),
  proposed: defineMail(
    { code: 'staff.proposed', to: 'staff' },
    ({ reader, link, author, asked }: Reader & { readonly author: string; readonly asked: AskedStaff }) => ({
      subject: frenchSpaces('Personnel : une demande attend votre confirmation'),
      body: [
        `Bonjour ${reader},`,
        frenchSpaces(
          `${author} demande : ${proposalInWords(asked)}. Rien n'est fait avant qu'une seconde personne le confirme.`,
        ),
        frenchSpaces(
          "Confirmez seulement si vous savez par vous-même qui c'est, et que c'est une autre personne que celle qui le demande. Sinon, abandonnez la demande :",
        ),
        link,
      ].join('\n\n'),
    }),
  ),
  named: defineMail(
    { code: 'staff.named', to: 'staff' },
    ({
      reader,
      link,
      one,
    }: Reader & {
      readonly one: { readonly name: string; readonly address: string; readonly role: Role };
    }) => ({
      subject: frenchSpaces(`Personnel : ${one.name}, ${texts.roles[one.role]}`),
      body: [
        `Bonjour ${reader},`,
        frenchSpaces(
          `${withAddress(one)} a maintenant la fonction « ${texts.roles[one.role]} » dans votre académie. Chaque chef et chaque administrateur en est prévenu.`,
        ),
        frenchSpaces("Si vous ne savez pas qui c'est, fermez cet accès, puis appelez vos collègues :"),
        link,
      ].join('\n\n'),
    }),
  ),
};
