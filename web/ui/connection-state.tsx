import { useLive } from '../api/live.ts';
import { useText } from '../text/messages/use-text.ts';
import styles from './connection-state.module.css';

/** Whether this page is kept current; said in words, because a silent old page misleads. */
export function ConnectionState() {
  const { t } = useText();
  const connection = useLive();
  return <output className={connection === 'offline' ? styles.offline : undefined}>{t(`shell.${connection}`)}</output>;
}
