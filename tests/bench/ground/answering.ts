/** Inside a server's process: answers the bench's questions over the channel to it, and ends when the bench is gone. */
import type { AddressInfo, Server } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Answers, Asked, FromServer, Question, RecordedStatement } from './questions.ts';

const megabyte = 2 ** 20;

/** Stands still until a bench asks to watch: looking costs a waking a millisecond. */
const delay = monitorEventLoopDelay({ resolution: 1 });

interface Answering {
  readonly server: Server;
  readonly recorded?: () => readonly RecordedStatement[];
  readonly stop: () => Promise<void>;
}

/** Tells the bench where the server listens, and answers it from then on. */
export function answerBench({ server, recorded = () => [], stop }: Answering): void {
  const answers: { readonly [Each in Question]: () => Answers[Each] | Promise<Answers[Each]> } = {
    usage: () => {
      const { user, system } = process.cpuUsage();
      const mostRssMb = process.resourceUsage().maxRSS / 1024;
      const { rss, heapUsed } = process.memoryUsage();
      return { cpuMs: (user + system) / 1000, rssMb: rss / megabyte, heapMb: heapUsed / megabyte, mostRssMb };
    },
    watch: () => {
      delay.enable();
      delay.reset();
      return null;
    },
    // The histogram's delays count from the last waking, so a loop that is never held up shows about its resolution.
    stall: () => delay.max / 1e6,
    recorded,
    stop: async () => {
      await stop();
      return null;
    },
  };
  process.on('message', ({ id, question }: Asked) => {
    void Promise.resolve(answers[question]()).then((answer) => tell({ kind: 'answer', id, answer }));
  });
  process.on('disconnect', () => process.exit(0));
  const { port } = server.address() as AddressInfo; // a server that listens on TCP has one
  tell({ kind: 'listening', port });
}

function tell(message: FromServer): void {
  process.send?.(message);
}
