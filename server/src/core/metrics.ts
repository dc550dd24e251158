import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Mailer } from '../mail/index.ts';
import { AUDIT_EVENTS } from './audit.ts';
import type { AuditEvent } from './audit.ts';
import type { ProofChecks } from './checks.ts';

/** What is counted of one process, for Prometheus (docs/operations.md lists the names). Nothing in it names a person, an address or a project. */
export interface Metrics {
  /** An event of the audit log came true. */
  event(event: AuditEvent): void;
  /** A request was answered. `route` is a pattern, never a URL. */
  request(route: string, method: string, status: number, seconds: number): void;
  /** The same mailer, counted. */
  ofMailer(mailer: Mailer): Mailer;
  /** The same checks, timed. */
  ofChecks(checks: ProofChecks): ProofChecks;
  /** A value that is read whenever somebody asks. */
  gauge(name: string, help: string, read: () => number | Promise<number>): void;
  /** Several counts that something else keeps. */
  counts(name: string, help: string, read: () => Readonly<Record<string, number>>): void;
  /** The text format of Prometheus. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** From 1 ms to 10 s. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Starts counting. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const events = new Counter({ name: 'mpin_events_total', help: 'Events of the audit log, by type and status.', labelNames: ['type', 'status'], registers });
  for (const [type, status] of Object.values(AUDIT_EVENTS)) events.inc({ type, status }, 0);
  const requests = new Histogram({ name: 'mpin_http_request_seconds', help: 'Time to an answer, by route.', labelNames: ['route', 'method', 'status'], buckets: SECONDS, registers });
  const mails = new Counter({ name: 'mpin_mails_total', help: 'Mails handed to the SMTP server, by kind and outcome.', labelNames: ['kind', 'outcome'], registers });
  const checks = new Histogram({ name: 'mpin_check_seconds', help: 'Time of checks in threads, waiting for one included.', labelNames: ['kind'], buckets: SECONDS, registers });
  const underWay = new Gauge({ name: 'mpin_checks_under_way', help: 'Checks that run or wait for a thread.', registers });

  const timed = async <T>(kind: string, check: () => Promise<T>): Promise<T> => {
    const done = checks.startTimer({ kind });
    underWay.inc();
    try {
      return await check();
    } finally {
      underWay.dec();
      done();
    }
  };

  return {
    event(event) {
      const [type, status] = AUDIT_EVENTS[event];
      events.inc({ type, status });
    },
    request: (route, method, status, seconds) => requests.observe({ route, method, status: String(status) }, seconds),
    ofMailer: (mailer) => ({
      async send(mail) {
        try {
          await mailer.send(mail);
          mails.inc({ kind: mail.kind, outcome: 'sent' });
        } catch (error) {
          mails.inc({ kind: mail.kind, outcome: 'failed' });
          throw error;
        }
      },
      close: () => mailer.close(),
    }),
    ofChecks: (inner) => ({
      proof: (identity, proof) => timed('proof', () => inner.proof(identity, proof)),
      signature: (identity, signature) => timed('signature', () => inner.signature(identity, signature)),
      publicKey: (publicKey) => timed('public-key', () => inner.publicKey(publicKey)),
      identity: (mpinId, publicKey) => timed('identity', () => inner.identity(mpinId, publicKey)),
      ready: () => inner.ready(),
      close: () => inner.close(),
    }),
    gauge: (name, help, read) => void new Gauge({ name, help, registers, async collect() { this.set(await read()); } }),
    counts: (name, help, read) => void new Gauge({
      name, help, labelNames: ['counter'], registers,
      collect() { for (const [counter, count] of Object.entries(read())) this.set({ counter }, count); },
    }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
