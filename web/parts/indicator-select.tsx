import { NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { memo } from 'react';
import { useText } from '../text/messages/use-text.ts';
import { useIndicators } from '../api/reference.ts';
import type { PeriodRoute } from './period.ts';

interface IndicatorSelectProps {
  readonly from: PeriodRoute | '/divisions';
  /** The chosen code; null for the choice of all core indicators, where `withCore` offers it. */
  readonly value: string | null;
  readonly withCore?: boolean;
  /** Whether only the core indicators are offered. */
  readonly coreOnly?: boolean;
}

/** The indicator that a page shows, kept in the address. Nothing of it is drawn anew when only the month moves. */
export const IndicatorSelect = memo(function IndicatorSelect({
  from,
  value,
  withCore = false,
  coreOnly = false,
}: IndicatorSelectProps) {
  const { t, language } = useText();
  const indicators = [...useIndicators().values()].filter((one) => one.core || !coreOnly);
  const navigate = useNavigate({ from });
  const choose = (code: string): void => {
    void navigate({ to: '.', search: (before) => ({ ...before, indicator: code === '' ? undefined : code }) });
  };
  const core = withCore ? [{ value: '', label: t('everywhere.coreIndicators') }] : [];
  return (
    <NativeSelect
      label={t('everywhere.indicator')}
      size="xs"
      value={value ?? ''}
      data={[...core, ...indicators.map(({ code, short }) => ({ value: code, label: short[language] }))]}
      onChange={(event) => choose(event.currentTarget.value)}
    />
  );
});
