import type { City } from '#api/standings/contract.ts';
import { Said } from '../../parts/submissions/said.tsx';
import { formatMonth } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useIndicators } from '../../api/reference.ts';

/** What the bureau gave as cause and remedies, and of which indicators it has no figure and why. */
export function Explained({ reply: { year, month, explained, absences } }: { readonly reply: City }) {
  const { t, language } = useText();
  const indicators = useIndicators();
  if (explained === null && absences.length === 0) return null;
  return (
    <section aria-labelledby="explained-title">
      <h2 id="explained-title">
        {t('answers.explained', { month: formatMonth(year, explained?.month ?? month, language) })}
      </h2>
      {explained !== null && <Said of={{ ...explained, kind: 'submission', note: '', words: {} }} indicators={[]} />}
      {absences.map(({ indicator, absence, word }) => (
        <p key={indicator}>
          {indicators.get(indicator)?.short[language] ?? indicator}: {t(`answers.absence.${absence}`)}
          {word !== '' && ` (${word})`}
        </p>
      ))}
    </section>
  );
}
