import { dayInWords } from '../../ui/index.ts';
import type { ArticleBlock, ArticlePart } from './article.ts';
import { ABSENT, type Criterion, THEMES } from './criteria.ts';

/** When what follows was last held against the tests and the known faults: to be moved with them. */
const ESTABLISHED_ON = Temporal.PlainDate.from('2026-12-02');

/** The declaration in its imposed order (décret 2019-768). « Non conforme » as long as no audit was made: that is the rule. */
export function accessibility(office: {
  readonly authority: string;
  readonly officersHref: string;
  /** The account asks for what the notice has typed twice (`confirmations: retype`). */
  readonly retypes: boolean;
}): readonly ArticlePart[] {
  return [
    {
      id: 'engagement',
      title: 'Notre engagement',
      blocks: [
        `Le responsable de ce site, ${office.authority}, s'engage à le rendre accessible.`,
        'La loi le demande\u00a0: article 47 de la loi n°\u00a02005-102 du 11\u00a0février\u00a02005.',
        "Cette déclaration vaut pour tout le site Registre\u00a0: ses pages publiques, l'espace des candidats, celui du personnel (/gestion) et les documents qu'il produit.",
      ],
    },
    {
      id: 'etat',
      title: 'État de conformité',
      blocks: [
        "Ce site est non conforme au référentiel général d'amélioration de l'accessibilité (RGAA), version 4.1.2.",
        "Aucun audit n'a encore été fait par une personne extérieure. Sans audit, la loi veut que l'on écrive «\u00a0non conforme\u00a0».",
      ],
    },
    {
      id: 'tests',
      title: 'Résultats des tests',
      blocks: [
        "Aucun taux de conformité ne peut être donné avant l'audit. Voici ce que nous vérifions nous-mêmes\u00a0:",
        {
          list: [
            "un robot ouvre dans Chromium toutes les pages où mènent des liens, pour un visiteur, un candidat et chaque fonction du personnel. Sur chacune, axe-core ne doit rien trouver, en apparence claire et en apparence sombre, et la page doit tenir de 320 à 1\u202f280\u00a0pixels de large, avec un texte agrandi ou espacé aussi. Un tel outil ne voit qu'un tiers environ des critères\u00a0;",
            "l'inscription entière, son contrôle au rectorat, le simulateur et le code de connexion sont parcourus sans JavaScript\u00a0;",
            'les contrastes de toutes les couleurs sont calculés\u00a0;',
            "les documents PDF que nous produisons sont balisés et se déclarent PDF/UA-1. Aucun outil de contrôle de cette norme ne l'a encore vérifié.",
          ],
        },
        "Nous n'avons pas encore fait d'essais avec des personnes qui utilisent un lecteur d'écran.",
      ],
    },
    {
      id: 'criteres',
      title: 'Les 106 critères, un par un',
      blocks: [
        "Voici ce que nous savons de chaque critère du RGAA, dans nos mots. «\u00a0Conforme\u00a0» n'est écrit que de ce qu'un essai automatique contrôle.",
        `${count('conform')}\u00a0critères sont conformes, ${count('broken')} ne le sont pas, ${count('none')} sont sans objet et ${count('unseen')} ne sont pas encore vérifiés.`,
        ...THEMES.map(
          ({ title, criteria }, theme): ArticleBlock => ({
            folded: `${theme + 1}. ${title}`,
            blocks: [
              {
                list: criteria.map(({ what, state }, index) => `${theme + 1}.${index + 1} ${what}. ${inWords(state)}.`),
              },
            ],
          }),
        ),
      ],
    },
    {
      id: 'contenus',
      title: 'Contenus non accessibles',
      blocks: [
        "L'audit donnera la liste complète. Voici les défauts que nous connaissons\u00a0:",
        {
          list: [
            ...EVERY.flatMap(({ number, state }) =>
              state.is === 'broken' ? [`${state.lacks} (critère\u00a0${number})\u00a0;`] : [],
            ),
            ...(office.retypes
              ? [
                  "à la création du compte, le nom, la date de naissance, l'adresse mail et le mot de passe se saisissent deux fois (WCAG 3.3.7). C'est une exception voulue\u00a0: la notice de l'examen le demande, pour qu'une faute de frappe n'aille pas jusqu'au diplôme. Un réglage remplace cette seconde saisie par une relecture\u00a0;",
                ]
              : []),
            "le résumé des erreurs vient avant le titre de la page dans la plupart des formulaires, après lui dans d'autres.",
          ],
        },
        "Les documents déposés par les candidats (photos, numérisations) sont des contenus de tiers. L'obligation ne s'applique pas à eux.",
      ],
    },
    {
      id: 'etablissement',
      title: 'Établissement de cette déclaration',
      blocks: [
        `Cette déclaration a été établie le ${dayInWords(ESTABLISHED_ON)}.`,
        'Technologies utilisées\u00a0: HTML, CSS, SVG, JavaScript (facultatif), PDF.',
        'Outils\u00a0: axe-core, Chromium. Pages vérifiées\u00a0: toutes celles où mènent des liens, dans chaque espace.',
        "Le schéma pluriannuel et le plan d'action ne sont pas encore publiés.",
      ],
    },
    {
      id: 'contact',
      title: "Retour d'information et contact",
      blocks: [
        'Une page vous résiste\u00a0? Dites-le nous\u00a0: nous vous aiderons autrement, et nous corrigerons la page.',
        [
          'Écrivez ou téléphonez à ',
          { text: 'votre gestionnaire', href: office.officersHref },
          ". Donnez l'adresse de la page et ce qui ne va pas.",
        ],
      ],
    },
    {
      id: 'recours',
      title: 'Voies de recours',
      blocks: [
        "Vous nous avez signalé un défaut qui vous empêche d'utiliser le site, et notre réponse ne vous satisfait pas. Vous pouvez\u00a0:",
        {
          list: [
            [
              'écrire un message au Défenseur des droits, par ',
              { text: 'son formulaire', href: 'https://formulaire.defenseurdesdroits.fr/' },
              '\u00a0;',
            ],
            [
              'contacter ',
              {
                text: 'le délégué du Défenseur des droits de votre région',
                href: 'https://www.defenseurdesdroits.fr/saisir/delegues',
              },
              '\u00a0;',
            ],
            'envoyer un courrier, sans timbre\u00a0: Défenseur des droits, Libre réponse 71120, 75342\u00a0Paris CEDEX 07.',
          ],
        },
      ],
    },
  ];
}

const EVERY = THEMES.flatMap(({ criteria }, theme) =>
  criteria.map(({ state }, index) => ({ number: `${theme + 1}.${index + 1}`, state })),
);

function count(state: Criterion['state']['is']): number {
  return EVERY.filter(({ state: { is } }) => is === state).length;
}

function inWords(state: Criterion['state']): string {
  if (state.is === 'unseen') return 'Non vérifié';
  if (state.is === 'none') return `Sans objet\u00a0: ${ABSENT[state.why]}`;
  return state.is === 'broken' ? `Non conforme\u00a0: ${state.lacks}` : 'Conforme';
}
