import { describe, expect, it } from 'vitest';
import { carriedIn, drawn, followedIn } from './events.mjs';

const SOURCE = `
export const MAIL_EVENTS = defineEvents('papers', 'candidate', {
  /** Left. */
  'mail.sent': event<
    OfMail & {
      /** How often. */
      readonly times: number;
      readonly to: Readonly<Record<string, string>>;
    }
  >({ office: 'x', candidate: 'y' }),
  'mail.read': event<OfMail, { readonly page: Page }>('z'),
});

type OfMail = { readonly mailId: string };
type Other = string;
`;

describe('What a room defines', () => {
  const { carried, types } = carriedIn(SOURCE);
  it('is read with what it carries, and the types that this names', () => {
    expect([...carried]).toEqual([
      ['mail.sent', 'OfMail & { times: number; to: Readonly<Record<string, string>> }'],
      ['mail.read', 'OfMail, { page: Page }'],
    ]);
    expect(types).toEqual([['OfMail', '{ mailId: string }']]);
  });

  it('is followed by one name, by several, or by a list', () => {
    const source = `const ENDS = ['a.ended', 'a.left'] as const;
      events.subscribe('a.begun', 'settle', x); events.subscribe(['a.on', 'a.off'], 'tell', x); events.subscribe(ENDS, 'tell', x);`;
    expect(followedIn(source)).toEqual([
      ['a.begun', 'settle'],
      ['a.on', 'tell'],
      ['a.off', 'tell'],
      ['a.ended', 'tell'],
      ['a.left', 'tell'],
    ]);
  });

  it('is a line an event, with both sentences and who follows it', () => {
    const defined = {
      'mail.sent': {
        kind: 'papers',
        reader: 'candidate',
        office: ({ text }) => `À ${text('to')}`,
        candidate: () => null,
      },
      'mail.read': {
        kind: 'papers',
        reader: 'own',
        office: ({ text }) => Temporal.Instant.from(text('at')).toString(),
        candidate: null,
      },
    };
    const page = drawn([['mails', { carried, types }]], defined, [['mail.read', 'papers', 'tell']], {
      candidate: 'both',
      own: 'the office',
    });
    expect(page).toContain(
      '## mails\n\nRead by both. In the journal: papers.\n\n- **`mail.sent`** carries `OfMail & { times: number; to: Readonly<Record<string, string>> }`\n' +
        '  - Bureau\u00a0: À ‹to›\n  - Candidat\u00a0: rien, selon ce que porte celui-ci\n\nRead by the office. In the journal: papers.\n\n',
    );
    expect(page).toContain(
      '  - Bureau\u00a0: 2023-12-01T16:00:00Z\n  - Followed by papers (tell)\n\n`OfMail` is `{ mailId: string }`.',
    );
  });
});
