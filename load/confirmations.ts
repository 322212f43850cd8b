import type { FactLine, PaperBlock, PaperContent } from '../src/papers/content.ts';

/**
 * The n-th of many confirmations: nobody has the name, address, jobs, number or code of another, and one in ten has the speciality
 * of another, as in a session. What a press remembers from one paper to the next is then what it would remember at the office.
 */
export function confirmation(rank: number): PaperContent {
  const dice = diceOf(rank);
  const pick = <T>(list: readonly T[]): T => list[dice(list.length)] as T;
  const name = (): string => `${pick(FIRST)}${pick(SYLLABLES)}${pick(SYLLABLES)}${pick(LAST)}`;
  const given = name();
  const family = `${name()}${dice(6) === 0 ? `-${name()}` : ''}`;
  const speciality = pick(SPECIALITIES);
  const number = `BP24-${String(rank).padStart(5, '0')}-${pick([...'ABCDEFGHJKLMNPQRSTUVWXYZ'])}`;
  const code = Array.from({ length: 3 }, () =>
    Array.from({ length: 4 }, () => pick([...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'])).join(''),
  );
  const day = `${String(1 + dice(28)).padStart(2, '0')}/0${1 + dice(9)}`;
  const jobs = Array.from(
    { length: 1 + dice(2) },
    () => `${pick(TRADES)}, ${name()} et fils, du ${day}/${2015 + dice(4)} au ${day}/${2019 + dice(4)}`,
  );
  const facts = (title: string, lines: Readonly<Record<string, string | readonly string[]>>): PaperBlock => ({
    type: 'facts',
    title,
    lines: Object.entries(lines).map(([label, values]): FactLine => ({ label, values: [values].flat() })),
  });
  return {
    title: "Confirmation d'inscription",
    letterhead: [
      'Rectorat',
      "Académie d'essai",
      'Division des examens et concours',
      'Bureau des examens professionnels',
    ],
    contact: {
      title: 'Votre gestionnaire',
      lines: [`Gestionnaire G${1 + dice(4)}`, 'bureau@academie.example', '04 73 99 35 50'],
    },
    subject: `Diplôme d'essai, spécialité ${speciality.name}, session 2024`,
    candidate: `Mme ${given} ${family}`,
    verification:
      'À vérifier sur registre.example/verifier, avec le code de vérification ou en visant le code carré avec un téléphone.',
    marks: [
      { label: "Numéro d'inscription", value: number },
      { label: 'Version', value: String(1 + dice(2)) },
      { label: 'Enregistrée le', value: `${1 + dice(28)} novembre 2023, ${8 + dice(12)} h ${10 + dice(50)}` },
      { label: 'Code de vérification', value: code.join('-') },
    ],
    parts: [
      [
        facts('État civil', {
          Civilité: pick(['Mme', 'M.']),
          'Nom de famille': family,
          "Nom d'usage": dice(3) === 0 ? name() : 'Non renseigné',
          Prénoms: `${given} ${name()}`,
          'Date de naissance': `${day}/${1975 + dice(28)}`,
          'Pays de naissance': 'France',
          'Adresse mail': `${given}.${family}@domaine.example`.toLowerCase(),
        }),
        facts('Identification', {
          Adresse: `${1 + dice(200)} rue ${name()}, ${15_000 + dice(48_000)} ${name()}`,
          Téléphone: `06 ${10 + dice(90)} ${10 + dice(90)} ${10 + dice(90)} ${10 + dice(90)}`,
          'Avez-vous la nationalité française ?': 'Oui',
          'Votre catégorie socio-professionnelle': pick(['Employés', 'Ouvriers', 'Artisans']),
        }),
        facts('Informations candidature', {
          'Type de candidature': "Candidat ayant présenté l'examen à une session précédente",
          'Session précédente': `${2018 + dice(5)}, forme globale`,
          Établissement: `CFA ${name()}, ${name()}`,
          'Avez-vous suivi deux années de formation en centre ?': 'Oui',
          'Quel diplôme avez-vous ?': 'Un diplôme de niveau 3 ou plus, accepté pour votre spécialité',
          'Intitulé exact de ce diplôme': `CAP ${pick(TRADES)} ${name()}`,
          'Activité professionnelle': jobs,
        }),
      ],
      [
        facts('Qualification présentée', {
          Spécialité: speciality.name,
          "Forme de passage de l'examen": pick(['Globale', 'Progressive']),
        }),
        {
          type: 'units',
          title: 'Acquis et épreuves',
          head: ['Unité', 'Épreuve', 'Choix'],
          coded: true,
          rows: speciality.units.map((title, index) => ({
            code: `U${index + 1}0`,
            title,
            choice:
              dice(3) === 0 ? `Note conservée : ${10 + dice(10)},5 sur 20 (${day}/2022)` : 'Présentée à cette session',
          })),
        },
        {
          type: 'signature',
          title: 'À dater et à signer',
          commitment: "Je certifie l'exactitude de ces renseignements et je confirme mon inscription.",
          deadline:
            "Cette confirmation, datée et signée, est à déposer dans «\u00a0Mes justificatifs\u00a0» (pièce CINSIG01) jusqu'au vendredi 1er décembre 2023 à 17 h 00 (heure de Paris). Sans elle, l'inscription ne sera pas validée.",
          blanks: ['Fait à', 'le'],
          signs: ['Signature du candidat'],
        },
      ],
    ],
    footer: `Confirmation d'inscription, ${number}, version 1`,
    paging: { page: 'page', of: 'sur' },
    day: { year: 2023, month: 11, day: 15 },
    pages: 2,
  };
}

/** What a square code says is as long as this. */
export const squareOf = (rank: number, page: number): string => {
  const dice = diceOf(rank * 10 + page);
  return `HTTPS://REGISTRE.EXAMPLE/V/${Array.from({ length: 164 }, () => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[dice(32)]).join('')}`;
};

const FIRST = ['Ba', 'Cé', 'Do', 'É', 'Fau', 'Gui', 'Ha', 'Jean-', 'Lou', 'Ma', 'Ni', 'Œ', 'Pa', 'Rou', 'Sau', 'Thé'];
const SYLLABLES = ['bel', 'chan', 'di', 'gneau', 'ler', 'mi', 'no', 'quin', 'ran', 'sou', 'tar', 'vé', 'zac', 'yan'];
const LAST = ['bert', 'dot', 'eau', 'ier', 'lle', 'net', 'on', 'ric', 'sse', 'tin', 'us', 'y'];
const TRADES = [
  'Boucher',
  'Carreleur',
  'Coiffeuse',
  'Couvreur',
  'Cuisinière',
  'Fleuriste',
  'Maçon',
  'Peintre',
  'Serveuse',
];
const TITLES = [
  'Création et réalisation',
  'Étude technologique et préparation du chantier',
  "Management et gestion d'une petite entreprise",
  'Vente et conseil',
  'Sciences et technologies',
  'Arts appliqués à la profession',
  'Expression et connaissance du monde',
  'Mathématiques et sciences physiques',
  'Modification durable de la forme',
  'Langue vivante étrangère facultative',
];
const SPECIALITIES = Array.from({ length: 10 }, (_, index) => ({
  name: `${TRADES[index % TRADES.length]} (option ${index + 1})`,
  units: Array.from({ length: 6 + (index % 6) }, (_, unit) => `${TITLES[(unit + index) % TITLES.length]}`),
}));

/** Numbers from 0, always the same for the same rank (mulberry32). */
function diceOf(rank: number): (below: number) => number {
  let state = Math.imul(rank + 1, 0x9e3779b1);
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
