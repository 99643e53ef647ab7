import type { Bulletin, BulletinPart, BulletinTable } from '#api/bulletins/contract.ts';
import { filled } from '#api/bulletins/marks.ts';
import { SavablePicture } from '../../charts/savable-picture.tsx';
import { monthInName } from '../../parts/frame-words.ts';
import { formatMonth } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import { TableScroller } from '../../ui/table-scroller.tsx';
import styles from './bulletins.module.css';

interface BulletinProps {
  readonly bulletin: Bulletin;
}

/** The words of a bulletin as they are printed. */
export function Paper({ bulletin: { parts, fields, office, documentNumber } }: BulletinProps) {
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

/** Its tables, each to be copied or saved as a picture for a message group. */
export function Numbers({ bulletin }: BulletinProps) {
  const framed = useFrame(bulletin);
  return bulletin.tables.map((table) => (
    <SavablePicture key={table.key} {...framed(table.caption)}>
      <TableScroller label={table.caption}>
        <NumberTable table={table} />
      </TableScroller>
    </SavablePicture>
  ));
}

/** What stands around a table in a file: whose it is, of which month, and in which document it stands. */
function useFrame({ office, documentNumber, state, year, month, invented }: Bulletin) {
  const { t, language } = useText();
  const asOf = t('charts.saving.asOf', { asOf: formatMonth(year, month, language) });
  const coverage = documentNumber || t(`bulletins.state.${state}`);
  const note = invented ? t('charts.saving.note') : null;
  return (title: string) => ({
    title,
    name: [title, monthInName({ year, month })],
    frame: () => ({ language, title, source: t('everywhere.source') + office, asOf, coverage, note }),
  });
}

function NumberTable({ table: { caption, head, rows } }: { readonly table: BulletinTable }) {
  return (
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
  );
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
