import type * as z from 'zod';
import type { MailCode } from '../mails.ts';
import { type MailVariable, VARIABLE_WORDS } from '../mailVariables.ts';
import type { MailTemplate } from '../schema/mail.ts';
import type { EntryWords } from './words.ts';

/** « Pièce non conforme » */
export const MAIL_NAMES = {
  'account.activation': 'Activation du compte',
  'account.exists': 'Compte qui existe déjà',
  'account.password-reset': 'Nouveau mot de passe',
  'account.password-changed': 'Mot de passe changé',
  'account.address-change': "Changement d'adresse, à confirmer",
  'account.address-changed': 'Adresse changée',
  'account.recovery': 'Adresse perdue, changée par le bureau : la nouvelle',
  'account.recovery-told': "Adresse perdue, changée par le bureau : l'ancienne",
  'account.civil-status': 'État civil corrigé par le bureau',
  'account.opened': 'Compte ouvert par le bureau pour un candidat',
  'account.take-over': "Compte repris avec le code d'un courrier",
  'enrolment.registered': 'Inscription enregistrée',
  'enrolment.modified': 'Inscription modifiée',
  'enrolment.unregistered': 'Inscription commencée, pas enregistrée',
  'enrolment.typed': 'Inscription saisie par le bureau pour le candidat',
  'enrolment.withdrawn': 'Inscription retirée',
  'enrolment.signature-code': 'Code pour signer en ligne',
  'enrolment.signed': 'Confirmation signée en ligne',
  'enrolment.validated': 'Inscription validée',
  'enrolment.disclosure': 'Diffusion des résultats, choix changé',
  'units.proposed': 'Unités complétées, à confirmer',
  'piece.refused': 'Pièce non conforme',
  'piece.filed': 'Pièce déposée pour le candidat',
  'pieces.accepted': 'Pièces conformes',
  'paper.available': 'Document à disposition',
  'former.answered': 'Réponse sur des résultats antérieurs',
  'message.available': 'Message du service à lire',
  'summons.issued': 'Convocation',
  'summons.changed': 'Convocation modifiée',
  'summons.void': 'Convocation annulée',
  'staff.invitation': "Invitation d'un agent",
  'pieces.decided': 'Plusieurs décisions sur un dossier',
  'pieces.reminder': 'Relance de pièces',
  'document.examined': 'Document confidentiel examiné',
  'account.sign-in-code': 'Code de connexion',
  'account.second-factor-set': 'Double authentification mise en place',
  'account.second-factor-removed': 'Double authentification retirée',
  'account.passkey-added': "Clé d'accès ajoutée",
  'account.passkey-removed': "Clé d'accès retirée",
  'account.passkey-copied': "Clé d'accès peut-être copiée",
  'file.infected': 'Fichier infecté',
  'document.infected': 'Document confidentiel infecté',
  'file.unreadable': 'Fichier illisible',
  'document.unreadable': 'Document confidentiel illisible',
  'rules.submitted': 'Brouillon de règles à relire',
  'rules.changed': 'Règles changées, inscription enregistrée',
  'rules.changed-draft': 'Règles changées, inscription en préparation',
} satisfies Readonly<Record<MailCode, string>>;

const MEANINGS = Object.fromEntries(
  Object.entries(VARIABLE_WORDS).map(([name, [meaning]]) => [name, meaning]),
) as Readonly<Record<MailVariable, string>>;

export const mailWords: EntryWords<z.infer<typeof MailTemplate>> = {
  article: 'un',
  counted: ['mail', 'mails'],
  parts: [{ legend: 'Le mail', from: 'code' }],
  fields: {
    code: { label: 'Mail', fixed: true, options: MAIL_NAMES },
    subject: { label: 'Objet', width: 60 },
    body: {
      label: 'Texte',
      help: "Une ligne vide fait un paragraphe\u00a0; une ligne qui n'est que {link} devient un bouton.",
      rows: 20,
    },
    /** Read from the words themselves. */
    variables: { label: 'Variables', fixed: true, options: MEANINGS },
  },
};
