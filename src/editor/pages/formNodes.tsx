import type { ComponentChildren, JSX } from 'preact';
import { Details, Fieldset, FormField, FormFields, type FormState, faultOf } from '../../ui/index.ts';
import type { EntryPart } from '../form/entryForm.ts';
import { FEW, fieldsOf, type Item, type List, type Node } from '../form/nodes.ts';
import { texts } from '../texts/forms.ts';

type Shown = {
  readonly state: FormState;
  /** May it be changed? Else there is nothing to add or to take away. */
  readonly open: boolean;
  /** Where the file of the entry is changed as text. */
  readonly href: string;
};

/** One part of a form; what is alone in it needs no legend of its own. */
export function FormPart({ part, ...shown }: Shown & { readonly part: EntryPart }): JSX.Element {
  const [only, ...others] = part.nodes;
  const alone = others.length === 0 && only?.kind === 'group' ? only : null;
  const list = others.length === 0 && only?.kind === 'list' ? only : null;
  const help = part.help ?? alone?.words.help ?? list?.words.help;
  return (
    <Fieldset legend={part.legend} {...(help === undefined ? {} : { hint: help })}>
      {list === null ? <Grid nodes={alone?.nodes ?? part.nodes} {...shown} /> : <Items list={list} {...shown} />}
    </Fieldset>
  );
}

function Grid({ nodes, ...shown }: Shown & { readonly nodes: readonly Node[] }): JSX.Element {
  const fields = nodes.filter(({ kind }) => kind === 'leaf' || kind === 'condition');
  const groups = nodes.filter(({ kind }) => kind === 'group' || kind === 'list');
  return (
    <>
      <div class={fields.length > FEW ? 'facts-grid' : 'group'}>
        {fields.map((node) => (
          <OneNode key={node.path.join('-')} node={node} {...shown} />
        ))}
      </div>
      {groups.map((node) => (
        <OneNode key={node.path.join('-')} node={node} {...shown} />
      ))}
    </>
  );
}

function OneNode({ node, ...shown }: Shown & { readonly node: Node }): JSX.Element {
  if (node.kind === 'leaf') return <FormField field={node.field} />;
  if (node.kind === 'group' || node.kind === 'list')
    return <FormPart part={{ legend: node.words.label, nodes: [node] }} {...shown} />;
  const [join, ...rows] = node.fields;
  return (
    <>
      {node.inWords !== null && <p class="muted">{texts.asked(node.inWords)}</p>}
      {join === undefined ? (
        <p>
          {texts.otherShape} <a href={shown.href}>{texts.change}</a>
        </p>
      ) : (
        <FormField field={join} />
      )}
      <div class="facts-grid">
        <FormFields fields={rows} />
      </div>
    </>
  );
}

/** Items of a few fields stand open one under the other; larger ones are folded, save where something is to be corrected. */
function Items({ list, ...shown }: Shown & { readonly list: List }): JSX.Element {
  const [first] = list.fresh;
  const small = list.fresh.length > 1 && list.items.length <= FEW * 3;
  const faulty = ({ nodes }: Item): boolean => fieldsOf(nodes).some(({ name }) => faultOf(shown.state, name) !== null);
  return (
    <div class="folded">
      {list.items.map((item) =>
        small ? (
          <div key={item.name} class="card">
            <h2 class="small">{item.summary}</h2>
            <Row item={item} {...shown}>
              {shown.open && <FormField field={item.removal} />}
            </Row>
          </div>
        ) : (
          <Details key={item.name} summary={item.summary} open={faulty(item)}>
            <Grid nodes={item.nodes} {...shown} />
            {shown.open && <FormField field={item.removal} />}
          </Details>
        ),
      )}
      {shown.open && first !== undefined && (
        <Details summary={first.summary} open={list.fresh.some(faulty)}>
          {small
            ? list.fresh.map((item) => <Row key={item.name} item={item} {...shown} />)
            : list.fresh.map((item) => <Grid key={item.name} nodes={item.nodes} {...shown} />)}
        </Details>
      )}
    </div>
  );
}

/** A few fields of one item, side by side. */
function Row({
  item,
  children,
  ...shown
}: Shown & { readonly item: Item; readonly children?: ComponentChildren }): JSX.Element {
  return (
    <div class="item-row">
      {item.nodes.map((node) => (
        <OneNode key={node.path.join('-')} node={node} {...shown} />
      ))}
      {children}
    </div>
  );
}
