import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../catalogue/index.ts';
import { readSitters } from '../sitters/index.ts';
import { shippedCatalogue } from '../testing/enrolments.ts';
import { examRoom, SESSION } from '../testing/examSite.ts';
import { stage } from '../testing/stage.ts';
import { words } from '../testing/words.ts';

const COIFFURE = '45033608';
const PLACE = { academy: 'clermont', session: SESSION };

/** The session as it is shipped, with a unit that an establishment marks until a day: no regulation that was read has one for who enrols alone. */
const shipped = await shippedCatalogue();
const { sessions, regulations } = shipped.pack;
const by = { by: '2024-05-24', source: null, confidence: 'unknown' } as const;
const catalogue = createCatalogue(
  {
    ...shipped.pack,
    sessions: sessions.map((one) => (one.code === SESSION ? { ...one, continuousMarks: by } : one)),
    regulations: regulations.map((one) => ({
      ...one,
      units: one.units.map((unit) =>
        unit.id === 'U42' && one.cfd === COIFFURE ? { ...unit, mode: 'Contrôle continu' } : unit,
      ),
    })),
  },
  shipped.anchors,
);

const locked: { enrolmentId: string; unit: string }[] = [];
const {
  db,
  staff: { head },
  enter,
  registered,
  setClock,
} = await stage(examRoom({ lockedMarks: async () => locked }), { staff: { head: 'head' }, catalogue });
const { enrolment } = await registered();

const late = 'Notes de contrôle continu en retard';
const read = async (browser = head): Promise<string> => words((await browser.get('/gestion/examen')).body);

describe('A unit in continuous control', () => {
  it('is sat by nobody: no seat is kept for it, and the calendar lacks nothing', async () => {
    const [sitter] = await readSitters(db, catalogue, PLACE);
    expect(sitter?.given).toEqual(['U42']);
    expect(sitter?.units).not.toContain('U42');
    expect(words((await head.get(`/gestion/examen/candidats?specialite=${COIFFURE}`)).body)).not.toContain('U42');
  });

  it('is missing once the day is over until when the establishment gives its mark, until a locked batch has it', async () => {
    await setClock('2024-05-24T23:30:00+02:00');
    expect(await read()).not.toContain(late);
    await setClock('2024-05-25T00:30:00+02:00');
    expect(await read()).toMatch(
      new RegExp(`${late} L'établissement devait les donner avant la fin du vendredi 24 mai 2024 : .*?lui\\. 1 `),
    );
    expect(await read(await enter({ role: 'officer', portfolios: ['G1', 'G2', 'G3', 'G4'] }))).not.toContain(late);
    locked.push({ enrolmentId: enrolment.id, unit: 'U42' });
    expect(await read()).toContain('En ordre : ');
    expect(await read()).toMatch(/En ordre : .*Notes de contrôle continu en retard/);
  });
});
