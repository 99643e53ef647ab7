import { formatShortMonth } from '../text/format.ts';
import { useText } from '../text/messages/use-text.ts';
import type { StripWords } from './strip-text.ts';

/** The words of a level strip in the page's language. */
export function useStripWords(): StripWords {
  const { t, language } = useText();
  return {
    month: (month) => formatShortMonth(month, language),
    months: (from, to) => t('levels.strip.months', { from, to }),
    run: (months, level) => t('levels.strip.run', { months, level: t(`levels.word.${level}`) }),
    recovered: (months, level, recovered) =>
      t('levels.strip.recovered', { months, level: t(`levels.word.${level}`), recovered }),
    stale: (run) => t('levels.strip.stale', { run }),
    join: t('levels.strip.join'),
    nothing: t('levels.strip.nothing'),
  };
}
