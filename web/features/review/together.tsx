import { Button, Checkbox } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { accept, type SubmissionLine } from '#api/submissions/contract.ts';
import { call } from '../../api/call.ts';
import { newIdempotencyKey } from '../../api/idempotency-key.ts';
import { problemOf } from '../../api/local-problem.ts';
import { refresh } from '../../api/query-client.ts';
import { useSession } from '../../api/session.ts';
import { useText } from '../../text/messages/use-text.ts';
import { placeKey, togetherOf } from './queue.ts';
import { useNameOf } from './use-name-of.ts';
import styles from './review.module.css';

interface Ended {
  readonly line: SubmissionLine;
  /** Why it was not accepted; null where it was. */
  readonly failure: string | null;
}

/** Accepts several submissions that give no reason to ask, each by its own command; what fails stays, with why. */
export function Together({ waiting }: { readonly waiting: readonly SubmissionLine[] }) {
  const { t } = useText();
  const nameOf = useNameOf();
  const { person } = useSession();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const accepting = useAcceptAll();
  const lines = togetherOf(waiting, person.name);
  const chosen = lines.filter((line) => ticked.has(tickOf(line)));
  const toggle = (tick: string): void => setTicked(toggled(ticked, tick));
  // What was undone since waits anew, and is not said to be accepted.
  const isAgain = ({ line }: Ended) =>
    waiting.some((one) => placeKey(one) === placeKey(line) && one.version > line.version);
  const ended = (accepting.data ?? []).filter((one) => one.failure !== null || !isAgain(one));
  if (lines.length < 2 && ended.length === 0) return null;
  return (
    <section className={styles.decision} aria-labelledby="together-title">
      <h2 id="together-title">{t('review.together.title')}</h2>
      {lines.map((line) => (
        <Checkbox
          key={tickOf(line)}
          label={nameOf(line)}
          checked={ticked.has(tickOf(line))}
          disabled={accepting.isPending}
          onChange={() => toggle(tickOf(line))}
        />
      ))}
      <div>
        <Button
          disabled={chosen.length === 0}
          loading={accepting.isPending}
          onClick={() => accepting.mutate(chosen, { onSettled: () => setTicked(new Set()) })}
        >
          {t('review.together.accept', { n: chosen.length })}
        </Button>
      </div>
      <Results ended={ended} />
    </section>
  );
}

/** A line for each city. */
function Results({ ended }: { readonly ended: readonly Ended[] }) {
  const { t } = useText();
  const nameOf = useNameOf();
  return (
    <div role="status">
      <ul>
        {ended.map(({ line, failure }) => (
          <li key={tickOf(line)}>
            {failure === null
              ? t('review.acceptedStatus', { what: nameOf(line) })
              : t('review.together.failed', { what: nameOf(line), why: failure })}
          </li>
        ))}
      </ul>
    </div>
  );
}

function toggled(ticked: ReadonlySet<string>, tick: string): ReadonlySet<string> {
  const others = [...ticked].filter((one) => one !== tick);
  return new Set(ticked.has(tick) ? others : [...others, tick]);
}

/** What was ticked was read in its version: one that was sent anew is to be looked at first. */
const tickOf = (line: SubmissionLine): string => `${placeKey(line)} ${line.version}`;

function useAcceptAll() {
  const client = useQueryClient();
  // A key of each version, so that a second try after silence counts once.
  const [keys] = useState(() => new Map<string, string>());
  return useMutation({
    mutationFn: async (lines: readonly SubmissionLine[]): Promise<readonly Ended[]> => {
      const ended: Ended[] = [];
      for (const line of lines) {
        const idempotencyKey = keys.get(tickOf(line)) ?? newIdempotencyKey();
        keys.set(tickOf(line), idempotencyKey);
        ended.push({ line, failure: await failureOf(line, idempotencyKey) });
      }
      return ended;
    },
    onSettled: () => void refresh(client),
  });
}

async function failureOf(
  { year, month, region, version }: SubmissionLine,
  idempotencyKey: string,
): Promise<string | null> {
  try {
    await call(accept, { params: { year, month, region }, body: {}, version, idempotencyKey });
    return null;
  } catch (error) {
    return problemOf(error).detail;
  }
}
