import type { Academy } from '../../catalogue/index.ts';
import { type ArticleBlock, type ArticlePart, ofEach } from './article.ts';

/** Loi n° 2004-575 du 21 juin 2004 (LCEN), article 6. What an academy hasn't said yet stands as its file has it. */
export function legalNotice(office: {
  readonly academies: readonly Academy[];
  readonly demonstration: boolean;
}): readonly ArticlePart[] {
  return [
    {
      id: 'editeur',
      title: 'Éditeur',
      blocks: [
        ...(office.demonstration
          ? [
              "Ce site est une démonstration. Le service est fictif et aucun rectorat ne le publie. Les indications ci-dessous montrent ce qu'un vrai service écrirait.",
            ]
          : []),
        ...office.academies.flatMap(({ letterhead, links }): readonly ArticleBlock[] => [
          `${[letterhead.authority, letterhead.division, letterhead.bureau, letterhead.academy].join(', ')}.`,
          ['Site\u00a0: ', { text: links.site, href: links.site }],
        ]),
        { facts: ofEach(office.academies, 'Directeur de la publication', ({ legal }) => [legal.publicationDirector]) },
      ],
    },
    {
      id: 'hebergeur',
      title: 'Hébergeur',
      blocks: [{ facts: ofEach(office.academies, 'Hébergeur', ({ legal }) => legal.host) }],
    },
    {
      id: 'contester',
      title: 'Contester une décision',
      blocks: [
        "Chaque décision dit comment la contester et jusqu'à quel jour. Voici où écrire.",
        {
          facts: [
            ...ofEach(office.academies, 'Recours devant le recteur', ({ legal }) => legal.rector),
            ...ofEach(office.academies, 'Tribunal administratif', ({ legal }) => legal.court),
            ...ofEach(office.academies, 'Médiateur', ({ legal }) => legal.mediator),
          ],
        },
      ],
    },
    {
      id: 'logiciel',
      title: 'Logiciel',
      blocks: [
        'Registre est un logiciel libre, sous licence EUPL-1.2. Chacun peut le lire, le réutiliser et le modifier.',
        "Registre n'est pas un service de l'État et n'en porte aucune marque. Son apparence lui est propre.",
      ],
    },
    {
      id: 'sources',
      title: 'Sources des informations',
      blocks: [
        "Les dates, les conditions et les coordonnées viennent de la notice d'information de la session. Les règles viennent du code de l'éducation et des arrêtés de chaque spécialité.",
        "Ce que nous avons déduit est indiqué comme tel. Quand une donnée n'est pas connue, la page le dit.",
        'En cas de différence, la notice et les textes officiels font foi.',
      ],
    },
    {
      id: 'voir-aussi',
      title: 'Voir aussi',
      blocks: [
        {
          list: [
            [{ text: 'Données personnelles', href: '/donnees-personnelles' }],
            [{ text: 'Accessibilité', href: '/accessibilite' }],
          ],
        },
      ],
    },
  ];
}
