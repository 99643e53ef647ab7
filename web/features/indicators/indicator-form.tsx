import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { SyntheticEvent } from 'react';
import {
  addIndicator,
  changeIndicator,
  type IndicatorHistory,
  type IndicatorIn,
} from '#api/indicator-changes/contract.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import { call } from '../../api/call.ts';
import { problemOf } from '../../api/local-problem.ts';
import { useSession } from '../../api/session.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useKeptText } from '../../ui/kept-text.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { draftOf, emptyDraft, fieldAt, indicatorOf, keptDraft, type IndicatorDraft } from './draft.ts';
import { IndicatorFields } from './indicator-fields.tsx';
import { useDecision } from './use-decision.ts';
import styles from './page.module.css';

interface IndicatorFormProps {
  /** The one that is changed; null where one is added. */
  readonly indicator: Indicator | null;
  readonly history: IndicatorHistory;
}

/** An indicator as it is written: what the server refuses is said at its field. */
export function IndicatorForm(props: IndicatorFormProps) {
  const { indicator, history } = props;
  const { t, language } = useText();
  const { draft, write, decision } = useWriting(props);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    decision.mutate(indicatorOf(draft));
  };
  const problem = decision.error === null ? null : problemOf(decision.error);
  const errors = new Map((problem?.errors ?? []).map(({ pointer, detail }) => [fieldAt(pointer), detail]));
  const title =
    indicator === null
      ? t('indicatorPage.act.add')
      : t('indicatorPage.actNamed.change', { name: indicator.short[language] });
  const code = indicator?.code ?? '';
  const isUsed = history.used[code] === true;
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label={title}>
      <h3>{title}</h3>
      <p className={styles.hint}>{t(isUsed ? 'indicatorPage.usedHint' : 'indicatorPage.addHint')}</p>
      {problem && <ProblemView problem={problem} />}
      <IndicatorFields draft={draft} errors={errors} code={code} isUsed={isUsed} history={history} onWrite={write} />
      <div className={styles.whole}>
        <Button type="submit" loading={decision.isPending}>
          {t('indicatorPage.save')}
        </Button>
      </div>
    </form>
  );
}

/** What is typed, kept for this tab, and sending it. */
function useWriting({ indicator, history }: IndicatorFormProps) {
  const navigate = useNavigate({ from: '/indicators' });
  const kept = useKeptText(`xushi.indicator.${useSession().person.name}.${indicator?.code ?? ''}`);
  const draft = keptDraft(kept.value) ?? (indicator === null ? emptyDraft : draftOf(indicator));
  const { decision, renew } = useDecision<IndicatorIn>(
    (body, idempotencyKey) => {
      const of = { body, version: history.decisions.length, idempotencyKey };
      return indicator === null
        ? call(addIndicator, of)
        : call(changeIndicator, { ...of, params: { indicator: indicator.code } });
    },
    () => {
      kept.forget();
      void navigate({ search: {}, resetScroll: false });
    },
  );
  const write = (changed: Partial<IndicatorDraft>): void => {
    kept.write(JSON.stringify({ ...draft, ...changed }));
    renew();
  };
  return { draft, write, decision };
}
