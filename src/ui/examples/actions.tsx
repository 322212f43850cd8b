import * as ui from '../index.ts';
import type { Example, Written } from './example.ts';

/** What is pressed, and what leads elsewhere. */
export function actionExamples(as: Written): readonly Example[] {
  const here = as('/demo/galerie');
  return [
    {
      names: ['Button', 'Actions', 'ActionForm'],
      use: 'Un bouton envoie son formulaire. Un seul principal par page\u00a0; les autres sont secondaires\u00a0; ce qui détruit ressemble à un lien et mène à une confirmation.',
      drawn: (
        <>
          <ui.ActionForm action={here} csrf={as('jeton')}>
            <ui.Actions>
              <ui.Button name={as('acte')} value={as('valider')} form={as('autre')} formaction={here}>
                {as('Valider la pièce')}
              </ui.Button>
              <ui.Button kind="secondary" shortcut={as('R')}>
                {as('Refuser la pièce')}
              </ui.Button>
              <ui.Button kind="danger">{as("Annuler l'inscription")}</ui.Button>
              <ui.Button kind="row" about={as("la pièce d'identité")}>
                {as('Retirer')}
              </ui.Button>
            </ui.Actions>
          </ui.ActionForm>
          <form id={as('autre')} method="post" action={here} />
        </>
      ),
    },
    {
      names: ['ButtonLink', 'DangerLink'],
      use: "Un lien dessiné comme un bouton va vers une page\u00a0: il n'envoie rien.",
      drawn: (
        <ui.Actions>
          <ui.ButtonLink href={here} about={as('en Coiffure')} shortcut={as('S')}>
            {as("Continuer l'inscription")}
          </ui.ButtonLink>
          <ui.ButtonLink href={here} kind="secondary" download>
            {as('Télécharger la liste')}
          </ui.ButtonLink>
          <ui.DangerLink href={here}>{as('Retirer ma candidature')}</ui.DangerLink>
        </ui.Actions>
      ),
    },
    {
      names: ['BackLink'],
      use: "En tête d'une page, vers celle dont on vient.",
      drawn: <ui.BackLink href={here}>{as('Mes inscriptions')}</ui.BackLink>,
    },
    {
      names: ['Leads'],
      use: "Où aller d'autre, et ce qu'on y trouve\u00a0: toute la ligne est un lien. Sans adresse, la ligne dit pourquoi.",
      drawn: (
        <ui.Leads
          rows={[
            { href: here, label: as('Mes documents'), text: as('Confirmation, liste des pièces, courriers.') },
            { href: null, label: as('Mes résultats'), text: as('Ils viennent après la délibération du jury.') },
          ]}
        />
      ),
    },
    {
      names: ['Parts'],
      use: "Les pages d'une même chose, ou les listes d'une même page, avec celle que l'on lit.",
      drawn: (
        <ui.Parts
          label={as('Listes de la clôture')}
          parts={['À inviter (12)', 'Invités (4)', 'À annuler (2)'].map((label) => ({
            key: label,
            href: here,
            label: as(label),
          }))}
          here="Invités (4)"
        />
      ),
    },
    {
      names: ['Pagination'],
      use: "Au bas d'une liste qui ne tient pas sur une page\u00a0; rien quand elle y tient.",
      drawn: <ui.Pagination page={2} pages={3} href={() => here} />,
    },
    {
      names: ['SearchBox'],
      use: "Où l'on écrit ce que l'on cherche, avec un exemple.",
      drawn: (
        <ui.SearchBox name="recherche" label={as('Nom ou numéro')} example={as('Par exemple\u00a0: martin')} typed="" />
      ),
    },
    {
      names: ['LineFaults'],
      use: "Ce qui n'est pas bon dans un fichier pris en entier ou pas du tout, ligne par ligne.",
      drawn: (
        <ui.LineFaults
          count={40}
          faults={[
            { line: null, message: as('Il manque la colonne «\u00a0État\u00a0».') },
            { line: 14, message: as('La date de naissance est vide.') },
          ]}
        />
      ),
    },
    {
      names: ['TableLinks'],
      use: 'Le même tableau en fichier, dans les deux formats.',
      drawn: (
        <p>
          <ui.TableLinks label={as('Modèle')} href={() => here} />
        </p>
      ),
    },
  ];
}
