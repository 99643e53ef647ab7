import { Fragment } from 'react';
import type { ChecklistItem, Interview } from '#api/interviews/contract.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useRegions } from '../../api/reference.ts';
import { itemKey, rowItems } from './checklist.ts';
import { ItemLink } from './item-link.tsx';
import { ItemPanel } from './item-panel.tsx';
import { ItemState } from './item-state.tsx';
import styles from './interview.module.css';

interface ChecklistMatrixProps {
  readonly interview: Interview;
  readonly open: ChecklistItem | null;
}

type Requirement = Interview['requirements'][number];

/** Requirement × city: a row an item, a column a city, in each cell the item's state; an opened item stands under its row. */
export function ChecklistMatrix({ interview, open }: ChecklistMatrixProps) {
  const { t, language } = useText();
  const regions = useRegions();
  return (
    <table className={styles.matrix}>
      <caption className="visually-hidden">{t('interviews.page.matrix')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('interviews.page.item')}</th>
          {interview.regions.map((code) => (
            <th key={code} scope="col">
              {regions.get(code)?.short[language] ?? code}
            </th>
          ))}
        </tr>
      </thead>
      {interview.requirements.map((requirement) => (
        <RequirementRows key={requirement.key} interview={interview} requirement={requirement} open={open} />
      ))}
    </table>
  );
}

interface RequirementRowsProps extends ChecklistMatrixProps {
  readonly requirement: Requirement;
}

function RequirementRows({ interview, requirement, open }: RequirementRowsProps) {
  const { language } = useText();
  const columns = interview.regions.length + 1;
  return (
    <tbody>
      <tr>
        <th className={styles.requirement} scope="rowgroup" colSpan={columns}>
          {requirement.title[language]}
        </th>
      </tr>
      {requirement.items.map((item) => (
        <Fragment key={item.key}>
          <ItemRow interview={interview} item={item} open={open} />
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

function ItemRow({ interview, item, open }: ItemRowProps) {
  const { language } = useText();
  const regions = useRegions();
  return (
    <tr>
      <th scope="row">
        <span className={styles.number}>{item.key}</span> {item.title[language]}
      </th>
      {rowItems(interview, item.key).map((cell, index) => (
        <td key={interview.regions[index]}>
          {cell && (
            <ItemLink interview={interview.id} item={cell} opened={open !== null && itemKey(open) === itemKey(cell)}>
              <span className={styles.cellCity}>{regions.get(cell.region)?.short[language]}</span>
              <span className="visually-hidden">{item.key} </span>
              <ItemState item={cell} today={interview.today} />
            </ItemLink>
          )}
        </td>
      ))}
    </tr>
  );
}
