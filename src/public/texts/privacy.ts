import { type Academy, type Installation, keptInWords, listKept } from '../../catalogue/index.ts';
import { capital } from '../../platform/french/french.ts';
import type { Cookie } from '../../platform/http/cookies.ts';
import { listing, plural } from '../../ui/index.ts';
import { type ArticleBlock, type ArticlePart, ofEach } from './article.ts';
import { type KeptSubject, keptData, READERS, restOf } from './keptData.ts';

/** What it is called, without what it is made of. */
const named = ({ what }: KeptSubject): string => what.split('\u00a0:')[0] ?? what;

const asList = (lines: readonly string[]): readonly string[] =>
  lines.map((line, index) => `${line}${index === lines.length - 1 ? '.' : '\u00a0;'}`);

const folded = (what: string, block: ArticleBlock): ArticleBlock => ({ folded: what, blocks: [block] });

const UNITS = [
  [31_536_000, 'an', 'ans'],
  [86_400, 'jour', 'jours'],
  [3_600, 'heure', 'heures'],
  [60, 'minute', 'minutes'],
] as const;

function keptFor(seconds: number | null): string {
  if (seconds === null) return "jusqu'à la fermeture du navigateur";
  const unit = UNITS.find(([length]) => seconds % length === 0);
  return unit === undefined ? plural(seconds, 'seconde', 'secondes') : plural(seconds / unit[0], unit[1], unit[2]);
}

/** RGPD, articles 13 and 30. What the software does today; what the office must decide or fill in is said. */
export function privacy(office: {
  readonly authority: string;
  readonly academies: readonly Academy[];
  readonly cookies: readonly Cookie[];
  /** The articles of each exam. */
  readonly laws: readonly string[];
  readonly demonstration: boolean;
  readonly installation: Installation;
}): readonly ArticlePart[] {
  const { kept } = office.installation;
  const all: readonly KeptSubject[] = Object.values(keptData(kept));
  return [
    {
      id: 'responsable',
      title: 'Qui est responsable',
      blocks: [
        ...(office.demonstration
          ? ["Ce site est une démonstration\u00a0: le service est fictif. N'y mettez aucune donnée vraie."]
          : []),
        `Le responsable du traitement est ${office.authority}.`,
        {
          facts: ofEach(
            office.academies,
            'Délégué à la protection des données (DPO)',
            ({ legal }) => legal.dataProtection,
          ),
        },
      ],
    },
    {
      id: 'finalites',
      title: 'À quoi servent vos données',
      blocks: [
        {
          list: [
            "vous inscrire à l'examen et vérifier que vous remplissez les conditions\u00a0;",
            'contrôler vos pièces justificatives et vous dire ce qui manque\u00a0;',
            "organiser l'examen, vous envoyer les documents et les résultats\u00a0;",
            'garder la preuve de ce qui a été fait, par vous et par le service.',
          ],
        },
        "Elles ne servent à rien d'autre. Elles ne sont ni vendues, ni louées, ni données à un annonceur.",
      ],
    },
    {
      id: 'base',
      title: 'Sur quelle base légale',
      blocks: [
        `L'exécution d'une mission d'intérêt public (RGPD, article 6.1.e)\u00a0: organiser l'examen${office.laws.length === 0 ? '' : `, selon les ${listing(office.laws)}`}.`,
        "La diffusion de vos résultats demande votre accord (article 6.1.a). Rien n'est coché d'avance. Vous pouvez le retirer à tout moment, même après la clôture et sans signer de nouveau. La page «\u00a0Diffusion de mes résultats\u00a0» s'ouvre depuis votre inscription.",
        "Recevoir les décisions en ligne plutôt que par lettre demande aussi votre accord (code des relations entre le public et l'administration, article L112-15). Vous le retirez dans «\u00a0Mon compte\u00a0». Vos réponses sont gardées, avec leur date, comme preuve.",
      ],
    },
    {
      id: 'donnees',
      title: 'Quelles données',
      blocks: [
        "Ce que vous écrivez et déposez, et ce que l'examen en fait\u00a0: inscription, pièces, convocations, notes, décisions, messages.",
        folded(`Toutes, une à une (${all.length})`, { list: asList(all.map(({ what }) => what)) }),
      ],
    },
    {
      id: 'sante',
      title: 'Le handicap',
      blocks: [
        "Nous vous demandons si vous voulez un aménagement d'épreuves\u00a0: oui ou non, sans le motif. Certaines spécialités demandent une formation au travail en hauteur (R.408). Pour elles, nous demandons aussi si vous êtes reconnu travailleur handicapé\u00a0: cette réponse est facultative.",
        "Seuls vous et les personnes chargées des aménagements au rectorat lisez ces réponses. Elles ne sont ni sur votre confirmation d'inscription, ni dans le dossier et les listes que lit votre gestionnaire. Elles ne font jamais rien refuser.",
        `Si vous demandez un aménagement sur ce site, tout est gardé à part\u00a0: demande, documents, avis d'un médecin, décision. Seuls vous, ce service et le médecin à qui il demande un avis les lisez. Un document que vous retirez est détruit ${keptInWords(kept.removedFile)} après, les autres ${keptInWords(kept.replacedFile)} après la dernière correction possible de la session.`,
        "Ce qui vous est accordé pour passer les épreuves (temps en plus, salle à part…) est écrit sur votre convocation, sans la raison. À part vous, seul le chef de bureau, qui prépare l'examen, l'ouvre et l'imprime. Votre gestionnaire ne la voit pas. Le centre voit l'heure à laquelle vous finissez. Le président du jury sait seulement combien de candidats ont chaque aménagement, sans les noms.",
        "Une pièce qui touche à la santé, comme la dispense de la formation au travail en hauteur (R.408), n'est jamais obligatoire. Seules les personnes chargées des aménagements au rectorat l'ouvrent\u00a0: ni votre gestionnaire, ni le chef de bureau. Aucun mail n'en parle.",
      ],
    },
    {
      id: 'destinataires',
      title: 'Qui les lit',
      blocks: [
        'Vous, et les personnes du service, selon leur fonction.',
        folded('Qui lit quoi, fonction par fonction', {
          facts: Object.entries(READERS).map(([reader, label]) => ({
            label,
            value: `${listing(all.filter(({ readers }) => readers.some((one) => one === reader)).map(named))}.`,
          })),
        }),
        "L'hébergeur garde ces données pour le rectorat\u00a0: son nom est dans les mentions légales. Les statistiques ne nomment personne.",
        "Aucune page n'appelle un service extérieur\u00a0: ni police d'écriture, ni carte, ni mesure d'audience.",
      ],
    },
    {
      id: 'durees',
      title: 'Combien de temps',
      blocks: [
        'Registre efface chaque nuit, de lui-même, ce dont le temps est passé.',
        folded("Ce qui s'efface, et quand", {
          facts: all.flatMap((one) =>
            one.erased === undefined
              ? []
              : [{ label: capital(one.erased.part?.goes ?? named(one)), value: `${one.erased.when}.` }],
          ),
        }),
        "Tant que vous attendez la réponse à un recours ou une décision, aucun fichier de votre dossier n'est détruit.",
        "D'un fichier détruit restent le nom, le reçu, l'empreinte et les dates, comme preuve.",
        `Le reste est gardé ${keptInWords(kept.file)} après la fin de votre dernière session. Registre ne l'efface pas encore de lui-même\u00a0: le rectorat doit d'abord avoir l'accord de ses archives.`,
        folded("Ce qui reste, et jusqu'à quand", {
          facts: all.flatMap((one) => {
            const rest = restOf(one, kept);
            return rest === null ? [] : [{ label: capital(one.erased?.part?.stays ?? named(one)), value: `${rest}.` }];
          }),
        }),
        "Rien n'est effacé plus tôt quand une inscription est retirée ou annulée.",
        "Vous pouvez fermer votre compte quand rien n'est en cours. La page «\u00a0Mes données\u00a0» de votre compte y mène. Vos brouillons, vos messages, ce que vous avez dit de votre santé et votre adresse mail sont alors effacés.",
        'Chaque durée a sa source. Le rectorat doit encore les confirmer.',
        folded("D'où vient chaque durée", { facts: listKept(office.installation) }),
      ],
    },
    {
      id: 'droits',
      title: 'Vos droits',
      blocks: [
        'Vous pouvez consulter vos données, les faire corriger, demander une copie, vous opposer à leur usage ou le faire limiter.',
        "L'effacement est limité\u00a0: une inscription enregistrée et un résultat doivent être gardés, même une fois le compte fermé.",
        [
          'Écrivez à ',
          { text: 'votre gestionnaire', href: '/contact' },
          '. Il peut vous demander de prouver votre identité.',
        ],
        [
          'Vous pouvez aussi adresser une plainte à la CNIL\u00a0: ',
          { text: 'www.cnil.fr/fr/plaintes', href: 'https://www.cnil.fr/fr/plaintes' },
          ', ou 3\u00a0place de Fontenoy, TSA 80715, 75334\u00a0Paris CEDEX 07.',
        ],
      ],
    },
    {
      id: 'cookies',
      title: 'Les cookies',
      blocks: [
        "Aucun cookie de mesure ni de publicité\u00a0: il n'y a donc rien à accepter ni à refuser. Les pages d'information n'en posent aucun.",
        folded('Les cookies, un à un', {
          facts: office.cookies.map(({ name, seconds, purpose }) => ({
            label: name,
            value: `sert à ${purpose}\u00a0; ${keptFor(seconds)}.`,
          })),
        }),
        `Un fichier choisi attend dans votre navigateur d'être déposé, ${keptInWords(kept.unfinishedFile)} au plus. Il y est chiffré. Le dépôt et la déconnexion l'effacent. Une fois l'onglet fermé, plus personne ne peut le lire.`,
        "Quatre autres choses restent dans le navigateur de qui travaille, sans être envoyées. Ce sont le commentaire qu'un gestionnaire est en train d'écrire, le choix de ne pas se servir du clavier, la liste du jour d'un centre et les fiches d'une commission. Ces deux dernières s'effacent à la déconnexion, ou le lendemain.",
      ],
    },
  ];
}
