import type { ArticlePart } from './article.ts';

/** Loi n° 2004-575 du 21 juin 2004 (LCEN), article 6. What only the office knows is said to be missing, never made up. */
export function legalNotice(office: {
  /** One of each academy. */
  readonly letterheads: readonly (readonly string[])[];
  readonly sites: readonly { readonly text: string; readonly href: string }[];
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
        ...office.letterheads.map((lines) => `${lines.join(', ')}.`),
        ...office.sites.map((site) => ['Site\u00a0: ', site]),
        'Directeur de la publication\u00a0: à compléter par le rectorat.',
      ],
    },
    {
      id: 'hebergeur',
      title: 'Hébergeur',
      blocks: ["Nom, adresse et téléphone de l'hébergeur\u00a0: à compléter par le rectorat."],
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
