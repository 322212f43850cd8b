import { describe, expect, it } from 'vitest';
import { searchSpecialities } from './searchSpecialities.ts';

const ALL = [
  { name: 'Métallier', trades: ['serrurier'] },
  { name: 'Arts de la cuisine', trades: ['cuisinier', 'chef de cuisine'] },
  { name: 'Coiffure', trades: ['coiffeur', 'coiffeuse', 'salon de coiffure'] },
  { name: 'Barman', trades: ['serveur'] },
  { name: 'Arts du service et commercialisation en restauration', trades: ['serveuse', "maître d'hôtel"] },
  { name: 'Mise en œuvre des caoutchoucs', trades: [] },
  { name: 'Gaz', trades: ['bus'] },
  { name: 'Stage espace', trades: [] },
  { name: 'Laboratoire option B', trades: [] },
];
const names = (typed: string): readonly string[] => searchSpecialities(ALL, typed, 'BP').map(({ name }) => name);

describe('The search of a speciality', () => {
  it.each<[string, string, readonly string[]]>([
    ['accents and capitals aside', 'METALLIER', ['Métallier']],
    ['a plural', 'métalliers', ['Métallier']],
    ['a ligature written out', 'oeuvre', ['Mise en œuvre des caoutchoucs']],
    ['the ligature itself', 'ŒUVRE', ['Mise en œuvre des caoutchoucs']],
    ['a trade instead of the name', 'serrurier', ['Métallier']],
    ['the beginning of a word', 'coif', ['Coiffure']],
    ['not a longer word than a letter', 'boucher', []],
    ['a longer word than the one known', 'coiffures', ['Coiffure']],
    ['every word, in any order', 'restauration service', ['Arts du service et commercialisation en restauration']],
    ['words of the name and of a trade together', 'cuisine chef', ['Arts de la cuisine']],
    ['not one word of two', 'coiffure astronaute', []],
    ['not the end of a word', 'allier', []],
    ['small words aside', 'les arts de la cuisine', ['Arts de la cuisine']],
    ['with « BP » before', 'BP coiffure', ['Coiffure']],
    ['nothing but small words', 'de la', []],
    ['a letter alone is no word', 'c', []],
    ['a letter alone is left out', 'b métallier', ['Métallier']],
    ['nothing', '', []],
    ['signs', '--- / !', []],
    ['a short word keeps its s', 'bus', ['Gaz']],
    ['a short word only as it is', 'bu', ['Gaz']],
    ['no short word without its s', 'gazs', ['Gaz']],
    ['no s but the last', 'tage', []],
    ['a word that begins with s', 'stages', ['Stage espace']],
    ['not a word that only ends like a known one', 'aerogaz', []],
    ['each small word aside', 'du des le en et la les de gaz', ['Gaz']],
    ['words far apart', '  gaz   --  ', ['Gaz']],
    ['words parted by signs', "maître-d'hôtel", ['Arts du service et commercialisation en restauration']],
  ])('finds %s', (_, typed, expected) => {
    expect(names(typed)).toEqual(expected);
  });

  it('puts those whose name bears the words before those of a trade, each in the order of the pack', () => {
    expect(names('serv')).toEqual(['Arts du service et commercialisation en restauration', 'Barman']);
    expect(names('serveuse service')).toEqual(['Arts du service et commercialisation en restauration']);
    const half = [
      { name: 'Cuisine', trades: ['chef'] },
      { name: 'Chef de cuisine', trades: [] },
    ];
    expect(searchSpecialities(half, 'cuisine chef').map(({ name }) => name)).toEqual(['Chef de cuisine', 'Cuisine']);
    expect(names('art')).toEqual(['Arts de la cuisine', 'Arts du service et commercialisation en restauration']);
  });
  it('takes a plural for the word itself, but no short word', () => {
    const found = (names: readonly string[], typed: string) =>
      searchSpecialities(
        names.map((name) => ({ name, trades: ['coiffeurs'] })),
        typed,
      ).map(({ name }) => name);
    expect(found(['Salon', 'Coiffeur'], 'coiffeurs')).toEqual(['Coiffeur', 'Salon']);
    expect(found(['Bureautique'], 'bus')).toEqual([]);
  });
  it('finds nothing by the signs around a name', () => {
    expect(searchSpecialities([{ name: '« Pierres »', trades: ['(taille)'] }], 'xyz')).toEqual([]);
  });
});

describe('The words of a name', () => {
  const among = (typed: string, ...all: readonly string[]): readonly string[] =>
    searchSpecialities(
      all.map((name) => ({ name, trades: [] })),
      typed,
      'BP',
    ).map(({ name }) => name);
  it.each(['de', 'du', 'des', 'la', 'le', 'les', 'en', 'et', 'bp'])('do without « %s »', (small) => {
    expect(among(`${small} métallier`, 'Métallier')).toEqual(['Métallier']);
  });
  it.each<[string, string, string, boolean]>([
    ['the singular of what was typed begins a longer one', 'boulangers', 'Boulangerie', true],
    ['only the last s goes', 'desserts', 'Desserte', true],
    ['a word of three letters keeps its s', 'bus', 'Butane', false],
    ['one typed goes on after one known', 'coiffuriste', 'Coiffure', false],
    ['one typed begins as one known and goes on', 'coiffeuriste', 'Coiffeur', true],
    ['signs at the end are no word that begins all others', 'coiffure', 'Gaz (bus)', false],
  ])('%s', (_, typed, name, isFound) => {
    expect(among(typed, name)).toEqual(isFound ? [name] : []);
  });
  it('put a name that bears them all before one that bears some', () => {
    const some = { name: 'Arts de la cuisine', trades: ['chef de cuisine'] };
    const all = { name: 'Chef de cuisine', trades: [] };
    expect(searchSpecialities([some, all], 'chef cuisine')).toEqual([all, some]);
  });
});
