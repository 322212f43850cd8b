import { Tag } from '../../ui/index.ts';
import { readCondition } from '../rules/conditions.ts';
import { conditionInWords } from '../rules/conditionWords.ts';
import { listAt, textsAt, valueAt } from '../rules/yamlTree.ts';
import { texts as forms } from '../texts/forms.ts';
import { texts } from '../texts/pieces.ts';
import { Sentences } from './casesPage.tsx';
import { type Column, codeColumn } from './listPage.tsx';

/** When each piece is asked, one sentence a rule. */
export const pieceColumns: readonly Column[] = [
  {
    label: texts.when,
    plain: true,
    of: ({ value }) => (
      <div>
        {valueAt(value, ['health']) === true && <Tag>{texts.health}</Tag>}{' '}
        {textsAt(value, ['excuses']).length > 0 && <Tag>{texts.offered}</Tag>}
        <Sentences sentences={listAt(value, ['rules']).map((rule) => askedWhen(valueAt(rule, ['when'])))} />
      </div>
    ),
  },
  codeColumn('pieceTypes'),
];

function askedWhen(when: unknown): string {
  const condition = readCondition(when);
  return condition === null ? texts.unreadable : forms.asked(conditionInWords(condition));
}
