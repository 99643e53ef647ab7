import { NativeSelect } from '@mantine/core';
import { presetNames, presets } from '#api/measures/rule.ts';
import { kinds } from '#api/measures/vocabulary.ts';
import type { RuleDetail } from '#api/rules/contract.ts';
import { presetTitles } from '#api/rules/lifecycle.ts';
import { ConditionsInWords } from '../../parts/rule-panel.tsx';
import { useSession } from '../../api/session.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useKeptText } from '../../ui/kept-text.ts';
import { GroupEditor } from './condition-editor.tsx';
import { conditionsOf, draftOf, judgedLevels, type Draft } from './draft.ts';
import { EnforceForm } from './enforce-form.tsx';
import { keptRule, type WrittenRule } from './kept-rule.ts';
import { Trial } from './trial.tsx';
import styles from './page.module.css';

/** Writes a rule: begun from one that exists, tried on the months at hand, then put in force. */
export function Composer({ rules }: { readonly rules: readonly RuleDetail[] }) {
  const { t } = useText();
  const text = useKeptText(`xushi.rule.${useSession().person.name}`);
  const [newest] = rules;
  const written = keptRule(text.value) ?? (newest && begunFrom(newest));
  if (written === undefined) return null;
  const write = (next: WrittenRule): void => text.write(JSON.stringify(next));
  const conditions = conditionsOf(written.draft);
  return (
    <section className={styles.composer}>
      <h2>{t('rulePage.composer')}</h2>
      <p className={styles.hint}>{t('rulePage.hint')}</p>
      <StartFrom rules={rules} onStart={write} />
      <Kinds draft={written.draft} onChange={(draft) => write({ ...written, draft })} />
      {conditions === null ? (
        <p role="status">{t('rulePage.incomplete')}</p>
      ) : (
        <>
          <h3>{t('rulePage.inWords')}</h3>
          <ConditionsInWords conditions={conditions} />
          <Trial conditions={conditions} />
          <EnforceForm rules={rules} written={written} conditions={conditions} onWrite={write} onDone={text.forget} />
        </>
      )}
    </section>
  );
}

const begunFrom = ({
  id,
  name,
  source,
  conditions,
}: Pick<RuleDetail, 'id' | 'name' | 'source' | 'conditions'>): WrittenRule => ({
  id,
  name,
  source,
  draft: draftOf(conditions),
});

interface StartFromProps {
  readonly rules: readonly RuleDetail[];
  readonly onStart: (written: WrittenRule) => void;
}

function StartFrom({ rules, onStart }: StartFromProps) {
  const { t, language } = useText();
  const ready = [
    ...rules.map((rule) => ({
      label: t('rulePage.version', { name: rule.name[language], version: rule.version }),
      written: begunFrom(rule),
    })),
    ...presetNames.map((id) => ({
      label: `${presetTitles[id].name[language]} · ${presetTitles[id].source[language]}`,
      written: begunFrom({ id, ...presetTitles[id], conditions: presets[id] }),
    })),
  ];
  return (
    <NativeSelect
      label={t('rulePage.startFrom')}
      className={styles.start}
      value=""
      data={[
        { value: '', label: t('rulePage.choose') },
        ...ready.map(({ label }, index) => ({ value: String(index), label })),
      ]}
      onChange={({ currentTarget: { value } }) => {
        const chosen = value === '' ? undefined : ready[Number(value)];
        if (chosen) onStart(chosen.written);
      }}
    />
  );
}

function Kinds({ draft, onChange }: { readonly draft: Draft; readonly onChange: (draft: Draft) => void }) {
  const { t } = useText();
  return (
    <div className={styles.kinds}>
      {kinds.map((kind) => (
        <section key={kind}>
          <h3>{t(`rules.kinds.${kind}`)}</h3>
          {judgedLevels.map((level) => (
            <div key={level}>
              <h4>{t(`rules.${level}`)}</h4>
              <GroupEditor
                kind={kind}
                label={`${t(`rules.kinds.${kind}`)} ${t(`rules.${level}`)}`}
                group={draft[kind][level]}
                onChange={(group) => onChange({ ...draft, [kind]: { ...draft[kind], [level]: group } })}
              />
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}
