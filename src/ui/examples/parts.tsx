import * as ui from '../index.ts';
import type { Example, Written } from './example.ts';

/** What a page is divided into. */
export function partExamples(as: Written): readonly Example[] {
  return [
    {
      names: ['Section'],
      use: 'Une partie de la page sous son titre, avec une action à droite.',
      drawn: (
        <ui.Section
          title={as('Vos pièces')}
          id={as('pieces')}
          action={<a href={as('/demo/galerie')}>{as('Tout voir')}</a>}
        >
          <p>{as('Deux pièces sur cinq sont données.')}</p>
        </ui.Section>
      ),
    },
    {
      names: ['Columns', 'Card'],
      use: 'Plusieurs choses de même rang, côte à côte là où il y a la place.',
      drawn: (
        <ui.Columns>
          <ui.Card title={as('Session 2024')} action={<ui.Tag>{as('ouverte')}</ui.Tag>} id={as('session')}>
            <p>{as("Inscriptions jusqu'au 1er décembre.")}</p>
          </ui.Card>
          <ui.Card title={as('Session 2025')}>
            <p>{as('Elle ouvrira en octobre.')}</p>
          </ui.Card>
        </ui.Columns>
      ),
    },
    {
      names: ['AheadFirst'],
      use: "Des jours qui se suivent\u00a0: ceux d'aujourd'hui et d'après d'abord, ceux qui sont passés sous un seul pli.",
      drawn: (
        <ui.AheadFirst all={[2, 3, 4, 5]} isOver={(day) => day < 4} over={(count) => as(`${count} jours passés`)}>
          {(some) => some.map((day) => <p key={day}>{as(`${day} juin, 2 centres`)}</p>)}
        </ui.AheadFirst>
      ),
    },
    {
      names: ['Details'],
      use: "Ce qui n'est lu que de qui le demande\u00a0: un texte officiel, une explication.",
      drawn: (
        <>
          <ui.Details summary={as('Ce que dit le règlement')}>{as('Le texte officiel, mot à mot.')}</ui.Details>
          <ui.Details summary={[as('U10'), as('Création'), as('12')]} open>
            {as('Une ligne dépliée, une valeur par colonne.')}
          </ui.Details>
        </>
      ),
    },
    {
      names: ['ContactCard'],
      use: 'À qui demander, toujours dans les mêmes mots et le même ordre.',
      drawn: (
        <ui.ContactCard
          title={as('Votre gestionnaire')}
          level={3}
          contact={{
            service: as('Bureau des examens'),
            person: as('Odile Vernet'),
            phone: as('0473993550'),
            mail: as('bureau@exemple.fr'),
            hours: as('du lundi au vendredi, de 9\u00a0h à 12\u00a0h'),
            address: as('3 avenue des Volcans, 63000 Exempleville'),
          }}
        />
      ),
    },
    {
      names: ['Identifier', 'TypedWords'],
      use: "Un numéro à copier lettre à lettre\u00a0; les mots de quelqu'un, là où la place est rare.",
      drawn: (
        <p>
          <ui.Identifier>{as('24-00127-K')}</ui.Identifier> <ui.TypedWords>{as('photo-de-ma-carte.jpg')}</ui.TypedWords>
        </p>
      ),
    },
    {
      names: ['KeysHelp'],
      use: "Les touches d'une page où l'on travaille, et comment les couper. Invisible sans le script, sans lequel il n'y en a pas.",
      drawn: <ui.KeysHelp list={[[as('V'), as('Valider')]]} note={as('Les touches servent hors des champs.')} />,
    },
  ];
}
