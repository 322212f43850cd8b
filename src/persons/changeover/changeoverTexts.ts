import { numericDay, plural, shortInstant, unreadTable, wholeNumber } from '../../ui/index.ts';
import { type CarriedLine, MOST, TAKEN_STATE } from './changeover.ts';

type Carried = Pick<CarriedLine, 'number' | 'enrolmentNumber' | 'category' | 'options'>;
const candidates = (count: number): string => plural(count, 'candidat', 'candidats');

/** The office's words for candidates whom the system in place has registered. */
export const changeoverTexts = {
  title: 'Candidats repris',
  link: 'Candidats repris du système en place',
  lead: "Ils sont inscrits dans le système en place, et figuraient sur la liste que le chef de bureau a importée. La liste ne dit ni leur adresse, ni leur forme de passage, ni leurs épreuves\u00a0: vous ouvrez l'inscription de chacun d'après sa ligne, vous lui demandez le reste, puis il signe sa confirmation.",
  count: (count: number): string => candidates(count),
  /** Beside the number of their file. */
  known: (number: string): string => `numéro ${number} dans le système en place`,
  search: 'Nom, numéro ou date de naissance',
  example: 'Par exemple\u00a0: martin, 01216557741 ou 30/05/1998',
  submit: 'Chercher',
  none: 'Aucun candidat repris',
  noneText: "Les candidats d'une liste importée du système en place seront ici, jusqu'à ce que chacun soit complété.",
  noneFound: 'Aucun candidat repris ne correspond',
  noneFoundText: "Vérifiez l'orthographe, ou cherchez dans les dossiers.",
  all: 'Tous les candidats repris',
  columns: {
    number: 'Numéro candidat',
    name: 'Nom',
    born: 'Né(e) le',
    speciality: 'Spécialité',
    state: 'Ici',
  },
  states: { waiting: 'À inscrire', begun: 'Commencé' },
  /** What the list says of somebody. */
  given: {
    number: 'Numéro candidat',
    enrolmentNumber: "Numéro d'inscription",
    birthDate: 'Né(e) le',
    speciality: 'Spécialité',
    category: 'Catégorie',
    options: 'Enseignements',
  },
  born: (day: Temporal.PlainDate): string => numericDay(day),
  /** The officer's note of what they type from, which the candidate reads too. */
  entry: ({ number, enrolmentNumber, category, options }: Carried): string =>
    [
      `Inscrit dans le système en place sous le numéro ${number}`,
      ...(enrolmentNumber === null ? [] : [`inscription ${enrolmentNumber}`]),
      ...(category === null ? [] : [`catégorie ${category}`]),
      ...(options === null ? [] : [`enseignements ${options}`]),
    ].join(', '),
  person: {
    title: 'Candidat repris',
    lead: "Voici ce que la liste dit de lui. Le reste se demande au candidat : sa civilité, son pays de naissance, son adresse, sa forme de passage, ses épreuves. Ses délais comptent du jour de l'import, jamais du jour où vous saisissez.",
    foundText:
      "Un compte existe à ce nom et à cette date de naissance. Si c'est la même personne, continuez avec le sien ; si elle est déjà inscrite ici, sa ligne rejoint son dossier.",
    submit: 'Ouvrir son inscription',
    registered: (number: string): string => `Déjà inscrit ici : ${number}`,
    file: 'Ouvrir son dossier',
    begun: 'Son inscription est commencée',
    begunBy: (who: string, when: Temporal.Instant): string => `Par ${who}, le ${shortInstant(when)}.`,
    resume: 'Reprendre la saisie',
    gone: "Ce candidat n'est plus à reprendre : sa liste a été retirée, ou ce qui était commencé a été laissé. Rien n'a été enregistré : relisez ce qui suit.",
  },
  import: {
    title: 'Importer la liste du système en place',
    link: 'Importer une liste',
    lead: `Pour un bureau qui change de logiciel en cours de session. L'export des candidats est repris en entier ou pas du tout, et rien n'est enregistré avant que vous l'ayez relu.`,
    session: 'Session',
    sessionMissing: 'Choisissez la session.',
    noSession: "Aucune session ne peut recevoir d'inscription en ce moment.",
    file: 'Export des candidats',
    limits: `CSV ou XLSX, ${MOST.bytes / 1_000_000}\u00a0Mo et 5\u00a0000\u00a0lignes au plus, en-tête compris.`,
    missing: 'Choisissez le fichier à lire.',
    submit: 'Lire le fichier',
    columns: 'Colonnes lues',
    columnsText: `Dans n'importe quel ordre, sous un en-tête ou non. Seules les lignes à l'état «\u00a0${TAKEN_STATE}\u00a0» sont admises. L'INE, la classe et le numéro OCEAN ne servent à rien ici\u00a0: ils ne sont pas gardés.`,
    column: 'Colonne',
    others: 'Titres aussi acceptés',
    need: 'Obligatoire',
    needs: { yes: 'oui', no: 'non' },
    template: 'Modèle avec ses titres',
    done: 'Listes importées',
    noneDone: 'Aucune liste importée',
    noneDoneText:
      "La première que vous confirmerez sera ici, et pourra être retirée tant que personne n'a été complété.",
    list: 'Liste',
    when: 'Importée le',
    content: 'Contenu',
    contentOf: (lines: number, settled: number): string =>
      `${candidates(lines)}, ${settled === 0 ? 'aucun commencé' : plural(settled, 'commencé ou retrouvé', 'commencés ou retrouvés')}`,
    toConfirm: (name: string): string => `${name}, à relire et à confirmer`,
    act: 'Retrait',
    takeBack: 'Retirer cette liste',
    takeBackNamed: (name: string): string => `Retirer ${name}`,
    takenBack: (words: string): string => `Retirée\u00a0: ${words}`,
    used: "Des inscriptions ont été commencées d'après cette liste\u00a0: elle ne se retire plus.",
    words: 'Pourquoi\u00a0?',
    wordsHint: 'Gardé au journal.',
    wordsMissing: 'Écrivez pourquoi cette liste est retirée.',
    kept: (confirmed: string, unconfirmed: string): string =>
      `Une liste est gardée ${confirmed}\u00a0; celle que personne ne confirme, ${unconfirmed}.`,
    nothingNew: 'Le fichier ne change rien\u00a0: chacun de ses candidats est déjà repris, sous le même numéro.',
  },
  preview: {
    title: "Relire avant d'importer",
    lead: (name: string, session: string): string =>
      `Voici ce que «\u00a0${name}\u00a0» apporte à la ${session}. Rien n'est encore enregistré.`,
    added: 'Candidats repris',
    known: 'Lignes laissées de côté\u00a0: déjà reprises, sous le même numéro',
    first: 'Les premiers, comme ils seront',
    cut: (shown: number, all: number): string => `${wholeNumber(shown)} affichés sur ${wholeNumber(all)}.`,
    groups: 'Par spécialité',
    lines: 'Candidats',
    pairs: 'Sont-ils déjà inscrits ici\u00a0?',
    pairsText:
      "Ces personnes ont le nom et la date de naissance d'un candidat inscrit ici à la même session. Dites pour chacune si c'est lui\u00a0: sa ligne rejoint alors son dossier, et n'ouvre rien d'autre.",
    tooManyPairs: `Plus de ${MOST.pairs} personnes de cette liste sont déjà inscrites ici. Importez-la en plusieurs fois, ou vérifiez que c'est la bonne session.`,
    pair: (name: string, born: Temporal.PlainDate, number: string): string =>
      `${name}, né(e) le ${numericDay(born)}, numéro ${number}`,
    same: (number: string, firstNames: string, speciality: string): string =>
      `La même personne que ${number} (${firstNames}, ${speciality})`,
    other: 'Une autre personne',
    unsaid: "Dites si c'est la même personne.",
    after:
      "Une ligne dit qui est inscrit, et n'ouvre pas de dossier\u00a0: vous ouvrez le dossier de chacun d'après sa ligne. Ses délais comptent du jour de l'import. Aucun mail ne part\u00a0: la liste n'a pas d'adresse.",
    submit: (count: number): string => `Importer ${candidates(count)}`,
    back: 'Choisir un autre fichier',
  },
  flash: {
    'liste-importee': "La liste est importée. Ouvrez l'inscription de chacun d'après sa ligne.",
    'liste-retiree': 'La liste est retirée\u00a0: ses candidats ne sont plus là.',
  },
  table: unreadTable({
    lines: '5\u00a0000\u00a0lignes',
    megabytes: MOST.bytes / 1_000_000,
    less: 'exportez un examen ou une spécialité à la fois',
    again: "refaites l'export, puis envoyez-le sans l'ouvrir",
  }),
} as const;
