const WORD = 'Andriamanampisoarivonantenainarakotondraza';

/** Names that the form takes and a paper must hold: as long as they may be, as short, of signs and letters that fonts forget. */
export const ODD_NAMES = [
  {
    birthName: `${WORD} de la Tour-Saint-Christophe d'Auvergne`.padEnd(80, 'e').slice(0, 80),
    firstNames: `Marie-${WORD}`,
  },
  { birthName: 'O', firstNames: 'A' },
  { birthName: "D'Œuvre-L’Hôpital", firstNames: "N'Golo, Jean-d'Arc" },
  { birthName: 'Ñuñez y Muñoz', firstNames: 'Begoña' },
  { birthName: 'Nguyễn Phương Ất', firstNames: 'Hằng, Thị Ữ' },
] as const;
