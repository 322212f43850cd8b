import type { NeededDatum } from '../../accounts/index.ts';
import { plural, shortInstant } from '../../ui/index.ts';

/** The office's words for an enrolment on paper. */
export const paperTexts = {
  title: 'Inscription sur papier',
  link: 'Saisir une inscription reçue sur papier',
  lead: "Pour un candidat qui ne peut pas s'inscrire lui-même\u00a0: sans compte, sans adresse mail, ou sans aide. Vous ouvrez son compte d'après le formulaire, puis vous passez ses étapes. Il reste le seul à signer.",
  session: 'Session',
  sessionMissing: 'Choisissez la session.',
  noSession: "Aucune session ne peut recevoir d'inscription en ce moment.",
  person: "État civil, comme sur la pièce d'identité",
  missing: {
    civility: 'Indiquez la civilité du candidat.',
    birthName: 'Indiquez le nom de famille du candidat.',
    firstNames: 'Indiquez tous les prénoms du candidat.',
    birthDate: 'Indiquez la date de naissance du candidat.',
    birthCountry: 'Choisissez le pays de naissance du candidat.',
  } satisfies Readonly<Record<NeededDatum, string>>,
  contact: 'Pour lui écrire',
  address: 'Adresse mail du candidat',
  addressHint:
    "Laissez vide s'il n'en a pas\u00a0: ses papiers partent par la poste, et une lettre lui donnera le code pour prendre son compte en main plus tard.",
  found: {
    title: 'Cette personne a peut-être déjà un compte',
    text: "Un compte existe à ce nom et à cette date de naissance. Si c'est la même personne, continuez avec le sien\u00a0: on n'a qu'une inscription par session.",
    legend: 'Pour qui saisissez-vous\u00a0?',
    other: 'Une autre personne\u00a0: ouvrir un compte',
    missing: "Dites si c'est la même personne.",
    account: (name: string, address: string): string => `${name}, ${address}`,
  },
  arrangements:
    "Une demande d'aménagements jointe au formulaire va, sous pli fermé, au service des aménagements\u00a0: vous ne la lisez pas et ne la saisissez pas.",
  letter: {
    title: "Lettre d'accès au compte",
    link: "Lettre d'accès au compte",
    lead: "À joindre à la confirmation d'un candidat sans adresse mail. Le code de cette lettre lui permet de prendre son compte en main plus tard, avec sa date de naissance et une adresse mail qu'il prouve.",
    caution:
      "Chaque impression fait un nouveau code et rend le précédent sans effet. Le code n'est écrit nulle part ailleurs\u00a0: postez la lettre, n'en gardez pas de copie. L'impression est notée au journal.",
    print: 'Imprimer la lettre (PDF)',
    two: "Qui a le code entre dans le compte\u00a0: une personne du bureau demande la lettre, une autre l'imprime et la poste.",
    ask: 'Demander la lettre',
    drop: 'Abandonner cette demande',
    asked: 'Lettre demandée',
    askedBy: (who: string, when: Temporal.Instant): string => `Par ${who}, le ${shortInstant(when)}.`,
    waitsForAnother: "Une autre personne du bureau l'imprime\u00a0: elle la trouve à son accueil.",
    waiting: {
      title: "Lettres d'accès à imprimer",
      home: (count: number): string =>
        `${plural(count, "lettre d'accès attend", "lettres d'accès attendent")} qu'une seconde personne l${count < 2 ? "'" : 'es '}imprime.`,
      see: 'Voir',
      columns: { number: 'Numéro', name: 'Nom', since: 'Demandée le' },
    },
    flash: {
      'lettre-demandee': "La lettre est demandée. Une autre personne du bureau l'imprime.",
      'lettre-abandonnee': "La demande est abandonnée\u00a0: aucune lettre n'est imprimée.",
    },
    mailbox:
      "Ce candidat a une adresse mail\u00a0: il choisit un mot de passe par «\u00a0Mot de passe oublié\u00a0». S'il ne la lit plus, changez-la sur preuve.",
  },
  mine: 'Saisies en cours',
  mineLead: 'Ouvertes par vous et pas encore enregistrées.',
  resume: 'Reprendre',
  columns: { name: 'Candidat', session: 'Session', since: 'Ouverte le', act: 'Suite' },
} as const;
