import type { Level } from '#api/measures/vocabulary.ts';
import { LevelMark } from '../../charts/level-mark.tsx';
import { useText } from '../../text/messages/use-text.ts';
import styles from './presentation.module.css';

interface PresentationHeadingProps {
  readonly name: string;
  readonly level: Level | null;
}

/** A turned page is read from its heading on. */
const focused = (node: HTMLElement | null): void => node?.focus({ preventScroll: true });

/** A page's heading in the meeting mode: whom it is about, and how it stands. */
export function PresentationHeading({ name, level }: PresentationHeadingProps) {
  const { t } = useText();
  return (
    <header className={styles.head}>
      <title>{`${name} · ${t('sprint.meeting.label')} · ${t('shell.product')}`}</title>
      <h1 className={styles.name} tabIndex={-1} ref={focused}>
        {name}
      </h1>
      {level && <LevelMark level={level} withWord size="1.1em" />}
    </header>
  );
}
