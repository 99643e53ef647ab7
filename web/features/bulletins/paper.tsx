import type { Bulletin, BulletinPart } from '#api/bulletins/contract.ts';
import { filled } from '#api/bulletins/marks.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import { TableScroller } from '../../ui/table-scroller.tsx';
import styles from './bulletins.module.css';

/** The words of a bulletin as they are printed. */
export function Paper({ bulletin: { parts, fields, office, documentNumber } }: { readonly bulletin: Bulletin }) {
  const values = new Map(Object.entries(fields));
  return (
    <article className={styles.paper}>
      <p className={styles.centred}>{[office, documentNumber].filter(Boolean).join(' · ')}</p>
      {parts.map((part) => (
        <Part key={part.key} part={part} text={part.number + filled(part.text, values)} />
      ))}
    </article>
  );
}

function Part({ part: { kind }, text }: { readonly part: BulletinPart; readonly text: string }) {
  if (kind === 'title') return <h2 className={styles.centred}>{text}</h2>;
  if (kind === 'heading') return <h3>{text}</h3>;
  return <p className={styles.part}>{text}</p>;
}

/** Its tables. */
export function Numbers({ tables }: Pick<Bulletin, 'tables'>) {
  return tables.map(({ key, caption, head, rows }) => (
    <TableScroller key={key} label={caption}>
      <table ref={cardLabels} className={styles.numbers}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.slice(0, 2).join()} row={row} head={head} />
          ))}
        </tbody>
      </table>
    </TableScroller>
  ));
}

function Row({
  row: [name = '', ...cells],
  head,
}: {
  readonly row: readonly string[];
  readonly head: readonly string[];
}) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {cells.map((text, at) => (
        <td key={head[at + 1]}>{text}</td>
      ))}
    </tr>
  );
}
