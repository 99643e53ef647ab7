import { Button } from '@mantine/core';
import { useEffect, useId, useRef } from 'react';
import { useIndicators, useRegions } from '../../api/reference.ts';
import { formatMonth } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import type { KnownPeriod } from '../period.ts';
import { CityFormula } from './city-formula.tsx';
import type { FormulaOf } from './formula.ts';
import { ProvinceFormula } from './province-formula.tsx';
import styles from './formula-drawer.module.css';

interface FormulaDrawerProps extends FormulaOf {
  readonly period: KnownPeriod;
  readonly onClose: () => void;
}

/** Every formula behind a region's numbers on an indicator. The browser's own dialog: it traps the focus and closes on Escape. */
export function FormulaDrawer({ region: code, indicator: of, period, onClose }: FormulaDrawerProps) {
  const { t, language } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const region = useRegions().get(code);
  const indicator = useIndicators().get(of);
  // A modal dialog can only be opened by calling it.
  useEffect(() => dialog.current?.showModal(), []);
  if (region === undefined || indicator === undefined) return null;
  const month = formatMonth(period.year, period.month, language);
  const shown = { region: code, indicator, period };
  return (
    <dialog ref={dialog} className={styles.drawer} aria-labelledby={heading} onClose={onClose}>
      <header className={styles.head}>
        <h2 id={heading}>
          {t('formula.title', { region: region.short[language], indicator: indicator.short[language], month })}
        </h2>
        <Button size="xs" variant="default" onClick={onClose}>
          {t('everywhere.close')}
        </Button>
      </header>
      {region.parent === null ? <ProvinceFormula {...shown} /> : <CityFormula {...shown} />}
    </dialog>
  );
}
