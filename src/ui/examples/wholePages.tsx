import type { ComponentChildren, JSX } from 'preact';
import * as ui from '../index.ts';
import type { PageExample, Written } from './example.ts';
import { everyField, fieldOf } from './fields.tsx';

/** What stands around a page, everything in it. */
export function fullChrome(as: Written): ui.Chrome {
  const link = { href: as('/demo/galerie'), label: as('La galerie') };
  return {
    exam: as("Un examen, session d'exemple"),
    home: as('/'),
    navigation: [
      { ...link, count: 2, countLabel: as('non lus') },
      { href: as('/demo'), label: as('La démonstration') },
    ],
    signOut: as('/demo/galerie'),
    strip: { tone: 'warn', text: as("Les inscriptions ferment aujourd'hui à 17\u00a0h.") },
    demonstration: true,
    demonstrationLink: { href: as('/demo'), label: as('Comptes et horloge') },
    officer: {
      service: as('Bureau des examens'),
      person: as('Odile Vernet'),
      phone: as('0473993550'),
      mail: as('bureau@exemple.fr'),
      hours: as('de 9\u00a0h à 12\u00a0h'),
      address: as('3 avenue des Volcans, 63000 Exempleville'),
    },
    help: [],
    legal: [{ href: as('/mentions-legales'), label: as('Mentions légales') }],
    scheme: 'system',
    csrf: as('jeton'),
    address: as('/demo/galerie'),
  };
}

/** Components that are a page by themselves, bear its title or take the focus. */
export function wholePageExamples(as: Written): readonly PageExample[] {
  const here = as('/demo/galerie');
  const page = (chrome: ui.Chrome, title: string, children: ComponentChildren, more: Partial<ui.PageProps> = {}) =>
    ui.renderPage(
      <ui.Page chrome={chrome} title={as(title)} {...more}>
        {children}
      </ui.Page>,
    );
  const titled = (title: string): JSX.Element => <ui.PageTitle>{as(title)}</ui.PageTitle>;
  return [
    {
      code: 'page',
      name: 'Page',
      state: 'tout ce qui peut entourer une page',
      use: "L'en-tête, l'échéance, le message de ce qui vient d'être fait, le titre, la carte du gestionnaire, le pied.",
      html: ({ chrome }) =>
        page(
          { ...fullChrome(as), preview: chrome.preview ?? null, csrf: chrome.csrf, signOut: chrome.csrf && here },
          'Une page',
          <>
            <ui.PageTitle kicker={as('Inscription 24-00127-K')} aside={as('version 2')} lead={as("Ce qu'on y fait.")}>
              {as('Une page')}
            </ui.PageTitle>
            <p>{as('Ce que la page a à dire.')}</p>
          </>,
          // The gallery needs no script; a name that would harm is one like another.
          {
            description: as('Une page'),
            scripts: [as('')].filter((name) => name !== ''),
            flash: { tone: 'ok', text: as('Enregistré.') },
          },
        ),
    },
    {
      code: 'formulaire-refuse',
      name: 'Form',
      state: 'refusé',
      use: 'Tout ce qui est à corriger est dit en tête, avec un lien vers chaque champ\u00a0; rien de ce qui était écrit ne se perd, sauf un mot de passe.',
      html: ({ chrome }) => {
        const fields = everyField(as, 'refuse');
        const state = {
          typed: Object.fromEntries(fields.map(({ name }) => [name, as('deux')])),
          faults: [
            ...fields.map(({ name, label }) => ({ field: name, message: as(`${label}\u00a0: répondez.`) })),
            { field: null, message: as('Les inscriptions viennent de fermer.') },
          ],
        };
        return page(
          chrome,
          'Un formulaire refusé',
          <>
            {titled('Un formulaire refusé')}
            <ui.Form
              action={here}
              csrf={as('jeton')}
              idempotencyKey={as('cle')}
              version={as('3')}
              hidden={{ [as('etape')]: as('4') }}
              state={state}
              label={as('Vos réponses')}
              marks="required"
              submit={as('Enregistrer')}
            >
              <ui.FormFields fields={fields} />
            </ui.Form>
          </>,
          { faulty: true },
        );
      },
    },
    {
      code: 'acte-plie-refuse',
      name: 'FoldedForm',
      state: 'refusé, donc déplié',
      use: "Un acte qui reste plié tant qu'on n'en veut pas. Refusé, il revient ouvert.",
      html: ({ chrome }) => {
        const field = fieldOf(as, 'plie', 'textarea');
        const state = {
          typed: { [field.name]: as('Bonjour') },
          faults: [{ field: field.name, message: as('Écrivez une phrase entière.') }],
        };
        return page(
          chrome,
          'Un acte plié',
          <>
            {titled('Un acte plié')}
            <ui.FoldedForm
              name={as('plie')}
              title={as('Écrire au candidat')}
              action={here}
              fields={[field]}
              refused={state}
              submit={as('Envoyer')}
              csrf={as('jeton')}
            >
              <p>{as('Il recevra un mail.')}</p>
            </ui.FoldedForm>
          </>,
          { faulty: true },
        );
      },
    },
    {
      code: 'tableau-refuse',
      name: 'CellField',
      state: 'un tableau à remplir, refusé',
      use: "Les champs d'un tableau\u00a0: leur intitulé est dit sans être montré, leurs fautes ont la place de leur ligne.",
      html: ({ chrome }) => {
        const [mark, choice, ticks] = (['text', 'select', 'checkboxes'] as const).map((one) =>
          fieldOf(as, 'cellule', one),
        );
        if (mark === undefined || choice === undefined || ticks === undefined) return '';
        const state = {
          typed: { [mark.name]: as('21') },
          faults: [{ field: mark.name, message: as('Une note va de 0 à 20.') }],
        };
        return page(
          chrome,
          'Un tableau à remplir',
          <>
            {titled('Un tableau à remplir')}
            <ui.Form action={here} state={state}>
              <ui.Table
                caption={as('Notes à saisir')}
                columns={['Candidat', 'Note', 'Choix', 'Absence'].map((label) => ({ label: as(label) }))}
                rows={[
                  {
                    key: 'one',
                    cells: [
                      <span key="who" id={as('candidat')}>
                        {as('0412')}
                      </span>,
                      <>
                        <ui.CellField field={mark} label={as('Note de 0412')} saidBy={as('candidat')} />
                        <ui.CellFaults fields={[mark]} />
                      </>,
                      <ui.CellField key="choice" field={choice} label={as('Choix de 0412')} />,
                      <ui.CellTick
                        key="tick"
                        field={ticks}
                        value={as('un')}
                        position={1}
                        label={as('Absent')}
                        about={as('le candidat 0412')}
                      />,
                    ],
                  },
                ]}
              />
            </ui.Form>
          </>,
          { faulty: true },
        );
      },
    },
    {
      code: 'liste-de-travail',
      name: 'ListHead',
      state: 'une liste du bureau, pleine',
      use: "Le titre et combien, les filtres et le premier acte sur une ligne, l'ordre derrière le point d'interrogation\u00a0; plusieurs choses d'une même ligne, un mot chacune (Chips).",
      html: ({ chrome }) => {
        const pieces = (
          <ui.Chips
            items={[
              { href: here, code: as('CINSIG01'), label: as('Identité'), marks: [as('+2')], waits: null },
              { href: as('/demo'), code: as('DOMICIL'), label: as('Domicile'), marks: [], waits: as('peut changer') },
            ]}
          />
        );
        return page(
          { ...chrome, density: 'dense' },
          'Corbeille',
          <>
            <ui.ListHead
              title={as('Corbeille')}
              count={as('42 pièces')}
              help={as('Les plus anciennes en premier.')}
              action={<ui.ButtonLink href={here}>{as('Commencer')}</ui.ButtonLink>}
            >
              <ui.Form method="get" action={here} inline>
                <ui.FilterSelect
                  name={as('groupe')}
                  label={as('Groupe')}
                  every={as('Tous')}
                  options={[{ value: as('G2'), label: as('G2') }]}
                  chosen={null}
                />
              </ui.Form>
            </ui.ListHead>
            <ui.Table
              caption={as('Pièces à contrôler')}
              columns={['Candidat', 'Pièces', 'Reçue'].map((label) => ({ label: as(label) }))}
              rows={Array.from({ length: 12 }, (_, index) => ({
                key: String(index),
                cells: [as(`Candidat ${index + 1}`), pieces, as(`${index + 2} novembre`)],
              }))}
            />
            <ui.Pagination page={1} pages={4} href={() => here} />
          </>,
          { layout: 'wide' },
        );
      },
    },
    {
      code: 'piece-a-controler',
      name: 'SplitView',
      state: 'une pièce et ce qui en est décidé',
      use: "Le document d'un côté, la décision de l'autre\u00a0; l'un sous l'autre sur un petit écran.",
      html: ({ chrome }) =>
        page(
          { ...chrome, density: 'dense' },
          'Une pièce à contrôler',
          <ui.SplitView
            bar={<p>{as('3 pièces attendent')}</p>}
            documentLabel={as('Le document')}
            decisionLabel={as('La décision')}
            document={
              <ui.DocumentFrame
                document={here}
                firstPage={as(ui.asset('icon.svg'))}
                label={as("Pièce d'identité, page 1 sur 1")}
              />
            }
            decision={
              <>
                {titled("Pièce d'identité")}
                <p>{as('Ce que la pièce doit prouver.')}</p>
              </>
            }
          />,
          { layout: 'desk' },
        ),
    },
    {
      code: 'document',
      name: 'Sheet',
      state: 'un document du bureau',
      use: "Le même à l'écran et sur le papier.",
      html: ({ chrome }) =>
        page(
          chrome,
          'Un document',
          <ui.Sheet
            letterhead={[as('Rectorat'), as('Division des examens')]}
            place={as('Exempleville, le 14 novembre 2023')}
            subject={as("Confirmation d'inscription")}
            reference={as('24-00127-K')}
            seal={as('Vérifier ce document\u00a0: AB12-CD34')}
          >
            <ui.Facts
              caption={as("Les faits de l'inscription")}
              lines={[{ label: as('Diplôme'), value: as('Coiffure') }]}
            />
          </ui.Sheet>,
        ),
    },
  ];
}
