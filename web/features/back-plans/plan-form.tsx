import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { saveBackPlan, submitBackPlan } from '#api/back-plans/contract.ts';
import type { BackPlanReply, ReplyBase } from '#api/back-plans/contract.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import { planShapes } from '#api/measures/back-plan.ts';
import { call } from '../../api/call.ts';
import { problemOf } from '../../api/local-problem.ts';
import { useSession } from '../../api/session.ts';
import { SheetNumber } from '../../parts/formula/formula-sheet.tsx';
import { formatMonthName } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useKeptEdit, type KeptEdit } from '../../ui/kept-edit.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { draftOf, lookAt, planOf, proposal, readDraft, type PlanDraft } from './draft.ts';
import { LiveChecks } from './live-checks.tsx';
import { PeriodRows } from './period-rows.tsx';
import { proposalRows } from './plan-rows.ts';
import { PlanSheet } from './plan-sheet.tsx';
import { ProjectChoice } from './project-choice.tsx';
import { useCommand } from '../../api/use-command.ts';
import styles from './page.module.css';

interface PlanFormProps {
  readonly reply: BackPlanReply;
  readonly indicator: Indicator;
}

/** Writes a plan as its bureau: a proposal, changed on bars or as numbers, with credibility and coverage while it is typed. */
export function PlanForm({ reply, indicator }: PlanFormProps) {
  return reply.base === null ? null : <Editing reply={reply} indicator={indicator} base={reply.base} />;
}

interface EditingProps extends PlanFormProps {
  readonly base: ReplyBase;
}

function Editing({ reply, indicator, base }: EditingProps) {
  const { t } = useText();
  const { person } = useSession();
  const { year, region } = reply;
  const place = `xushi.back-plan.${person.name}.${year}.${region}.${indicator.code}.${base.asOf}`;
  const kept = useKeptEdit(place, reply.version, readDraft);
  const [draft, setDraft] = useState(() => kept.typed ?? draftOf(reply, indicator));
  const command = useSending(reply, draft, base, kept);
  const change = (part: Partial<PlanDraft>): void => {
    const next = { ...draft, ...part };
    setDraft(next);
    kept.write(next);
  };
  const look = lookAt(draft, reply, base, indicator);
  const isAnew = reply.inForce !== null;
  return (
    <section className={styles.form}>
      <h2>{t(isAnew ? 'backPlans.editAnew' : 'backPlans.edit')}</h2>
      {kept.isRestored && <p>{t('backPlans.kept')}</p>}
      <Proposals base={base} indicator={indicator} onChoose={(amounts) => change({ amounts })} />
      <PeriodRows draft={draft} base={base} indicator={indicator} onChange={(amounts) => change({ amounts })} />
      <LiveChecks look={look} base={base} indicator={indicator} />
      <Measures look={look} measures={draft.measures} onChange={(measures) => change({ measures })} />
      <ProjectChoice ledger={reply.ledger} chosen={draft.projects} onChange={(projects) => change({ projects })} />
      {isAnew && (
        <Textarea
          label={t('backPlans.reason')}
          rows={2}
          maxLength={2000}
          value={draft.reason}
          onChange={(event) => change({ reason: event.currentTarget.value })}
        />
      )}
      <Sending command={command} />
    </section>
  );
}

/** Saves and sends, and says what came of it. */
function Sending({ command }: { readonly command: ReturnType<typeof useSending> }) {
  const { t } = useText();
  return (
    <>
      {command.error && <ProblemView problem={problemOf(command.error)} />}
      {command.isSuccess && <output>{t('backPlans.saved')}</output>}
      <div className={styles.buttons}>
        <Button variant="default" disabled={command.isPending} onClick={() => command.mutate('save')}>
          {t('backPlans.save')}
        </Button>
        <Button loading={command.isPending} onClick={() => command.mutate('submit')}>
          {t('backPlans.submit')}
        </Button>
      </div>
    </>
  );
}

interface ProposalsProps extends Pick<EditingProps, 'base' | 'indicator'> {
  readonly onChoose: (amounts: readonly string[]) => void;
}

/** The shapes that fill all periods at once. */
function Proposals({ base, indicator, onChoose }: ProposalsProps) {
  const { t, language } = useText();
  const rows = proposalRows(base, { indicator, t, language });
  return (
    <PlanSheet name="proposals" of={t('backPlans.propose')} rows={() => rows}>
      <div className={styles.row} role="group" aria-label={t('backPlans.propose')}>
        <span>{t('backPlans.propose')}</span>
        {planShapes.map((shape) => (
          <Button key={shape} variant="default" onClick={() => onChoose(proposal(base, shape, indicator))}>
            {t(`backPlans.shape.${shape}`)}
          </Button>
        ))}
      </div>
      <p>
        {base.seasonYears.length === 0
          ? t('backPlans.seasonCurve')
          : t('backPlans.seasonOf', { years: base.seasonYears.join(', ') })}{' '}
        <SheetNumber of={rows[0]?.key ?? ''}>{t('backPlans.rows.proposals')}</SheetNumber>
      </p>
    </PlanSheet>
  );
}

interface MeasuresProps extends Pick<PlanDraft, 'measures'> {
  readonly look: ReturnType<typeof lookAt>;
  readonly onChange: (measures: PlanDraft['measures']) => void;
}

/** What is to be done in each month above the best ever. */
function Measures({ look, measures, onChange }: MeasuresProps) {
  const { t, language } = useText();
  return look.credibility
    .filter(({ month, doubtful }) => doubtful || measures[month] !== undefined)
    .map(({ month }) => (
      <Textarea
        key={month}
        label={t('backPlans.measureOf', { month: formatMonthName(month, language) })}
        rows={2}
        maxLength={500}
        value={measures[month] ?? ''}
        onChange={(event) => onChange({ ...measures, [month]: event.currentTarget.value })}
      />
    ));
}

/** What is sent is what is on the page: it is saved first. */
function useSending(reply: BackPlanReply, draft: PlanDraft, base: ReplyBase, kept: KeptEdit<PlanDraft>) {
  const { year, region, indicator } = reply;
  const params = { year, region, indicator };
  return useCommand(async (command: 'save' | 'submit', idempotencyKey) => {
    try {
      const version = kept.basedOn ?? reply.version;
      const saved = await call(saveBackPlan, { params, body: planOf(draft, base), version });
      kept.forget();
      kept.rebase(saved.version);
      if (command === 'save') return saved;
      return await call(submitBackPlan, { params, body: {}, version: saved.version, idempotencyKey });
    } catch (error) {
      // The person is told that a colleague was faster; saving again is over that.
      if (problemOf(error).code === 'stale-version') kept.rebase(null);
      throw error;
    }
  });
}
