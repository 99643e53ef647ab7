import { Fragment } from 'react';
import type { ChecklistItem, Interview } from '#api/interviews/contract.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useRegions } from '../../api/reference.ts';
import { itemKey, rowItems } from './checklist.ts';
import { ItemLink } from './item-link.tsx';
import { ItemPanel } from './item-panel.tsx';
import { ItemGlyph } from './item-state.tsx';
import { closedOf, rowDue } from './matrix-rows.ts';
import { said } from './said.ts';
import { SelectBox } from './select-box.tsx';
import type { Selection } from './use-selection.ts';
import styles from './interview.module.css';

interface ChecklistMatrixProps {
  readonly interview: Interview;
  readonly open: ChecklistItem | null;
  /** The items that are chosen to be moved together; null for those who may not. */
  readonly selection: Selection | null;
}

type Requirement = Interview['requirements'][number];

/** Requirement × city: a row an item, a column a city, in each cell the item's state; an opened item stands under its row. */
export function ChecklistMatrix({ interview, open, selection }: ChecklistMatrixProps) {
  const { t, language } = useText();
  const regions = useRegions();
  return (
    <table ref={cardLabels} className={styles.matrix}>
      <caption className="visually-hidden">{t('interviews.page.matrix')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('interviews.page.item')}</th>
          <th scope="col">{t('interviews.page.dueHead')}</th>
          {interview.regions.map((code) => (
            <th key={code} scope="col" abbr={regions.get(code)?.short[language] ?? code}>
              {regions.get(code)?.short[language] ?? code}{' '}
              <span className={styles.closed}>{t('interviews.page.closedOf', closedOf(interview.items, code))}</span>
            </th>
          ))}
        </tr>
      </thead>
      {interview.requirements.map((requirement) => (
        <RequirementRows
          key={requirement.key}
          interview={interview}
          requirement={requirement}
          open={open}
          selection={selection}
        />
      ))}
    </table>
  );
}

interface RequirementRowsProps extends ChecklistMatrixProps {
  readonly requirement: Requirement;
}

function RequirementRows({ interview, requirement, open, selection }: RequirementRowsProps) {
  const { language } = useText();
  const columns = interview.regions.length + 2;
  return (
    <tbody>
      <tr>
        <th className={styles.requirement} scope="rowgroup" colSpan={columns}>
          {said(requirement.title, language)}
        </th>
      </tr>
      {requirement.items.map((item) => (
        <Fragment key={item.key}>
          <ItemRow interview={interview} item={item} open={open} selection={selection} />
          {open?.item === item.key && (
            <tr className={styles.opened}>
              <td colSpan={columns}>
                <ItemPanel key={itemKey(open)} interview={interview} item={open} />
              </td>
            </tr>
          )}
        </Fragment>
      ))}
    </tbody>
  );
}

interface ItemRowProps extends ChecklistMatrixProps {
  readonly item: Requirement['items'][number];
}

function ItemRow({ interview, item, open, selection }: ItemRowProps) {
  const { language } = useText();
  const cells = rowItems(interview, item.key);
  const due = rowDue(cells);
  return (
    <tr>
      <th scope="row">
        <span className={styles.number}>{item.key}</span> {said(item.title, language)}
      </th>
      <td className={styles.dueCell}>{due}</td>
      {cells.map((cell, index) => (
        <td key={interview.regions[index]}>
          {cell && <Cell interview={interview} cell={cell} due={due} open={open} selection={selection} />}
        </td>
      ))}
    </tr>
  );
}

interface CellProps extends ChecklistMatrixProps {
  readonly cell: ChecklistItem;
  readonly due: string | null;
}

function Cell({ interview, cell, due, open, selection }: CellProps) {
  const { language } = useText();
  const city = useRegions().get(cell.region)?.short[language] ?? cell.region;
  return (
    <span className={styles.cell}>
      {selection && <SelectBox item={cell} city={city} selection={selection} />}
      <ItemLink interview={interview.id} item={cell} opened={open !== null && itemKey(open) === itemKey(cell)}>
        <span className="visually-hidden">{cell.item} </span>
        <ItemGlyph item={cell} today={interview.today} rowDue={due} />
      </ItemLink>
    </span>
  );
}
