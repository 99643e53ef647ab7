import type { Level } from '#api/measures/vocabulary.ts';
import { LevelMark } from '../../../charts/level-mark.tsx';
import { useText } from '../../../text/messages/use-text.ts';
import styles from './meeting.module.css';

interface PageSentenceProps {
  /** Whom the page is about, for the window's title. */
  readonly name: string;
  readonly sentence: string;
  /** The unit of its amounts, which stays on their line. */
  readonly unit: string;
  /** How a city stands; none for the province. */
  readonly level?: Level;
}

/** A turned page is read from its sentence on. */
const focused = (node: HTMLElement | null): void => node?.focus({ preventScroll: true });

/** A page's one sentence, large enough for the last row. */
export function PageSentence({ name, sentence, unit, level }: PageSentenceProps) {
  const { t } = useText();
  return (
    <header>
      <title>{`${name} · ${t('meetingMode.label')} · ${t('shell.product')}`}</title>
      <h1 className={styles.sentence} tabIndex={-1} ref={focused}>
        {level && (
          <>
            <span className={styles.level}>
              <LevelMark level={level} withWord size="0.8em" />
            </span>{' '}
          </>
        )}
        {amountsApart(sentence, unit).map((part, index) =>
          // The parts of one sentence have no other name than their place.
          // oxlint-disable-next-line react/no-array-index-key
          index % 2 === 0 ? part : <span key={index}>{part}</span>,
        )}
      </h1>
    </header>
  );
}

/** The sentence in parts, every second one an amount with its unit: 209.6 万㎡, 68.1 × 10k m². */
function amountsApart(sentence: string, unit: string): readonly string[] {
  const literal = unit.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return sentence.split(new RegExp(`([\\d.,]+ (?:× )?${literal})`));
}
