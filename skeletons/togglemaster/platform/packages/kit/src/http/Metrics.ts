import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import { RequestDurations } from './RequestDurations.ts';

/** One registry a service, so that several can share a process in tests. */
export class Metrics {
  readonly registry = new Registry();
  readonly requests = new RequestDurations(this.registry);

  constructor(options: { process?: boolean } = {}) {
    if (options.process) collectDefaultMetrics({ register: this.registry });
  }

  counter<L extends string>(name: string, help: string, labelNames: L[] = []) {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }

  /** `collect` sets it whenever somebody asks for the metrics. */
  gauge<L extends string>(
    name: string,
    help: string,
    labelNames: L[] = [],
    collect?: (gauge: Gauge<L>) => void,
  ) {
    return new Gauge({
      name,
      help,
      labelNames,
      registers: [this.registry],
      ...(collect
        ? {
            collect() {
              collect(this);
            },
          }
        : {}),
    });
  }
}
