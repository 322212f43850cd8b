import type * as z from 'zod';
import type { MailCode, MailVariable } from '../mails.ts';
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
  'file.infected': 'Fichier infecté',
  'document.infected': 'Document confidentiel infecté',
  'rules.submitted': 'Brouillon de règles à relire',
  'rules.changed': 'Règles changées, inscription enregistrée',
  'rules.changed-draft': 'Règles changées, inscription en préparation',
} satisfies Readonly<Record<MailCode, string>>;

/** What a variable of mails stands for, and how it reads. */
export const VARIABLE_WORDS = {
  civility: ['Civilité', 'Mme'],
  name: ['Nom de famille, sans prénom', 'Martin'],
  link: ['Une adresse, seule sur sa ligne\u00a0: elle devient un bouton', 'https://registre.example/candidatures'],
  code: ['Le code à saisir à la place du lien', '482 915'],
  deadline: ['Jour et heure limites', 'vendredi 1er\u00a0décembre\u00a02023 à 17\u00a0h\u00a000 (heure de Paris)'],
  remedy: [
    "Ce qu'on peut encore faire, et jusqu'à quand",
    "Vous pouvez déposer un autre document jusqu'au vendredi 22\u00a0décembre\u00a02023 à 17\u00a0h\u00a000 (heure de Paris).",
  ],
  number: ["Numéro d'inscription", 'BP24-00127-K'],
  version: ["Version de l'inscription", '2'],
  exam: ['Examen', 'certificat'],
  speciality: ['Spécialité', 'Coiffure'],
  session: ['Session', 'session 2024'],
  piece: ['Une pièce, avec son code', "Document justifiant l'identité (DCSTID01)"],
  pieces: ['Plusieurs pièces', "Document justifiant l'identité, Justificatif de domicile"],
  comment: ['Ce que le gestionnaire a écrit', 'Il manque un côté\u00a0: déposez le recto et le verso de la carte.'],
  title: ["Titre d'un document ou d'un brouillon", "Confirmation d'inscription"],
  contact: [
    'Le gestionnaire, son adresse et son téléphone',
    'gestionnaire G2, examens@academie.example, 04\u00a073\u00a099\u00a035\u00a050',
  ],
  decisions: [
    'Ce que le gestionnaire a décidé, un paragraphe par décision',
    "À refaire\u00a0: Justificatif de domicile (DOMICIL).\n\nConforme\u00a0: Document justifiant l'identité (DCSTID01).",
  ],
  outcome: ['Ce qui pèse le plus dans ces décisions', 'une pièce est à refaire'],
  todo: [
    'Ce que le candidat doit encore faire, une ligne par chose',
    "- Signer la confirmation d'inscription et la déposer (CINSIG01), jusqu'au vendredi 1er\u00a0décembre\u00a02023 à 17\u00a0h\u00a000 (heure de Paris).",
  ],
  changes: [
    'Ce que de nouvelles règles changent, une ligne par changement',
    '- La clôture des inscriptions passe du vendredi 1er\u00a0décembre au vendredi 8\u00a0décembre\u00a02023.',
  ],
  role: ["Fonction d'un agent", 'gestionnaire'],
  choice: ['Le choix du candidat pour la diffusion de ses résultats', 'sur internet'],
  receipt: ["Reçu d'un fichier déposé", 'D-4F7K'],
  author: ["Auteur d'un brouillon de règles", 'Claude Roche'],
  opens: ['Jour et heure à partir desquels un lien sert', 'vendredi 1er décembre 2023 à 17 h 00 (heure de Paris)'],
  first: ["Première épreuve d'une convocation", 'lundi 3\u00a0juin\u00a02024 à 9\u00a0h\u00a000 (heure de Paris)'],
  purpose: ["Ce que l'auteur d'un brouillon en dit", 'Calendrier de la session 2027.'],
} satisfies Readonly<Record<MailVariable, readonly [meaning: string, example: string]>>;

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
