import { UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { askRefusedAgain } from '../api/query-client.ts';
import { chooseLanguage } from '../text/language.ts';
import { useText } from '../text/messages/use-text.ts';
import styles from './display-settings.module.css';

const schemes = ['auto', 'light', 'dark'] as const;
// Without it Mantine would insert a style element, which the content security policy refuses.
const withTransitions = { keepTransitions: true };
const schemeWords = { auto: 'shell.themeAuto', light: 'shell.themeLight', dark: 'shell.themeDark' } as const;

/** The switches of language and colours; both are remembered on this device. */
export function DisplaySettings() {
  const { t, language } = useText();
  const client = useQueryClient();
  const { colorScheme, setColorScheme } = useMantineColorScheme(withTransitions);
  const [isKept, setIsKept] = useState(false);
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <>
      <UnstyledButton
        className={styles.word}
        lang={other === 'zh' ? 'zh-CN' : 'en'}
        onClick={() => {
          setIsKept(false);
          chooseLanguage(other).then(
            () => askRefusedAgain(client),
            () => setIsKept(true),
          );
        }}
      >
        {t('shell.language')}
      </UnstyledButton>
      {isKept && <span role="alert">{t('shell.languageKept')}</span>}
      <select
        className={styles.scheme}
        aria-label={t('shell.theme')}
        value={colorScheme}
        onChange={(event) => setColorScheme(schemes.find((scheme) => scheme === event.currentTarget.value) ?? 'auto')}
      >
        {schemes.map((scheme) => (
          <option key={scheme} value={scheme}>
            {t(schemeWords[scheme])}
          </option>
        ))}
      </select>
    </>
  );
}
