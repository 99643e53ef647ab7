const second = 1000;

/** How long a connection may take and how much it may send. Fastify's own defaults wait for ever. */
export const limits = {
  /** A month's draft with all its texts is a tenth of this. */
  bodyLimit: 2 ** 17,
  /** For a whole request to arrive, a file of an upload too; all others get `arrivalTimeoutMs`. */
  requestTimeout: 600 * second,
  /** Of silence on a connection that is in use; longer than the heartbeat of the event stream. */
  connectionTimeout: 60 * second,
  /** Of silence between two requests; longer than proxies usually keep a connection, so that they close it first. */
  keepAliveTimeout: 72 * second,
  http: { headersTimeout: 8 * second, connectionsCheckingInterval: 2 * second, maxHeaderSize: 16 * 1024 },
};

/** How long a request may take to arrive where it brings no file. */
export const arrivalTimeoutMs = 15 * second;

/** A size as a person reads it: `128 KiB`. */
export function sizeText(bytes: number): string {
  const [unit, name] = bytes >= 2 ** 30 ? [2 ** 30, 'GiB'] : bytes >= 2 ** 20 ? [2 ** 20, 'MiB'] : [2 ** 10, 'KiB'];
  return `${Number((bytes / unit).toFixed(1))} ${name}`;
}
