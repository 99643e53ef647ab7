import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Indicator } from '#api/indicators/contract.ts';
import type { City, IndicatorDetail } from '#api/standings/contract.ts';
import { useRegions } from '../../api/reference.ts';
import { useText } from '../../text/messages/use-text.ts';
import { proofText } from './proof-text.ts';
import styles from './page.module.css';

interface CopyProofProps {
  readonly reply: City;
  readonly detail: IndicatorDetail;
  readonly indicator: Indicator;
}

/** One press copies the proof as text; without a secure connection the browser gives no clipboard, and it stands there to be selected. */
export function CopyProof({ reply, detail, indicator }: CopyProofProps) {
  const { t, language } = useText();
  const city = useRegions().get(reply.region)?.short[language] ?? reply.region;
  const text = proofText({ reply, detail, indicator, city, t, language });
  const [copied, setCopied] = useState<string | null>(null);
  const copy = async (): Promise<void> => {
    await navigator.clipboard?.writeText(text);
    setCopied(text);
  };
  return (
    <div className="screen-only">
      <Button variant="default" size="xs" onClick={() => void copy()}>
        {t(copied === text ? 'everywhere.copied' : 'proofText.copy')}
      </Button>
      {copied === text && (
        <textarea
          className={styles.proofText}
          readOnly
          rows={8}
          aria-label={t('proofText.label')}
          value={text}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      )}
    </div>
  );
}
