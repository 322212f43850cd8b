import { dayInWords, listing, phoneInWords, plural } from '../ui/index.ts';
import { boardTexts } from './boardTexts.ts';
import { NAMES_SHOWN_DAYS, SAME_MORNING_HOURS, type Told } from './convening.ts';
import type { Examiner, Link, MemberState } from './examiners.ts';
import { type OfficeToCall, placeOf } from './naming.ts';
import type { ToTell } from './rules/toTell.ts';

export type WordsOfConvening = {
  readonly person: Pick<Examiner, 'firstName' | 'lastName'>;
  readonly due: readonly { readonly why: ToTell; readonly told: Told | null; readonly stands: Told | null }[];
  readonly nameOf: (told: Told) => string;
  readonly session: string;
  readonly office: OfficeToCall;
  readonly link: string;
  readonly access: 'there' | 'invited' | 'taken';
};

const hoursOf = ({ startsAt, endsAt }: Told) => ({
  startsAt: Temporal.Instant.from(startsAt),
  endsAt: Temporal.Instant.from(endsAt),
});

/** « lundi 3 juin 2024, de 8 h 00 à 12 h 00 » */
export function whenOf(told: Told): string {
  return boardTexts.when({ ...hoursOf(told), held: told.held });
}

/** « le bureau des examens (04 73 99 30 00) » */
export function callInWords({ name, phone, mail }: OfficeToCall): string {
  const ways = [...(phone === null ? [] : [phoneInWords(phone)]), ...(mail === null ? [] : [mail])];
  return ways.length === 0 ? name : `${name} (${ways.join(', ')})`;
}

function linesOf({ due, nameOf }: WordsOfConvening, why: ToTell): readonly string[] {
  return due
    .filter((one) => one.why === why)
    .flatMap(({ told, stands }) => {
      const now = why === 'gone' ? told : stands;
      if (now === null) return [];
      const before = why === 'moved' && told !== null ? ` Avant\u00a0: ${whenOf(told)}, ${placeOf(told)}.` : '';
      return [`- ${whenOf(now)}\u00a0: ${nameOf(now)}. ${boardTexts.held[now.held]}. ${placeOf(now)}.${before}`];
    });
}

function part(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [[title, ...lines].join('\n')];
}

const ACCESS = {
  there:
    'Dites dès maintenant si vous venez. Votre convocation à imprimer et votre calendrier sont au même endroit\u00a0:',
  invited:
    'Un autre mail vous invite à choisir un mot de passe. Dites ensuite si vous venez\u00a0: votre convocation à imprimer et votre calendrier sont au même endroit\u00a0:',
} as const;

const CODE =
  "Gardez-le pour vous\u00a0: tapé sur la tablette d'un autre membre, il signe à votre place. Personne ne vous le demande\u00a0; à l'accueil du centre, votre nom suffit.";

/** Convocations: what is said of them to the head, and what they say. */
export const conveningTexts = {
  /** On a place whose board the published plan hasn't any more. */
  boardGone: "L'épreuve a changé de salle ou de jour.",
  mail: {
    subject: ({ due, session }: WordsOfConvening): string =>
      due.every(({ why }) => why === 'gone')
        ? `Vous n'avez plus à venir, ${session}`
        : due.some(({ why }) => why === 'new')
          ? `Votre convocation, ${session}`
          : `Votre convocation change, ${session}`,
    body: (of: WordsOfConvening): string => {
      const answers = of.due.some(({ why }) => why !== 'gone');
      const reach = `Une question\u00a0? Appelez ou écrivez\u00a0: ${callInWords(of.office)}.`;
      return [
        `Bonjour ${of.person.firstName} ${of.person.lastName},`,
        ...part("L'académie vous convoque\u00a0:", linesOf(of, 'new')),
        ...part('Ce qui change\u00a0:', linesOf(of, 'moved')),
        ...part("Vous n'avez plus à venir\u00a0:", linesOf(of, 'gone')),
        ...(of.access === 'taken'
          ? [...(answers ? [`Dites dès maintenant si vous venez\u00a0: ${callInWords(of.office)}.`] : [])]
          : [...(answers ? [ACCESS[of.access]] : ['Vos convocations sont là\u00a0:']), of.link]),
        ...(of.access === 'taken' && answers ? [] : [reach]),
        of.office.name,
      ].join('\n\n');
    },
  },
  convene: {
    title: 'Convoquer',
    open: (count: number): string => (count === 0 ? 'Convoquer' : conveningTexts.convene.submit(count)),
    lead: "Qui n'a encore rien reçu, et qui a reçu autre chose que ce qui vaut. Une personne reçoit un seul message pour toutes ses commissions de la session.",
    counts: ({
      people,
      mail,
      letter,
    }: {
      readonly people: number;
      readonly mail: number;
      readonly letter: number;
    }): string => `${plural(people, 'personne', 'personnes')}\u00a0: ${mail} par mail, ${letter} par lettre`,
    late: (count: number, days: number): string =>
      `${plural(count, 'salarié est convoqué', 'salariés sont convoqués')} moins de ${days}\u00a0jours avant`,
    /** `days`: of the leave; the delay above leaves the time to be told before. */
    lateText: (days: number | null): string =>
      `Un salarié demande son absence à son employeur${days === null ? '' : ` au moins ${days}\u00a0jours avant`}, convocation jointe\u00a0: il lui faut le temps de la recevoir. Prévenez ces personnes par téléphone aussi.`,
    none: 'Tout le monde sait ce qui vaut',
    noneButLetters: 'Il ne reste que les lettres plus bas',
    noneText: 'Quand le plan ou une commission change, qui est concerné revient ici.',
    columns: ['Nom', 'Comment', "Ce qu'elle apprend", 'Première épreuve', 'À savoir'],
    way: { mail: 'mail', letter: 'lettre à poster' },
    what: (count: Readonly<Record<ToTell, number>>): string =>
      listing([
        ...(count.new > 0 ? [plural(count.new, 'convocation', 'convocations')] : []),
        ...(count.moved > 0 ? [plural(count.moved, 'changement', 'changements')] : []),
        ...(count.gone > 0 ? [plural(count.gone, 'annulation', 'annulations')] : []),
      ]),
    isLate: 'tard pour un employeur',
    more: (count: number): string => `Et ${plural(count, 'autre personne', 'autres personnes')}.`,
    submit: (count: number): string => `Convoquer ${plural(count, 'personne', 'personnes')}`,
    /** `left`: somebody is still to be told, by the order just given or since. */
    started: (count: number, { left, letters }: { readonly left: boolean; readonly letters: boolean }): string =>
      [
        `${plural(count, 'personne est convoquée', 'personnes sont convoquées')}. Les mails partent maintenant.`,
        ...(left
          ? ["L'envoi est en cours\u00a0: rechargez cette page, la liste ne garde que qui reste à convoquer."]
          : []),
        ...(letters ? ['Les lettres sont à imprimer plus bas.'] : []),
      ].join(' '),
    noAccess: 'Convoqués sans accès',
    noAccessText:
      "Aucun accès n'est ouvert à leur adresse mail\u00a0: elle est venue après leur convocation, ou c'est celle d'un autre compte. Ouvrez-le depuis leur fiche, qui dit si l'adresse est prise. Jusque-là ils répondent par téléphone\u00a0: notez leur réponse sur la page de la commission.",
    back: 'Toutes les commissions',
    mostShown: 200,
  },
  letters: {
    title: 'Lettres à poster, ou à dire par téléphone',
    text: (count: number): string =>
      `${plural(count, 'personne convoquée', 'personnes convoquées')} sans adresse mail, ou dont l'adresse a refusé le mail\u00a0: rien ne ${count === 1 ? 'la' : 'les'} prévient tant qu'une lettre n'est pas partie, ou que personne n'a appelé. Cochez, imprimez (une personne par page) et postez, ou appelez\u00a0; puis notez-le.`,
    none: "Personne n'attend de lettre ni d'appel.",
    columns: ['Nom', 'Adresse', 'Téléphone', 'Première heure', 'Où elle en est'],
    toPost: 'À imprimer et à poster.',
    urgent: (hasPhone: boolean): string =>
      hasPhone
        ? 'Trop tard pour la poste\u00a0: appelez.'
        : 'Trop tard pour la poste, et sans numéro\u00a0: cherchez-le, ou remplacez cette personne.',
    hasMail: 'A une adresse mail depuis.',
    refused: (address: string): string =>
      `Le mail de convocation a été refusé\u00a0: vérifiez son adresse (${address}) sur sa fiche.`,
    print: 'Imprimer ce qui est coché (PDF)',
    day: "Jour de l'envoi, ou de l'appel",
    dayMissing: "Indiquez le jour de l'envoi, ou de l'appel",
    post: 'Noter ces lettres parties',
    phone: "C'est dit par téléphone",
    mail: 'Envoyer par mail',
    noAct: "Choisissez ce que vous notez de ces lettres. Rien n'a été enregistré.",
    settled: (count: number): string =>
      plural(count, 'convocation sans mail partie, ou dite', 'convocations sans mail parties, ou dites'),
    settledColumns: ['Nom', 'Où elle en est', 'Action'],
    mailed: (on: Temporal.PlainDate): string => `Envoyée par mail le ${dayInWords(on)}.`,
    by: (standing: string, name: string): string => (name === '' ? standing : `${standing} Noté par ${name}.`),
    back: 'Reprendre cette saisie',
    noted: (count: number): string =>
      count === 0
        ? 'La saisie est reprise\u00a0: la lettre attend de nouveau.'
        : `${plural(count, 'convocation est notée', 'convocations sont notées')}.`,
  },
  access: {
    title: 'Son accès',
    there: 'Elle a un accès\u00a0: elle répond elle-même, et imprime sa convocation.',
    none: "Elle n'a pas d'accès. La convoquer lui en ouvre un, si son adresse mail n'est pas celle d'un autre compte.",
    noMail: "Sans adresse mail, elle n'a pas d'accès\u00a0: sa convocation part par lettre.",
    open: 'Ouvrir un accès',
    opened: "L'accès est ouvert\u00a0: un mail invite la personne à choisir un mot de passe.",
    paper: 'Sa convocation (PDF)',
  },
  /** Of the head, on the page of a board. */
  board: {
    answer: (name: string): string => `Noter la réponse de ${name}`,
    comes: 'Réponse',
    comesHint: 'Donnée par téléphone ou par lettre.',
    comesMissing: 'Choisissez une réponse.',
    options: { oui: 'Elle vient', non: 'Elle ne peut pas venir' },
    linkTold: 'Un lien avec un candidat lui interdit de venir\u00a0?',
    sayLink: 'Noter ce lien sur sa fiche',
    reason: 'Motif',
    reasonHint: 'Si elle ne peut pas venir, en quelques mots.',
    submit: 'Noter la réponse',
    now: 'Qui peut venir maintenant',
    nowText: `L'épreuve commence dans moins de ${SAME_MORNING_HOURS}\u00a0heures, ou a commencé. Appelez, puis faites venir\u00a0: la personne est placée, convoquée et prévenue par mail d'un seul geste.`,
    nowNone: "Personne de l'académie ne convient et n'est libre à ces heures.",
    nowBelow: 'La liste plus bas dit contre qui quelque chose parle.',
    nowColumns: ['Nom', 'Téléphone', 'Distance', 'Qualité', 'Action'],
    nowOthers: (count: number): string =>
      `${plural(count, 'autre personne libre', 'autres personnes libres')}, d'une qualité qui ne manque pas`,
    noPhone: 'pas de numéro',
    bring: 'Faire venir',
    brought:
      'La personne est placée et convoquée. Elle reçoit un mail si elle a une adresse\u00a0; sinon, dites-le-lui au téléphone, puis notez-le à la page «\u00a0Convoquer\u00a0».',
    answered: 'La réponse est notée.',
  },
  /** Pages of an examiner. */
  own: {
    next: 'Votre prochaine épreuve',
    others: 'Ensuite',
    past: 'Passées',
    call: 'Un empêchement, une question\u00a0?',
    paper: 'Ma convocation (PDF)',
    calendar: 'Mon calendrier (.ics)',
    away: 'Jours où je ne peux pas',
    states: {
      proposed: '',
      convened: 'à vous de répondre',
      accepted: 'vous venez',
      declined: 'vous ne venez pas',
      released: "vous n'avez plus à venir",
    } satisfies Readonly<Record<MemberState, string>>,
    /** Once it began. */
    begun: {
      proposed: '',
      convened: "vous n'avez pas répondu",
      accepted: 'vous aviez dit que vous veniez',
      declined: 'vous aviez dit que vous ne veniez pas',
      released: "vous n'aviez plus à venir",
    } satisfies Readonly<Record<MemberState, string>>,
    toAnswer: (count: number): string => plural(count, 'réponse attendue de vous', 'réponses attendues de vous'),
    nothingNext: 'Aucune convocation à venir',
    nothingNextText: 'Quand le bureau des examens vous convoquera, ce sera ici et par mail.',
    back: 'Toutes mes convocations',
    where: 'Où',
    code: 'Votre code de signature',
    codeText: CODE,
    moved:
      "Le plan vient de changer. Le bureau des examens vous écrira ce qui vaut\u00a0: jusque-là, ce que vous lisez ici est ce qu'il vous a dit.",
    come: 'Je viendrai',
    decline: 'Je ne peux pas venir',
    declineText: "Le bureau des examens cherche quelqu'un aussitôt. Si vous pouvez de nouveau venir, appelez-le.",
    reason: 'Pourquoi, en quelques mots',
    reasonMissing: 'Dites pourquoi, en quelques mots.',
    reasonHint: 'Lu par le bureau des examens seul. Rien de votre santé.',
    link: "J'ai un lien avec un candidat",
    linkText:
      "Un élève, un salarié, un parent, un proche\u00a0: vous ne pouvez ni l'interroger ni délibérer à son sujet. Le déclarer vous retire de toute cette commission, pour tous ses candidats. Le bureau des examens est prévenu et cherche quelqu'un d'autre. Ni le candidat ni les autres membres ne le lisent.",
    who: 'Quel candidat',
    whoMissing: 'Choisissez un candidat.',
    kind: 'Quel lien',
    kindMissing: 'Choisissez le lien.',
    linkWords: 'Précisez',
    linkWordsHint: 'Pour «\u00a0autre lien\u00a0», en quelques mots.',
    linkWordsMissing: 'Dites quel lien, en quelques mots.',
    linkSubmit: 'Déclarer ce lien, et ne pas venir',
    kinds: {
      teaches: 'Mon élève ou mon apprenti',
      employs: 'Mon salarié, ou nous travaillons ensemble',
      family: 'Ma famille, ou un proche',
      other: 'Un autre lien',
    } satisfies Readonly<Record<Link, string>>,
    candidates: 'Candidats',
    sheets: 'Noter les candidats',
    candidatesLater: `Les noms sont là ${NAMES_SHOWN_DAYS}\u00a0jours avant l'épreuve, et jusqu'au soir. Si vous connaissez un candidat, vous le direz ici.`,
    candidatesGone: "Les noms ne sont plus montrés\u00a0: le jour de l'épreuve est passé, ou vous ne venez pas.",
    candidatesApart:
      "Vous notez sans les candidats\u00a0: les fiches portent leur numéro d'inscription, pas leur nom. L'autre jury et vous ne voyez pas vos fiches avant d'avoir signé tous les deux.",
    hall: "Les listes de la salle sont au centre d'examen.",
    columns: { hour: 'Appelé à', name: 'Candidat', unit: 'Épreuve' },
    flash: {
      vient: 'Merci\u00a0: le bureau des examens sait que vous venez.',
      'ne-vient-pas': "C'est noté\u00a0: le bureau des examens cherche quelqu'un d'autre.",
      lien: "C'est noté\u00a0: à cause de ce lien, vous ne venez plus à cette commission. Le bureau des examens cherche quelqu'un d'autre. Une erreur\u00a0? Appelez-le.",
      jours: 'Vos jours sont enregistrés.',
    },
    awayTitle: 'Jours où je ne peux pas',
    awayLead: "Le bureau des examens n'y propose rien. Une convocation déjà reçue reste\u00a0: répondez-y.",
    awayField: 'Jours',
    awayHint: 'Un par ligne\u00a0: 12/06/2027, ou 12/06/2027 matin.',
    awaySave: 'Enregistrer',
  },
  linkReason: (kind: string): string => `Lien avec un candidat\u00a0: ${kind}.`,
  calendar: {
    name: 'Mes commissions',
    description: 'Où et quand vous êtes attendu pour interroger ou surveiller.',
    cancelled: (summary: string): string => `Annulé\u00a0: ${summary}`,
    file: 'convocations.ics',
  },
  paper: {
    title: 'Convocation',
    file: (name: string): string => `convocation-${name}.pdf`,
    allFile: 'convocations-a-poster.pdf',
    intro: (jury: boolean): string =>
      `L'académie vous convoque pour interroger${jury ? ', surveiller ou délibérer' : ' ou surveiller'}, aux jours, heures et lieux qui suivent.`,
    gone: "Vous n'avez plus à venir",
    columns: ['Jour et heures', 'Épreuve', 'Lieu'],
    code: 'Code de signature',
    codeText: CODE,
    employer: "À l'employeur",
    leave: (days: number): string =>
      `Un salarié demande à s'absenter au moins ${days}\u00a0jours avant, cette convocation jointe. Un refus est motivé.`,
    unsure: '(à confirmer)',
    employerText: (name: string): string => `L'académie convoque ${name} aux jours et heures ci-dessus.`,
    answer: (office: OfficeToCall): string => `Dites dès maintenant si vous venez\u00a0: ${callInWords(office)}.`,
    footer: (title: string, name: string): string => `${title}, ${name}`,
    page: 'page',
    of: 'sur',
  },
  home: {
    left: (boards: number, juries: number): string =>
      `${listing([
        ...(boards === 0 ? [] : [plural(boards, 'commission', 'commissions')]),
        ...(juries === 0 ? [] : [plural(juries, 'jury', 'jurys')]),
      ])} où quelqu'un ne peut pas venir, sans remplaçant`,
    see: 'Voir les commissions',
    seeJury: 'Voir le jury',
    letters: (count: number): string =>
      `${plural(count, 'convocation sans mail attend', 'convocations sans mail attendent')} d'être ${count === 1 ? 'postée, ou dite' : 'postées, ou dites'} par téléphone`,
    seeLetters: 'Voir les lettres',
  },
};
