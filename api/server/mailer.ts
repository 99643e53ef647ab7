/** Hands mail to the office's own server, one at a time, and says in few words what came of it. */

/** Where mail goes out. */
export interface MailSettings {
  /** `smtp://name:password@host:587`, or `smtps://…` where the connection is encrypted from its first byte. */
  readonly server: string;
  readonly from: string;
  /** How long the server may be silent at any point. */
  readonly timeoutMs: number;
}

export interface OutgoingMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly attachments?: readonly { readonly name: string; readonly contentType: string; readonly content: Buffer }[];
}

/** What came of a try. `refused` will not be otherwise another time; `later` may. */
export type MailOutcome = { readonly kind: 'sent' } | { readonly kind: 'refused' | 'later'; readonly why: string };

export type Mailer = (mail: OutgoingMail) => Promise<MailOutcome>;

/** A mailer of these settings. It never throws: whatever goes wrong is an outcome. */
export function mailerOf({ server, from, timeoutMs }: MailSettings): Mailer {
  const domain = from.slice(from.lastIndexOf('@') + 1).replace(/>$/, '');
  return async ({ id, to, subject, text, attachments = [] }) => {
    // Loaded by the first mail: most offices at rest send none.
    const { createTransport } = await import('nodemailer');
    const timeouts = { connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs };
    const transport = createTransport({ url: server, ...timeouts, dnsTimeout: timeoutMs });
    try {
      // Its own id, so that one sent a second time after a crash is known for the same.
      const messageId = `<${id}@${domain}>`;
      await transport.sendMail({
        from,
        to,
        subject,
        text,
        messageId,
        attachments: attachments.map(({ name, contentType, content }) => ({ filename: name, contentType, content })),
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      return { kind: 'sent' };
    } catch (error) {
      return outcomeOf(error);
    } finally {
      transport.close();
    }
  };
}

function outcomeOf(error: unknown): MailOutcome {
  const why = (error instanceof Error ? error.message : String(error)).slice(0, 300);
  const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0;
  // A wrong name or password of ours is a matter of the settings, which will be mended.
  const isAuthentication = error instanceof Error && 'code' in error && error.code === 'EAUTH';
  return { kind: code >= 500 && !isAuthentication ? 'refused' : 'later', why };
}
