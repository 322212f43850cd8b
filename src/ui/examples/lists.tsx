import * as ui from '../index.ts';
import type { Example, Written } from './example.ts';

const CANDIDATES = ['Martin, Camille', 'Durand, Zoé', 'Petit, Ali'];

/** Many things of one kind, and the facts of one. */
export function listExamples(as: Written): readonly Example[] {
  const here = as('/demo/galerie');
  const columns = [
    { label: as('Candidat') },
    { label: as('Pièces'), figures: true },
    { label: as('Dernier acte'), narrow: true },
  ];
  const rows = CANDIDATES.map((name, index) => ({
    key: name,
    cells: [as(name), as(`${index + 2} sur 5`), as(`${index + 3} novembre`)],
  }));
  return [
    {
      names: ['Table'],
      use: 'Un tableau\u00a0: sur un téléphone, chaque ligne devient un bloc où chaque valeur a le nom de sa colonne.',
      drawn: <ui.Table caption={as('Dossiers à contrôler')} captionShown columns={columns} rows={rows} />,
    },
    {
      names: ['Table (compact)'],
      use: 'De longues listes de valeurs courtes\u00a0: sur un téléphone, une ligne se lit comme une phrase.',
      drawn: <ui.Table caption={as('Les mêmes, en phrases')} columns={columns} rows={rows} compact />,
    },
    {
      names: ['Table (scrolls)'],
      use: 'De longs tableaux de chiffres\u00a0: ils défilent dans leur cadre, au clavier aussi.',
      drawn: (
        <ui.Table
          caption={as('Notes par épreuve')}
          columns={[as('Candidat'), ...[10, 20, 30, 40, 50, 60, 70, 80].map((unit) => as(`U${unit}`))].map((label) => ({
            label,
          }))}
          rows={CANDIDATES.map((name, index) => ({
            key: name,
            cells: [as(name), ...[8, 9, 10, 11, 12, 13, 14, 15].map((mark) => as(`${mark + index},5`))],
          }))}
          scrolls
        />
      ),
    },
    {
      names: ['RowList'],
      use: "Une chose par ligne\u00a0: pièces, documents, inscriptions. Ce qui a été refusé est dit en entier, avec ce qu'il faut faire.",
      drawn: (
        <ui.RowList
          rows={[
            {
              key: as('ligne-identite'),
              title: as("Pièce d'identité"),
              href: here,
              code: as('CINSIG01'),
              lines: [as("Jusqu'au 1er décembre, 17\u00a0h\u00a000."), as('Déposée le 14 novembre.')],
              status: <ui.Status name="compliant" />,
            },
            {
              key: as('ligne-domicile'),
              title: as('Justificatif de domicile'),
              status: <ui.Status name="refused" />,
              note: {
                tone: 'danger',
                title: as('Pourquoi'),
                text: as('Il a plus de trois mois. Donnez-en un récent.'),
              },
              actions: <ui.ButtonLink href={here}>{as('Corriger')}</ui.ButtonLink>,
            },
          ]}
        />
      ),
    },
    {
      names: ['SummaryList'],
      use: "Des questions et leurs réponses, à relire. Ce qui a changé depuis la version d'avant se voit.",
      drawn: (
        <ui.SummaryList
          rows={[
            { label: as('Nom de naissance'), value: as('Martin') },
            { label: as('Ville'), value: as('Riom'), before: as('Thiers'), modify: here },
          ]}
        />
      ),
    },
    {
      names: ['Timeline'],
      use: "Ce qui s'est passé, avec l'auteur quand ce n'est pas le lecteur. Au-delà de quelques lignes, le reste se déplie.",
      drawn: (
        <ui.Timeline
          shown={2}
          entries={[
            ['Pièce refusée', 'Odile Vernet'],
            ['Pièce déposée', undefined],
            ['Inscription enregistrée', undefined],
          ].map(([text = '', actor], index) => ({
            key: text,
            at: Temporal.Instant.from('2023-11-15T10:00:00+01:00').subtract({ hours: index * 30 }),
            text: as(text),
            ...(actor !== undefined && { actor: as(actor) }),
          }))}
        />
      ),
    },
    {
      names: ['Milestones'],
      use: "Des dates sur une ligne, à l'échelle, avec aujourd'hui\u00a0: ce qui est passé, ce qui vient. La liste dit la même chose.",
      drawn: (
        <ui.Milestones
          label={as('Les dates de la session')}
          now={Temporal.Instant.from('2023-11-15T10:00:00+01:00')}
          today={as('15 novembre')}
          milestones={[
            ['Ouverture', '2023-10-12T14:00:00+02:00'],
            ['Clôture', '2023-12-01T17:00:00+01:00'],
            ['Épreuves', '2024-06-03T00:00:00+02:00'],
            ['Résultats', null],
          ].map(([label, at]) => ({
            key: `${label}`,
            label: as(`${label}`),
            at: typeof at === 'string' ? Temporal.Instant.from(at) : null,
            when: as(typeof at === 'string' ? at.slice(0, 10) : 'date à venir'),
            detail: as('à 17\u00a0h\u00a000'),
          }))}
        />
      ),
    },
    {
      names: ['Shares'],
      use: "De quoi un tout est fait\u00a0: une part par état, chacune avec sa liste. Ce dont il n'y a rien n'y est pas.",
      drawn: (
        <ui.Shares
          label={as('Les dossiers par état')}
          shares={(
            [
              ['À signer', 31, 'info'],
              ['Pièces manquantes', 99, 'warn'],
              ['À contrôler', 16, 'accent'],
              ['Validés', 115, 'ok'],
              ['Annulés', 0, 'quiet'],
            ] as const
          ).map(([label, count, tone]) => ({
            key: label,
            label: as(label),
            count,
            value: as(`${count}`),
            tone,
            href: here,
            detail: as('au candidat'),
          }))}
        />
      ),
    },
    {
      names: ['Figures'],
      use: 'Quelques nombres qui comptent, chacun avec la liste derrière lui.',
      drawn: (
        <ui.Figures
          figures={[
            { label: as('Dossiers à contrôler'), value: as('42'), href: here, detail: as('dont 3 en retard') },
            { label: as('Inscrits'), value: as('1\u00a0204') },
          ]}
        />
      ),
    },
    {
      names: ['Facts'],
      use: "Les faits d'un document, sur deux colonnes.",
      drawn: (
        <ui.Facts
          caption={as("Les faits de l'inscription")}
          lines={[
            { label: as('Diplôme'), value: as('Coiffure') },
            { label: as('Session'), value: as('2024') },
          ]}
        />
      ),
    },
  ];
}
