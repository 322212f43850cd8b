import * as z from 'zod';
import { COURT_SEATS } from '../../platform/french/territories.ts';
import { AccountPolicy } from './installation.ts';
import { Caveat, Confidence, code, type Frozen, shaped, sourced, text } from './shape.ts';

/** A group of specialities in charge of one officer (*gestionnaire*), reached by a functional mailbox, never by a name. */
const Portfolio = z.strictObject({
  code: shaped('portfolio'),
  /** As printed in the notice: « Commerce, Vente, Ébéniste… » */
  fields: z.array(text).min(1),
  mailbox: z.email(),
  phone: text,
  /** What this officer does besides: G4 organises the general tests. */
  duties: z.array(text).default([]),
  source: text,
  /** `notice`: the notice names the trade; `derived`, `uncertain`: our reasoning, which the office may correct. */
  specialities: z.array(z.strictObject({ cfd: shaped('cfd'), basis: text, confidence: Confidence })).default([]),
});

/** Who, then the lines of where to write to them. What the academy hasn't said yet stands there as « à compléter ». */
const addressee = z.array(text).min(1).max(7);

const TrainingContact = z.strictObject({ name: text, phone: text, mail: z.email(), note: text.optional() });

export const Academy = z.strictObject({
  code,
  /** « Lyon » */
  name: text,
  /** « l'académie de Lyon », with its article, for sentences. */
  label: text,
  departments: z.array(z.strictObject({ code: shaped('department'), name: text })).min(1),
  /** Compulsory oral languages allowed here (notice, « Langues vivantes obligatoires orales »). */
  compulsoryLanguages: z.array(text).min(1),
  /** Languages offered for the optional oral. The order of 4 July 2017 lists about 45; an academy needs an examiner. */
  optionalLanguages: z.strictObject({ values: z.array(text).min(1), ...sourced }),
  letterhead: z.strictObject({ authority: text, division: text, bureau: text, academy: text }),
  /** What the law has printed, and the academy alone knows. */
  legal: z.strictObject({
    /** Where an appeal is sent, printed under every decision (code de justice administrative, R421-5). */
    rector: addressee,
    court: addressee,
    /** Empty: none is named. */
    mediator: z.array(text).max(7).default([]),
    /** RGPD, article 13.1.b. */
    dataProtection: addressee,
    /** Loi n° 2004-575 du 21 juin 2004, article 6. */
    publicationDirector: text,
    host: addressee,
  }),
  links: z.strictObject({ site: z.url(), accommodations: z.url() }),
  /** Who reads requests for more time, to write to without a screen. Not said: the office's address, under the name of that service. */
  accommodationService: addressee.optional(),
  /** Names of this house that lead to the academy alone: its public pages speak of no other. */
  hosts: z.array(shaped('host')).default([]),
  /** Of who comes by one of them, in the place of the installation's. */
  account: AccountPolicy.optional(),
  officeHours: text.nullable(),
  /** Where its administrative court sits: whose holidays put off the last day of a delay. */
  courtSeat: z.enum(COURT_SEATS).default('mainland'),
  /** In how many working days the office usually answers a message. Not said: nothing is promised to candidates. */
  answerDays: z.int().min(1).max(60).optional(),
  portfolios: z.array(Portfolio).min(1),
  /** Where the key isn't there, nobody is named: whoever asks is sent to their officer. */
  scaffoldingTraining: z
    .strictObject({
      contacts: z.array(TrainingContact).min(1),
      funding: z.array(text).min(1),
      source: text,
    })
    .optional(),
  /** Of its services and where to reach them. */
  caveat: Caveat.optional(),
});

/** Which academy serves a department, for those who knock at the wrong door (code de l'éducation, R222-2). */
export const Department = z.strictObject({
  code: shaped('department'),
  name: text,
  /** « Amiens »; the same name as the academy's own file where there is one. */
  academy: text,
  /** « l'académie d'Amiens », with its article, for sentences. */
  label: text,
  /** Postcodes of a neighbour's number used by communes of this department: 42620 for Saint-Pierre-Laval (Allier). */
  borrowedPostcodes: z.array(shaped('postcode')).default([]),
});

export type Academy = Frozen<z.infer<typeof Academy>>;
export type Portfolio = Frozen<z.infer<typeof Portfolio>>;
export type Department = Frozen<z.infer<typeof Department>>;
