import type * as z from 'zod';
import type { Academy, Department } from '../schema/academy.ts';
import { accountWords } from './installation.ts';
import { caveat, confidence, oneALine, source, sourced } from './sourced.ts';
import type { EntryWords } from './words.ts';

const addressee = 'Un élément par ligne\u00a0: qui, puis son adresse.';
const phone = { label: 'Téléphone', width: 16 };

export const academyWords: EntryWords<z.infer<typeof Academy>> = {
  article: 'une',
  counted: ['académie', 'académies'],
  parts: [
    { legend: "L'académie", from: 'code' },
    {
      legend: 'Adresses propres à cette académie',
      help: "Où plusieurs académies partagent le site\u00a0: sous ces noms, les pages publiques ne parlent que d'elle.",
      from: 'hosts',
    },
    {
      legend: 'Gestionnaires',
      help: "Une boîte fonctionnelle et un numéro, jamais le nom de quelqu'un.",
      from: 'portfolios',
    },
    { legend: 'En-tête des documents', from: 'letterhead' },
    {
      legend: 'Ce que la loi fait écrire',
      help: "Imprimé sous chaque décision et sur les pages légales. Ce qui n'est pas encore connu reste «\u00a0à compléter\u00a0».",
      from: 'legal',
    },
    { legend: 'Langues vivantes', from: 'compulsoryLanguages' },
    { legend: 'Travail en hauteur', from: 'scaffoldingTraining' },
  ],
  fields: {
    code: { label: "Code de l'académie", fixed: true },
    name: { label: 'Nom', example: 'Normandie', width: 30 },
    label: { label: "Nom dans une phrase, avec l'article", example: "l'académie de Normandie", width: 40 },
    departments: {
      label: 'Départements',
      article: 'un',
      one: 'Département',
      counted: ['département', 'départements'],
      fields: { code: { label: 'Numéro', width: 4 }, name: 'Nom' },
    },
    officeHours: { label: 'Heures où le service répond', width: 40 },
    courtSeat: {
      label: 'Où siège le tribunal',
      help: "Ses jours fériés reportent le dernier jour d'un délai (code du travail, articles L3133-1, L3134-13 et L3422-2).",
      options: {
        mainland: 'Hexagone ou Corse',
        'alsace-moselle': 'Alsace ou Moselle',
        guadeloupe: 'Guadeloupe',
        martinique: 'Martinique',
        guyane: 'Guyane',
        reunion: 'La Réunion',
        mayotte: 'Mayotte',
        'saint-barthelemy': 'Saint-Barthélemy',
        'saint-martin': 'Saint-Martin',
      },
    },
    answerDays: {
      label: "Jours ouvrés dans lesquels le service répond d'habitude aux messages",
      help: 'Dit aux candidats. Vide\u00a0: rien ne leur est annoncé.',
      width: 4,
    },
    links: {
      label: 'Liens',
      fields: {
        site: { label: "Site de l'académie", width: 60 },
        accommodations: { label: 'Aménagements', width: 60 },
      },
    },
    accommodationService: {
      label: "Service des aménagements d'épreuves, par courrier",
      help: `${addressee} Vide\u00a0: le courrier va à l'adresse du bureau, sous le nom de ce service, qui seul l'ouvre.`,
      rows: 4,
    },
    hosts: { label: 'Noms de machine', help: oneALine, example: 'inscriptions.exemple.fr', rows: 2 },
    account: accountWords,
    portfolios: {
      label: 'Groupes des gestionnaires',
      article: 'un',
      one: 'Groupe',
      counted: ['groupe de gestionnaire', 'groupes de gestionnaires'],
      fields: {
        code: { label: 'Code', width: 6, fixed: true },
        fields: { label: "Ce qu'il suit", help: oneALine, rows: 4 },
        mailbox: { label: 'Boîte fonctionnelle', width: 40 },
        phone,
        duties: { label: 'Ce que ce gestionnaire fait de plus', help: oneALine, rows: 2 },
        source,
        specialities: {
          label: 'Spécialités',
          article: 'une',
          one: 'Spécialité',
          counted: ['spécialité suivie', 'spécialités suivies'],
          fields: {
            cfd: { label: 'Code national', help: 'Huit chiffres.', width: 10, fixed: true },
            basis: { label: 'Pourquoi ce groupe', width: 60 },
            confidence,
          },
        },
      },
    },
    letterhead: {
      label: 'En-tête des documents',
      fields: { authority: 'Autorité', division: 'Division', bureau: 'Bureau', academy: 'Académie' },
    },
    legal: {
      label: 'Ce que la loi fait écrire',
      fields: {
        rector: { label: 'Recteur, pour un recours', help: addressee, rows: 4 },
        court: { label: 'Tribunal administratif', help: addressee, rows: 4 },
        mediator: { label: 'Médiateur', help: `${addressee} Vide\u00a0: aucun n'est nommé.`, rows: 4 },
        dataProtection: { label: 'Délégué à la protection des données', help: addressee, rows: 4 },
        publicationDirector: { label: 'Directeur de la publication', width: 40 },
        host: { label: 'Hébergeur', help: 'Un élément par ligne\u00a0: nom, adresse, téléphone.', rows: 4 },
      },
    },
    compulsoryLanguages: { label: 'Épreuve obligatoire', help: oneALine, rows: 5 },
    optionalLanguages: {
      label: 'Épreuve facultative',
      fields: { values: { label: 'Langues', help: oneALine, rows: 8 }, ...sourced },
    },
    scaffoldingTraining: {
      label: 'Formation au travail en hauteur',
      fields: {
        contacts: {
          label: 'Qui forme',
          article: 'un',
          one: 'Organisme',
          fields: {
            name: { label: 'Nom', width: 40 },
            phone,
            mail: { label: 'Mail', width: 40 },
            note: { label: 'Remarque', rows: 2 },
          },
        },
        funding: { label: 'Qui finance', help: oneALine, rows: 3 },
        source,
      },
    },
    caveat,
  },
};

export const departmentWords: EntryWords<z.infer<typeof Department>> = {
  article: 'un',
  counted: ['département', 'départements'],
  parts: [{ legend: 'Autres', from: 'code' }],
  fields: {
    code: { label: 'Numéro', width: 4, fixed: true },
    name: 'Nom',
    academy: 'Académie',
    label: "Académie, avec l'article",
    borrowedPostcodes: { label: 'Codes postaux empruntés', help: 'Un par ligne.', rows: 2 },
  },
};
