import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { SyntheticEvent } from 'react';
import { createInterview } from '#api/interviews/contract.ts';
import { listTemplates } from '#api/interviews/template-contract.ts';
import type { RequirementTemplate } from '#api/interviews/template-contract.ts';
import { call } from '../../api/call.ts';
import { query } from '../../api/queries.ts';
import { useSession } from '../../api/session.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { useText } from '../../text/messages/use-text.ts';
import { CityChoices } from './city-choices.tsx';
import { Failure } from './failure.tsx';
import { allFieldsOf, choicesOf, fieldsOf } from './fields.ts';
import { useChange } from './use-change.ts';
import styles from './interview.module.css';

const route = getRouteApi('/interviews/new');

/** Plans an interview: cities, day and requirements; what is written down then is its first version. An official's alone. */
export function Page() {
  return useSession().person.role === 'official' ? <Planning /> : <NotPlanning />;
}

/** Nobody else is shown a form that could not be sent, nor asks for what would be refused. */
function NotPlanning() {
  const { t } = useText();
  return (
    <>
      <PageHead title={t('meetings.plan')} sentence={t('meetings.planOfficials')} />
      <p>
        <Link to="/interviews">{t('meetings.toInterviews')}</Link>
      </p>
    </>
  );
}

function Planning() {
  const { t } = useText();
  const result = useQuery(query(listTemplates, {}));
  return (
    <>
      <PageHead title={t('meetings.plan')} sentence={t('meetings.planSentence')} />
      <Loaded result={result}>{(templates) => <PlanForm templates={templates} />}</Loaded>
    </>
  );
}

function PlanForm({ templates }: { readonly templates: readonly RequirementTemplate[] }) {
  const { t } = useText();
  const { regions = '' } = route.useSearch();
  const { today } = useSession();
  const { change, submit } = usePlan();
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Failure error={change.error} />
      <CityChoices chosen={regions.split('.')} />
      <TextInput type="date" name="heldOn" label={t('meetings.date')} defaultValue={today} />
      <TextInput name="titleZh" label={t('meetings.titleZh')} maxLength={200} />
      <TextInput name="titleEn" label={t('meetings.titleEn')} maxLength={200} />
      <TextInput name="place" label={t('meetings.place')} maxLength={200} />
      <NativeSelect
        name="template"
        label={t('meetings.template')}
        description={t('meetings.templateHint')}
        data={templates.map(({ version, reason }) => ({
          value: String(version),
          label: version === 1 ? t('meetings.templateFirst') : t('meetings.templateOf', { n: version, reason }),
        }))}
      />
      <div>
        <Button type="submit" loading={change.pending}>
          {t('meetings.create')}
        </Button>
      </div>
    </form>
  );
}

function usePlan() {
  const navigate = useNavigate();
  const change = useChange(
    (body: Parameters<typeof create>[0], idempotencyKey) => create(body, idempotencyKey),
    ({ id }) => void navigate({ to: '/interviews/$id', params: { id } }),
  );
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const fields = fieldsOf(event.currentTarget);
    const field = (name: string): string => fields.get(name) ?? '';
    change.run({
      heldOn: field('heldOn'),
      title: { zh: field('titleZh'), en: field('titleEn') },
      place: field('place'),
      regions: [...choicesOf(allFieldsOf(event.currentTarget), 'regions')],
      template: Number(field('template')),
    });
  };
  return { change, submit };
}

interface Plan {
  readonly heldOn: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly place: string;
  readonly regions: string[];
  readonly template: number;
}

const create = (body: Plan, idempotencyKey: string) => call(createInterview, { body, idempotencyKey });
