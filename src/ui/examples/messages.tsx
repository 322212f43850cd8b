import { keysOf } from '../../platform/keys.ts';
import * as ui from '../index.ts';
import type { Example, Written } from './example.ts';

const TONES: Readonly<Record<ui.Tone, readonly [title: string, text: string]>> = {
  info: ['Bon à savoir', 'Votre gestionnaire contrôle vos pièces sous dix jours.'],
  ok: ['Enregistré', 'Vos réponses sont enregistrées.'],
  warn: ['À faire', 'Il vous reste une pièce à donner avant le 1er décembre.'],
  danger: ['Pièce refusée', 'La photo est floue\u00a0: envoyez-en une autre.'],
};
const STATUSES: readonly ui.StatusName[] = [
  'missing',
  'deposited',
  'being-read',
  'doubted',
  'received',
  'compliant',
  'refused',
  'irrelevant',
  'replaced',
  'late',
  'exempted',
];

/** What is said of a thing: news, states, nothing yet. */
export function messageExamples(as: Written): readonly Example[] {
  return [
    {
      names: ['Alert'],
      use: "Ce qui doit ressortir du texte\u00a0: une nouvelle, un succès, une chose à faire, un problème. Le titre dit la nature du message\u00a0: la couleur n'est jamais seule.",
      drawn: (
        <>
          {keysOf(TONES).map((tone) => (
            <ui.Alert key={tone} tone={tone} title={as(TONES[tone][0])} level={3}>
              {as(TONES[tone][1])}
            </ui.Alert>
          ))}
        </>
      ),
    },
    {
      names: ['Status'],
      use: "L'état d'une pièce, dans les mots de la notice. Un mot plus exact peut le remplacer.",
      drawn: (
        <p>
          {STATUSES.flatMap((name) => [<ui.Status key={name} name={name} />, ' '])}
          <ui.Status name="refused" label={as('refusée le 3 novembre')} />
        </p>
      ),
    },
    {
      names: ['Tag'],
      use: 'Un mot qui classe, sans état.',
      drawn: <ui.Tag>{as('à relire')}</ui.Tag>,
    },
    {
      names: ['EmptyState'],
      use: 'Une liste vide dit pourquoi, et ce qui la remplira.',
      drawn: (
        <ui.EmptyState
          title={as('Aucune inscription')}
          action={<ui.ButtonLink href={as('/demo/galerie')}>{as("M'inscrire")}</ui.ButtonLink>}
        >
          {as("Vous n'avez encore rien commencé.")}
        </ui.EmptyState>
      ),
    },
    {
      names: ['Unsent'],
      use: "Des mots écrits dans un onglet resté ouvert, dont le formulaire n'existe plus\u00a0: ils sont rendus.",
      drawn: <ui.Unsent words={as('Bonjour, voici mon justificatif de domicile.')} />,
    },
    {
      names: ['Stepper'],
      use: "Où l'on en est d'un parcours. Ce n'est pas un moyen d'aller ailleurs.",
      drawn: <ui.Stepper titles={[as('Identité'), as('Diplôme'), as('Acquis'), as('Récapitulatif')]} position={2} />,
    },
    {
      names: ['Checklist'],
      use: "Des choses à faire ou faites, dans l'ordre, chacune avec son état.",
      drawn: (
        <ui.Checklist
          items={[
            { state: 'done', label: as("Remplir l'inscription"), detail: as('le 14 novembre') },
            { state: 'partial', label: as('Donner les pièces'), href: as('/demo/galerie'), detail: as('2 sur 5') },
            { state: 'todo', label: as('Signer la confirmation'), href: as('/demo/galerie#signer') },
            { state: 'problem', label: as('Corriger la photo'), note: as('Le visage est coupé.') },
            { state: 'waiting', label: as('Contrôle du rectorat'), detail: as('sous dix jours') },
          ]}
        />
      ),
    },
  ];
}
