import { distance, NBSP, plural, shortInstant, wholeNumber } from '../ui/index.ts';
import type { SummonsFilter } from './store/summonsList.ts';

export type Unsummoned = { readonly published: boolean; readonly all: number; readonly unknown: number };

/** Convocations, au bureau. */
export const summonsListTexts = {
  title: 'Convocations',
  count: (count: number): string =>
    count === 0 ? 'aucune pour le moment' : plural(count, 'convocation', 'convocations'),
  help: "Une convocation part quand une répartition est publiée, et de nouveau quand quelque chose y change pour ce candidat. Ouverte\u00a0: le candidat l'a eue sous les yeux dans son espace.",
  filter: 'Afficher',
  filters: {
    issued: 'En cours',
    opened: 'Ouvertes',
    unopened: 'Jamais ouvertes',
    soon: 'Jamais ouvertes, épreuve dans moins de 10\u00a0jours',
    refused: 'Mail refusé',
    outdated: 'À refaire',
    void: 'Annulées',
    failed: 'En échec',
    without: 'Candidats sans convocation',
  } satisfies Readonly<Record<SummonsFilter, string>>,
  /** In the address. */
  names: {
    issued: 'en-cours',
    opened: 'ouvertes',
    unopened: 'jamais-ouvertes',
    soon: 'a-ouvrir',
    refused: 'mail-refuse',
    outdated: 'a-refaire',
    void: 'annulees',
    failed: 'en-echec',
    without: 'sans',
  } satisfies Readonly<Record<SummonsFilter, string>>,
  counted: (label: string, count: number): string => `${label} (${wholeNumber(count)})`,
  search: 'Nom ou numéro',
  notFound: (words: string): string => `Personne dans cette liste pour «${NBSP}${words}${NBSP}».`,
  none: 'Aucun candidat dans cette liste.',
  noneText: 'Choisissez une autre liste pour voir les autres candidats.',
  noPlanText: 'Les convocations paraissent ici dès que la répartition est publiée.',
  noPlan: "Aucune répartition n'est publiée\u00a0: personne n'est encore convoqué.",
  missing: (count: number, first: Temporal.Instant, now: Temporal.Instant): string =>
    `${plural(count, 'candidat doit passer des épreuves', 'candidats doivent passer des épreuves')} et n'${count === 1 ? 'a' : 'ont'} pas de convocation\u00a0: la première épreuve de la session est ${distance(now, first)}.`,
  missingLink: 'Voir qui',
  /** Why they have none, and what to do next. `unknown`: of them, those of whom nobody knows what they sit. */
  why: ({ published, all, unknown }: Unsummoned): string => {
    if (!published) return "Aucune répartition n'est publiée\u00a0: publiez-la, et chacun reçoit sa convocation.";
    const unseated = all - unknown;
    return [
      ...(unseated === 0
        ? []
        : [
            `${plural(unseated, "candidat n'a", "candidats n'ont")} pas de place dans la répartition publiée\u00a0: la page de la répartition dit pourquoi. Corrigez, puis publiez de nouveau.`,
          ]),
      ...(unknown === 0
        ? []
        : [
            `${plural(unknown, 'candidat passe', 'candidats passent')} des épreuves que les règles ne connaissent pas\u00a0: complétez le règlement de leur spécialité.`,
          ]),
    ].join(' ');
  },
  toPlan: 'Voir la répartition',
  refusedAlert: (count: number): string =>
    `${plural(count, 'mail de convocation a été refusé', 'mails de convocation ont été refusés')} par la messagerie du candidat.`,
  failedAlert: (count: number): string =>
    `${plural(count, "convocation n'a pas pu être faite", "convocations n'ont pas pu être faites")}\u00a0: la raison est dans la liste.`,
  outdated: {
    text: (count: number): string =>
      `${plural(count, 'convocation ne dit plus', 'convocations ne disent plus')} la salle, le centre ou le matériel enregistrés\u00a0: ils ont changé depuis.`,
    submit: 'Convoquer de nouveau',
    hint: 'Chaque candidat concerné reçoit une nouvelle convocation, avec un mail qui dit ce qui change.',
  },
  noWords:
    "Les règles de cet examen ne disent pas ce que le candidat apporte, ni quoi faire en cas de retard ou d'absence\u00a0: les convocations ne le disent pas non plus.",
  columns: ['Candidat', 'Première épreuve', 'Convocation', 'Ouverte', 'Mail'],
  edition: (rank: number, at: Temporal.Instant): string => `n°${NBSP}${rank}, ${shortInstant(at)}`,
  voided: (rank: number, at: Temporal.Instant): string => `annulée (n°${NBSP}${rank}), ${shortInstant(at)}`,
  ended: 'inscription terminée',
  unopened: 'jamais',
  nothing: 'aucune',
  mail: {
    waiting: 'mail en attente',
    sending: 'mail en attente',
    sent: 'mail parti',
    kept: 'sans mail, dans le portail',
    failed: 'mail refusé',
  },
  reply: (mail: string, reply: string): string => `${mail} (${reply})`,
  fault: (fault: string): string => `échec\u00a0: ${fault}`,
  again: 'Renvoyer',
  againAbout: (number: string): string => `la convocation de ${number}`,
  lists: 'Listes à imprimer',
  export: 'Exporter (CSV)',
  exportName: 'convocations',
  csv: [
    'Numéro',
    'Nom',
    'Première épreuve',
    'Convocation',
    'Émise le',
    'Ouverte le',
    'Mail',
    'Réponse de la messagerie',
  ],
  next: 'Les suivants',
  flash: {
    renvoyee: 'Le mail est reparti\u00a0: la convocation est la même.',
    refaites: 'Les nouvelles convocations partent.',
    emise: 'Une nouvelle convocation est partie\u00a0: quelque chose avait changé.',
  },
} as const;
