import { z } from 'zod';
import { keysOf } from '../../platform/keys.ts';
import * as ui from '../index.ts';
import type { Example, Written } from './example.ts';

const CONTROLS: Readonly<Record<ui.Control, string>> = {
  text: 'Ville',
  email: 'Adresse mail',
  tel: 'Téléphone',
  password: 'Mot de passe',
  date: 'Date de naissance',
  number: 'Mois de travail',
  select: 'Pays',
  radio: "Forme de l'examen",
  textarea: 'Votre message',
  checkbox: "Je certifie l'exactitude de mes réponses",
  checkboxes: 'Aménagements demandés',
};

/** A field of each kind; `name` begins theirs. */
export function fieldOf(as: Written, name: string, control: ui.Control): ui.Field {
  return ui.defineField({
    name: as(`${name}-${control}`),
    label: as(CONTROLS[control]),
    hint: as("Une aide, sous l'intitulé."),
    example: as("tel qu'on l'écrit"),
    autocomplete: as('off'),
    options: [
      { value: as('un'), label: as('Premier choix'), hint: as('Ce que le choix entraîne.'), group: as('Un groupe') },
      { value: as('deux'), label: as('Second choix'), hint: as('Ce que le choix entraîne.'), group: as('Un groupe') },
    ],
    missing: as('Répondez à cette question.'),
    control,
    check: z.unknown(),
  });
}

/** One of each kind. */
export function everyField(as: Written, name: string): readonly ui.Field[] {
  return keysOf(CONTROLS).map((control) => fieldOf(as, name, control));
}

function fileField(as: Written, name: string): ui.FileField {
  return {
    name: as(name),
    label: as('Justificatif de domicile'),
    hint: as('Une facture, un avis, une attestation.'),
    accept: [as('application/pdf')],
    limits: as('PDF ou photo, 25\u00a0Mo au plus.'),
  };
}

/** Fields and what groups them, before anything is refused (`wholePages.tsx`). */
export function fieldExamples(as: Written): readonly Example[] {
  const here = as('/demo/galerie');
  return [
    {
      names: ['Form', 'FormFields', 'FormField'],
      use: "Un formulaire que le serveur vérifie. Chaque champ est déclaré une fois\u00a0: l'intitulé, l'aide, la vérification, l'erreur et la ligne du récapitulatif en viennent. En voici un de chaque sorte.",
      drawn: (
        <ui.Form
          action={here}
          csrf={as('jeton')}
          marks="required"
          submit={as('Enregistrer')}
          label={as('Un formulaire')}
        >
          <ui.FormFields fields={everyField(as, 'vide')} />
        </ui.Form>
      ),
    },
    {
      names: ['FormField'],
      use: 'Un champ à corriger\u00a0: la faute est dite entre son intitulé et sa case, avec la façon de la corriger. Ce qui était écrit reste.',
      drawn: (
        <>
          <ui.FormField
            field={fieldOf(as, 'faute', 'date')}
            value={as('31/02/2004')}
            fault={as("Ce jour n'existe pas. Vérifiez le jour et le mois.")}
          />
          <ui.FormField field={fieldOf(as, 'faute', 'radio')} fault={as('Choisissez une forme.')} />
        </>
      ),
    },
    {
      names: ['ChoiceCards'],
      use: 'Un choix qui pèse\u00a0: chaque possibilité a son explication.',
      drawn: <ui.ChoiceCards field={fieldOf(as, 'cartes', 'radio')} value={as('un')} />,
    },
    {
      names: ['Fieldset', 'FileInput'],
      use: 'Des champs sous une même question\u00a0; un fichier, avec ce qui est accepté, dit avant.',
      drawn: (
        <ui.Fieldset legend={as('Votre justificatif')} hint={as('De moins de trois mois.')}>
          <ui.FileInput field={fileField(as, 'fichier')} />
          <ui.FileInput field={fileField(as, 'fichier-vide')} fault={as('Ce fichier est vide.')} />
        </ui.Fieldset>
      ),
    },
    {
      names: ['RowFileForm'],
      use: "Un fichier choisi et envoyé dans la ligne d'une liste.",
      drawn: (
        <>
          <p id={as('accepte')}>{as('PDF ou photo, 25\u00a0Mo au plus.')}</p>
          <ui.RowFileForm
            action={here}
            field={fileField(as, 'fichier')}
            id={as('ligne-fichier')}
            label={as('Fichier')}
            describedBy={as('accepte')}
            submit={as('Déposer')}
            about={as('le justificatif de domicile')}
            csrf={as('jeton')}
          >
            <p>{as('Recto et verso sur la même page.')}</p>
          </ui.RowFileForm>
        </>
      ),
    },
    {
      names: ['FilterSelect'],
      use: 'Un choix qui resserre une liste.',
      drawn: (
        <ui.FilterSelect
          name={as('groupe')}
          label={as('Groupe')}
          every={as('Tous les groupes')}
          options={[{ value: as('G1'), label: as('G1') }]}
          chosen={as('G1')}
        />
      ),
    },
  ];
}
