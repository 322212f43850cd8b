import type { MailCode, MailVariable } from '../../catalogue/index.ts';
import { listing } from '../../ui/index.ts';

const quoteVariable = (name: string): string => `{${name}}`;

/** The sentences of the mails of a draft. */
export const texts = {
  title: 'Textes et mails',
  lead: "Les mails que le site envoie. Ce qui est entre accolades est remplacé à l'envoi.",
  columns: { mail: 'Mail', subject: 'Objet' },
  delivered: (subject: string): string => `${subject} (texte livré avec le logiciel)`,
  deliveredHint:
    "Vos règles n'ont pas de texte pour ce mail\u00a0: celui-ci, livré avec le logiciel, part tel quel. Enregistrez-le pour le garder dans vos règles, changé ou non.",
  names: {
    'account.activation': 'Activation du compte',
    'account.exists': 'Compte qui existe déjà',
    'account.password-reset': 'Nouveau mot de passe',
    'account.password-changed': 'Mot de passe changé',
    'account.address-change': "Changement d'adresse, à confirmer",
    'account.address-changed': 'Adresse changée',
    'enrolment.registered': 'Inscription enregistrée',
    'enrolment.modified': 'Inscription modifiée',
    'enrolment.withdrawn': 'Inscription retirée',
    'enrolment.validated': 'Inscription validée',
    'enrolment.disclosure': 'Diffusion des résultats, choix changé',
    'piece.refused': 'Pièce non conforme',
    'pieces.accepted': 'Pièces conformes',
    'paper.available': 'Document à disposition',
    'staff.invitation': "Invitation d'un agent",
    'pieces.decided': 'Plusieurs décisions sur un dossier',
    'document.examined': 'Document confidentiel examiné',
    'account.sign-in-code': 'Code de connexion',
    'file.infected': 'Fichier infecté',
    'document.infected': 'Document confidentiel infecté',
    'rules.submitted': 'Brouillon de règles à relire',
    'rules.changed': 'Règles changées, inscription enregistrée',
    'rules.changed-draft': 'Règles changées, inscription en préparation',
  } satisfies Readonly<Record<MailCode, string>>,
  variables: {
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
    exam: ['Examen', 'brevet professionnel'],
    speciality: ['Spécialité', 'Coiffure'],
    session: ['Session', 'session 2024'],
    piece: ['Une pièce, avec son code', "Document justifiant l'identité (DCSTID01)"],
    pieces: ['Plusieurs pièces', "Document justifiant l'identité, Justificatif de domicile"],
    comment: ['Ce que le gestionnaire a écrit', 'Il manque un côté\u00a0: déposez le recto et le verso de la carte.'],
    title: ["Titre d'un document ou d'un brouillon", "Confirmation d'inscription"],
    contact: [
      'Le gestionnaire, son adresse et son téléphone',
      'gestionnaire G2, dec.exapro1@ac-clermont.fr, 04\u00a073\u00a099\u00a035\u00a050',
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
    purpose: ["Ce que l'auteur d'un brouillon en dit", 'Calendrier de la session 2027.'],
  } satisfies Readonly<Record<MailVariable, readonly [meaning: string, example: string]>>,
  edit: {
    subject: 'Objet',
    subjectMissing: "Écrivez l'objet du mail.",
    body: 'Texte',
    bodyHint: "Une ligne vide fait un paragraphe\u00a0; une ligne qui n'est que {link} devient un bouton.",
    bodyMissing: 'Écrivez le texte du mail.',
    save: 'Enregistrer le mail',
    back: 'Tous les mails',
    what: (code: string): string => `Mail ${code} modifié`,
    unknown: (name: string, given: readonly string[]): string =>
      `${quoteVariable(name)} n'est pas connue pour ce mail. Variables possibles\u00a0: ${listing(given.map(quoteVariable), 'ou')}.`,
    lost: (name: string, why: string): string =>
      `Il manque ${quoteVariable(name)}\u00a0: sans elle, ${why}. Remettez ${quoteVariable(name)} dans le texte.`,
    variables: 'Variables de ce mail',
    variablesHint: 'Ce mail peut les employer toutes. Celles qui sont obligatoires ne peuvent pas en être retirées.',
    columns: { name: 'Variable', meaning: "Ce que c'est", example: 'Exemple', needed: 'Obligatoire' },
    needed: (why: string): string => `Oui\u00a0: sans elle, ${why}.`,
    notNeeded: 'Non',
    preview: 'Aperçu',
    previewHint: 'Avec les exemples à la place des variables. Enregistrez pour le mettre à jour.',
  },
};

const NAMES: Readonly<Record<string, string>> = texts.names;

/** « Pièce non conforme »; its code for a mail that isn't ours. */
export function nameOfMail(code: string): string {
  return (Object.hasOwn(NAMES, code) ? NAMES[code] : undefined) ?? code;
}
