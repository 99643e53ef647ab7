import { useSyncExternalStore } from 'react';
import { useHighlight, type Mark } from './highlight.ts';
import styles from './reading.module.css';

interface ReadingProps {
  /** The city that the address names: read while nothing else is. */
  readonly chosen: string | undefined;
  /** A mark in words: month, value, pace, gap. */
  readonly read: (mark: Mark) => string;
}

/** What pointer or focus is on, in words: one line for all pictures of a page that have none of their own. */
export function Reading({ chosen, read }: ReadingProps) {
  const { subscribe, lit } = useHighlight();
  const mark = useSyncExternalStore(subscribe, lit, () => null);
  const shown = mark ?? (chosen === undefined ? null : { region: chosen, indicator: null });
  return <output className={`${styles.reading} screen-only`}>{shown === null ? '\u00A0' : read(shown)}</output>;
}
