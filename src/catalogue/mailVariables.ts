import * as z from 'zod';
import { keysOf } from '../platform/keys.ts';

/**
 * The one vocabulary of the mails: what each variable stands for, in every template, and how it reads. Values are ready to print: days
 * and hours in French, with the zone.
 */
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
  passkey: ["Le nom qu'un agent a donné à sa clé d'accès", 'Ordinateur du bureau'],
  role: ["Fonction d'un agent", 'gestionnaire'],
  choice: ['Le choix du candidat pour la diffusion de ses résultats', 'sur internet'],
  file: ["Nom d'un fichier déposé", 'carte-identite.pdf'],
  receipt: ["Reçu d'un fichier déposé", 'D-4F7K'],
  author: ["Auteur d'un brouillon de règles", 'Claude Roche'],
  opens: ['Jour et heure à partir desquels un lien sert', 'vendredi 1er décembre 2023 à 17 h 00 (heure de Paris)'],
  first: ["Première épreuve d'une convocation", 'lundi 3\u00a0juin\u00a02024 à 9\u00a0h\u00a000 (heure de Paris)'],
  purpose: ["Ce que l'auteur d'un brouillon en dit", 'Calendrier de la session 2027.'],
} satisfies Readonly<Record<string, readonly [meaning: string, example: string]>>;

export type MailVariable = keyof typeof VARIABLE_WORDS;
export const MailVariable = z.enum(keysOf(VARIABLE_WORDS));
