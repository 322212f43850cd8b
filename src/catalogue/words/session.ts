import type * as z from 'zod';
import type { RelativeSession, Session } from '../schema/session.ts';
import { caveat, sourced, sources } from './sourced.ts';
import type { EntryWords, Fields } from './words.ts';

type SessionFields = Fields<z.infer<typeof Session>>;

const switches = {
  conditionsDueAt: {
    label: "Quand la preuve de l'activité est-elle due\u00a0?",
    options: {
      enrolment: { label: "À l'inscription", hint: "La notice la demande à l'inscription." },
      exam: {
        label: "À l'examen",
        hint: "Le Code (D337-106)\u00a0: à l'examen entier, ou à la dernière unité. L'attestation d'emploi va alors dans un regroupement à part.",
      },
    },
  },
  nationalityAskedOf: {
    label: 'À qui demande-t-on un document de nationalité\u00a0?',
    options: {
      'under-25': {
        label: 'Aux moins de 25\u00a0ans',
        hint: "La nationalité ne sert qu'à savoir si l'obligation de service national vaut\u00a0: elle s'arrête à 25\u00a0ans (code du service national, L113-4).",
      },
      everyone: {
        label: 'À tous les candidats',
        hint: 'Comme le montre la notice de 2024. Aux plus âgés, la raison affichée dit que rien ne dépend de ce document.',
      },
    },
  },
  exemptionBasis: {
    label: 'Sur quoi une dispense repose-t-elle\u00a0?',
    options: {
      order: {
        label: "Sur l'arrêté",
        hint: 'Arrêté du 6 novembre 2019\u00a0: expression et langue pour les bacheliers, plus étroit que la notice.',
      },
      notice: { label: 'Sur la notice', hint: 'Tout diplôme de niveau au moins égal, que le bureau juge.' },
    },
  },
  unkeptMarksAreLost: {
    label: 'Une note non conservée est-elle perdue\u00a0?',
    options: {
      oui: { label: 'Oui', hint: 'Notice\u00a0: toute note ou dispense non conservée est définitivement perdue.' },
      non: { label: 'Non', hint: 'Le candidat peut la demander de nouveau à une session suivante.' },
    },
  },
  signature: {
    label: 'Comment la confirmation est-elle signée\u00a0?',
    options: {
      paper: { label: 'Sur papier', hint: 'Notice\u00a0: imprimer, dater, signer, télé-verser.' },
      online: { label: 'En ligne', hint: 'Le candidat se connecte de nouveau, lit tout et signe.' },
      both: { label: 'Au choix', hint: 'Sur papier ou en ligne.' },
    },
  },
  socioProfessionalCategoryOf: {
    label: 'De qui demande-t-on la catégorie socio-professionnelle\u00a0?',
    options: {
      candidate: { label: 'Du candidat', hint: 'Un majeur dit la sienne.' },
      guardian: { label: "D'un représentant légal", hint: 'Mot de la notice.' },
    },
  },
} satisfies SessionFields['switches']['fields'];

export const sessionWords: EntryWords<z.infer<typeof Session>> = {
  article: 'une',
  counted: ['session', 'sessions'],
  parts: [
    { legend: "D'où viennent ces dates", from: 'window' },
    { legend: 'Nom et numéros', from: 'code' },
    { legend: 'Réglages', from: 'silence' },
    { legend: 'Regroupements de pièces', from: 'pieceGroups' },
    { legend: 'Sources de la session', from: 'sources' },
  ],
  fields: {
    window: {
      label: 'Inscriptions',
      fields: {
        opensAt: {
          label: 'Ouverture du registre',
          help: 'Les inscriptions sont possibles à partir de cet instant.',
          counted: ['date', 'dates'],
        },
        closesAt: {
          label: 'Clôture du registre',
          help: 'À cet instant le registre est clos\u00a0: la minute elle-même est trop tard.',
          counted: ['date', 'dates'],
        },
      },
    },
    extended: {
      label: 'Dernière prolongation après un incident',
      help: 'Écrite par la page «\u00a0Prolonger après un incident\u00a0».',
      fields: {
        closedAt: { label: 'Clôture avant la prolongation', counted: ['date', 'dates'] },
        reason: { label: "L'incident, tel que tout le monde le lit", rows: 3 },
      },
    },
    correctionsEndAt: {
      label: 'Fin des corrections',
      fields: {
        at: {
          label: 'Fin des corrections',
          help: 'Une pièce donnée à temps et refusée ensuite peut être corrigée au moins jusque-là.',
        },
        ...sourced,
      },
    },
    lastCorrectionAt: {
      label: 'Dernière correction',
      fields: {
        at: {
          label: 'Dernière correction possible',
          help: 'Aucun temps de correction ne la dépasse\u00a0: fixez-la avant de préparer les convocations.',
        },
        ...sourced,
      },
    },
    examStartsOn: {
      label: "Début de l'examen",
      fields: {
        on: {
          label: "Premier jour de l'examen",
          help: 'Les cinq ans des notes et la durée de travail sont comptés à ce jour.',
        },
        ...sourced,
      },
    },
    resultsAt: {
      label: 'Résultats',
      fields: {
        at: { label: 'Publication des résultats', help: 'Laissez vide tant que la date est inconnue.' },
        ...sourced,
      },
    },
    code: { label: 'Code de la session', fixed: true },
    exam: { label: 'Examen', fixed: true },
    academy: { label: 'Académie', fixed: true },
    zone: { label: 'Fuseau horaire', fixed: true, options: { 'Europe/Paris': 'Paris' } },
    demonstration: { label: 'Démonstration', fixed: true },
    label: { label: 'Nom de la session', example: 'session 2024', width: 30 },
    year: { label: "Année de l'examen", width: 6 },
    numberPrefix: {
      label: "Début des numéros d'inscription",
      help: 'Deux à six majuscules ou chiffres, propres à cette session.',
      width: 8,
    },
    silence: {
      label: 'Silence du rectorat',
      fields: {
        means: {
          label: 'Deux mois sans réponse valent',
          help: "Dit sur l'accusé de réception, avec son jour (code des relations entre le public et l'administration, articles R112-11-1, L231-1 et L231-4). Sans cela, les délais de recours ne courent pas (article L112-12).",
          options: { acceptance: 'acceptation, à partir du dossier complet', refusal: 'refus, à partir de la demande' },
        },
        words: { label: "Phrase de plus sur l'accusé de réception", rows: 3 },
        ...sourced,
      },
    },
    namesPublished: {
      label: 'Liste des admis en ligne',
      help: "Seuls les admis qui l'acceptent y sont nommés. Vide\u00a0: aucune liste n'est publiée.",
      fields: { ...sourced },
    },
    correctionDays: {
      label: 'Jours pour corriger une pièce refusée',
      help: "Comptés à partir du jour où le candidat apprend le refus. Si la fin des corrections est plus tard, c'est elle qui compte.",
      width: 6,
    },
    reminders: {
      label: 'Relances',
      help: "Combien de temps avant chaque échéance écrire à qui n'a pas tout donné. Sans aucune ligne, personne n'est relancé.",
      article: 'une',
      one: 'Relance',
      counted: ['relance', 'relances'],
      fields: {
        before: { label: 'Combien avant', width: 4 },
        unit: { label: 'Unité', options: { days: 'Jours', hours: 'Heures' } },
      },
    },
    switches: { label: 'Réglages', counted: ['réglage', 'réglages'], fields: switches },
    pieceGroups: {
      label: 'Regroupements de pièces',
      article: 'un',
      one: 'Regroupement',
      counted: ['regroupement de pièces', 'regroupements de pièces'],
      fields: {
        code: { label: 'Code du regroupement', width: 24, fixed: true },
        label: { label: 'Nom du regroupement', width: 40 },
        pieces: { label: 'Codes des pièces', help: 'Un par ligne.', rows: 4 },
        mode: { label: 'Comment les donner', options: { online: 'En ligne', post: 'Par la poste' } },
        opensAt: 'Ouverture du dépôt',
        dueAt: 'Échéance du dépôt',
        countsForValidation: {
          label: "Une pièce manquante empêche-t-elle de valider l'inscription\u00a0?",
          help: "Oui\u00a0: sans elle, l'inscription est annulée après la clôture. Non\u00a0: la sanction est autre.",
        },
        sanction: { label: 'Ce qui arrive sans ces pièces', help: 'Le candidat lit cette phrase.', rows: 3 },
        help: { label: 'À qui demander, qui paie', rows: 3 },
        postalAddress: { label: 'Adresse postale', help: 'Pour un envoi par la poste.', rows: 3 },
      },
    },
    caveat,
    sources,
  },
};

export const relativeSessionWords: EntryWords<z.infer<typeof RelativeSession>> = {
  article: 'une',
  counted: ['session de démonstration', 'sessions de démonstration'],
  parts: [
    { legend: 'Réglages', from: 'switches' },
    { legend: 'Autres', from: 'code' },
  ],
  fields: {
    switches: { label: 'Réglages', fields: switches },
    code: { label: 'Code de la session', fixed: true },
    basedOn: { label: 'Déplacée depuis', fixed: true },
    numberPrefix: { label: "Début des numéros d'inscription", width: 8 },
    demonstration: { label: 'Démonstration', fixed: true },
    openedDaysBefore: { label: "Jours passés depuis l'ouverture", width: 4 },
  },
};
