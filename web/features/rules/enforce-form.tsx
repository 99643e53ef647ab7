import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { dayParts, type YearMonth } from '#api/measures/calendar.ts';
import type { Rule } from '#api/measures/vocabulary.ts';
import { putRuleInForce } from '#api/rules/contract.ts';
import type { RuleDetail, RuleIn } from '#api/rules/contract.ts';
import { earliestRuleMonth } from '#api/rules/lifecycle.ts';
import { call } from '../../api/call.ts';
import { problemOf } from '../../api/local-problem.ts';
import { refresh } from '../../api/query-client.ts';
import { useSession } from '../../api/session.ts';
import { useIdempotencyKey } from '../../api/use-idempotency-key.ts';
import { formatMonth } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useKeptText, type KeptText } from '../../ui/kept-text.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { MonthChoice } from './month-choice.tsx';
import { keyOf } from './month-key.ts';
import type { WrittenRule } from './kept-rule.ts';
import { useAcceptedMonths } from './trial.tsx';
import styles from './page.module.css';

interface EnforceFormProps {
  readonly rules: readonly RuleDetail[];
  readonly written: WrittenRule;
  readonly conditions: Rule['conditions'];
  readonly onWrite: (written: WrittenRule) => void;
  readonly onDone: () => void;
}

/** How many months ahead a rule may be planned. */
const ahead = 18;

/** Names the rule, says from when and why, and puts it in force. */
export function EnforceForm({ rules, written, conditions, onWrite, onDone }: EnforceFormProps) {
  const { t } = useText();
  const months = useOfferedMonths();
  const [chosen, choose] = useState('');
  const reason = useKeptText(`xushi.rule-reason.${useSession().person.name}`);
  const since = months.find((month) => keyOf(month) === chosen) ?? months[0];
  const { sending, send } = useSending(rules.length, () => {
    reason.forget();
    onDone();
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const { id, name, source } = written;
    if (since === undefined) return;
    const from = { effectiveYear: since.year, effectiveMonth: since.month };
    send({ id, name, source, conditions, ...from, reason: reason.value });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label={t('rulePage.enforce')}>
      <h3>{t('rulePage.enforce')}</h3>
      {sending.error && <ProblemView problem={problemOf(sending.error)} />}
      {sending.data && <Done rule={sending.data} />}
      <Names written={written} onWrite={onWrite} />
      <MonthChoice label={t('rulePage.since')} months={months} value={since} onChoose={choose} />
      <Reason reason={reason} />
      <div>
        <Button type="submit" loading={sending.isPending}>
          {t('rulePage.put')}
        </Button>
      </div>
      <p className={styles.hint}>{t('rulePage.takeBack')}</p>
    </form>
  );
}

/** From the first month that nothing was judged in. */
function useOfferedMonths(): readonly YearMonth[] {
  const { year } = dayParts(useSession().today);
  const first = earliestRuleMonth(useAcceptedMonths()) ?? { year, month: 1 };
  return Array.from({ length: ahead }, (_, index) => {
    const at = first.month - 1 + index;
    return { year: first.year + Math.floor(at / 12), month: (at % 12) + 1 };
  });
}

/** Sends the rule against the list that this person has seen. */
function useSending(known: number, onSaved: () => void) {
  const client = useQueryClient();
  const idempotency = useIdempotencyKey();
  const sending = useMutation({
    mutationFn: (body: RuleIn) => call(putRuleInForce, { body, version: known, idempotencyKey: idempotency.key }),
    onSuccess: onSaved,
    onSettled: (reply, error) => {
      idempotency.settle(reply, error);
      void refresh(client);
    },
  });
  return { sending, send: sending.mutate };
}

function Reason({ reason }: { readonly reason: KeptText }) {
  const { t } = useText();
  return (
    <Textarea
      label={t('rulePage.reason')}
      autosize
      minRows={2}
      value={reason.value}
      onChange={({ currentTarget: { value } }) => reason.write(value)}
    />
  );
}

function Done({ rule }: { readonly rule: RuleDetail }) {
  const { t, language } = useText();
  const month = formatMonth(rule.effectiveYear, rule.effectiveMonth, language);
  return <p role="status">{t('rulePage.done', { month, name: rule.name[language], version: rule.version })}</p>;
}

function Names({ written, onWrite }: Pick<EnforceFormProps, 'written' | 'onWrite'>) {
  const { t } = useText();
  const field = (of: 'name' | 'source', language: 'zh' | 'en') => ({
    value: written[of][language],
    autoComplete: 'off',
    onChange: ({ currentTarget: { value } }: { readonly currentTarget: { readonly value: string } }): void =>
      onWrite({ ...written, [of]: { ...written[of], [language]: value } }),
  });
  return (
    <div className={styles.names}>
      <TextInput label={t('rulePage.nameZh')} {...field('name', 'zh')} />
      <TextInput label={t('rulePage.nameEn')} {...field('name', 'en')} />
      <TextInput label={t('rulePage.sourceZh')} {...field('source', 'zh')} />
      <TextInput label={t('rulePage.sourceEn')} {...field('source', 'en')} />
    </div>
  );
}
