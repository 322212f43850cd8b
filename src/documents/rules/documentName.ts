const LONGEST = 60;

/** `bureau-convocation-aux-epreuves.pdf`: plain letters that every system takes. `rank`: tells it from others in one archive. */
export function documentName(title: string, rank: number | null): string {
  const plain = title
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
  return `${['bureau', ...(rank === null ? [] : [String(rank)]), ...(plain === '' ? [] : [plain])].join('-')}.pdf`;
}
