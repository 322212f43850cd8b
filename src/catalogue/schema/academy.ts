import * as z from 'zod';
import { COURT_SEATS } from '../../platform/french/territories.ts';
import { ACCOUNTS, AccountPolicy } from './installation.ts';
import { caveat, code, confidence, type Frozen, oneALine, shaped, source, sourced, text } from './shape.ts';
import { field, fields, thing } from './words.ts';

const phone = field(text, { label: 'Téléphone', width: 16 });

/** A group of specialities in charge of one officer (*gestionnaire*), reached by a functional mailbox, never by a name. */
const Portfolio = fields({
  code: field(shaped('portfolio'), { label: 'Code', width: 6, fixed: true }),
  /** As printed in the notice: « Commerce, Vente, Ébéniste… » */
  fields: field(z.array(text).min(1), { label: "Ce qu'il suit", help: oneALine, rows: 4 }),
  mailbox: field(z.email(), { label: 'Boîte fonctionnelle', width: 40 }),
  phone,
  /** What this officer does besides: G4 organises the general tests. */
  duties: field(z.array(text).default([]), { label: 'Ce que ce gestionnaire fait de plus', help: oneALine, rows: 2 }),
  source,
  /** `notice`: the notice names the trade; `derived`, `uncertain`: our reasoning, which the office may correct. */
  specialities: field(
    z
      .array(
        fields({
          cfd: field(shaped('cfd'), { label: 'Code national', help: 'Huit chiffres.', width: 10, fixed: true }),
          basis: field(text, { label: 'Pourquoi ce groupe', width: 60 }),
          confidence,
        }),
      )
      .default([]),
    { label: 'Spécialités', article: 'une', one: 'Spécialité', counted: ['spécialité suivie', 'spécialités suivies'] },
  ),
});

/** Who, then the lines of where to write to them. What the academy hasn't said yet stands there as « à compléter ». */
const addressee = z.array(text).min(1).max(7);
const ADDRESSEE = 'Un élément par ligne\u00a0: qui, puis son adresse.';

const TrainingContact = fields({
  name: field(text, { label: 'Nom', width: 40 }),
  phone,
  mail: field(z.email(), { label: 'Mail', width: 40 }),
  note: field(text.optional(), { label: 'Remarque', rows: 2 }),
});

export const Academy = thing(
  {
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
  },
  {
    code: field(code, { label: "Code de l'académie", fixed: true }),
    /** « Lyon » */
    name: field(text, { label: 'Nom', example: 'Normandie', width: 30 }),
    /** « l'académie de Lyon », with its article, for sentences. */
    label: field(text, { label: "Nom dans une phrase, avec l'article", example: "l'académie de Normandie", width: 40 }),
    departments: field(
      z
        .array(fields({ code: field(shaped('department'), { label: 'Numéro', width: 4 }), name: field(text, 'Nom') }))
        .min(1),
      { label: 'Départements', article: 'un', one: 'Département', counted: ['département', 'départements'] },
    ),
    /** Compulsory oral languages allowed here (notice, « Langues vivantes obligatoires orales »). */
    compulsoryLanguages: field(z.array(text).min(1), { label: 'Épreuve obligatoire', help: oneALine, rows: 5 }),
    /** Languages offered for the optional oral. The order of 4 July 2017 lists about 45; an academy needs an examiner. */
    optionalLanguages: field(
      fields({ values: field(z.array(text).min(1), { label: 'Langues', help: oneALine, rows: 8 }), ...sourced }),
      'Épreuve facultative',
    ),
    letterhead: field(
      fields({
        authority: field(text, 'Autorité'),
        division: field(text, 'Division'),
        bureau: field(text, 'Bureau'),
        academy: field(text, 'Académie'),
      }),
      'En-tête des documents',
    ),
    /** What the law has printed, and the academy alone knows. */
    legal: field(
      fields({
        /** Where an appeal is sent, printed under every decision (code de justice administrative, R421-5). */
        rector: field(addressee, { label: 'Recteur, pour un recours', help: ADDRESSEE, rows: 4 }),
        court: field(addressee, { label: 'Tribunal administratif', help: ADDRESSEE, rows: 4 }),
        /** Empty: none is named. */
        mediator: field(z.array(text).max(7).default([]), {
          label: 'Médiateur',
          help: `${ADDRESSEE} Vide\u00a0: aucun n'est nommé.`,
          rows: 4,
        }),
        /** RGPD, article 13.1.b. */
        dataProtection: field(addressee, { label: 'Délégué à la protection des données', help: ADDRESSEE, rows: 4 }),
        /** Loi n° 2004-575 du 21 juin 2004, article 6. */
        publicationDirector: field(text, { label: 'Directeur de la publication', width: 40 }),
        host: field(addressee, {
          label: 'Hébergeur',
          help: 'Un élément par ligne\u00a0: nom, adresse, téléphone.',
          rows: 4,
        }),
      }),
      'Ce que la loi fait écrire',
    ),
    links: field(
      fields({
        site: field(z.url(), { label: "Site de l'académie", width: 60 }),
        accommodations: field(z.url(), { label: 'Aménagements', width: 60 }),
      }),
      'Liens',
    ),
    /** Who reads requests for more time, to write to without a screen. Not said: the office's address, under the name of that service. */
    accommodationService: field(addressee.optional(), {
      label: "Service des aménagements d'épreuves, par courrier",
      help: `${ADDRESSEE} Vide\u00a0: le courrier va à l'adresse du bureau, sous le nom de ce service, qui seul l'ouvre.`,
      rows: 4,
    }),
    /** Names of this house that lead to the academy alone: its public pages speak of no other. */
    hosts: field(z.array(shaped('host')).default([]), {
      label: 'Noms de machine',
      help: oneALine,
      example: 'inscriptions.exemple.fr',
      rows: 2,
    }),
    /** Of who comes by one of them, or by any where it is the only academy, in the place of the installation's. */
    account: field(AccountPolicy.optional(), ACCOUNTS),
    officeHours: field(text.nullable(), { label: 'Heures où le service répond', width: 40 }),
    /** Where its administrative court sits: whose holidays put off the last day of a delay. */
    courtSeat: field(z.enum(COURT_SEATS).default('mainland'), {
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
    }),
    /** In how many working days the office usually answers a message. Not said: nothing is promised to candidates. */
    answerDays: field(z.int().min(1).max(60).optional(), {
      label: "Jours ouvrés dans lesquels le service répond d'habitude aux messages",
      help: 'Dit aux candidats. Vide\u00a0: rien ne leur est annoncé.',
      width: 4,
    }),
    portfolios: field(z.array(Portfolio).min(1), {
      label: 'Groupes des gestionnaires',
      article: 'un',
      one: 'Groupe',
      counted: ['groupe de gestionnaire', 'groupes de gestionnaires'],
    }),
    /** Where the key isn't there, nobody is named: whoever asks is sent to their officer. */
    scaffoldingTraining: field(
      fields({
        contacts: field(z.array(TrainingContact).min(1), { label: 'Qui forme', article: 'un', one: 'Organisme' }),
        funding: field(z.array(text).min(1), { label: 'Qui finance', help: oneALine, rows: 3 }),
        source,
      }).optional(),
      'Formation au travail en hauteur',
    ),
    /** Of its services and where to reach them. */
    caveat,
  },
  [
    'code',
    'name',
    'label',
    'departments',
    'officeHours',
    'courtSeat',
    'answerDays',
    'links',
    'accommodationService',
    'hosts',
    'account',
    'portfolios',
    'letterhead',
    'legal',
  ],
);

/** Which academy serves a department, for those who knock at the wrong door (code de l'éducation, R222-2). */
export const Department = thing(
  { article: 'un', counted: ['département', 'départements'], parts: [{ legend: 'Autres', from: 'code' }] },
  {
    code: field(shaped('department'), { label: 'Numéro', width: 4, fixed: true }),
    name: field(text, 'Nom'),
    /** « Amiens »; the same name as the academy's own file where there is one. */
    academy: field(text, 'Académie'),
    /** « l'académie d'Amiens », with its article, for sentences. */
    label: field(text, "Académie, avec l'article"),
    /** Postcodes of a neighbour's number used by communes of this department: 42620 for Saint-Pierre-Laval (Allier). */
    borrowedPostcodes: field(z.array(shaped('postcode')).default([]), {
      label: 'Codes postaux empruntés',
      help: 'Un par ligne.',
      rows: 2,
    }),
  },
);

export type Academy = Frozen<z.infer<typeof Academy>>;
export type Portfolio = Frozen<z.infer<typeof Portfolio>>;
export type Department = Frozen<z.infer<typeof Department>>;
