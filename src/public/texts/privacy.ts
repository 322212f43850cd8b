import type { Academy } from '../../catalogue/index.ts';
import { REMOVED_KEPT, REPLACED_KEPT } from '../../pieces/index.ts';
import { REFUSALS_KEPT_DAYS } from '../../platform/http/refusals.ts';
import { listing, plural } from '../../ui/index.ts';
import { type ArticlePart, ofEach } from './article.ts';

const months = `${REMOVED_KEPT.months}\u00a0mois`;
const years = plural(REPLACED_KEPT.years, 'an', 'ans');

/** RGPD, articles 13 and 30. What the software does today; what the office must decide or fill in is said. */
export function privacy(office: {
  readonly authority: string;
  readonly academies: readonly Academy[];
  /** The articles of each exam. */
  readonly laws: readonly string[];
  readonly demonstration: boolean;
}): readonly ArticlePart[] {
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
        "La diffusion de vos résultats demande votre accord (article 6.1.a). Rien n'est coché d'avance. Vous pouvez le retirer à tout moment, même après la clôture et sans signer de nouveau\u00a0: la page «\u00a0Diffusion de mes résultats\u00a0» s'ouvre depuis votre inscription.",
        "La notification en ligne des décisions, à la place d'une lettre recommandée, demande aussi votre accord (code des relations entre le public et l'administration, article L112-15). Vous le retirez dans «\u00a0Mon compte\u00a0». Vos réponses sont gardées, avec leur date, comme preuve.",
      ],
    },
    {
      id: 'donnees',
      title: 'Quelles données',
      blocks: [
        {
          list: [
            'votre état civil, votre adresse, vos téléphones, votre adresse mail\u00a0;',
            'votre parcours\u00a0: formation, diplômes, emplois, notes déjà obtenues\u00a0;',
            'vos choix\u00a0: spécialité, forme de passage, épreuves, langues\u00a0;',
            'vos pièces justificatives, et ce que le gestionnaire en a dit\u00a0;',
            'les messages que vous échangez avec le service, et quand ils ont été lus\u00a0;',
            "la date et l'heure de vos actes, comme preuve\u00a0;",
            "le numéro, l'adresse et les dates des lettres recommandées qui vous sont envoyées\u00a0;",
            "l'adresse du réseau d'où vient une demande que le site a refusée, pour arrêter qui force une porte.",
          ],
        },
      ],
    },
    {
      id: 'sante',
      title: 'Le handicap',
      blocks: [
        "Nous vous demandons si vous sollicitez un aménagement d'épreuves (oui ou non, sans le motif) et, pour les spécialités qui demandent une formation au travail en hauteur (R.408), si vous êtes reconnu travailleur handicapé. Cette seconde réponse est facultative.",
        "Seuls vous et les personnes chargées des aménagements au rectorat lisez ces réponses. Elles ne figurent ni sur votre confirmation d'inscription, ni dans le dossier, l'historique ou les listes que lit le bureau, et ne font jamais rien refuser.",
        `Si vous demandez un aménagement sur ce site, votre demande, vos documents, l'avis d'un médecin s'il y en a un et la décision y sont gardés à part. Seuls vous et ce service les lisez. Un document que vous retirez est détruit ${months} après, les autres ${years} après la dernière correction possible de la session.`,
        "Une pièce qui touche à la santé, comme la dispense de la formation au travail en hauteur (R.408), n'est jamais obligatoire. Seules les personnes chargées des aménagements au rectorat l'ouvrent\u00a0: ni votre gestionnaire, ni le chef de bureau. Aucun mail n'en parle.",
      ],
    },
    {
      id: 'destinataires',
      title: 'Qui les lit',
      blocks: [
        'Le gestionnaire de votre spécialité et le chef de bureau. Les pièces qui touchent à la santé vont au seul service des aménagements.',
        'Chaque acte sur votre dossier laisse une trace, qui ne peut pas être changée sans que cela se voie.',
        "Aucune page n'appelle un service extérieur\u00a0: ni police d'écriture, ni carte, ni mesure d'audience.",
      ],
    },
    {
      id: 'durees',
      title: 'Combien de temps',
      blocks: [
        "Aujourd'hui, Registre n'efface de lui-même que ceci, chaque nuit\u00a0:",
        {
          facts: [
            {
              label: 'Fichier que vous avez supprimé',
              value: `détruit ${months} après, le temps de contester une décision`,
            },
            {
              label: 'Fichier remplacé par un autre',
              value: `détruit ${years} après la dernière correction possible de la session`,
            },
            { label: 'Connexion, lien ou code reçu par mail', value: 'effacé après sa fin' },
            { label: "Nombre d'essais (connexion, mails demandés)", value: 'effacé quand il ne compte plus' },
            { label: 'Trace de ce qui a été refusé', value: `${REFUSALS_KEPT_DAYS}\u00a0jours` },
          ],
        },
        "D'un fichier détruit restent le nom, le reçu, l'empreinte et les dates, comme preuve.",
        "Tout le reste est gardé sans limite\u00a0: votre compte, vos brouillons, vos inscriptions et leurs versions, vos autres fichiers, les documents, les mails et la trace des actes. Le rectorat n'a pas encore fixé de durée, ce qui demande l'accord de ses archives.",
      ],
    },
    {
      id: 'droits',
      title: 'Vos droits',
      blocks: [
        'Vous pouvez consulter vos données, les faire corriger, demander une copie, vous opposer à leur usage ou le faire limiter.',
        "L'effacement est limité\u00a0: une inscription et un résultat doivent être gardés.",
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
        {
          facts: [
            { label: 'registre_session', value: 'vous reconnaît quand vous êtes connecté' },
            { label: 'registre_form', value: 'protège les formulaires, un jour' },
            {
              label: 'registre_phone',
              value: 'réserve à votre téléphone le code carré affiché sur votre ordinateur, une demi-heure',
            },
            { label: 'registre_activation', value: "retient l'adresse à activer, une heure" },
            { label: 'registre_connexion', value: 'attend le code reçu par mail, quinze minutes' },
            { label: 'registre_apparence', value: 'retient les couleurs choisies, un an' },
            {
              label: 'registre_simulation',
              value: 'garde les réponses du simulateur, si vous le demandez, sept jours',
            },
          ],
        },
      ],
    },
  ];
}
