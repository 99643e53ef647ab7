import type { Level } from '#api/measures/vocabulary.ts';
import { LevelMark } from '../../../charts/level-mark.tsx';
import { useText } from '../../../text/messages/use-text.ts';
import styles from './meeting.module.css';

interface PageSentenceProps {
  /** Whom the page is about, for the window's title. */
  readonly name: string;
  readonly sentence: string;
  /** How a city stands; none for the province. */
  readonly level?: Level;
}

/** A turned page is read from its sentence on. */
const focused = (node: HTMLElement | null): void => node?.focus({ preventScroll: true });

/** A page's one sentence, large enough for the last row; a number and its unit stay on one line. */
export function PageSentence({ name, sentence, level }: PageSentenceProps) {
  const { t } = useText();
  return (
    <header>
      <title>{`${name} · ${t('meetingMode.label')} · ${t('shell.product')}`}</title>
      <h1 className={styles.sentence} tabIndex={-1} ref={focused}>
        {level && (
          <>
            <LevelMark level={level} withWord size="0.8em" />{' '}
          </>
        )}
        {unbroken(sentence)}
      </h1>
    </header>
  );
}

/** A number and its unit as one word for the line: 209.6 万㎡, 68.1 × 10k m². */
function unbroken(sentence: string): string {
  return sentence.replaceAll(/(?<=\d) (?=[万×])|(?<=×) | (?=m²)/g, '\u00A0');
}
