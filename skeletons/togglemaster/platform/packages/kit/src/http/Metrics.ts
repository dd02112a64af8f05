import {
  collectDefaultMetrics,
  Counter,
  Gauge,
  Histogram,
  Registry,
} from 'prom-client';

type RequestLabels = 'method' | 'route' | 'status';

const REQUEST_BUCKETS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5];

/** One registry a service, so that several can share a process in tests. */
export class Metrics {
  readonly registry = new Registry();
  readonly #requests: Histogram<RequestLabels>;
  readonly #observers = new Map<string, Histogram.Internal<RequestLabels>>();

  constructor(options: { process?: boolean } = {}) {
    if (options.process) collectDefaultMetrics({ register: this.registry });
    this.#requests = new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time from a request to the end of its answer',
      labelNames: ['method', 'route', 'status'],
      buckets: REQUEST_BUCKETS,
      registers: [this.registry],
    });
  }

  /** Labels are resolved once: routes, methods and statuses are few. */
  observeRequest(method: string, route: string, status: number, ms: number) {
    const id = `${status} ${method} ${route}`;
    let observer = this.#observers.get(id);
    if (!observer) {
      observer = this.#requests.labels(method, route, String(status));
      this.#observers.set(id, observer);
    }
    observer.observe(ms / 1000);
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
