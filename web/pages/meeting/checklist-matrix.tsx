import { Fragment } from 'react';
import type { ChecklistItem, Meeting } from '#api/interviews/contract.ts';
import { useText } from '../../messages/use-text.ts';
import { useRegions } from '../../reference.ts';
import { itemKey, rowItems } from './checklist.ts';
import { ItemLink } from './item-link.tsx';
import { ItemPanel } from './item-panel.tsx';
import { ItemState } from './item-state.tsx';
import styles from './meeting.module.css';

interface ChecklistMatrixProps {
  readonly meeting: Meeting;
  readonly open: ChecklistItem | null;
}

type Requirement = Meeting['requirements'][number];

/** Requirement × city: a row an item, a column a city, in each cell the item's state; an opened item stands under its row. */
export function ChecklistMatrix({ meeting, open }: ChecklistMatrixProps) {
  const { t, language } = useText();
  const regions = useRegions();
  return (
    <table className={styles.matrix}>
      <caption className="visually-hidden">{t('meetings.page.matrix')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('meetings.page.item')}</th>
          {meeting.regions.map((code) => (
            <th key={code} scope="col">
              {regions.get(code)?.short[language] ?? code}
            </th>
          ))}
        </tr>
      </thead>
      {meeting.requirements.map((requirement) => (
        <RequirementRows key={requirement.key} meeting={meeting} requirement={requirement} open={open} />
      ))}
    </table>
  );
}

interface RequirementRowsProps extends ChecklistMatrixProps {
  readonly requirement: Requirement;
}

function RequirementRows({ meeting, requirement, open }: RequirementRowsProps) {
  const { language } = useText();
  const columns = meeting.regions.length + 1;
  return (
    <tbody>
      <tr>
        <th className={styles.requirement} scope="rowgroup" colSpan={columns}>
          {requirement.title[language]}
        </th>
      </tr>
      {requirement.items.map((item) => (
        <Fragment key={item.key}>
          <ItemRow meeting={meeting} item={item} open={open} />
          {open?.item === item.key && (
            <tr className={styles.opened}>
              <td colSpan={columns}>
                <ItemPanel key={itemKey(open)} meeting={meeting} item={open} />
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

function ItemRow({ meeting, item, open }: ItemRowProps) {
  const { language } = useText();
  const regions = useRegions();
  return (
    <tr>
      <th scope="row">
        <span className={styles.number}>{item.key}</span> {item.title[language]}
      </th>
      {rowItems(meeting, item.key).map((cell, index) => (
        <td key={meeting.regions[index]}>
          {cell && (
            <ItemLink meeting={meeting.id} item={cell} opened={open !== null && itemKey(open) === itemKey(cell)}>
              <span className={styles.cellCity}>{regions.get(cell.region)?.short[language]}</span>
              <span className="visually-hidden">{item.key} </span>
              <ItemState item={cell} today={meeting.today} />
            </ItemLink>
          )}
        </td>
      ))}
    </tr>
  );
}
