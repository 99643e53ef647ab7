import { Button } from '@mantine/core';
import type { Interview } from '#api/interviews/contract.ts';
import { useRegions } from '../../api/reference.ts';
import { useText } from '../../text/messages/use-text.ts';
import { waitingByCity } from './matrix-rows.ts';
import type { Selection } from './use-selection.ts';
import styles from './interview.module.css';

interface SelectWaitingProps {
  readonly interview: Interview;
  readonly selection: Selection;
}

/** Chooses all that waits to be verified, a city at a time, so that nobody ticks seventeen boxes. */
export function SelectWaiting({ interview, selection }: SelectWaitingProps) {
  const { t, language } = useText();
  const regions = useRegions();
  const waiting = waitingByCity(interview);
  if (waiting.length === 0) return null;
  return (
    <p className={styles.waiting}>
      {t('interviews.bulk.selectWaiting')}
      {waiting.map(({ region, items }) => (
        <Button key={region} variant="default" size="xs" onClick={() => selection.add(items)}>
          {t('interviews.bulk.waitingOf', { city: regions.get(region)?.short[language] ?? region, n: items.length })}
        </Button>
      ))}
    </p>
  );
}
