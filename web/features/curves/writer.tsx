import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { SyntheticEvent } from 'react';
import { saveCurve, type CurveIn, type CurveList } from '#api/curve-changes/contract.ts';
import { call } from '../../api/call.ts';
import { problemOf } from '../../api/local-problem.ts';
import { useSession } from '../../api/session.ts';
import { useCommand } from '../../api/use-command.ts';
import { CurveEditor } from '../../parts/curve-editor.tsx';
import { curveIn } from '../../parts/curve-texts.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useKeptText } from '../../ui/kept-text.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { StartSelect } from './start-select.tsx';
import { freeCode, keptCurve, type WrittenCurve } from './written.ts';
import styles from './page.module.css';

/** Writes a curve: begun from another one or a season, moved and typed, named, and saved as a version. */
export function Writer({ list }: { readonly list: CurveList }) {
  const { t } = useText();
  const { person } = useSession();
  const kept = useKeptText(`xushi.curve.${person.name}`);
  const reason = useKeptText(`xushi.curve-reason.${person.name}`);
  const written = keptCurve(kept.value);
  const write = (next: WrittenCurve): void => kept.write(JSON.stringify(next));
  const save = useCommand(async (body: CurveIn, idempotencyKey) => {
    const reply = await call(saveCurve, { body, version: list.version, idempotencyKey });
    kept.forget();
    reason.forget();
    return reply.curves.find(({ code }) => code === body.code);
  });
  return (
    <section className={styles.part}>
      <h2>{t('curves.write')}</h2>
      <p className={styles.hint}>{t('curves.writeHint')}</p>
      <StartSelect list={list} onStart={write} />
      {save.data && <Saved name={save.data.name} version={save.data.version} />}
      {written !== null && <WrittenForm list={list} written={written} onWrite={write} reason={reason} save={save} />}
    </section>
  );
}

function Saved({
  name,
  version,
}: {
  readonly name: { readonly zh: string; readonly en: string };
  readonly version: number;
}) {
  const { t, language } = useText();
  return <p role="status">{t('curves.saved', { name: name[language], version })}</p>;
}

interface WrittenFormProps {
  readonly list: CurveList;
  readonly written: WrittenCurve;
  readonly onWrite: (written: WrittenCurve) => void;
  readonly reason: ReturnType<typeof useKeptText>;
  readonly save: {
    readonly error: Error | null;
    readonly isPending: boolean;
    readonly mutate: (curve: CurveIn) => void;
  };
}

function WrittenForm({ list, written, onWrite, reason, save }: WrittenFormProps) {
  const { t } = useText();
  const { texts, begun, name, source } = written;
  const points = curveIn(texts);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (points === null) return;
    const code = written.code ?? freeCode(list);
    save.mutate({ code, name, source, points: [...points], reason: reason.value });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label={t('curves.write')}>
      <CurveEditor
        texts={texts}
        beside={begun}
        besideNote={t('curves.besideNote')}
        onWrite={(next) => onWrite({ ...written, texts: next })}
      />
      <Target list={list} written={written} onWrite={onWrite} />
      <Names written={written} onWrite={onWrite} />
      <Textarea
        label={t('curves.reason')}
        autosize
        minRows={2}
        value={reason.value}
        onChange={({ currentTarget: { value } }) => reason.write(value)}
      />
      {save.error && <ProblemView problem={problemOf(save.error)} />}
      <div>
        <Button type="submit" loading={save.isPending} disabled={points === null}>
          {t('curves.save')}
        </Button>
      </div>
    </form>
  );
}

/** Whether it becomes another curve or the next version of one of the office's. */
function Target({ list, written, onWrite }: Pick<WrittenFormProps, 'list' | 'written' | 'onWrite'>) {
  const { t, language } = useText();
  const own = new Map(
    list.curves.filter(({ version }) => version > 0).map((curve) => [curve.code, curve.name[language]]),
  );
  if (own.size === 0) return null;
  const versions = [...own].map(([code, name]) => ({ value: code, label: t('curves.nextVersionOf', { name }) }));
  return (
    <NativeSelect
      label={t('curves.save')}
      value={written.code ?? ''}
      data={[{ value: '', label: t('curves.asNew') }, ...versions]}
      onChange={({ currentTarget: { value } }) => onWrite({ ...written, code: value === '' ? null : value })}
    />
  );
}

function Names({ written, onWrite }: Pick<WrittenFormProps, 'written' | 'onWrite'>) {
  const { t } = useText();
  const field = (of: 'name' | 'source', language: 'zh' | 'en') => ({
    value: written[of][language],
    autoComplete: 'off',
    onChange: ({ currentTarget: { value } }: { readonly currentTarget: { readonly value: string } }): void =>
      onWrite({ ...written, [of]: { ...written[of], [language]: value } }),
  });
  return (
    <div className={styles.fields}>
      <TextInput label={t('curves.nameZh')} {...field('name', 'zh')} />
      <TextInput label={t('curves.nameEn')} {...field('name', 'en')} />
      <TextInput label={t('curves.sourceZh')} {...field('source', 'zh')} />
      <TextInput label={t('curves.sourceEn')} {...field('source', 'en')} />
    </div>
  );
}
